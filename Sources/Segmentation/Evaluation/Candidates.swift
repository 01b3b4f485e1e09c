import Columnar

/// The profiles of which a condition is asked, numbered in their order, so that what is kept of each lies close together.
struct Candidates: Sendable {
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

    /// Takes the events of candidates among those of a block, with their profiles, without a branch for each.
    ///
    /// - Returns: how many were taken; none where all profiles are candidates.
    func gather(
        _ match: EventScan.Match, of records: Lane<UInt32>, _ map: ProfileMap,
        into events: UnsafeMutableBufferPointer<UInt32>, _ profiles: UnsafeMutableBufferPointer<UInt32>
    ) -> Int? {
        guard let members else { return nil }
        return members.words.withUnsafeBufferPointer { words in
            records.withValues { records in
                let taker = Taker(members: words, events: events, profiles: profiles)
                guard let mapping = map.profileOfRecord else { return taker.take(match) { records[$0] } }
                return mapping.withValues { mapping in taker.take(match) { mapping[Int(records[$0])] } }
            }
        }
    }

    /// Leaves out the lines of the orders of others.
    ///
    /// - Returns: how many are kept.
    func keep(
        _ lines: UnsafeMutableBufferPointer<UInt32>, of orders: UnsafeMutableBufferPointer<UInt32>,
        _ profiles: UnsafeMutableBufferPointer<UInt32>, count: Int
    ) -> Int {
        guard let members else { return count }
        return members.words.withUnsafeBufferPointer { words in
            var kept = 0
            for place in 0..<count {
                let profile = profiles[place]
                (lines[kept], orders[kept], profiles[kept]) = (lines[place], orders[place], profile)
                kept &+= Int(truncatingIfNeeded: words[Int(profile >> 6)] &>> UInt64(profile & 63) & 1)
            }
            return kept
        }
    }

    /// Puts numbers in the place of candidates.
    func number(_ profiles: UnsafeMutableBufferPointer<UInt32>, count: Int) {
        members?.words.withUnsafeBufferPointer { words in
            before.withUnsafeBufferPointer { before in
                for place in 0..<count {
                    let profile = profiles[place]
                    let lower = words[Int(profile >> 6)] & ((1 &<< UInt64(profile & 63)) &- 1)
                    profiles[place] = before[Int(profile >> 6)] &+ UInt32(truncatingIfNeeded: lower.nonzeroBitCount)
                }
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

/// Takes events of a block.
private struct Taker {
    let members: UnsafeBufferPointer<UInt64>
    let events: UnsafeMutableBufferPointer<UInt32>
    let profiles: UnsafeMutableBufferPointer<UInt32>

    /// Fewer rows of 64 are taken one by one.
    private static let many = 12

    @inline(__always)
    func take(_ match: EventScan.Match, profileOf: (Int) -> UInt32) -> Int {
        var taken = 0
        @inline(__always)
        func take(_ row: Int, if isMeant: UInt64) {
            let profile = profileOf(row)
            events[taken] = UInt32(truncatingIfNeeded: row)
            profiles[taken] = profile
            taken &+= Int(truncatingIfNeeded: members[Int(profile >> 6)] &>> UInt64(profile & 63) & isMeant & 1)
        }
        switch match {
        case .range(let rows): for row in rows { take(row, if: 1) }
        case .mask(let mask):
            mask.forEachWord { first, count, bits in
                if bits.nonzeroBitCount >= Self.many {
                    for place in 0..<count { take(first &+ place, if: bits &>> UInt64(place)) }
                } else {
                    var rest = bits
                    while rest != 0 {
                        take(first | rest.trailingZeroBitCount, if: 1)
                        rest &= rest &- 1
                    }
                }
            }
        }
        return taken
    }
}
