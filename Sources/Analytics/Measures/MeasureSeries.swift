public import Customers
public import Filters

/// All measures of a row of periods.
public struct MeasureSeries: Hashable, Sendable {
    public let periods: ReportPeriods
    /// The date of the question: nothing at or after it is counted.
    public let asOf: Instant
    /// The figures of each period; the one that holds the date of the question is cut to it, and those that begin at or
    /// after it have none.
    public let figures: [PeriodFigures?]
    /// How the people of a measure are said.
    public let filters: MetricFilters

    /// Counts in one pass over each table; the passes share two threads.
    ///
    /// `metrics`: the measures that are wanted, none for all; others may have no value.
    ///
    /// - Throws: `CancellationError`.
    /// - Complexity: O(events + orders + periods x profiles / 64)
    public init(
        _ sources: MeasureSources, periods: ReportPeriods, asOf: Instant, metrics: Set<Metric>? = nil
    ) throws {
        self = try Self.together(sources, periods: [periods], asOf: asOf, metrics: metrics)[0]
    }

    /// Several series of the same time, for all of which each event is looked at once.
    ///
    /// - Throws: `CancellationError`.
    public static func together(
        _ sources: MeasureSources, periods: [ReportPeriods], asOf: Instant, metrics: Set<Metric>? = nil
    ) throws -> [MeasureSeries] {
        let grid = MeasureGrid(periods, asOf: asOf.milliseconds)
        let counted = try CountedParts(sources, grid: grid, needs: MeasureNeeds(metrics))
        let filters = MetricFilters(sources)
        return periods.indices.map { report in
            let begun = grid.reports[report].count
            let figures = (0..<periods[report].count).map { $0 < begun ? counted.figures(of: $0, in: report) : nil }
            return MeasureSeries(periods: periods[report], asOf: asOf, figures: figures, filters: filters)
        }
    }

    /// A series of figures that were counted elsewhere, one a period.
    ///
    /// - Precondition: there are as many as periods.
    public init(periods: ReportPeriods, asOf: Instant, figures: [PeriodFigures?], filters: MetricFilters) {
        precondition(figures.count == periods.count, "figures of other periods")
        self.periods = periods
        self.asOf = asOf
        self.figures = figures
        self.filters = filters
    }

    /// The people of a measure in a period; none where no filter says them.
    public func people(of metric: Metric, in period: Int) -> Filter? {
        filters.people(of: metric, in: periods.days(of: period), isCut: isCut(period))
    }

    /// A measure of a period; none where the data cannot give it or the period has not begun.
    public func value(of metric: Metric, in period: Int) -> MetricValue? {
        figures[period].flatMap { metric.value(of: $0) }
    }

    /// Whether a period has not ended at the date of the question, so that its figures are not final.
    public func isCut(_ period: Int) -> Bool { periods.span(of: period).upperBound > asOf.milliseconds }

    /// Whether mails sent stand in for mails delivered.
    public var takesSentForDelivered: Bool {
        figures.contains { $0.map { $0.events[.delivered] == nil && $0.events[.sent] != nil } ?? false }
    }
}

/// The periods of a report as far as they have begun at the date of a question.
struct CutPeriods {
    /// Periods that have begun.
    let count: Int
    /// Where they begin, and where the last of them ends; cut to the date.
    let bounds: [Int64]
    /// The date of the question.
    let asOf: Int64
    /// The bounds of the same periods uncut, as instants and as days.
    let uncut, days: [Int64]

    init(_ periods: ReportPeriods, asOf: Int64) {
        self.init(bounds: periods.bounds, days: periods.edges.map { Int64($0.dayNumber) }, asOf: asOf)
    }

    /// Periods between rising bounds, as instants and as days.
    init(bounds: [Int64], days: [Int64], asOf: Int64) {
        count = bounds.dropLast().prefix { $0 < asOf }.count
        self.bounds = bounds.prefix(count + 1).map { min($0, asOf) }
        uncut = Array(bounds.prefix(count + 1))
        self.days = Array(days.prefix(count + 1))
        self.asOf = asOf
    }

    func span(of period: Int) -> Range<Int64> { bounds[period]..<bounds[period + 1] }

    /// The period that holds an instant.
    func index(of time: Int64) -> Int? { bounds.stretch(holding: time) }
}
