import Analytics
import Customers
import Filters
import Testing

struct ReportPeriodTests {
    private func date(_ text: String) throws -> CivilDate { try #require(CivilDate(parsing: text)) }

    @Test func `weeks between two days are cut to them`() throws {
        let calendar = try #require(CivilCalendar(zone: "Europe/Warsaw"))
        let periods = ReportPeriods(
            by: .week, from: try date("2026-01-07"), through: try date("2026-01-20"), in: calendar)
        #expect(periods.edges.map(\.description) == ["2026-01-07", "2026-01-12", "2026-01-19", "2026-01-21"])
        #expect(periods.days(of: 2).upperBound == (try date("2026-01-20")))
        #expect(periods.index(of: periods.bounds[1]) == 1)
        #expect(periods.index(of: periods.bounds[1] - 1) == 0)
        #expect(periods.index(of: periods.bounds[3]) == nil)
    }

    @Test func `whole months hold both ends, and a day of 23 hours is one`() throws {
        let calendar = try #require(CivilCalendar(zone: "Europe/Warsaw"))
        let months = ReportPeriods(
            by: .month, wholeFrom: try date("2026-01-31"), through: try date("2026-03-01"), in: calendar)
        #expect(months.edges.map(\.description) == ["2026-01-01", "2026-02-01", "2026-03-01", "2026-04-01"])
        let days = ReportPeriods(
            by: .day, from: try date("2026-03-28"), through: try date("2026-03-30"), in: calendar)
        #expect((0..<days.count).map { (days.bounds[$0 + 1] - days.bounds[$0]) / 3_600_000 } == [24, 23, 24])
    }

    @Test func `an instant is found in periods of the most uneven lengths`() throws {
        let calendar = try #require(CivilCalendar(zone: "Europe/Warsaw"))
        let reports = [
            ReportPeriods(by: .month, from: try date("2020-02-29"), through: try date("2026-03-01"), in: calendar),
            ReportPeriods(by: .day, from: try date("2026-03-01"), through: try date("2026-11-30"), in: calendar),
            ReportPeriods(by: .week, from: try date("2026-03-29"), through: try date("2026-03-30"), in: calendar),
        ]
        for periods in reports {
            for (period, bound) in periods.bounds.enumerated() {
                #expect(periods.index(of: bound) == (period < periods.count ? period : nil))
                #expect(periods.index(of: bound - 1) == (period > 0 ? period - 1 : nil))
            }
        }
    }
}
