import Analytics
import Customers
import Filters
import Foundation
import Intake
import Store
import Testing

@testable import Workspace

/// Small shops with refunds, reckoned by hand.
struct RefundCaseTests {
    private static let orders = """
        order_id,profile_id,timestamp,status,revenue
        1,1,2025-03-01T10:00:00Z,completed,100.00
        2,1,2025-04-01T10:00:00Z,returned,50.00
        3,2,2025-03-05T10:00:00Z,returned,80.00
        4,3,2025-03-07T10:00:00Z,cancelled,70.00

        """

    private func store(refunds: String, orders: String = orders) async throws -> TestStore {
        let store = try TestStore()
        try await store.importFile("orders.csv", Data(orders.utf8))
        try await store.importFile("refunds.csv", Data(refunds.utf8))
        return store
    }

    private func net(_ store: TestStore, _ time: String) async throws -> [Int64] {
        let asOf = try #require(Instant(parsing: time))
        let rows = try await store.session.profiles(asOf: asOf, sort: .number, offset: 0, limit: 9).rows
        return rows.map(\.revenueMinor)
    }

    @Test func `refunds are read when something needs them and not before`() async throws {
        let store = try await store(
            refunds: """
                event_id,profile_id,timestamp,event,order_id,amount
                1,1,2025-03-10T10:00:00Z,refund,1,30.00

                """)
        let session = store.session
        #expect(try await store.ids("did purchase") == ["1", "2"])
        #expect(try await session.current().refundsIfRead == nil)
        #expect(try await store.ids("net_revenue > 60") == ["1"])
        #expect(try await session.current().refundsIfRead?.amounts.count == 3)
    }

    @Test func `a refund takes its amount from its own date on, and what is left at most`() async throws {
        let store = try await store(
            refunds: """
                event_id,profile_id,timestamp,event,order_id,amount
                1,1,2025-03-10T10:00:00Z,refund,1,30.00
                2,1,2025-05-10T10:00:00Z,refund,1,-90.00
                3,1,2025-06-10T10:00:00Z,refund,2,
                4,3,2025-06-11T10:00:00Z,refund,4,
                5,3,2025-06-11T10:00:00Z,refund,99,5.00

                """)
        #expect(try await net(store, "2025-03-10T10:00:00Z") == [10_000, 0, 0])
        #expect(try await net(store, "2025-03-10T10:00:01Z") == [7_000, 0, 0])
        #expect(try await net(store, "2025-05-01T00:00:00Z") == [12_000, 0, 0])
        #expect(try await net(store, "2025-05-11T00:00:00Z") == [5_000, 0, 0])
        #expect(try await net(store, "2026-01-01T00:00:00Z") == [0, 0, 0])
        let session = store.session
        #expect(try await store.ids("did counted_refund at least 3 times") == ["1"])
        #expect(try await store.ids("sum(counted_refund.amount) >= 80") == ["1", "2"])
        let uncounted = try #require(try await session.uncountedRefunds())
        #expect(uncounted.ofNoOrder == 1 && uncounted.ofCancelled == 1)
        #expect(uncounted.unreadable == 0 && uncounted.beyondOrder == 1)
        let timeline = try await session.timeline(of: 0, asOf: .asked, names: ["refund"], offset: 0, limit: 9)
        let amounts: [Int64] = [5_000, 7_000, 3_000]
        #expect(timeline.entries.compactMap(\.properties.last) == amounts.map { NamedValue("refunded", .money($0)) })
        let first = try #require(CivilDate(parsing: "2025-03-01"))
        func refunds(_ dating: RefundDating) async throws -> [Double] {
            let series = try await session.measures(
                by: .month, from: first, through: first.adding(days: 121), asOf: .asked, refunds: dating)
            return (0..<4).compactMap { series.value(of: .refunds, in: $0)?.number }
        }
        #expect(try await refunds(.ownDate) == [11_000, 0, 7_000, 5_000])
        #expect(try await refunds(.orderDate) == [18_000, 5_000, 0, 0])
        withExtendedLifetime(store) {}
    }

    @Test func `a refund after the period of the first purchase lowers repeat revenue, by days as by months`()
        async throws
    {
        let store = try await store(
            refunds: """
                event_id,profile_id,timestamp,event,order_id,amount
                1,1,2025-03-01T20:00:00Z,refund,1,10.00
                2,1,2025-03-10T10:00:00Z,refund,1,20.00
                3,2,2025-04-02T10:00:00Z,refund,3,80.00

                """)
        func values(_ unit: Period, _ metric: Metric) async throws -> [String: Double] {
            let days = (try #require(CivilDate(parsing: "2025-03-01")), try #require(CivilDate(parsing: "2025-04-30")))
            let series = try await store.session.measures(by: unit, from: days.0, through: days.1, asOf: .asked)
            let all = (0..<series.periods.count).map { period in
                ("\(series.periods.days(of: period).lowerBound)", series.value(of: metric, in: period)?.number ?? -1)
            }
            return Dictionary(uniqueKeysWithValues: all.filter { $0.1 != 0 })
        }
        #expect(try await values(.month, .newRevenue) == ["2025-03-01": 15_000])
        #expect(try await values(.month, .repeatRevenue) == ["2025-04-01": -8_000])
        #expect(try await values(.day, .newRevenue) == ["2025-03-01": 9_000, "2025-03-05": 8_000])
        #expect(try await values(.day, .repeatRevenue) == ["2025-03-10": -2_000, "2025-04-02": -8_000])
        withExtendedLifetime(store) {}
    }

    @Test func `events of another name are refunds where the setting says so`() async throws {
        let store = try await store(
            refunds: """
                event_id,profile_id,timestamp,event,order_id,amount
                1,1,2025-03-10T10:00:00Z,money_back,1,30.00

                """)
        #expect(try await net(store, "2026-01-01T00:00:00Z") == [10_000, 0, 0])
        #expect(try await store.session.uncountedRefunds() == nil)
        try await store.session.set("refund_event", to: "money_back", at: .asked)
        #expect(try await net(store, "2026-01-01T00:00:00Z") == [7_000, 0, 0])
        await #expect(throws: StoreError.self) {
            try await store.session.set("refund_event", to: "purchase", at: .asked)
        }
        withExtendedLifetime(store) {}
    }

    @Test func `the sale of a mailing is what its refunds left of it`() async throws {
        let store = try await store(
            refunds: """
                event_id,profile_id,timestamp,event,order_id,amount,campaign_id
                1,1,2025-02-28T10:00:00Z,email_sent,,,spring
                2,1,2025-02-28T11:00:00Z,email_click,,,spring
                3,1,2025-07-10T10:00:00Z,refund,1,30.00,

                """)
        func revenue(_ time: String) async throws -> [Int64] {
            try await store.session.mailings(asOf: try #require(Instant(parsing: time))).map(\.figures.revenue)
        }
        #expect(try await revenue("2025-07-01T00:00:00Z") == [10_000])
        #expect(try await revenue("2025-08-01T00:00:00Z") == [7_000])
        withExtendedLifetime(store) {}
    }

    @Test func `amounts in another currency are converted at their date, and refused without a rate`() async throws {
        let store = try TestStore()
        try await store.session.set("rate.USD.2025-03-01", to: "0.5", at: .asked)
        try await store.importFile("orders.csv", Data(Self.orders.utf8))
        let summary = try await store.importFile(
            "refunds.csv",
            Data(
                """
                event_id,profile_id,timestamp,event,order_id,amount,currency
                1,1,2025-03-10T10:00:00Z,refund,1,30.00,USD
                2,1,2025-03-11T10:00:00Z,refund,1,10.00,EUR
                3,1,2025-03-11T10:00:00Z,refund,1,10.00,CHF
                4,1,2025-03-11T10:00:00Z,page_view,,,CHF

                """.utf8))
        #expect(summary.inserted == 3 && summary.rejected == 1)
        #expect(try await net(store, "2025-03-20T00:00:00Z")[0] == 10_000 - 1_500 - 1_000)
        withExtendedLifetime(store) {}
    }

    @Test func `a reason says net revenue after refunds, and the day of a refund is news`() async throws {
        let store = try await store(
            refunds: """
                event_id,profile_id,timestamp,event,order_id,amount
                1,1,2025-03-10T10:00:00Z,refund,1,30.00

                """)
        for (time, revenue) in [("2025-03-09T00:00:00Z", Int64(10_000)), ("2025-03-11T00:00:00Z", 7_000)] {
            let asOf = try #require(Instant(parsing: time))
            let reasons = try await store.session.reasons("net_revenue >= 80", for: 0, asOf: asOf)
            #expect(reasons.isMember == (revenue >= 8_000))
            #expect(reasons.root.evidence.first?.value == .money(revenue))
        }
        let asOf = try #require(Instant(parsing: "2025-03-11T00:00:00Z"))
        #expect(try await store.session.reasons("did counted_refund", for: 0, asOf: asOf).isMember)
        let estimate = try await store.session.estimatedCount("did counted_refund", asOf: asOf)
        #expect(estimate.count == 2)
        withExtendedLifetime(store) {}
    }

    @Test func `margin leaves the cost of a purchase that was refunded in full out alone`() async throws {
        let orders = """
            order_id,profile_id,timestamp,status,revenue,cost
            1,1,2025-03-01T10:00:00Z,completed,100.00,40.00
            2,1,2025-04-01T10:00:00Z,completed,50.00,20.00

            """
        let store = try await store(
            refunds: """
                event_id,profile_id,timestamp,event,order_id,amount
                1,1,2025-05-10T10:00:00Z,refund,1,30.00
                2,1,2025-05-10T10:00:00Z,refund,2,

                """, orders: orders)
        try await store.importFile("people.csv", Data("profile_id,city\n1,Kraków\n".utf8))
        let groups = try await store.session.value(byTrait: "city", asOf: .asked)
        #expect(groups.map(\.figures.revenue) == [7_000])
        #expect(groups.map(\.figures.margin) == [3_000])
        withExtendedLifetime(store) {}
    }
}
