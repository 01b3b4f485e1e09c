import Columnar
import Filters

/// Follows all profiles through a funnel.
struct FunnelPass: Sendable {
    let question: FunnelQuestion
    let table: PathTable
    /// Takes a group for an attempt, from 0; none where the report is not broken down.
    let group: (@Sendable (_ profile: Int, _ attempt: FunnelAttempt) -> Int)?
    let groups: Int
    /// The mark that an attempt's first event must bear, where only such attempts count.
    var firstMark: UInt8?

    /// What came of the profiles of a range.
    struct Part: Sendable {
        var tally: FunnelTally
        var groups: [FunnelTally]
        var outcomes: FunnelOutcomes
    }

    /// Follows the profiles of a range.
    ///
    /// - Throws: `CancellationError`.
    func part(_ profiles: Range<Int>) throws -> Part {
        switch question.funnel.order {
        case .ordered:
            var walk = OrderedWalk(
                steps: steps, window: question.window,
                stopsAtExcluded: question.funnel.endsAtExcluded)
            return try part(profiles, &walk)
        case .strict:
            var walk = StrictWalk(steps: steps, window: question.window)
            return try part(profiles, &walk)
        case .any:
            var walk = AnyOrderWalk(steps: steps, window: question.window)
            return try part(profiles, &walk)
        }
    }

    private var steps: Int { question.funnel.steps.count }

    private func part<Walk: FunnelWalk & ~Copyable>(_ profiles: Range<Int>, _ walk: inout Walk) throws -> Part {
        var part = Part(
            tally: FunnelTally(steps: steps), groups: Array(repeating: FunnelTally(steps: steps), count: groups),
            outcomes: FunnelOutcomes(profiles: table.count))
        let entry = table.relative(question.entry)
        var best = BestAttempt(steps: steps, choice: question.choice)
        for profile in profiles {
            if profile % 4096 == 0 { try Task.checkCancellation() }
            let path = table.path(of: profile)
            guard !path.isEmpty else { continue }
            best.clear()
            walk.forEachAttempt(in: path, begun: entry) { attempt in
                if let firstMark, attempt.events[0].mark != firstMark { return }
                guard question.unit == .attempts else { return best.meet(attempt) }
                guard !isSpoilt(attempt, path) else { return }
                add(attempt, of: profile, to: &part)
            }
            best.withAttempt { attempt in
                guard !isSpoilt(attempt, path) else { return }
                add(attempt, of: profile, to: &part)
            }
        }
        return part
    }

    /// Whether an excluded event lies between steps of an attempt that it takes out.
    private func isSpoilt(_ attempt: FunnelAttempt, _ path: UnsafeBufferPointer<PathEntry>) -> Bool {
        guard !question.funnel.excluded.isEmpty, !question.funnel.endsAtExcluded else { return false }
        let (start, end) = (attempt.start, attempt.times[attempt.depth - 1])
        return path.contains {
            $0.isAside && $0.mark == PathEntry.excluded && $0.time > start && $0.time < end
        }
    }

    private func add(_ attempt: FunnelAttempt, of profile: Int, to part: inout Part) {
        let isOpen = attempt.depth < steps && question.isOpen(begun: attempt.start + table.origin)
        part.tally.add(attempt, isOpen: isOpen, origin: table.origin)
        if let group { part.groups[group(profile, attempt)].add(attempt, isOpen: isOpen, origin: table.origin) }
        part.outcomes.set(
            attempt.depth, isOpen: isOpen, first: attempt.events[0].mark,
            last: attempt.events[attempt.depth - 1].mark, of: profile)
    }
}

/// The best attempt met so far: the deepest, then the fastest, then the earliest.
private struct BestAttempt {
    private let choice: FunnelQuestion.Choice
    private var events: [PathEntry]
    private var times: [Int64]
    private var depth = 0
    private var start: Int64 = 0

    init(steps: Int, choice: FunnelQuestion.Choice) {
        self.choice = choice
        events = Array(repeating: PathEntry(time: 0, steps: 0, mark: 0), count: steps)
        times = Array(repeating: 0, count: steps)
    }

    mutating func clear() { depth = 0 }

    /// Attempts come with the latest first.
    mutating func meet(_ attempt: FunnelAttempt) {
        guard attempt.depth > depth || (attempt.depth == depth && isNotWorse(attempt)) else { return }
        depth = attempt.depth
        start = attempt.start
        for step in 0..<depth { (events[step], times[step]) = (attempt.events[step], attempt.times[step]) }
    }

    private func isNotWorse(_ attempt: FunnelAttempt) -> Bool {
        choice == .earliest ? attempt.start <= start : attempt.length <= times[depth - 1] - start
    }

    func withAttempt(_ body: (FunnelAttempt) -> Void) {
        guard depth > 0 else { return }
        events.withUnsafeBufferPointer { events in
            times.withUnsafeBufferPointer { times in
                body(
                    FunnelAttempt(
                        events: UnsafeBufferPointer(rebasing: events[..<depth]),
                        times: UnsafeBufferPointer(rebasing: times[..<depth]), start: start))
            }
        }
    }
}
