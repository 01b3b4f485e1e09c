import Analytics
import Customers
import Filters
import Testing

struct MeasureSeriesTests {
    private func periods(_ unit: Period, days: Int = 55, from first: Int = 3) -> ReportPeriods {
        let start = CivilCalendar.utc.date(at: day(Double(first)))
        return ReportPeriods(by: unit, from: start, through: start.adding(days: days), in: .utc)
    }

    @Test(arguments: [Period.day, .week, .month], [false, true])
    func `every measure of every period is what its definition says`(unit: Period, hasScope: Bool) throws {
        for seed in 1...12 {
            let doings = RandomDoings(seed: UInt64(seed), records: 5 + seed * 2, events: 40 * seed, hasScope: hasScope)
            let periods = periods(unit)
            let asOf = day(seed % 3 == 0 ? 31.4 : 70)
            let series = try MeasureSeries(doings.sources, periods: periods, asOf: asOf)
            let slow = SlowMeasures(doings: doings, asOf: asOf.milliseconds)
            for period in 0..<periods.count {
                let span = periods.span(of: period)
                guard span.lowerBound < asOf.milliseconds else {
                    #expect(series.figures[period] == nil)
                    continue
                }
                let expected = slow.values(in: span)
                for metric in Metric.allCases {
                    let value = series.value(of: metric, in: period)?.number
                    #expect(value == expected[metric], "\(metric) of \(periods.days(of: period)), seed \(seed)")
                }
            }
        }
    }

    @Test(arguments: Metric.allCases)
    func `a measure that is asked for alone is what it is among all`(metric: Metric) throws {
        for unit in [Period.day, .month] {
            let doings = RandomDoings(seed: 21, records: 30, events: 600, hasScope: true)
            let all = try MeasureSeries(doings.sources, periods: periods(unit), asOf: day(70))
            let alone = try MeasureSeries(doings.sources, periods: periods(unit), asOf: day(70), metrics: [metric])
            for period in 0..<all.periods.count {
                #expect(alone.value(of: metric, in: period) == all.value(of: metric, in: period))
            }
        }
    }

    @Test func `a period that holds the date is cut to it and says so`() throws {
        let doings = RandomDoings(seed: 3, records: 20, events: 300, hasScope: false)
        let series = try MeasureSeries(doings.sources, periods: periods(.day), asOf: day(10.5))
        #expect(series.isCut(7) && !series.isCut(6))
        #expect(series.figures[7] != nil)
        #expect(series.figures[8...].allSatisfy { $0 == nil })
    }

    @Test func `what the data cannot give has no value instead of 0`() throws {
        let whole = RandomDoings(seed: 4, records: 10, events: 100, hasScope: false).sources
        let sources = MeasureSources(
            profiles: whole.profiles, existence: whole.existence, people: whole.people,
            events: whole.events.filter { $0.key == "page_view" }, purchases: nil, subscribed: nil)
        let series = try MeasureSeries(sources, periods: periods(.month), asOf: day(60))
        let known = Metric.allCases.filter { series.value(of: $0, in: 0) != nil }
        #expect(known == [.active, .profiles, .newProfiles])
    }

    @Test func `mails sent stand in for mails delivered only where nothing tells of delivery`() throws {
        let doings = RandomDoings(seed: 5, records: 10, events: 200, hasScope: false)
        #expect(try MeasureSeries(doings.sources, periods: periods(.month), asOf: day(60)).takesSentForDelivered)
        let whole = doings.sources
        var events = whole.events
        events["email_delivered"] = events["email_open"]
        let told = MeasureSources(
            profiles: whole.profiles, existence: whole.existence, people: whole.people, events: events,
            purchases: whole.purchases, subscribed: nil)
        let series = try MeasureSeries(told, periods: periods(.month), asOf: day(60))
        #expect(!series.takesSentForDelivered)
        #expect(series.value(of: .openRate, in: 0) == .share(1))
    }

    @Test(arguments: [
        (Metric.carts, "any cart of basket on 2026-03-01"), (.cartsOrdered, "ordered cart of basket on 2026-03-01"),
        (.cartsOpen, "open cart of basket on 2026-03-01"),
        (.abandonment, "abandoned cart of basket on 2026-03-01 or open cart of basket on 2026-03-01"),
    ])
    func `measures of carts open to carts of the event that adds to them`(metric: Metric, filter: String) throws {
        let words = MeasureVocabulary(events: [.cart: "basket"], subscribed: "subscribed_at", returned: "returned")
        let date = try #require(CivilDate(parsing: "2026-03-01"))
        let filters = MetricFilters(events: ["basket"], vocabulary: words)
        #expect(filters.people(of: metric, in: date...date)?.text == filter)
    }

    @Test func `a measure is found by its name with or without its unit`() {
        #expect(Metric(named: "net_revenue") == .netRevenue)
        #expect(Metric(named: "net-revenue_minor") == .netRevenue)
        #expect(Metric(named: "Abandonment") == .abandonment)
        #expect(Metric(named: "nonsense") == nil)
        #expect(Set(Metric.allCases.map(\.key)).count == Metric.allCases.count)
    }

    @Test func `series that are counted together are those counted alone`() throws {
        for seed in 1...10 {
            let doings = RandomDoings(
                seed: UInt64(seed), records: 24, events: 500, hasScope: seed % 2 == 0)
            let last = CivilCalendar.utc.date(at: day(50))
            let asOf = day(seed % 3 == 0 ? 44.3 : 70)
            for (count, days) in [(30, 1), (14, 1), (10, 4), (30, 2)] {
                let all = [
                    ReportPeriods(stretches: 2, of: 21, through: last, in: .utc),
                    ReportPeriods(stretches: count, of: days, through: last, in: .utc),
                ]
                let together = try MeasureSeries.together(doings.sources, periods: all, asOf: asOf)
                for (periods, series) in zip(all, together) {
                    let alone = try MeasureSeries(doings.sources, periods: periods, asOf: asOf)
                    #expect(series.figures == alone.figures, "seed \(seed), \(count) of \(days)")
                }
            }
        }
    }

    @Test func `a measure that is asked for alone has the value that it has among all`() throws {
        let doings = RandomDoings(seed: 9, records: 20, events: 600, hasScope: false)
        let whole = try MeasureSeries(doings.sources, periods: periods(.week), asOf: day(58))
        for metric in Metric.allCases {
            let alone = try MeasureSeries(doings.sources, periods: periods(.week), asOf: day(58), metrics: [metric])
            for period in 0..<alone.periods.count {
                #expect(alone.value(of: metric, in: period) == whole.value(of: metric, in: period), "\(metric)")
            }
        }
    }
}
