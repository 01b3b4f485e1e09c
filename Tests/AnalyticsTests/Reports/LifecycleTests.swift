import Analytics
import Columnar
import Customers
import Filters
import Testing

struct LifecycleTests {
    private let asOf: Int64 = 1_770_012_345_000

    private func report(
        _ events: RandomEvents, by unit: Period, from: CivilDate? = nil, in calendar: CivilCalendar
    ) throws -> LifecycleReport {
        try LifecycleReport(
            LifecycleEvents(
                runs: [events.run(before: asOf)], profiles: events.profiles, members: events.memberSet),
            event: ReportEvent(.named("a")), by: unit, from: from, asOf: Instant(milliseconds: asOf), in: calendar)
    }

    /// The four figures by asking of everybody in which periods they were active.
    private func slow(_ events: RandomEvents, _ periods: SlowPeriods, start: Int64) -> [Int] {
        let active = events.byProfile(before: asOf).values.map { Set($0.map { periods.start(of: $0.time) }) }
        let before = periods.start(of: start - 1)
        let now = active.filter { $0.contains(start) }
        return [
            now.filter { $0.min() == start }.count,
            now.filter { $0.contains(before) }.count,
            now.filter { !$0.contains(before) && ($0.min() ?? start) < before }.count,
            active.filter { $0.contains(before) && !$0.contains(start) }.count,
        ]
    }

    @Test(arguments: ["Asia/Tokyo", "Europe/Warsaw", "America/St_Johns"], Period.allCases)
    func `every figure is what asking everybody gives`(zone: String, unit: Period) throws {
        let calendar = try #require(CivilCalendar(zone: zone))
        let periods = try #require(SlowPeriods(zone: zone, unit: unit))
        let events = RandomEvents(records: 80, events: 900, seed: 12)
        let report = try report(events, by: unit, in: calendar)
        for (number, entry) in report.entries.enumerated() where unit != .day || number % 7 == 0 {
            let start = calendar.midnight(of: entry.days.lowerBound).milliseconds
            let found = LifecycleStage.allCases.map { entry[$0] }
            #expect(found == slow(events, periods, start: start), "\(entry.days.lowerBound)")
        }
        #expect(report.entries.map(\.isPartial) == report.entries.map { $0 == report.entries.last })
    }

    @Test(arguments: Period.allCases)
    func `who was active before is returning or dormant`(unit: Period) throws {
        let report = try report(RandomEvents(records: 80, events: 900, seed: 13), by: unit, in: .utc)
        for (before, entry) in zip(report.entries, report.entries.dropFirst()) {
            #expect(before.active == entry.returning + entry.dormant)
        }
        #expect(report.entries.reduce(0) { $0 + $1.resurrected } > 0)
    }

    @Test func `a report that begins later knows whom it had seen before`() throws {
        let events = RandomEvents(records: 80, events: 900, seed: 14)
        let whole = try report(events, by: .week, in: .utc)
        let from = try #require(CivilDate(parsing: "2025-06-11"))
        let part = try report(events, by: .week, from: from, in: .utc)
        #expect(part.entries == whole.entries.filter { $0.days.upperBound >= from })
        #expect(part.filter(.dormant, in: 0) == whole.filter(.dormant, in: whole.entries.count - part.entries.count))
    }
}
