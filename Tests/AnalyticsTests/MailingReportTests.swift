import Analytics
import Columnar
import Testing

struct MailingReportTests {
    private struct Mail {
        let event: TrackedEvent
        let record, campaign: Int
        let time: Int64
    }

    private static let hour: Int64 = 3_600_000

    private func run(_ mails: [Mail], _ event: TrackedEvent) -> MailingRun {
        let own = mails.filter { $0.event == event }
        let run = EventRun(
            records: Lane(own.map { UInt32($0.record) }), times: .milliseconds(Lane(own.map(\.time))),
            blocks: [.range(0..<own.count)])
        return MailingRun(event, run, campaigns: own.map { Int32($0.campaign) })
    }

    @Test func `every figure of a campaign is what its definition says`() {
        for seed in 1...30 {
            var random = SplitMix(seed: UInt64(seed))
            let doings = RandomDoings(seed: UInt64(seed), records: 12, events: 400, days: 20, hasScope: seed % 2 == 0)
            let events: [TrackedEvent] = [.sent, .opened, .clicked]
            let mails = (0..<300).map { _ in
                Mail(
                    event: events.randomElement(using: &random) ?? .sent,
                    record: Int.random(in: 0..<12, using: &random),
                    campaign: Int.random(in: -1..<4, using: &random),
                    time: shopOpening + Int64.random(in: 0..<480, using: &random) * Self.hour)
            }.sorted { $0.time < $1.time }
            let sources = doings.sources
            let window = Int64(30) * Self.hour
            let report = MailingReport(
                of: (seed % 3 != 0 ? events : [.opened, .clicked]).map { run(mails, $0) },
                purchases: sources.purchases ?? [], campaigns: 4,
                profiles: sources.profiles, people: sources.people, window: window)
            func profile(_ record: Int) -> Int { doings.profileOfRecord[record] }
            let counted = mails.filter { doings.people.contains(profile($0.record)) }
            let clicks = counted.filter { $0.event == .clicked }
            // Of a third of the seeds nothing tells of mails: then everybody counts.
            let knowsMails = seed % 3 != 0
            func reached(_ person: Int, _ campaign: Int) -> Bool {
                !knowsMails
                    || counted.contains {
                        $0.event == .sent && $0.campaign == campaign && profile($0.record) == person
                    }
            }
            let sold = doings.sales.filter { doings.people.contains(profile($0.record)) }.map { sale in
                let before = clicks.last { profile($0.record) == profile(sale.record) && $0.time < sale.time }
                return (sale, before.flatMap { sale.time - $0.time <= window ? $0.campaign : nil } ?? -1)
            }
            for campaign in 0..<4 {
                let figures = report.figures[campaign]
                for event in events where knowsMails || event != .sent {
                    let own = counted.filter {
                        $0.event == event && $0.campaign == campaign && reached(profile($0.record), campaign)
                    }
                    #expect(figures.events[event]?.times == own.count)
                    #expect(figures.events[event]?.profiles == Set(own.map { profile($0.record) }).count)
                }
                let own = sold.filter { $0.1 == campaign && reached(profile($0.0.record), campaign) }.map(\.0)
                #expect(figures.purchases == own.count, "seed \(seed)")
                #expect(figures.revenue == own.reduce(0) { $0 + $1.net })
                #expect(figures.converted == Set(own.map { profile($0.record) }).count)
                #expect(figures.events[.unsubscribed] == nil && figures.share(of: .unsubscribed) == nil)
                let rates = [figures.share(of: .opened), figures.share(of: .clicked), figures.conversion]
                #expect(rates.allSatisfy { $0 == nil ? !knowsMails || figures.delivered?.profiles == 0 : $0! <= 1 })
            }
        }
    }

    @Test func `return on cost takes the margin of the revenue alone`() {
        var figures = MailingFigures()
        figures.revenue = 10_000
        #expect(figures.returnOnCost(2000, margin: 0.4) == 1)
        #expect(figures.returnOnCost(0, margin: 0.4) == nil)
    }
}
