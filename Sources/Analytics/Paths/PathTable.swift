import Columnar

/// The events of each profile side by side, nearly in time order.
///
/// They are kept by parts of some neighbouring profiles each; a part is laid out when its profiles are followed, in
/// memory that the processor has at hand.
///
/// - Complexity: one pass over the events to count them and one to put them into their parts, each on two threads.
struct PathTable: Sendable {
    /// How the times of entries are counted.
    let clock: PathClock
    private let parts: PathParts
    private let entries: LargeBuffer<PathEntry>
    /// The place of each entry's profile in its part.
    private let places: LargeBuffer<UInt16>
    /// Where the entries of each part begin, and the end of all.
    private let starts: [Int]

    /// Takes the events of the profiles that are meant, with none of all.
    ///
    /// - Throws: `PathLengthError`, `CancellationError`.
    init(_ events: PathEvents, of isMeant: Bitmap?) throws {
        try self.init(
            PathSource.passes(over: events), of: events.profiles, isMeant: isMeant, in: events.span,
            reach: events.reach)
    }

    /// Takes the events of a stretch of time, which is clamped to when anything happened.
    ///
    /// - Parameters:
    ///   - passes: one a table.
    ///   - profiles: which profile a record belongs to.
    ///   - isMeant: the profiles that are meant; none where all are.
    ///   - stretch: in milliseconds since 1970.
    ///   - reach: events of one profile that lie further apart have nothing to do with each other, in milliseconds.
    /// - Throws: `PathLengthError`, `CancellationError`.
    init(
        _ passes: [PathSource], of profiles: ProfileMap, isMeant: Bitmap?, in stretch: Range<Int64>, reach: Int64
    ) throws {
        let span = stretch.clamped(toTimesOf: passes.map(\.times))
        clock = try PathClock(of: passes.map(\.times), in: span, reach: reach)
        let rows = passes.reduce(0) { $0 + $1.times.rows(in: span).count }
        parts = PathParts(profiles: profiles.count, events: rows)
        let scatter = PathScatter(
            passes: passes, profiles: profiles, isMeant: isMeant, clock: clock, parts: parts)
        let halves = scatter.halves(of: span)
        let counts = try shared(halves.count) { try scatter.counts(in: halves[$0]) }
        let starts = (0..<parts.count).reduce(into: [0]) { starts, part in
            starts.append(starts[part] + counts.reduce(0) { $0 + $1[part] })
        }
        self.starts = starts
        let (entries, places) = (
            LargeBuffer<PathEntry>(count: starts[parts.count]), LargeBuffer<UInt16>(count: starts[parts.count])
        )
        (self.entries, self.places) = (entries, places)
        _ = try shared(halves.count) { half in
            var next = Array(starts.dropLast())
            if half > 0 { for part in next.indices { next[part] += counts[0][part] } }
            try scatter.put(into: entries.values, places.values, at: &next, in: halves[half])
        }
    }

    /// The number of events that are followed.
    var events: Int { starts[parts.count] }

    /// The number of profiles, with events or not.
    var count: Int { parts.profiles }

    /// All parts.
    var all: Range<Int> { 0..<parts.count }

    /// The parts in two ranges of about as many events.
    var halves: [Range<Int>] {
        let middle = starts.dropLast().firstIndex { $0 * 2 >= events } ?? 0
        return [0..<middle, middle..<parts.count]
    }

    /// The profiles of some parts.
    func profiles(of range: Range<Int>) -> Range<Int> {
        let (start, end) = (range.lowerBound << parts.bits, range.upperBound << parts.bits)
        return min(start, count)..<min(end, count)
    }

    /// Calls `body` with every profile of some parts that has events, and with its events in order.
    ///
    /// - Throws: `CancellationError`.
    @inline(__always)
    func forEachPath(in range: Range<Int>, _ body: (Int, UnsafeBufferPointer<PathEntry>) -> Void) throws {
        let longest = range.reduce(0) { max($0, starts[$1 + 1] - starts[$1]) }
        let room = PathRoom(profiles: 1 << parts.bits, events: longest)
        for part in range {
            if part % 16 == 0 { try Task.checkCancellation() }
            let rows = starts[part]..<starts[part + 1]
            room.lay(
                UnsafeBufferPointer(rebasing: entries.values[rows]), UnsafeBufferPointer(rebasing: places.values[rows]))
            room.forEachPath { body(part << parts.bits + $0, $1) }
        }
    }
}

/// Parts of neighbouring profiles, so many that the events of one fit into the processor's own memory.
struct PathParts: Sendable {
    /// The number of profiles in all.
    let profiles: Int
    /// A part holds two to the power of so many profiles.
    let bits: Int

    private static let eventsOfPart = 32_768
    private static let mostParts = 1024

    init(profiles: Int, events: Int) {
        self.profiles = profiles
        let wanted = min(max(1, events / Self.eventsOfPart), Self.mostParts)
        var bits = 6
        while bits < UInt16.bitWidth, profiles >> bits > wanted { bits += 1 }
        self.bits = bits
    }

    /// The number of parts.
    var count: Int { (profiles + 1 << bits - 1) >> bits }
}
