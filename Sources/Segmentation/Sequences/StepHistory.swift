import Columnar
import Filters

/// The events of all steps of a sequence by profile, each profile's in time order.
struct StepHistory {
    /// The keys of all events, those of one event side by side.
    private(set) var keys: [UInt32] = []
    /// Every key is less.
    private(set) var distinctKeys = 0
    /// For each step the events of all profiles.
    private var events: [[StepEvent]] = []
    /// For each step where the events of each profile begin, and at last where they all end.
    private var starts: [[UInt32]] = []

    /// Gathers the events of some profiles.
    init(of sequence: SequenceCondition, in windows: [ResolvedWindow], of members: Bitmap, with scan: EventScan) throws
    {
        let joins = Set(sequence.steps.compactMap(\.join))
        let books = Dictionary(uniqueKeysWithValues: joins.map { ($0, KeyBook()) })
        for (step, window) in zip(sequence.steps, windows) {
            try add(step.events.sources, in: window, of: members, with: scan, books)
        }
        distinctKeys = books.values.map(\.count).max() ?? 0
    }

    /// The events of a step that a profile has.
    func events(of step: Int, of profile: Int) -> ArraySlice<StepEvent> {
        events[step][Int(starts[step][profile])..<Int(starts[step][profile + 1])]
    }

    /// Counts the events of each profile first, so that each can be put in its place at once.
    private mutating func add(
        _ sources: [EventSource], in window: ResolvedWindow, of members: Bitmap, with scan: EventScan,
        _ books: [EventSequence.Step.Join: KeyBook]
    ) throws {
        var starts = [UInt32](repeating: 0, count: members.rows + 1)
        for source in sources {
            try Self.forEachBlock(of: source, in: window, with: scan) { gathered, _ in
                for place in 0..<gathered.count where members[Int(gathered.profiles[place])] {
                    starts[Int(gathered.profiles[place]) + 1] += 1
                }
            }
        }
        for profile in 0..<members.rows { starts[profile + 1] += starts[profile] }
        var next = starts
        var events = [StepEvent](repeating: StepEvent(time: 0), count: Int(starts[members.rows]))
        for source in sources {
            var columns = JoinColumns(of: source, fractionDigits: scan.fractionDigits, in: books)
            try Self.forEachBlock(of: source, in: window, with: scan) { gathered, matchingLines in
                let matching = columns.needLines ? matchingLines() : nil
                for place in 0..<gathered.count where members[Int(gathered.profiles[place])] {
                    let (row, profile) = (Int(gathered.events[place]), Int(gathered.profiles[place]))
                    var event = StepEvent(time: source.times[row])
                    if columns.areNeeded { event.keys = columns.keys(of: row, matching: matching, addingTo: &keys) }
                    events[Int(next[profile])] = event
                    next[profile] += 1
                }
            }
        }
        // The tables of a step are each in time order, and together are not.
        for profile in 0..<(sources.count > 1 ? members.rows : 0) {
            let own = Int(starts[profile])..<Int(starts[profile + 1])
            let isSorted = own.dropFirst().allSatisfy { events[$0 - 1].time <= events[$0].time }
            if !isSorted { events[own].sort { $0.time < $1.time } }
        }
        self.events.append(events)
        self.starts.append(starts)
    }

    private static func forEachBlock(
        of source: EventSource, in window: ResolvedWindow, with scan: EventScan,
        _ body: (GatheredRows, _ matchingLines: () -> Mask?) throws -> Void
    ) throws {
        var rows = scan.rows(of: source, in: window, blockSize: 1 << 13)
        var gathered = GatheredRows()
        let everybody = Candidates(all: scan.profiles.count)
        while let match = try rows.nextBlock() {
            gathered.gather(match, of: source, scan.profiles, among: everybody)
            let reader = rows
            try body(gathered) { reader.matchingLines(of: match.rows) }
        }
    }
}

/// An event of a step, with the values by which it may be joined.
struct StepEvent {
    let time: Int64
    /// Where its values lie among the keys, by the property that joins; no values where it has none.
    var keys = JoinKeys()
}

/// Places of keys by the property that joins.
struct JoinKeys {
    private var product: (start: UInt32, end: UInt32) = (0, 0)
    private var cart: (start: UInt32, end: UInt32) = (0, 0)

    subscript(join: EventSequence.Step.Join) -> Range<Int> {
        get {
            switch join {
            case .product: Int(product.start)..<Int(product.end)
            case .cart: Int(cart.start)..<Int(cart.end)
            }
        }
        set {
            let places = (UInt32(newValue.lowerBound), UInt32(newValue.upperBound))
            switch join {
            case .product: product = places
            case .cart: cart = places
            }
        }
    }
}
