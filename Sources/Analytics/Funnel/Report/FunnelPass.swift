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

    /// What came of the profiles of some parts.
    struct Part: Sendable {
        var tally: FunnelTally
        var groups: [FunnelTally]
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
    private let stopsAtExcluded: Bool

    init(_ question: FunnelQuestion, through table: PathTable, by grouping: Grouping, groups: Int) {
        self.question = question
        self.table = table
        self.grouping = grouping
        self.groups = groups
        steps = question.funnel.steps.count
        window = question.window
        asOf = question.asOf.milliseconds
        entry = table.clock.counted(question.entry.lowerBound)..<table.clock.counted(question.entry.upperBound)
        countsAttempts = question.unit == .attempts
        takesOutExcluded = !question.funnel.excluded.isEmpty && !question.funnel.endsAtExcluded
        stopsAtExcluded = question.funnel.endsAtExcluded && question.funnel.order == .ordered
    }

    /// Counts the attempts of the profiles of some parts of the table.
    ///
    /// - Throws: `CancellationError`.
    func part(_ parts: Range<Int>, _ periods: ReportPeriods) throws -> Part {
        var part = Part(
            tally: FunnelTally(steps: steps, periods: periods.count),
            groups: Array(repeating: FunnelTally(steps: steps), count: groups))
        part.tally.reserve(table.profiles(of: parts).count)
        try forEachAttempt(of: parts) { attempt, isOpen, profile in
            let period = periods.index(of: table.clock.instant(of: attempt.start))
            part.tally.add(attempt, isOpen: isOpen, in: period)
            switch grouping {
            case .none: break
            case .one(let group): part.groups[group(profile, attempt)].add(attempt, isOpen: isOpen)
            case .eachMark:
                // People's groups come from their best attempts by mark.
                if countsAttempts { part.groups[Int(attempt.events[0].mark)].add(attempt, isOpen: isOpen) }
            }
        } byMark: { attempt, isOpen, mark in
            part.groups[mark].add(attempt, isOpen: isOpen)
        }
        return part
    }

    /// Called with an attempt, whether it can still get further, and the number of what it is an attempt of.
    typealias Taking = (FunnelAttempt, Bool, Int) -> Void

    /// Calls `body` with every attempt that counts and its profile: the best one, or each of them where those are counted;
    /// and `byMark` with the best one for each mark and that mark where it is asked for.
    ///
    /// - Throws: `CancellationError`.
    func forEachAttempt(of parts: Range<Int>, _ body: Taking, byMark: Taking = { _, _, _ in }) throws {
        switch question.funnel.order {
        case .ordered:
            var walk = OrderedWalk(
                steps: steps, window: window, stopsAtExcluded: stopsAtExcluded)
            try forEachAttempt(of: parts, &walk, body, byMark)
        case .strict:
            var walk = StrictWalk(steps: steps, window: window)
            try forEachAttempt(of: parts, &walk, body, byMark)
        case .any:
            var walk = AnyOrderWalk(steps: steps, window: window)
            try forEachAttempt(of: parts, &walk, body, byMark)
        }
    }

    private func forEachAttempt<Walk: FunnelWalk & ~Copyable>(
        of parts: Range<Int>, _ walk: inout Walk, _ body: Taking, _ byMark: Taking
    ) throws {
        let best = BestAttempt(steps: steps, choice: question.choice)
        let marked = Marked(steps: steps, choice: question.choice, count: isByMark ? groups : 0)
        let isByMark = isByMark
        try table.forEachPath(in: parts) { profile, path in
            best.clear()
            walk.forEachAttempt(in: path, begun: entry) { attempt in
                if countsAttempts {
                    if !isSpoilt(attempt, path) { body(attempt, isOpen(attempt, path), profile) }
                    return
                }
                best.meet(attempt)
                if isByMark { marked.meet(attempt) }
            }
            if let attempt = best.attempt, !isSpoilt(attempt, path) { body(attempt, isOpen(attempt, path), profile) }
            guard isByMark else { return }
            marked.forEach { mark, attempt in
                if !isSpoilt(attempt, path) { byMark(attempt, isOpen(attempt, path), mark) }
            }
            marked.clear()
        }
    }

    private var isByMark: Bool {
        if case .eachMark = grouping { return true }
        return false
    }

    /// Whether an attempt may still get further: its window is not over, and no excluded event has ended it.
    private func isOpen(_ attempt: FunnelAttempt, _ path: UnsafeBufferPointer<PathEntry>) -> Bool {
        guard attempt.depth < steps else { return false }
        if stopsAtExcluded {
            let last = attempt.times[attempt.depth - 1]
            guard !path.contains(where: { $0.isAside && $0.mark == PathEntry.excluded && $0.time > last }) else {
                return false
            }
        }
        let (end, overflow) = table.clock.instant(of: attempt.start).addingReportingOverflow(window)
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
