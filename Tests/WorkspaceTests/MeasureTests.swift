import Analytics
import Customers
import Filters
import Foundation
import Testing
import Workspace

struct MeasureTests {
    private let shop = SmallShop(people: 60, seed: 31)

    private static func date(_ text: String) throws -> CivilDate { try #require(CivilDate(parsing: text)) }

    /// Every measure that has a filter which holds exactly its people, by period.
    private func expectFiltersHold(
        _ store: TestStore, by unit: Period, scope: String? = nil, asOf: Instant = .asked
    ) async throws {
        let series = try await store.session.measures(
            by: unit, from: Self.date("2025-09-10"), through: Self.date("2026-01-20"), in: scope, asOf: asOf)
        var compared = 0
        for period in 0..<series.periods.count {
            for metric in Metric.allCases where MetricFilters.isExact(metric) {
                guard let value = series.value(of: metric, in: period) else { continue }
                let filter = try #require(series.people(of: metric, in: period))
                let count = try await store.session.count(filter.text, in: scope, asOf: asOf).count
                #expect(value == .count(count), "\(metric): \(filter.text)")
                compared += 1
            }
        }
        #expect(compared > 50)
    }

    @Test(arguments: [Period.week, .month])
    func `the filter of a count holds as many people as it counts`(unit: Period) async throws {
        let store = try await SharedStore.of(shop)
        try await expectFiltersHold(store, by: unit)
        try await expectFiltersHold(store, by: unit, scope: "gender = \"F\" or city missing")
    }

    @Test func `filters hold at an earlier date, in the period that the date cuts too`() async throws {
        let store = try await SharedStore.of(shop)
        try await expectFiltersHold(store, by: .month, asOf: Instant(seconds: 1_764_940_000))
    }

    @Test func `sales of a month are the orders of the file`() async throws {
        let store = try await SharedStore.of(shop)
        let series = try await store.session.measures(
            by: .month, from: Self.date("2025-01-01"), through: Self.date("2025-12-31"), asOf: .asked)
        let people = shop.people.values
        for month in 0..<12 {
            let prefix = "2025-" + (month < 9 ? "0" : "") + "\(month + 1)"
            let bought = people.map { $0.purchases(before: .asked).filter { $0.time.hasPrefix(prefix) } }
            let firsts = people.compactMap { $0.purchases(before: .asked).map(\.time).min() }
            let gross = bought.joined().reduce(0) { $0 + $1.revenue }
            let net = bought.joined().reduce(0) { $0 + $1.net }
            #expect(series.value(of: .purchases, in: month) == .count(bought.joined().count))
            #expect(series.value(of: .buyers, in: month) == .count(bought.count { !$0.isEmpty }))
            #expect(series.value(of: .newBuyers, in: month) == .count(firsts.count { $0.hasPrefix(prefix) }))
            #expect(series.value(of: .grossRevenue, in: month) == .money(Int64(gross)))
            #expect(series.value(of: .netRevenue, in: month) == .money(Int64(net)))
            #expect(series.value(of: .refunds, in: month) == .money(Int64(gross - net)))
            let active = people.count { $0.events.contains { ($0["timestamp"] ?? "").hasPrefix(prefix) } }
            #expect(series.value(of: .active, in: month) == .count(active))
        }
    }

    @Test func `what is kept is counted anew when data comes`() async throws {
        let store = try TestStore()
        var early = shop
        early = SmallShop(
            profiles: shop.profiles, events: shop.events.keeping(0..<300), orders: shop.orders, items: shop.items)
        try await store.importAll(early.files)
        func ask() async throws -> MeasureSeries {
            try await store.session.measures(
                by: .week, from: Self.date("2025-01-01"), through: Self.date("2025-12-31"), asOf: .asked)
        }
        let first = try await ask()
        #expect(try await ask() == first)
        try await store.importAll([shop.events])
        let second = try await ask()
        #expect(second != first)
        let whole = try await SharedStore.of(shop).session.measures(
            by: .week, from: Self.date("2025-01-01"), through: Self.date("2025-12-31"), asOf: .asked)
        #expect(second.figures == whole.figures)
        withExtendedLifetime(store) {}
    }

    @Test func `carts are decided by the date that was asked, however late it is`() async throws {
        let store = try TestStore()
        let events = "event_id,profile_id,timestamp,type\n1,1,2025-12-31T22:00:00Z,add_to_cart\n"
        try await store.importFile("events.csv", Data(events.utf8))
        func open(_ asOf: Int64) async throws -> MetricValue? {
            let last = try Self.date("2025-12-31")
            return try await store.session.measures(
                by: .day, from: last, through: last, asOf: Instant(seconds: asOf)
            ).value(of: .cartsOpen, in: 0)
        }
        #expect(try await open(1_767_225_600) == .count(1))
        #expect(try await open(1_767_304_800) == .count(1))
        #expect(try await open(1_767_304_801) == .count(0))
        #expect(try await open(1_772_323_200) == .count(0))
        withExtendedLifetime(store) {}
    }

    @Test func `open carts open to exactly their people, who have not bought since the last add`() async throws {
        let store = try TestStore()
        let events = """
            event_id,profile_id,timestamp,type
            1,1,2025-12-31T10:00:00Z,add_to_cart
            2,2,2025-12-31T10:00:00Z,add_to_cart
            3,2,2025-12-31T12:00:00Z,add_to_cart
            4,3,2025-12-31T10:00:00Z,add_to_cart
            5,4,2025-12-31T10:00:00Z,add_to_cart
            6,4,2025-12-30T09:00:00Z,add_to_cart
            7,5,2025-12-30T23:30:00Z,add_to_cart
            8,6,2025-12-29T23:30:00Z,add_to_cart
            """
        let orders = """
            order_id,profile_id,timestamp,status,revenue,discount,cost,channel
            1,2,2025-12-31T11:00:00Z,completed,10.00,0.00,5.00,web
            2,3,2025-12-31T11:00:00Z,completed,10.00,0.00,5.00,web
            3,4,2025-12-31T09:00:00Z,completed,10.00,0.00,5.00,web
            """
        try await store.importFile("events.csv", Data(events.utf8))
        try await store.importFile("orders.csv", Data(orders.utf8))
        for (asOf, open) in [
            ("2025-12-31T20:00:00Z", [1, 3]), ("2025-12-31T10:00:00.001Z", [1, 4]), ("2026-01-02T00:00:00Z", [0, 0]),
        ] {
            let asOf = try #require(Instant(parsing: asOf))
            let series = try await store.session.measures(
                by: .day, from: Self.date("2025-12-30"), through: Self.date("2025-12-31"), asOf: asOf)
            for period in 0..<2 {
                #expect(series.value(of: .cartsOpen, in: period) == .count(open[period]))
                let filter = try #require(series.people(of: .cartsOpen, in: period)).text
                #expect(try await store.session.count(filter, asOf: asOf).count == open[period], "\(filter)")
            }
        }
        withExtendedLifetime(store) {}
    }

    @Test func `a report that cannot be made says why`() async throws {
        let store = try await SharedStore.of(shop)
        let (first, last) = (try Self.date("2025-01-02"), try Self.date("2025-01-01"))
        await #expect(throws: ReportProblem.endsBeforeItBegins) {
            try await store.session.measures(by: .day, from: first, through: last, asOf: .asked)
        }
        let late = try Self.date("2099-01-01")
        await #expect(throws: ReportProblem.tooManyPeriods(27_029, most: 7400)) {
            try await store.session.measures(by: .day, from: last, through: late, asOf: .asked)
        }
    }
}
