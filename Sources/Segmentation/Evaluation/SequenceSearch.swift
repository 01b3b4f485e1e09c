import Columnar
import Customers
import Filters

/// Follows a sequence with joins, or with steps after one that must not happen, one profile at a time.
///
/// A step that must not happen is reached at the instant at which its time is over, and the next step follows that
/// instant. In a chain of joins on one property it is one value throughout.
struct SequenceSearch {
    private let sequence: SequenceCondition
    private let deadlines: [Deadline?]
    private let history: StepHistory
    private let now: Int64

    /// The profiles that went through the sequence before an instant.
    static func profiles(through sequence: SequenceCondition, with scan: EventScan) throws -> Bitmap {
        let deadlines = sequence.steps.map { step in step.within.map { Deadline($0, scan.resolver.local) } }
        let windows = scan.windows(of: sequence, deadlines)
        var candidates = Bitmap(rows: scan.profiles.count, repeating: true)
        for (step, window) in zip(sequence.steps, windows) where !step.isNegated {
            candidates &= try scan.profiles(with: step.events, in: window)
        }
        let search = SequenceSearch(
            sequence: sequence, deadlines: deadlines,
            history: try StepHistory(of: sequence, in: windows, of: candidates, with: scan), now: scan.now)
        return try search.members(of: candidates)
    }

    private func members(of candidates: Bitmap) throws -> Bitmap {
        var members = candidates
        var path = SequencePath(keys: history.keys)
        for block in stride(from: 0, to: candidates.rows, by: 1 << 12) {
            try Task.checkCancellation()
            for profile in block..<min(block + 1 << 12, candidates.rows) where candidates[profile] {
                members[profile] = goesThrough(profile, &path)
            }
        }
        return members
    }

    private func goesThrough(_ profile: Int, _ path: inout SequencePath) -> Bool {
        path.start(with: history.events(of: 0, of: profile))
        for (number, step) in sequence.steps.enumerated().dropFirst() {
            guard let deadline = deadlines[number], !path.points.isEmpty else { break }
            let events = history.events(of: number, of: profile)
            if step.isNegated {
                path.wait(deadline, for: events, join: step.join, now: now)
            } else {
                path.follow(deadline, to: events, join: step.join)
            }
        }
        return !path.points.isEmpty
    }
}

/// Where one profile may stand in a sequence: the instants at which the step before was reached, rising.
private struct SequencePath {
    /// The values of all events, and those that joins left of them.
    private var keys: [UInt32]
    private let ownKeys: Int
    private(set) var points: [StepEvent] = []
    /// An instant for each value, while a step with a join is looked at.
    private var instants: [UInt32: Int64] = [:]

    init(keys: [UInt32]) {
        self.keys = keys
        ownKeys = keys.count
    }

    mutating func start(with events: ArraySlice<StepEvent>) {
        keys.removeLast(keys.count - ownKeys)
        points = Array(events)
    }

    /// Goes on to the events that follow in time.
    mutating func follow(_ deadline: Deadline, to events: ArraySlice<StepEvent>, join: EventSequence.Step.Join?) {
        var reached: [StepEvent] = []
        var latest = Int64.min
        var next = 0
        instants.removeAll(keepingCapacity: true)
        for event in events {
            while next < points.count, points[next].time < event.time {
                let last = deadline.instant(after: points[next].time)
                if let join {
                    for place in points[next].keys[join] {
                        instants[keys[place]] = max(instants[keys[place]] ?? .min, last)
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
        points = reached
    }

    /// Goes on to the instants at which a wait for events was over in vain.
    mutating func wait(
        _ deadline: Deadline, for events: ArraySlice<StepEvent>, join: EventSequence.Step.Join?, now: Int64
    ) {
        var reached: [StepEvent] = []
        /// The earliest event after the point that is looked at, and the earliest of each value.
        var earliest = Int64.max
        var rest = events
        instants.removeAll(keepingCapacity: true)
        for var point in points.reversed() {
            while let event = rest.last, event.time > point.time {
                earliest = event.time
                if let join {
                    for place in event.keys[join] { instants[keys[place]] = event.time }
                }
                rest.removeLast()
            }
            if let join {
                earliest = point.keys[join].compactMap { instants[keys[$0]] }.min() ?? .max
            }
            let over = deadline.instant(after: point.time)
            guard over < now, earliest > over else { continue }
            point = StepEvent(time: over, keys: point.keys)
            reached.append(point)
        }
        points = reached.reversed()
        if zip(points, points.dropFirst()).contains(where: { $0.time > $1.time }) {
            points.sort { $0.time < $1.time }
        }
    }
}
