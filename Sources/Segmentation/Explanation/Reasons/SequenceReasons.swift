import Columnar
import Customers
import Filters

/// Finds how far the one profile went through a sequence, and by which events.
struct SequenceReasons {
    let events: EventReasons
    let sequence: SequenceCondition
    /// The events of the steps.
    let names: [String]

    /// The steps reached on the way that leads farthest, and the first step that was not reached.
    func evidence() throws -> [Evidence] {
        let scan = events.scan
        let deadlines = scan.deadlines(of: sequence)
        let everyone = Bitmap(rows: scan.profiles.count, repeating: true)
        let history = try StepHistory(
            of: sequence, in: scan.windows(of: sequence, deadlines), of: everyone, with: scan)
        var search = PathSearch(sequence: sequence, deadlines: deadlines, history: history, now: scan.now)
        search.run()
        var found = search.farthest.enumerated().map { number, time in
            Evidence(
                sequence.steps[number].isNegated ? .wait : .step, names[number],
                time: Instant(milliseconds: time), count: number + 1)
        }
        if found.count < sequence.steps.count {
            let number = found.count
            let end = search.farthest.last.flatMap { deadlines[number]?.instant(after: $0) }
            found.append(
                Evidence(
                    sequence.steps[number].isNegated ? .wait : .step, names[number], count: number + 1,
                    to: end.map { Instant(milliseconds: $0) }))
        }
        return found
    }
}

/// Looks for a way through a sequence, one event after the other.
private struct PathSearch {
    let sequence: SequenceCondition
    let deadlines: [Deadline?]
    let history: StepHistory
    let now: Int64
    /// The instants of the steps on the way that leads farthest.
    private(set) var farthest: [Int64] = []
    /// How many more points are looked at; a way that takes longer to find is told as far as it was found.
    private var patience = 20_000

    init(sequence: SequenceCondition, deadlines: [Deadline?], history: StepHistory, now: Int64) {
        (self.sequence, self.deadlines, self.history, self.now) = (sequence, deadlines, history, now)
    }

    /// Where a way has come to.
    private struct Point {
        var time: Int64
        /// The values by which later events may be joined to it.
        var keys: [EventSequence.Step.Join: Set<UInt32>]
    }

    mutating func run() {
        for event in history.events(of: 0, of: 0) {
            if goesThrough([event.time], at: Point(time: event.time, keys: keys(of: event))) { return }
        }
    }

    private mutating func goesThrough(_ path: [Int64], at point: Point) -> Bool {
        if path.count > farthest.count { farthest = path }
        guard path.count < sequence.steps.count else { return true }
        patience -= 1
        guard patience > 0, let deadline = deadlines[path.count] else { return false }
        let step = sequence.steps[path.count]
        let last = deadline.instant(after: point.time)
        let next = history.events(of: path.count, of: 0).filter { $0.time > point.time && $0.time <= last }
        if step.isNegated {
            let isDisturbed = next.contains { event in joined(event, to: point, by: step.join) != nil }
            guard last < now, !isDisturbed else { return false }
            return goesThrough(path + [last], at: Point(time: last, keys: point.keys))
        }
        for event in next {
            guard let reached = joined(event, to: point, by: step.join) else { continue }
            if goesThrough(path + [event.time], at: reached) { return true }
        }
        return false
    }

    /// The point that an event leads to; none where it does not agree with the point before.
    private func joined(_ event: StepEvent, to point: Point, by join: EventSequence.Step.Join?) -> Point? {
        var keys = keys(of: event)
        if let join {
            let shared = (keys[join] ?? []).intersection(point.keys[join] ?? [])
            guard !shared.isEmpty else { return nil }
            keys[join] = shared
        }
        return Point(time: event.time, keys: keys)
    }

    private func keys(of event: StepEvent) -> [EventSequence.Step.Join: Set<UInt32>] {
        let joins: [EventSequence.Step.Join] = [.product, .cart]
        return Dictionary(uniqueKeysWithValues: joins.map { ($0, Set(history.keys[event.keys[$0]])) })
    }
}
