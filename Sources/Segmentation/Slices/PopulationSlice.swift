public import Columnar
import Synchronization

/// A share of all people, the same ones every time, with what is known of them: estimates are made on it.
///
/// Who is in it hangs on the number of a profile alone, so that it is an even choice of old and new people. Columns are
/// gathered when a question first names them, and kept.
public final class PopulationSlice: Sendable {
    let whole: Population
    /// The records of the slice among all, rising; their places here are their numbers in the slice.
    public let records: [Int]
    /// The records among all.
    let kept: RankedSet
    let profiles: ProfileMap
    let existence: Existence
    private let pieces = Mutex(SlicePieces())

    /// Chooses one in so many profiles.
    ///
    /// - Parameters:
    ///   - whole: everybody.
    ///   - parts: a power of two; 1 takes all.
    /// - Complexity: O(records)
    public init(of whole: Population, oneIn parts: Int) {
        self.whole = whole
        let bits = max(0, parts).trailingZeroBitCount % UInt.bitWidth
        var set = Bitmap(rows: whole.profiles.count)
        for record in 0..<whole.profiles.count
        where Self.isChosen(whole.profiles.profile(of: record), bits: parts > 1 ? bits : 0) {
            set[record] = true
        }
        kept = RankedSet(set)
        records = kept.members
        profiles = Self.profiles(of: records, in: whole.profiles, kept)
        let since = whole.existence.since?.picking(records)
        existence = Existence(
            ever: whole.existence.ever.picking(records), since: since, latest: whole.existence.latest)
    }

    /// How many profiles one is chosen of, so that some ten thousand are chosen at least.
    public static func parts(for profiles: Int) -> Int {
        var parts = 1
        while parts < 64, profiles / (parts * 2) >= 16_384 { parts *= 2 }
        return parts
    }

    /// The golden ratio spreads neighbouring numbers evenly.
    private static func isChosen(_ profile: Int, bits: Int) -> Bool {
        guard bits > 0 else { return true }
        return (UInt32(truncatingIfNeeded: profile) &* 0x9E37_79B1) >> UInt32(32 - bits) == 0
    }

    private static func profiles(of records: [Int], in all: ProfileMap, _ kept: RankedSet) -> ProfileMap {
        guard all.profileOfRecord != nil else { return ProfileMap(count: records.count) }
        let numbers = records.map { UInt32(kept.rank(of: all.profile(of: $0))) }
        return ProfileMap(count: records.count, profileOfRecord: Lane(numbers))
    }

    /// The people of the slice, with the columns that some texts name; a name that stands in none of them is unknown.
    ///
    /// - Parameters:
    ///   - texts: the filters that will be asked, and the rules of segments that they refer to.
    ///   - birthDate: the trait from which ages follow.
    /// - Returns: the same names with the rows of the slice.
    /// - Throws: `CancellationError`
    /// - Complexity: O(rows of the tables that are named for the first time)
    public func population(naming texts: [String], birthDate: String?) throws -> Population {
        let names = SliceNames(texts, birthDate: birthDate)
        return try pieces.withLock { pieces in
            try pieces.gather(names, of: self)
            return Population(
                profiles: profiles, existence: existence, traits: pieces.traits,
                events: pieces.events.mapValues(\.table), orders: pieces.orders?.table ?? .none,
                refunds: pieces.refunds.map { Deferred(of: $0.table) }, timeline: .none)
        }
    }

    /// The profiles of the slice among a set of all, under their numbers here.
    public func picking(_ set: Bitmap) -> Bitmap {
        var picked = Bitmap(rows: records.count)
        for (place, record) in records.enumerated() where set[record] { picked[place] = true }
        return picked
    }
}

/// A set of numbers that tells how many of its members are below a number.
struct RankedSet: Sendable {
    let set: Bitmap
    private let before: [UInt32]

    init(_ set: Bitmap) {
        self.set = set
        var count: UInt32 = 0
        before = set.words.map { word in
            defer { count += UInt32(word.nonzeroBitCount) }
            return count
        }
    }

    var members: [Int] {
        var members: [Int] = []
        set.forEach { members.append($0) }
        return members
    }

    /// The place of a member among all.
    func rank(of member: Int) -> Int {
        let below = set.words[member >> 6] & ((1 << UInt64(member & 63)) - 1)
        return Int(before[member >> 6]) + below.nonzeroBitCount
    }

    /// The rows of a lane whose numbers are in the set, rising.
    ///
    /// - Throws: `CancellationError`
    func rows(in lane: Lane<UInt32>) throws -> [Int] {
        try lane.withValues { values in
            try set.words.withUnsafeBufferPointer { words in
                var rows: [Int] = []
                for start in stride(from: 0, to: values.count, by: 1 << 18) {
                    try Task.checkCancellation()
                    for row in start..<min(start + (1 << 18), values.count) {
                        let number = Int(values[row])
                        if words[number >> 6] >> UInt64(number & 63) & 1 != 0 { rows.append(row) }
                    }
                }
                return rows
            }
        }
    }

    /// The numbers of some rows as ranks.
    func ranks(in lane: Lane<UInt32>, _ rows: [Int]) -> Lane<UInt32> {
        lane.withValues { values in Lane(rows.map { UInt32(rank(of: Int(values[$0]))) }) }
    }
}
