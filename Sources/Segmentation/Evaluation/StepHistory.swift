import Columnar
import Filters

/// An event of a step, with the values by which it may be joined.
struct StepEvent {
    let time: Int64
    /// Where its values lie among the keys, by the property that joins; no values where it has none.
    var keys = JoinKeys()
}

/// Places of keys by the property that joins.
struct JoinKeys {
    private var product = 0..<0
    private var cart = 0..<0

    subscript(join: EventSequence.Step.Join) -> Range<Int> {
        get {
            switch join {
            case .product: product
            case .cart: cart
            }
        }
        set {
            switch join {
            case .product: product = newValue
            case .cart: cart = newValue
            }
        }
    }
}

/// The events of all steps of a sequence by profile, each profile's in time order.
struct StepHistory {
    /// The keys of all events, those of one event side by side.
    private(set) var keys: [UInt32] = []
    /// For each step the events of all profiles.
    private var events: [[StepEvent]] = []
    /// For each step where the events of each profile end.
    private var ends: [[Int]] = []

    /// Gathers the events of some profiles.
    init(of sequence: SequenceCondition, in windows: [ResolvedWindow], of members: Bitmap, with scan: EventScan) throws
    {
        let joins = Set(sequence.steps.compactMap(\.join))
        var books: [EventSequence.Step.Join: KeyBook] = [:]
        for join in joins { books[join] = KeyBook() }
        for (step, window) in zip(sequence.steps, windows) {
            var found: [(profile: UInt32, event: StepEvent)] = []
            for source in step.events.sources {
                try add(source, in: window, of: members, with: scan, &books, to: &found)
            }
            group(found, profiles: members.rows)
        }
    }

    /// The events of a step that a profile has.
    func events(of step: Int, of profile: Int) -> ArraySlice<StepEvent> {
        events[step][(profile == 0 ? 0 : ends[step][profile - 1])..<ends[step][profile]]
    }

    private mutating func add(
        _ source: EventSource, in window: ResolvedWindow, of members: Bitmap, with scan: EventScan,
        _ books: inout [EventSequence.Step.Join: KeyBook], to found: inout [(profile: UInt32, event: StepEvent)]
    ) throws {
        var columns: [(join: EventSequence.Step.Join, isOfLines: Bool, column: KeyColumn)] = []
        for (join, property) in source.joined {
            guard var book = books[join] else { continue }
            columns.append(
                (join, property.isOfLines, KeyColumn(property.column, fractionDigits: scan.fractionDigits, in: &book)))
            books[join] = book
        }
        var rows = scan.rows(of: source, in: window, blockSize: 1 << 13)
        var gathered = GatheredRows()
        while let match = try rows.nextBlock() {
            gathered.gather(match, of: source, scan.profiles)
            let matching = columns.contains(where: \.isOfLines) ? rows.matchingLines(of: match.rows) : nil
            for place in 0..<gathered.count where members[Int(gathered.profiles[place])] {
                let row = Int(gathered.events[place])
                var event = StepEvent(time: source.times[row])
                for index in columns.indices {
                    let start = keys.count
                    let (join, isOfLines) = (columns[index].join, columns[index].isOfLines)
                    let valued = isOfLines ? source.lineEnds?.members(of: row..<(row + 1)) ?? 0..<0 : row..<(row + 1)
                    for line in valued where !isOfLines || matching?[line] ?? true {
                        columns[index].column.forEachKey(of: line, in: &books[join, default: KeyBook()]) { key in
                            keys.append(key)
                        }
                    }
                    event.keys[join] = start..<keys.count
                }
                found.append((gathered.profiles[place], event))
            }
        }
    }

    /// Puts the events of a step in the order of profiles and of time.
    private mutating func group(_ found: [(profile: UInt32, event: StepEvent)], profiles: Int) {
        var starts = [Int](repeating: 0, count: profiles + 1)
        for (profile, _) in found { starts[Int(profile) + 1] += 1 }
        for profile in 0..<profiles { starts[profile + 1] += starts[profile] }
        ends.append(Array(starts.dropFirst()))
        var sorted = [StepEvent](repeating: StepEvent(time: 0), count: found.count)
        for (profile, event) in found {
            sorted[starts[Int(profile)]] = event
            starts[Int(profile)] += 1
        }
        // A step's events lie in several tables, each in time order.
        var start = 0
        for end in ends[ends.count - 1] {
            let isSorted = (start..<max(start, end)).dropFirst().allSatisfy { sorted[$0 - 1].time <= sorted[$0].time }
            if !isSorted { sorted[start..<end].sort { $0.time < $1.time } }
            start = end
        }
        events.append(sorted)
    }
}
