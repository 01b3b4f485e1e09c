public import Analytics
import Columnar
public import Customers
public import Filters
public import Phrases
import Segmentation

/// A report that cannot be made as it was asked for.
public enum ReportProblem: Phrased, Equatable, CustomStringConvertible {
    /// The last day lies before the first.
    case endsBeforeItBegins
    case tooManyPeriods(Int, most: Int)

    public var description: String { phrase.description }

    public var phrase: Phrase {
        switch self {
        case .endsBeforeItBegins:
            Phrase(
                "report.wrong.order",
                "The report ends before it begins; give --from a day that is not after --to.")
        case .tooManyPeriods(let count, let most):
            Phrase(
                "report.wrong.many",
                "%1 periods are too many; ask for %2 at most, or for weeks or months instead of days.", "\(count)",
                "\(most)")
        }
    }
}

extension Session {
    /// The measures of every day, week or month from one local day through another.
    ///
    /// - `scope`: a filter whose people alone are counted.
    /// - `metrics`: the measures that are wanted, none for all; others may have no value.
    /// - `refunds`: in which period a refund counts.
    @concurrent
    public nonisolated func measures(
        by unit: Period, from first: CivilDate, through last: CivilDate, in scope: String? = nil, asOf: Instant,
        metrics: Set<Metric>? = nil, refunds: RefundDating = .ownDate
    ) async throws -> MeasureSeries {
        guard first <= last else { throw ReportProblem.endsBeforeItBegins }
        let days = Int(last.dayNumber - first.dayNumber) + 1
        guard days <= mostPeriods else { throw ReportProblem.tooManyPeriods(days, most: mostPeriods) }
        let state = try await current()
        return try state.measures(
            of: [ReportPeriods(by: unit, from: first, through: last, in: state.calendar)], in: scope, asOf: asOf,
            metrics: metrics, refunds: refunds)[0]
    }

    /// The measures of the last stretches of so many days each, the last one ending with a local day; several such series.
    ///
    /// - `refunds`: in which period a refund counts.
    @concurrent
    public nonisolated func measures(
        of stretches: [(count: Int, days: Int)], through last: CivilDate, in scope: String? = nil, asOf: Instant,
        metrics: Set<Metric>? = nil, refunds: RefundDating = .ownDate
    ) async throws -> [MeasureSeries] {
        let state = try await current()
        let periods = stretches.map {
            ReportPeriods(stretches: $0.count, of: $0.days, through: last, in: state.calendar)
        }
        return try state.measures(of: periods, in: scope, asOf: asOf, metrics: metrics, refunds: refunds)
    }
}

/// Twenty years of days.
private let mostPeriods = 7_400

extension WorkspaceState {
    /// The measures of some series of periods, counted once for a state and a date.
    func measures(
        of periods: [ReportPeriods], in scope: String?, asOf: Instant, metrics: Set<Metric>?,
        refunds: RefundDating = .ownDate
    ) throws -> [MeasureSeries] {
        // Without a scope nothing changes some days after the last thing that happened: then every cart is decided too.
        let settled = Instant(
            milliseconds: max(lastInstant, periods.map(\.span.upperBound).max() ?? 0) + 2 * 86_400_000)
        let date = scope == nil ? min(asOf, settled) : asOf
        let key = FigureCache.MeasureKey(
            bounds: periods.map(\.bounds), scope: scope, asOf: date, metrics: metrics, refunds: refunds)
        return try figures.measures(for: key) {
            try MeasureSeries.together(
                measureSources(in: scope, refunds: refunds, asOf: date), periods: periods, asOf: date,
                metrics: metrics)
        }
    }

    /// The last instant that anything in the store is dated at.
    private var lastInstant: Int64 {
        let changes = population.traits[MeasureVocabulary.standard.subscribed]?.changes.map { [$0.times] } ?? []
        let times = [population.orders.times] + population.events.values.map(\.times) + changes
        return max(times.compactMap { $0.count > 0 ? $0[$0.count - 1] : nil }.max() ?? 0, population.existence.latest)
    }

    /// The columns that measures are worked out from.
    func measureSources(
        in scope: String?, refunds dating: RefundDating = .ownDate, asOf: Instant
    ) throws -> MeasureSources {
        let hasOrders = population.orders.count > 0
        let orderNames: Set = ["order", "purchase"]
        return MeasureSources(
            profiles: population.profiles, existence: population.existence,
            people: try scope.map { try members(of: $0, asOf: asOf) } ?? evaluator.base(asOf: asOf),
            events: population.events.filter { !hasOrders || !orderNames.contains($0.key) },
            purchases: try purchaseRuns(refunds: dating, asOf: asOf),
            refunds: dating == .ownDate ? try refundRuns(asOf: asOf) : [],
            refundWords: refunds == nil ? .statuses : .records(dating),
            subscribed: population.traits[MeasureVocabulary.standard.subscribed],
            vocabulary: settings.measureVocabulary)
    }
}
