import Filters

/// Where one profile may stand in a sequence: the instants at which the step before was reached, rising.
struct SequencePath {
    private(set) var points: [StepEvent] = []
    /// Where the next step is reached.
    private var reached: [StepEvent] = []
    /// The values of all events, and behind them those that joins left of them.
    private var keys: [UInt32]
    private let ownKeys: Int
    /// An instant for each key, while a step with a join is looked at.
    private var instants: KeyInstants

    init(keys: [UInt32], distinctKeys: Int) {
        self.keys = keys
        ownKeys = keys.count
        instants = KeyInstants(count: distinctKeys)
    }

    mutating func start(with events: ArraySlice<StepEvent>) {
        keys.removeLast(keys.count - ownKeys)
        points.removeAll(keepingCapacity: true)
        points.append(contentsOf: events)
    }

    /// Goes on to the events that follow in time, with the values that joins left on each way there by itself.
    ///
    /// It is for a step after which an event of one of those values must not happen: that cuts off the ways of this value alone.
    ///
    /// - Complexity: O(events x points that each may follow), of one profile; of events with one value each the last of these
    mutating func followApart(_ deadline: Deadline, to events: ArraySlice<StepEvent>, join: EventSequence.Step.Join) {
        reached.removeAll(keepingCapacity: true)
        var next = 0
        for event in events {
            while next < points.count, points[next].time < event.time { next += 1 }
            // Later points may be followed for longer.
            let followed = points[..<next].reversed().prefix { event.time <= deadline.instant(after: $0.time) }
            let own = event.keys[join].map { keys[$0] }
            var ways: Set<[UInt32]> = []
            for point in followed {
                let there = point.keys[join]
                let shared = own.filter { key in there.contains { keys[$0] == key } }
                guard !shared.isEmpty, ways.insert(shared).inserted else { continue }
                let start = keys.count
                keys += shared
                var joined = event
                joined.keys[join] = start..<keys.count
                reached.append(joined)
                // An event of one value is reached in one way.
                if own.count == 1 { break }
            }
        }
        swap(&points, &reached)
    }

    /// Goes on to the events that follow in time.
    mutating func follow(_ deadline: Deadline, to events: ArraySlice<StepEvent>, join: EventSequence.Step.Join?) {
        reached.removeAll(keepingCapacity: true)
        var latest = Int64.min
        var next = 0
        for event in events {
            while next < points.count, points[next].time < event.time {
                let last = deadline.instant(after: points[next].time)
                if let join {
                    for place in points[next].keys[join] where last > instants[keys[place]] ?? .min {
                        instants[keys[place]] = last
                    }
                } else {
                    latest = max(latest, last)
                }
                next += 1
            }
            guard let join else {
                if event.time <= latest { reached.append(event) }
                continue
            }
            let start = keys.count
            for place in event.keys[join] {
                if let last = instants[keys[place]], event.time <= last { keys.append(keys[place]) }
            }
            guard start < keys.count else { continue }
            var joined = event
            joined.keys[join] = start..<keys.count
            reached.append(joined)
        }
        instants.removeAll()
        swap(&points, &reached)
    }

    /// Goes on to the instants at which a wait for events was over in vain.
    mutating func wait(
        _ deadline: Deadline, for events: ArraySlice<StepEvent>, join: EventSequence.Step.Join?, now: Int64
    ) {
        reached.removeAll(keepingCapacity: true)
        // The earliest event after the point that is looked at.
        var earliest = Int64.max
        var rest = events
        for point in points.reversed() {
            while let event = rest.last, event.time > point.time {
                earliest = event.time
                if let join {
                    for place in event.keys[join] { instants[keys[place]] = event.time }
                }
                rest.removeLast()
            }
            if let join { earliest = point.keys[join].compactMap { instants[keys[$0]] }.min() ?? .max }
            let over = deadline.instant(after: point.time)
            if over < now, earliest > over { reached.append(StepEvent(time: over, keys: point.keys)) }
        }
        instants.removeAll()
        swap(&points, &reached)
        points.reverse()
        let isSorted = points.indices.dropFirst().allSatisfy { points[$0 - 1].time <= points[$0].time }
        if !isSorted { points.sort { $0.time < $1.time } }
    }
}

/// An instant or none for each of a number of keys, quick to be emptied where few have one.
private struct KeyInstants {
    private var instants: [Int64]
    private var known: [UInt32] = []

    init(count: Int) {
        instants = Array(repeating: .min, count: count)
    }

    /// The instant of a key, never the least there is.
    subscript(key: UInt32) -> Int64? {
        get { instants[Int(key)] == .min ? nil : instants[Int(key)] }
        set {
            if instants[Int(key)] == .min { known.append(key) }
            instants[Int(key)] = newValue ?? .min
        }
    }

    mutating func removeAll() {
        for key in known { instants[Int(key)] = .min }
        known.removeAll(keepingCapacity: true)
    }
}
