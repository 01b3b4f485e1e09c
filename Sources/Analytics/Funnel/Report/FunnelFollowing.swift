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
    public init(_ question: FunnelQuestion, through events: PathEvents, of isMeant: Bitmap? = nil) throws {
        self.question = question
        table = try PathTable(events, of: isMeant)
    }

    /// What became of every profile.
    ///
    /// - Throws: `CancellationError`.
    public func outcomes() throws -> FunnelOutcomes {
        let pass = FunnelPass(question, through: table, by: .none, groups: 0)
        let halves = table.halves
        let parts = try shared(halves.count) { half in
            var outcomes = FunnelOutcomes(profiles: table.count, steps: question.funnel.steps.count)
            try pass.forEachAttempt(of: halves[half]) { outcomes.take($0, isOpen: $1, of: $2) }
            return outcomes
        }
        var whole = parts[0]
        whole.take(table.profiles(of: halves[1]), from: parts[1])
        return whole
    }

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
        let halves = try halves(grouping, groups: count, periods)
        let tallies = shared(count + 1) { place in
            var tally = place == 0 ? halves[0].tally : halves[0].groups[place - 1]
            tally.add(place == 0 ? halves[1].tally : halves[1].groups[place - 1])
            return tally
        }
        return FunnelReport(
            question: question, whole: FunnelReport.Part(tallies[0], names: names),
            groups: tallies.dropFirst().map { FunnelReport.Part($0, names: names) }, split: split,
            trend: zip(periods.edges, tallies[0].trend).map { start, entries in
                FunnelReport.TrendPoint(
                    start: start, entered: entries.entered, converted: entries.converted, open: entries.open)
            },
            timeToConvert: DurationHistogram(tallies[0].lengths), events: table.events)
    }

    /// What came of the profiles of each half of the table.
    private func halves(
        _ grouping: Grouping, groups: Int, _ periods: ReportPeriods
    ) throws -> [FunnelPass.Part] {
        let told: FunnelPass.Grouping =
            switch grouping {
            case .none: .none
            case .eachMark: .eachMark
            case .profiles(let numbers): .one { profile, _ in Int(numbers[profile]) }
            case .marks(.first): .one { _, attempt in Int(attempt.events[0].mark) }
            case .marks(.last): .one { _, attempt in Int(attempt.events[attempt.depth - 1].mark) }
            }
        let pass = FunnelPass(question, through: table, by: told, groups: groups)
        let halves = table.halves
        return try shared(halves.count) { try pass.part(halves[$0], periods) }
    }
}

extension FunnelReport.Part {
    init(_ tally: FunnelTally, names: [String]) {
        let last = tally.steps - 1
        let medians = shared(tally.steps) { step in
            step == 0
                ? (nil, nil) : (tally.gaps(to: step).seconds, tally.gaps(to: step, ofConverted: true).seconds)
        }
        var reached = 0
        var steps: [FunnelReport.Step] = []
        for step in (0...last).reversed() {
            let further = reached
            reached += tally.ended[step]
            steps.append(
                FunnelReport.Step(
                    name: names[step], profiles: reached, converted: step == last ? reached : further,
                    dropped: step == last ? 0 : tally.ended[step] - tally.open[step], open: tally.open[step],
                    medianSeconds: medians[step].0,
                    medianSecondsOfConverted: medians[step].1))
        }
        self.steps = steps.reversed()
        medianSeconds = tally.lengths.seconds
    }
}

extension [Int64] {
    /// The lower median of milliseconds, in seconds; none of none.
    fileprivate var seconds: Double? { isEmpty ? nil : Double(elements(atSorted: [(count - 1) / 2])[0]) / 1000 }
}
