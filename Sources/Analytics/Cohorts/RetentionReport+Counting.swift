public import Customers
public import Filters
public import Phrases

extension RetentionReport {
    /// Counts who began and who came back.
    ///
    /// - Throws: `RetentionError` for more periods than a report can show, `CancellationError`.
    /// - Complexity: one pass where start, return and purchases are the same events, three otherwise; O(profiles) memory
    public init(
        _ events: RetentionEvents, start: ReportEvent, returning: ReportEvent, options: RetentionOptions,
        asOf: Instant, in calendar: CivilCalendar
    ) throws {
        let last = calendar.date(at: Instant(milliseconds: asOf.milliseconds - 1))
        let began = events.firstStart.map { calendar.date(at: Instant(milliseconds: $0)) }
        let none = RetentionReport(
            asOf: asOf, start: start, returning: returning, options: options, cohorts: [], edges: [])
        guard let first = options.from ?? began, began != nil, first <= last, first <= options.through ?? last else {
            self = none
            return
        }
        let periods = ReportPeriods(by: options.unit, wholeFrom: first, through: last, in: calendar)
        let through = calendar.midnight(of: min(options.through ?? last, last)).milliseconds
        let cohorts = (periods.index(of: through) ?? periods.count - 1) + 1
        let cells = min(options.cells, periods.count)
        guard periods.count < Int16.max, cohorts * cells <= Self.mostCells else {
            throw RetentionError(unit: options.unit, periods: periods.count)
        }
        let count = try RetentionCount(
            events, periods: periods, cohorts: cohorts, cells: cells, countsLater: options.countsLater)
        // Nobody has begun after the data ends, which is no news.
        let shown =
            options.through == nil ? (count.sizes.lastIndex { $0 > 0 } ?? -1) + 1 : cohorts
        self.init(
            asOf: asOf, start: start, returning: returning, options: options,
            cohorts: (0..<shown).map { Cohort($0, of: count, periods, asOf: asOf) }, edges: periods.edges)
    }

    private static let mostCells = 4_000_000
}

extension RetentionReport.Cohort {
    fileprivate init(_ cohort: Int, of count: RetentionCount, _ periods: ReportPeriods, asOf: Instant) {
        let cells = (0..<count.cells).map { cell in
            let period = cohort + cell
            let isPast = period < periods.count && periods.span(of: period).upperBound <= asOf.milliseconds
            return isPast ? cohort * count.cells + cell : nil
        }
        self.init(
            period: CohortPeriod(periods.unit, from: periods.edges[cohort]), days: periods.days(of: cohort),
            size: count.sizes[cohort], people: cells.map { $0.map { count.people[$0] } },
            revenueMinor: cells.map { $0.map { count.revenue[$0] } })
    }
}

/// More periods than a report can show.
public struct RetentionError: Phrased, Hashable, CustomStringConvertible {
    /// The length of the periods.
    public let unit: Period
    /// How many there would be.
    public let periods: Int

    public var description: String { phrase.description }

    public var phrase: Phrase {
        let length =
            switch unit {
            case .day: Phrase("cohorts.days", one: "%1 day", other: "%1 days", count: periods, "\(periods)")
            case .week: Phrase("cohorts.weeks", one: "%1 week", other: "%1 weeks", count: periods, "\(periods)")
            case .month: Phrase("cohorts.months", one: "%1 month", other: "%1 months", count: periods, "\(periods)")
            }
        return Phrase(
            "cohorts.toomany",
            """
            From the first cohort to the date of the question there are %1, too many for one report; begin later, take \
            longer periods, or fewer cells.
            """
        ).with(length)
    }
}
