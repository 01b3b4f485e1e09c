import Analytics
import Columnar
import Customers
import Filters
import Testing

/// Events with many hundred years between them.
struct PathLengthTests {
    private static let asOf = Instant(milliseconds: shopOpening + 100 * 86_400_000)

    private func doings(_ seed: Int) -> RandomDoings {
        RandomDoings(seed: UInt64(seed), records: 12, events: 400, hasScope: seed % 2 == 0, hasNullDates: true)
    }

    @Test func `carts are those of the definition on both sides of two thousand years`() throws {
        for seed in 1...2 {
            let doings = doings(seed)
            let periods = ReportPeriods(
                by: .month, from: .earliest, through: CivilCalendar.utc.date(at: Self.asOf), in: .utc)
            let metrics: Set<Metric> = [.carts, .cartsOrdered, .cartsOpen, .abandonment]
            let series = try MeasureSeries(doings.sources, periods: periods, asOf: Self.asOf, metrics: metrics)
            let slow = SlowMeasures(doings: doings, asOf: Self.asOf.milliseconds)
            for period in [0, 1, 2, 3] + Array(periods.count - 6..<periods.count) {
                let expected = slow.values(in: periods.span(of: period))
                for metric in metrics {
                    #expect(series.value(of: metric, in: period)?.number == expected[metric], "\(metric), seed \(seed)")
                }
            }
        }
    }

    @Test(arguments: [Funnel.Order.ordered, .strict, .any])
    func `a funnel with a window is that of each time alone`(order: Funnel.Order) throws {
        for seed in 1...6 {
            let doings = doings(seed)
            func outcomes(_ span: Range<Int64>) throws -> [UInt8] {
                let question = FunnelQuestion(
                    funnel(order, within: Span(3, .days)), entry: span, asOf: Self.asOf)
                return try FunnelFollowing(question, through: events(of: doings, question)).outcomes().depths
            }
            let all = try outcomes(.min..<(.max))
            let (early, late) = (try outcomes(.min..<0), try outcomes(0..<(.max)))
            #expect(all == zip(early, late).map { max($0, $1) }, "seed \(seed)")
            #expect(early.contains(2) && late.contains(2))
        }
    }

    @Test func `attempts are told at their own instants`() throws {
        let doings = doings(9)
        let question = FunnelQuestion(
            funnel(.ordered, within: Span(3, .days)), entry: .min..<(.max), asOf: Self.asOf, unit: .attempts)
        let periods = ReportPeriods(
            by: .month, from: .earliest, through: CivilCalendar.utc.date(at: Self.asOf), in: .utc)
        let report = try FunnelFollowing(question, through: events(of: doings, question)).report(periods: periods)
        for period in [0, 1, 2, periods.count - 6, periods.count - 5, periods.count - 4] {
            let starts = doings.events.count {
                $0.name == "page_view" && periods.span(of: period).contains($0.time)
            }
            #expect(report.trend[period].entered == starts)
        }
    }

    @Test func `a funnel of any length over too many years is refused with the way out`() throws {
        let question = FunnelQuestion(funnel(.ordered, within: nil), entry: .min..<(.max), asOf: Self.asOf)
        let error = #expect(throws: PathLengthError.self) {
            try FunnelFollowing(question, through: events(of: doings(1), question))
        }
        #expect("\(try #require(error))".contains("within"))
    }

    private func funnel(_ order: Funnel.Order, within: Span?) -> Funnel {
        Funnel([Funnel.Step("page_view"), Funnel.Step("add_to_cart")], order: order, within: within)
    }

    private func events(of doings: RandomDoings, _ question: FunnelQuestion) -> PathEvents {
        let sources = doings.sources
        let steps = question.funnel.steps.enumerated().compactMap { place, step in
            sources.events[step.event].map { table in
                PathEvents.Source(
                    EventRun(
                        records: table.records, times: table.times, blocks: [.range(0..<table.times.count)]),
                    as: .step(place))
            }
        }
        return PathEvents(
            profiles: sources.profiles, sources: steps, span: question.span, reach: question.window)
    }
}
