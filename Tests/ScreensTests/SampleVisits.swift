import Analytics
import Customers
import Filters
import Screens

extension Sample {
    /// Visits that grow by one a period, of which the last is of no length.
    static func sessions(on days: ClosedRange<CivilDate>?, by unit: Period) -> SessionReport {
        let last = CivilDate(parsing: "2026-11-22") ?? .earliest
        let days = days ?? last.adding(days: -29)...last
        let periods = ReportPeriods(by: unit, from: days.lowerBound, through: days.upperBound, in: .utc)
        let figures = (0..<periods.count).map { visits(60 + $0, people: 40 + $0) }
        return SessionReport(
            gap: 1_800_000, periods: periods, figures: figures, total: visits(2400, people: 90),
            buyers: .init(byPeriod: figures.map { $0.people / 10 }, total: 30),
            filters: MetricFilters(events: ["page_view"]))
    }

    private static func visits(_ count: Int, people: Int) -> SessionFigures {
        SessionFigures(
            people: people, events: count * 5, single: count / 4, most: 7,
            milliseconds: (0..<count).map { Int64($0) * 10_000 })
    }
}
