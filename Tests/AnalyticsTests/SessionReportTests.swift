import Analytics
import Columnar
import Customers
import Filters
import Testing

struct SessionReportTests {
    private static let gap: Int64 = 7_200_000

    private func report(_ doings: RandomDoings, _ periods: ReportPeriods, step: String) throws -> SessionReport {
        let sources = doings.sources.events.map { name, table in
            let count = table.times.count
            return SessionReport.Source(
                EventRun(records: table.records, times: table.times, blocks: [.range(0..<count)]),
                steps: Array(repeating: name == step ? 1 : name == "page_view" ? 2 : 0, count: count))
        }
        return try SessionReport(
            of: sources, steps: 2, gap: Self.gap, periods: periods, profiles: doings.sources.profiles,
            people: doings.sources.people, filters: MetricFilters(events: RandomDoings.names))
    }

    @Test(arguments: [false, true])
    func `visits are events with no longer gap between them`(hasNullDates: Bool) throws {
        for seed in 1...(hasNullDates ? 3 : 20) {
            let doings = RandomDoings(
                seed: UInt64(seed), records: 6, events: 300, days: 12, hasScope: seed % 2 == 0,
                hasNullDates: hasNullDates)
            let opening = CivilCalendar.utc.date(at: Instant(milliseconds: shopOpening))
            let periods = ReportPeriods(
                by: hasNullDates ? .month : .day, from: hasNullDates ? .earliest : opening.adding(days: 2),
                through: opening.adding(days: 8), in: .utc)
            let found = try report(doings, periods, step: "session_start")
            var visits: [[RandomDoings.Event]] = []
            var most = 0
            for person in doings.people {
                let own = doings.events.filter { doings.profileOfRecord[$0.record] == person }
                var before = visits.count
                for event in own {
                    if event.time == own[0].time && visits.count == before
                        || event.time - (visits.last?.last?.time ?? .min) > Self.gap
                    {
                        visits.append([])
                    }
                    visits[visits.count - 1].append(event)
                }
                visits.removeAll { $0.isEmpty || !periods.span.contains($0[0].time) }
                before = min(before, visits.count)
                most = max(most, visits.count - before)
            }
            #expect(found.total.sessions == visits.count, "seed \(seed)")
            #expect(found.total.events == visits.joined().count)
            #expect(found.total.single == visits.count { $0.count == 1 })
            #expect(found.total.most == most)
            let lengths = visits.map { Double($0[$0.count - 1].time - $0[0].time) / 1000 }.sorted()
            #expect(found.total.medianSeconds == lengths[(lengths.count - 1) / 2])
            #expect(found.figures.reduce(0) { $0 + $1.sessions } == visits.count)
            #expect(
                found.total.reached[0] == visits.count { $0.contains { $0.name == "session_start" } })
            #expect(
                found.total.reached[1]
                    == visits.count { visit in
                        guard let first = visit.firstIndex(where: { $0.name == "session_start" }) else { return false }
                        let time = visit[first].time
                        return visit.contains { $0.name == "page_view" && $0.time >= time }
                    })
            let active = doings.people.count { person in
                doings.events.contains {
                    doings.profileOfRecord[$0.record] == person && periods.span.contains($0.time)
                }
            }
            #expect(found.total.people == active)
        }
    }
}
