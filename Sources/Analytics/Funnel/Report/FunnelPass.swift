import Columnar
import Customers
import Filters

/// Follows all profiles through a funnel.
final class FunnelPass: Sendable {
    /// Takes a group for an attempt, from 0.
    typealias Group = @Sendable (_ profile: Int, _ attempt: FunnelAttempt) -> Int

    /// How attempts are told apart.
    enum Grouping: Sendable {
        case none
        case one(Group)
        /// The best attempt for every mark of the first step by itself.
        case eachMark
    }

    /// What came of the profiles of a range.
    struct Part: Sendable {
        var tally: FunnelTally
        var groups: [FunnelTally]
        var outcomes: FunnelOutcomes
    }

    private let question: FunnelQuestion
    private let table: PathTable
    private let grouping: Grouping
    private let groups: Int
    // What is asked for every profile, taken out of the question.
    private let steps: Int
    private let window: Int64
    private let asOf: Int64
    private let entry: Range<Int64>
    private let countsAttempts: Bool
    private let takesOutExcluded: Bool

    init(_ question: FunnelQuestion, through table: PathTable, by grouping: Grouping, groups: Int) {
        self.question = question
        self.table = table
        self.grouping = grouping
        self.groups = groups
        steps = question.funnel.steps.count
        window = question.window
        asOf = question.asOf.milliseconds
        entry = table.relative(question.entry)
        countsAttempts = question.unit == .attempts
        takesOutExcluded = !question.funnel.excluded.isEmpty && !question.funnel.endsAtExcluded
    }

    /// Follows the profiles of a range.
    ///
    /// - Throws: `CancellationError`.
    func part(_ profiles: Range<Int>) throws -> Part {
        switch question.funnel.order {
        case .ordered:
            var walk = OrderedWalk(
                steps: steps, window: window, stopsAtExcluded: question.funnel.endsAtExcluded)
            return try part(profiles, &walk)
        case .strict:
            var walk = StrictWalk(steps: steps, window: window)
            return try part(profiles, &walk)
        case .any:
            var walk = AnyOrderWalk(steps: steps, window: window)
            return try part(profiles, &walk)
        }
    }

    private func part<Walk: FunnelWalk & ~Copyable>(_ profiles: Range<Int>, _ walk: inout Walk) throws -> Part {
        var part = Part(
            tally: FunnelTally(steps: steps), groups: Array(repeating: FunnelTally(steps: steps), count: groups),
            outcomes: FunnelOutcomes(profiles: table.count, steps: steps))
        let best = BestAttempt(steps: steps, choice: question.choice)
        let marked = Marked(steps: steps, choice: question.choice, count: isByMark ? groups : 0)
        for profile in profiles {
            if profile % 4096 == 0 { try Task.checkCancellation() }
            let path = table.path(of: profile)
            guard !path.isEmpty else { continue }
            best.clear()
            marked.clear()
            walk.forEachAttempt(in: path, begun: entry) { attempt in
                if countsAttempts { return add(attempt, path, of: profile, to: &part) }
                best.meet(attempt)
                marked.meet(attempt)
            }
            if let attempt = best.attempt { add(attempt, path, of: profile, to: &part) }
            marked.forEach { mark, attempt in
                if !isSpoilt(attempt, path) {
                    part.groups[mark].add(attempt, isOpen: isOpen(attempt), origin: table.origin)
                }
            }
        }
        return part
    }

    private var isByMark: Bool {
        if case .eachMark = grouping { return true }
        return false
    }

    private func isOpen(_ attempt: FunnelAttempt) -> Bool {
        guard attempt.depth < steps else { return false }
        let (end, overflow) = (attempt.start + table.origin).addingReportingOverflow(window)
        return overflow || end > asOf
    }

    /// Whether an excluded event lies between steps of an attempt that it takes out.
    private func isSpoilt(_ attempt: FunnelAttempt, _ path: UnsafeBufferPointer<PathEntry>) -> Bool {
        guard takesOutExcluded else { return false }
        let (start, end) = (attempt.start, attempt.times[attempt.depth - 1])
        return path.contains {
            $0.isAside && $0.mark == PathEntry.excluded && $0.time > start && $0.time < end
        }
    }

    private func add(
        _ attempt: FunnelAttempt, _ path: UnsafeBufferPointer<PathEntry>, of profile: Int, to part: inout Part
    ) {
        guard !isSpoilt(attempt, path) else { return }
        let isOpen = isOpen(attempt)
        part.tally.add(attempt, isOpen: isOpen, origin: table.origin)
        switch grouping {
        case .none: break
        case .one(let group): part.groups[group(profile, attempt)].add(attempt, isOpen: isOpen, origin: table.origin)
        case .eachMark:
            // People's groups come from their best attempts by mark.
            guard countsAttempts else { break }
            part.groups[Int(attempt.events[0].mark)].add(attempt, isOpen: isOpen, origin: table.origin)
        }
        part.outcomes.set(
            attempt.depth, isOpen: isOpen, first: attempt.events[0].mark,
            last: attempt.events[attempt.depth - 1].mark, of: profile)
    }
}

/// The best attempt for every mark of the first step.
private final class Marked {
    private let bests: [BestAttempt]
    private var met: [Int] = []

    init(steps: Int, choice: FunnelQuestion.Choice, count: Int) {
        bests = (0..<count).map { _ in BestAttempt(steps: steps, choice: choice) }
    }

    func clear() {
        for mark in met { bests[mark].clear() }
        met.removeAll(keepingCapacity: true)
    }

    @inline(__always)
    func meet(_ attempt: FunnelAttempt) {
        guard !bests.isEmpty else { return }
        let mark = Int(attempt.events[0].mark)
        if bests[mark].attempt == nil { met.append(mark) }
        bests[mark].meet(attempt)
    }

    func forEach(_ body: (Int, FunnelAttempt) -> Void) {
        for mark in met {
            if let attempt = bests[mark].attempt { body(mark, attempt) }
        }
    }
}
