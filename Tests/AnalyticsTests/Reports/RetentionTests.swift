import Analytics
import Columnar
import Customers
import Filters
import Testing

struct RetentionTests {
    private static let zones = ["Asia/Tokyo", "Europe/Warsaw", "America/St_Johns"]
    private let starts = RandomEvents(records: 60, events: 200, seed: 4)

    /// Events of the same people, by another seed.
    private var returns: RandomEvents { RandomEvents(records: 60, events: 700, seed: 4) }

    /// People and revenue of a cell, or none where its period has not passed, by looking at everybody's every event.
    private struct SlowCell: Equatable {
        var people: Int?
        var revenue: Int64?
    }

    private func slow(
        _ periods: SlowPeriods, cohort: Int64, cell: Int, asOf: Int64, starts: RandomEvents, returns: RandomEvents,
        later: Bool
    ) -> (size: Int, cell: SlowCell) {
        let end = periods.start(1, after: cohort)
        let began = starts.byProfile(before: asOf).filter { _, events in
            events.map(\.time).min().map { cohort..<end ~= $0 } ?? false
        }
        let from = periods.start(cell, after: cohort)
        let to = periods.start(1, after: from)
        guard to <= asOf else { return (began.count, SlowCell()) }
        let back = returns.byProfile(before: asOf).mapValues { events in
            events.filter { $0.time >= from && (later || $0.time < to) }
        }.filter { began[$0.key] != nil && !$0.value.isEmpty }
        return (
            began.count,
            SlowCell(people: back.count, revenue: back.values.joined().reduce(0) { $0 + $1.amount })
        )
    }

    private func report(
        _ starts: RandomEvents, _ returns: RandomEvents?, options: RetentionOptions, asOf: Int64,
        in calendar: CivilCalendar, byProfile: Bool = false
    ) throws -> RetentionReport {
        let end = Instant(milliseconds: asOf)
        let bought = returns ?? starts
        let purchases =
            byProfile ? RetentionPurchases(starts.purchases(in: calendar), takesGross: false, asOf: end) : nil
        let events = RetentionEvents(
            starts: [starts.run(before: asOf)], returns: returns.map { [$0.run(before: asOf)] },
            revenue: [bought.revenueRun(before: asOf)], returnsBuy: true, purchases: purchases,
            profiles: starts.profiles, members: starts.memberSet)
        return try RetentionReport(
            events, start: ReportEvent(.named("a")), returning: ReportEvent(.named("b")), options: options,
            asOf: end, in: calendar)
    }

    @Test(arguments: zones, Period.allCases)
    func `purchases by profile give what the same events in time order give`(zone: String, unit: Period) throws {
        let calendar = try #require(CivilCalendar(zone: zone))
        let from = try #require(CivilDate(parsing: "2025-03-20"))
        for options in [
            RetentionOptions(by: unit, cells: 9), RetentionOptions(by: unit, countsLater: true, cells: 9),
            RetentionOptions(by: unit, countsLater: true), RetentionOptions(by: unit, from: from, cells: 30),
        ] {
            let asOf: Int64 = 1_770_012_345_000
            let inOrder = try report(starts, nil, options: options, asOf: asOf, in: calendar)
            let byProfile = try report(starts, nil, options: options, asOf: asOf, in: calendar, byProfile: true)
            #expect(inOrder.cohorts.contains { $0.size > 0 })
            #expect(inOrder == byProfile)
        }
    }

    @Test(arguments: zones, Period.allCases)
    func `every cell is what looking at everybody's every event gives`(zone: String, unit: Period) throws {
        let calendar = try #require(CivilCalendar(zone: zone))
        let periods = try #require(SlowPeriods(zone: zone, unit: unit))
        let asOf: Int64 = 1_770_012_345_000
        for (returns, later) in [(returns, false), (returns, true), (RandomEvents?.none, false), (nil, true)] {
            let options = RetentionOptions(by: unit, countsLater: later, cells: unit == .day ? 40 : 12)
            let report = try report(starts, returns, options: options, asOf: asOf, in: calendar)
            #expect(report.people == starts.byProfile(before: asOf).count)
            for (number, cohort) in report.cohorts.enumerated() where unit != .day || number % 9 == 0 {
                let start = calendar.midnight(of: cohort.days.lowerBound).milliseconds
                #expect(periods.start(of: start) == start)
                for cell in cohort.people.indices where unit != .day || cell % 3 == 0 {
                    let slow = slow(
                        periods, cohort: start, cell: cell, asOf: asOf, starts: starts, returns: returns ?? starts,
                        later: later)
                    #expect(cohort.size == slow.size)
                    #expect(SlowCell(people: cohort.people[cell], revenue: cohort.revenueMinor[cell]) == slow.cell)
                }
            }
        }
    }

    @Test func `cohorts between two days leave out whoever began before, and the average weighs by people`() throws {
        let asOf: Int64 = 1_770_012_345_000
        let whole = try report(starts, returns, options: RetentionOptions(), asOf: asOf, in: .utc)
        let from = try #require(CivilDate(parsing: "2025-03-20"))
        let through = try #require(CivilDate(parsing: "2025-06-02"))
        let part = try report(
            starts, returns, options: RetentionOptions(from: from, through: through), asOf: asOf, in: .utc)
        #expect(part.cohorts.map(\.period.text) == ["2025-03", "2025-04", "2025-05", "2025-06"])
        for cohort in part.cohorts {
            let same = try #require(whole.cohorts.first { $0.period == cohort.period })
            #expect(cohort.size == same.size)
            #expect(cohort.people == Array(same.people.prefix(cohort.people.count)))
        }
        #expect(part.averages[8].size == part.cohorts[0...2].reduce(0) { $0 + $1.size })
        #expect(part.averages[8].people == part.cohorts[0...2].reduce(0) { $0 + ($1.people[8] ?? 0) })
        #expect(part.averages[8].share != nil)
        #expect(part.averages[10].size == part.cohorts[0].size)
    }

    @Test func `with nothing that begins there is no cohort`() throws {
        let report = try report(starts, returns, options: RetentionOptions(), asOf: 1_000, in: .utc)
        #expect(report.cohorts.isEmpty && report.averages.isEmpty && report.people == 0)
    }
}
