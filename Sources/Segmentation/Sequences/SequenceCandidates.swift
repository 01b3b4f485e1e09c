import Columnar

/// The profiles that may go through a sequence, numbered in their order, so that what is kept of each lies close together.
struct SequenceCandidates: Sendable {
    /// None where all profiles are candidates; each then bears its own number.
    private let members: Bitmap?
    /// For each 64 profiles the number of the first candidate among or after them.
    private let before: [UInt32]
    /// How many there are.
    let count: Int
    private let profiles: Int

    /// All profiles.
    init(all profiles: Int) {
        (members, before, count, self.profiles) = (nil, [], profiles, profiles)
    }

    init(_ members: Bitmap) {
        var before: [UInt32] = []
        before.reserveCapacity(members.words.count)
        var count: UInt32 = 0
        for word in members.words {
            before.append(count)
            count += UInt32(word.nonzeroBitCount)
        }
        (self.members, self.before, self.count, profiles) = (members, before, Int(count), members.rows)
    }

    /// Leaves out the events of others and puts numbers in the place of profiles, without a branch for whether one is kept.
    ///
    /// - Returns: how many are kept.
    func number(
        _ events: UnsafeMutableBufferPointer<UInt32>, _ profiles: UnsafeMutableBufferPointer<UInt32>, count: Int
    ) -> Int {
        guard let members else { return count }
        return members.words.withUnsafeBufferPointer { words in
            before.withUnsafeBufferPointer { before in
                var kept = 0
                for place in 0..<count {
                    let profile = profiles[place]
                    let (word, bit) = (words[Int(profile >> 6)], UInt64(profile & 63))
                    events[kept] = events[place]
                    profiles[kept] = profile
                    kept &+= Int(truncatingIfNeeded: word &>> bit & 1)
                }
                for place in 0..<kept {
                    let profile = profiles[place]
                    let lower = words[Int(profile >> 6)] & ((1 &<< UInt64(profile & 63)) &- 1)
                    profiles[place] = before[Int(profile >> 6)] &+ UInt32(truncatingIfNeeded: lower.nonzeroBitCount)
                }
                return kept
            }
        }
    }

    /// The profiles with some numbers.
    func profiles(numbered numbers: Bitmap) -> Bitmap {
        guard members != nil else { return numbers }
        var words = [UInt64](repeating: 0, count: before.count)
        forEach { number, profile in
            words[profile >> 6] |= (numbers.words[number >> 6] &>> UInt64(number & 63) & 1) &<< UInt64(profile & 63)
        }
        return Bitmap(rows: profiles, words: words)
    }

    /// A value for each profile: those of candidates by their numbers, another for all others.
    func values(numbered values: [Int64], others: Int64) -> [Int64] {
        guard members != nil else { return values }
        var spread = [Int64](repeating: others, count: profiles)
        forEach { number, profile in spread[profile] = values[number] }
        return spread
    }

    private func forEach(_ body: (_ number: Int, _ profile: Int) -> Void) {
        var number = 0
        members?.forEach { profile in
            body(number, profile)
            number += 1
        }
    }
}
