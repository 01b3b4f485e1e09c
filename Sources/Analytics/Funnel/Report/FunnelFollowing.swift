public import Columnar
import Customers
public import Filters

/// Follows profiles through a funnel, once for a report and for the people behind it.
public struct FunnelFollowing: Sendable {
    /// Tells groups apart.
    public enum Grouping: Sendable {
        case none
        /// The group of every profile, from 0.
        case profiles([UInt16])
        /// The mark of the first or last event of an attempt is its group.
        case marks(FunnelTouch)
        /// The funnel by itself for every mark of the first step.
        case eachMark
    }

    private let question: FunnelQuestion
    private let table: PathTable

    /// Lays the events of each profile side by side.
    ///
    /// `events`: of the steps, the excluded ones, and for the strict order all others; `isMeant`: the profiles that are
    /// followed, none for all.
    ///
    /// - Throws: `CancellationError`.
    /// - Complexity: O(events), 8 bytes each.
    public init(_ question: FunnelQuestion, through events: FunnelEvents, of isMeant: Bitmap? = nil) throws {
        self.question = question
        table = try PathTable(events, of: isMeant)
    }

    /// What became of every profile.
    ///
    /// - Throws: `CancellationError`.
    public func outcomes() throws -> FunnelOutcomes { try part(.none, groups: 0).outcomes }

    /// The report, by groups where there is a split.
    ///
    /// `grouping` tells the groups of `split` apart; `periods` are those of the trend.
    ///
    /// - Throws: `CancellationError`.
    public func report(
        by split: FunnelSplit? = nil, _ grouping: Grouping = .none, periods: ReportPeriods
    ) throws -> FunnelReport {
        let names = question.funnel.steps.map(\.text)
        let count = split?.groups.count ?? 0
        let whole = try part(grouping, groups: count)
        return FunnelReport(
            question: question, whole: FunnelReport.Part(whole.tally, names: names),
            groups: whole.groups.map { FunnelReport.Part($0, names: names) }, split: split,
            trend: FunnelReport.trend(whole.tally, periods: periods),
            timeToConvert: DurationHistogram(whole.tally.lengths), events: table.events)
    }

    private func part(_ grouping: Grouping, groups: Int) throws -> FunnelPass.Part {
        let told: FunnelPass.Grouping =
            switch grouping {
            case .none: .none
            case .eachMark: .eachMark
            case .profiles(let numbers): .one { profile, _ in Int(numbers[profile]) }
            case .marks(.first): .one { _, attempt in Int(attempt.events[0].mark) }
            case .marks(.last): .one { _, attempt in Int(attempt.events[attempt.depth - 1].mark) }
            }
        let pass = FunnelPass(question, through: table, by: told, groups: groups)
        let middle = table.count / 2
        let halves = [0..<middle, middle..<table.count]
        let parts = try shared(halves.count) { try pass.part(halves[$0]) }
        var whole = parts[0]
        whole.tally.add(parts[1].tally)
        for place in whole.groups.indices { whole.groups[place].add(parts[1].groups[place]) }
        whole.outcomes.take(halves[1], from: parts[1].outcomes)
        return whole
    }
}

extension FunnelReport.Part {
    init(_ tally: FunnelTally, names: [String]) {
        let last = tally.steps - 1
        var reached = 0
        var steps: [FunnelReport.Step] = []
        for step in (0...last).reversed() {
            let further = reached
            reached += tally.ended[step]
            steps.append(
                FunnelReport.Step(
                    name: names[step], profiles: reached, converted: step == last ? reached : further,
                    dropped: step == last ? 0 : tally.ended[step] - tally.open[step], open: tally.open[step],
                    medianSeconds: tally.gaps[step].lowerMedian.map { Double($0) / 1000 },
                    medianSecondsOfConverted: tally.convertedGaps[step].lowerMedian.map { Double($0) / 1000 }))
        }
        self.steps = steps.reversed()
        medianSeconds = tally.lengths.lowerMedian.map { Double($0) / 1000 }
    }
}

extension FunnelReport {
    fileprivate static func trend(_ tally: FunnelTally, periods: ReportPeriods) -> [TrendPoint] {
        var entered = [Int](repeating: 0, count: periods.count)
        var (converted, open) = (entered, entered)
        for (start, depth) in tally.begun {
            guard let period = periods.index(of: start) else { continue }
            entered[period] += 1
            if Int(depth) == tally.steps { converted[period] += 1 }
            if depth < 0 { open[period] += 1 }
        }
        return entered.indices.map {
            TrendPoint(
                start: periods.edges[$0], entered: entered[$0], converted: converted[$0], open: open[$0])
        }
    }
}

extension [Int64] {
    /// The element at the lower middle of the sorted order; none of no elements.
    fileprivate var lowerMedian: Int64? { isEmpty ? nil : elements(atSorted: [(count - 1) / 2])[0] }
}
