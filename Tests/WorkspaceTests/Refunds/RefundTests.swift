import Analytics
import Customers
import Filters
import Foundation
import Store
import Testing
import Workspace

/// Refunds with amounts of their own lower the same net revenue in every report.
struct RefundTests {
    private static let shop = RefundShop(people: 60, seed: 5)
    private let slow = SlowRefunds(shop)
    private static let dates = ["2025-06-11T00:00:00Z", "2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z"]

    private static let store = Task { () throws -> TestStore in
        let store = try TestStore()
        try await store.importAll(shop.files)
        return store
    }

    private func open() async throws -> TestStore { try await Self.store.value }

    private static func date(_ text: String) throws -> CivilDate { try #require(CivilDate(parsing: text)) }

    private static func instant(_ text: String) throws -> Instant { try #require(Instant(parsing: text)) }

    @Test(arguments: RefundDating.allCases, [Period.day, .week, .month])
    func `measures of every period are what looking at every refund gives`(dating: RefundDating, unit: Period)
        async throws
    {
        let session = try await open().session
        let first = try Self.date("2025-03-12")
        var newRefunds = 0
        for asOf in try Self.dates.map(Self.instant) {
            let series = try await session.measures(
                by: unit, from: first, through: Self.date("2026-02-10"), asOf: asOf, refunds: dating)
            let (end, firsts) = (asOf.milliseconds, slow.firsts(before: asOf.milliseconds))
            for period in 0..<series.periods.count where series.figures[period] != nil {
                let span = series.periods.span(of: period)
                let bought = slow.bought(before: end).filter { span.contains($0.time) }
                let taken = slow.refunds(in: span, byOrder: dating == .orderDate, before: end)
                let gross = bought.reduce(0) { $0 + $1.gross }
                let refunded = taken.reduce(0) { $0 + $1.amount }
                let new = bought.filter { firsts[$0.profile] ?? 0 >= span.lowerBound }.reduce(0) { $0 + $1.gross }
                let ofNew = taken.filter { firsts[$0.profile] ?? 0 >= span.lowerBound }.reduce(0) { $0 + $1.amount }
                newRefunds += ofNew
                let expected: [(Metric, Int)] = [
                    (.grossRevenue, gross), (.netRevenue, gross - refunded), (.refunds, refunded),
                    (.newRevenue, new - ofNew), (.repeatRevenue, gross - refunded - new + ofNew),
                    (.purchases, bought.count),
                ]
                for (metric, value) in expected {
                    #expect(
                        series.value(of: metric, in: period).map { Int($0.number) } == value,
                        "\(metric) of \(series.periods.days(of: period)) as of \(asOf)")
                }
            }
        }
        #expect(newRefunds > 0)
    }

    @Test(arguments: RefundDating.allCases)
    func `the number of refunds opens to the people whose purchases were refunded`(dating: RefundDating) async throws {
        let store = try await open()
        for asOf in try Self.dates.map(Self.instant) {
            let series = try await store.session.measures(
                by: .month, from: Self.date("2024-11-05"), through: Self.date("2026-02-10"), asOf: asOf,
                refunds: dating)
            for period in 0..<series.periods.count where series.figures[period] != nil {
                let filter = try #require(series.people(of: .refunds, in: period)).text
                let taken = slow.refunds(
                    in: series.periods.span(of: period), byOrder: dating == .orderDate, before: asOf.milliseconds)
                #expect(try await store.ids(filter, asOf: asOf) == Set(taken.map(\.profile)), "\(filter)")
            }
        }
    }

    @Test func `net revenue of a period opens to those who bought in it and those whose purchases were refunded in it`()
        async throws
    {
        let store = try await open()
        let series = try await store.session.measures(
            by: .month, from: Self.date("2025-01-01"), through: Self.date("2025-12-31"), asOf: .asked)
        for period in 0..<series.periods.count {
            let span = series.periods.span(of: period)
            let filter = try #require(series.people(of: .netRevenue, in: period)).text
            let bought = slow.bought(before: Instant.asked.milliseconds).filter { span.contains($0.time) }
            let taken = slow.refunds(in: span, byOrder: false, before: Instant.asked.milliseconds)
            #expect(try await store.ids(filter) == Set(bought.map(\.profile) + taken.map(\.profile)), "\(filter)")
        }
    }

    @Test(arguments: RefundDating.allCases, [Period.day, .month])
    func `new and repeat revenue open to exactly the people whose net revenue they are`(
        dating: RefundDating, unit: Period
    ) async throws {
        let store = try await open()
        let byOrder = dating == .orderDate
        var refundedOnly = 0
        for asOf in try Self.dates.dropLast().map(Self.instant) {
            let (end, firsts) = (asOf.milliseconds, slow.firsts(before: asOf.milliseconds))
            let series = try await store.session.measures(
                by: unit, from: Self.date("2025-04-12"), through: Self.date("2025-06-11"), asOf: asOf, refunds: dating)
            for period in 0..<series.periods.count where series.figures[period] != nil {
                let span = series.periods.span(of: period)
                let buyers = Set(slow.bought(before: end).filter { span.contains($0.time) }.map(\.profile))
                let refunded = Set(slow.refunds(in: span, byOrder: byOrder, before: end).map(\.profile))
                for (metric, isNew) in [(Metric.newRevenue, true), (.repeatRevenue, false)] {
                    let filter = try #require(series.people(of: metric, in: period)).text
                    let people = try await store.ids(filter, asOf: asOf)
                    #expect(
                        people
                            == buyers.union(refunded).filter { (firsts[$0] ?? 0 >= span.lowerBound) == isNew },
                        "\(filter)")
                    let net = slow.net(in: span, byOrder: byOrder, before: end, of: people.contains)
                    #expect(series.value(of: metric, in: period) == .money(Int64(net)), "\(filter)")
                    refundedOnly += people.subtracting(buyers).count
                }
            }
        }
        #expect((refundedOnly > 0) == !byOrder)
    }

    @Test func `every sum of a person is what looking at every refund gives`() async throws {
        let store = try await open()
        for asOf in try Self.dates.map(Self.instant) {
            let net = slow.net(before: asOf.milliseconds)
            let total = Int64(net.values.reduce(0, +))
            let buyers = slow.firsts(before: asOf.milliseconds)
            #expect(try await store.session.concentration(asOf: asOf).revenue == total)
            #expect(try await store.session.concentration(asOf: asOf).buyers == buyers.count)
            #expect(try await store.session.makeup(of: "did purchase", asOf: asOf).revenueMinor == total)
            let groups = try await store.session.value(byTrait: "city", asOf: asOf)
            #expect(groups.reduce(0) { $0 + $1.figures.revenue } == total)
            #expect(try await store.session.rfm(asOf: asOf).revenueTotal == total)
            for dating in RefundDating.allCases {
                #expect(try await store.session.valueByAge(refunds: dating, asOf: asOf).revenue == total)
            }
            let rows = try await store.session.profiles(
                asOf: asOf, sort: .revenue, isDescending: true, offset: 0, limit: 500
            )
            .rows
            #expect(rows.map(\.revenueMinor) == rows.map(\.revenueMinor).sorted(by: >))
            for row in rows {
                #expect(row.revenueMinor == Int64(net[row.identifier?.value ?? ""] ?? 0))
            }
            for limit in [-5, 0, 50, 180, 400] {
                let expected = Set(net.filter { $0.value >= limit * 100 && buyers[$0.key] != nil }.keys)
                let filter = "did purchase and net_revenue >= \(limit)"
                #expect(try await store.ids(filter, asOf: asOf) == expected, "\(filter)")
                #expect(try await store.ids("as of \(asOf) (\(filter))") == expected, "\(filter)")
            }
        }
    }

    @Test func `revenue of the last twelve months takes the refunds of the last twelve months`() async throws {
        let session = try await open().session
        let asOf = try Self.instant("2026-01-01T00:00:00Z")
        let year = try Self.instant("2025-01-01T00:00:00Z").milliseconds..<asOf.milliseconds
        let makeup = try await session.makeup(of: "did purchase", asOf: asOf)
        #expect(makeup.yearRevenueMinor == Int64(slow.net(in: year, byOrder: false, before: asOf.milliseconds)))
    }

    @Test func `a window of RFM holds a purchase with its refunds, or neither`() async throws {
        let session = try await open().session
        let since = try Self.instant("2025-04-01T00:00:00Z")
        for asOf in try Self.dates.map(Self.instant) {
            let options = try RFMOptions(since: since)
            let report = try await session.rfm(asOf: asOf, options: options)
            let net = slow.net(in: since.milliseconds..<asOf.milliseconds, byOrder: true, before: asOf.milliseconds)
            #expect(report.revenueTotal == Int64(net))
        }
    }

    @Test(arguments: RefundDating.allCases, ["purchase", "page_view"])
    func `money of cohorts is what looking at every refund gives`(dating: RefundDating, start: String) async throws {
        let session = try await open().session
        for asOf in try Self.dates.map(Self.instant) {
            let report = try await session.retention(
                start: start, returning: start == "purchase" ? "purchase" : "product_view",
                options: RetentionOptions(by: .month, refunds: dating), asOf: asOf)
            let firsts = start == "purchase" ? slow.firsts(before: asOf.milliseconds) : views(before: asOf.milliseconds)
            var told = 0
            for cohort in report.cohorts {
                let begin = CivilCalendar.utc.midnight(of: cohort.days.lowerBound).milliseconds
                let end = CivilCalendar.utc.midnight(of: cohort.days.upperBound.adding(days: 1)).milliseconds
                let people = Set(firsts.filter { (begin..<end).contains($0.value) }.keys)
                #expect(cohort.size == people.count)
                for (cell, revenue) in cohort.revenueMinor.enumerated() {
                    guard let revenue else { continue }
                    let from = CivilCalendar.utc.midnight(of: cohort.days.lowerBound.adding(months: cell)).milliseconds
                    let to = CivilCalendar.utc.midnight(of: cohort.days.lowerBound.adding(months: cell + 1))
                        .milliseconds
                    let net = slow.net(
                        in: from..<to, byOrder: dating == .orderDate, before: asOf.milliseconds, of: people.contains)
                    #expect(revenue == Int64(net), "\(cohort.period.text) +\(cell) as of \(asOf)")
                    told += 1
                }
            }
            #expect(told > 30)
        }
    }

    private func views(before end: Int64) -> [String: Int64] {
        let views = Self.shop.base.events.records.filter { $0["type"] == "page_view" }.compactMap { row in
            Instant(parsing: row["timestamp"] ?? "").map { (row["profile_id"] ?? "", $0.milliseconds) }
        }
        return Dictionary(views.filter { $0.1 < end }) { min($0, $1) }
    }

    @Test(arguments: RefundDating.allCases)
    func `a flow brings what looking at every refund gives`(dating: RefundDating) async throws {
        let session = try await open().session
        let (first, last) = (try Self.date("2025-03-12"), try Self.date("2025-08-20"))
        let everybody = FlowStates.segments(["did purchase or not did purchase"])
        let span =
            CivilCalendar.utc.midnight(of: first)
            .milliseconds..<CivilCalendar.utc.midnight(of: last.adding(days: 1))
            .milliseconds
        for asOf in try ["2025-09-01T00:00:00Z", "2027-01-01T00:00:00Z"].map(Self.instant) {
            var brought: Int64 = 0
            for row in 0...1 {
                brought += try await session.flow(
                    from: row, to: 0, between: everybody, on: first...last, refunds: dating, asOf: asOf
                ).revenueMinor
            }
            #expect(
                brought == Int64(slow.net(in: span, byOrder: dating == .orderDate, before: asOf.milliseconds)))
        }
    }

    @Test(arguments: RefundDating.allCases)
    func `value by age is what looking at every refund gives`(dating: RefundDating) async throws {
        let session = try await open().session
        let asOf = try Self.instant("2026-01-01T00:00:00Z")
        let calendar = CivilCalendar.utc
        func day(_ time: Int64) -> CivilDate { calendar.date(at: Instant(milliseconds: time)) }
        let value = try await session.valueByAge(refunds: dating, asOf: asOf)
        let firsts = slow.firsts(before: asOf.milliseconds).mapValues(day)
        #expect(value.rows.count > 20)
        for row in value.rows {
            let old = firsts.filter { $0.value.adding(months: row.months) <= day(asOf.milliseconds) }
            #expect(row.buyers == old.count)
            func isWithin(_ profile: String, _ time: Int64) -> Bool {
                old[profile].map { day(time) < $0.adding(months: row.months) } ?? false
            }
            let gross = slow.bought(before: asOf.milliseconds).filter { isWithin($0.profile, $0.time) }
                .reduce(0) { $0 + $1.gross }
            let refunded = slow.refunds.filter {
                $0.time < asOf.milliseconds && isWithin($0.profile, dating == .orderDate ? $0.orderTime : $0.time)
            }.reduce(0) { $0 + $1.amount }
            #expect(row.revenue == Int64(gross - refunded), "\(row.months) months")
        }
    }

    @Test func `history at the ends of months turns by refunds`() async throws {
        let session = try await open().session
        let dates = (1...24).map { month in
            CivilCalendar.utc.midnight(of: CivilDate(dayNumber: 19_723).adding(months: month))
        }
        let points = try await session.history(of: "did purchase and net_revenue >= 150", at: dates)
        for (date, point) in zip(dates, points) {
            let net = slow.net(before: date.milliseconds)
            let buyers = slow.firsts(before: date.milliseconds)
            #expect(point.members == net.count { $0.value >= 15_000 && buyers[$0.key] != nil }, "\(date)")
        }
        #expect(points.contains { ($0.left ?? 0) > 0 })
    }

    @Test func `what does not count is told by its reason`() async throws {
        let uncounted = try #require(try await open().session.uncountedRefunds())
        #expect(uncounted.ofNoOrder == slow.ofNoOrder && slow.ofNoOrder > 0)
        #expect(uncounted.ofCancelled == slow.ofCancelled && slow.ofCancelled > 0)
        #expect(uncounted.unreadable == slow.unreadable && slow.unreadable > 0)
        #expect(uncounted.beyondOrder > 0)
    }

    @Test func `late refunds, appended by another session too, correct what was counted before`() async throws {
        let store = try TestStore()
        let half = Self.shop.refunds.rows.count / 2
        var (early, late) = (Self.shop.refunds, Self.shop.refunds)
        early.rows = Self.shop.refunds.rows.enumerated().filter { $0.offset % 2 == 0 || $0.element[3] == "purchase" }
            .map(\.element)
        late.rows = Self.shop.refunds.rows.enumerated().filter { $0.offset % 2 == 1 && $0.element[3] == "refund" }
            .map(\.element)
        #expect(half > 50 && !late.rows.isEmpty)
        var base = Self.shop.base.orders
        base.rows = Array(base.rows.dropLast(20))
        try await store.importAll([Self.shop.base.profiles, Self.shop.base.events, base, Self.shop.base.items, early])
        func ask(_ session: Session) async throws -> [[PeriodFigures?]] {
            var all: [[PeriodFigures?]] = []
            for dating in RefundDating.allCases {
                all.append(
                    try await session.measures(
                        by: .week, from: Self.date("2024-01-01"), through: Self.date("2026-12-31"), asOf: .asked,
                        refunds: dating
                    ).figures)
            }
            return all
        }
        let before = try await ask(store.session)
        let other = try Session(path: store.session.path, author: "other")
        var handover: ImportHandover?
        for file in [Self.shop.base.orders, Self.shop.base.items, late] {
            let request = ImportRequest(path: try store.write(file.name, Data(file.text.utf8)))
            _ = try await other.run(
                request, plan: try await other.plan(for: request), at: .importing, after: &handover)
        }
        let after = try await ask(store.session)
        let expected = try await ask(open().session)
        #expect(after == expected)
        #expect(after != before)
        #expect(try await store.session.check().isEmpty)
        withExtendedLifetime(store) {}
    }
}
