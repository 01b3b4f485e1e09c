import Analytics
import Customers
import Filters
import Foundation
import Testing
import Workspace

/// The people to whom measures of carts open, against a walk through everybody's own adds and purchases.
struct CartPeopleTests {
    private static let metrics: [Metric] = [.carts, .cartsOrdered, .cartsOpen, .abandonment]

    @Test(
        arguments: [Period.day, .month], ["2026-01-01T00:00:00Z", "2025-12-20T12:00:00Z", "2025-12-18T00:00:00.001Z"])
    func `measures of carts open to exactly their people`(unit: Period, date: String) async throws {
        let asOf = try #require(Instant(parsing: date))
        let first = try #require(CivilDate(parsing: "2025-12-03"))
        let last = try #require(CivilDate(parsing: "2026-01-02"))
        var found: [Metric: Int] = [:]
        for seed in UInt64(1)...2 {
            let trial = CartTrial(seed: seed)
            let store = try await trial.store()
            let carts = trial.carts(before: asOf.milliseconds)
            let series = try await store.session.measures(by: unit, from: first, through: last, asOf: asOf)
            for period in 0..<series.periods.count {
                let span = series.periods.span(of: period)
                guard span.lowerBound < asOf.milliseconds else { continue }
                let here = carts.filter { span.contains($0.last) }
                for metric in Self.metrics {
                    let meant = here.filter { $0.isMeant(by: metric) }
                    let filter = try #require(series.people(of: metric, in: period)).text
                    let ids = try await store.ids(filter, asOf: asOf)
                    try #require(ids == Set(meant.map { "\($0.person)" }), "seed \(seed): \(filter)")
                    found[metric, default: 0] += ids.count
                    if metric != .abandonment { #expect(series.value(of: metric, in: period) == .count(meant.count)) }
                }
            }
            withExtendedLifetime(store) {}
        }
        for metric in Self.metrics { #expect(found[metric] ?? 0 > 0, "\(metric)") }
    }
}

/// Random adds and orders of a few people.
private struct CartTrial {
    private struct Deed {
        let person: Int
        let time: Int64
    }

    /// A cart, and what became of it by a date.
    struct Cart {
        let person: Int
        let last: Int64
        let isOrdered: Bool
        let isOpen: Bool

        func isMeant(by metric: Metric) -> Bool {
            switch metric {
            case .cartsOrdered: isOrdered
            case .cartsOpen: isOpen
            case .abandonment: !isOrdered
            default: true
            }
        }
    }

    private static let day: Int64 = 86_400_000
    private let people = 1...14
    private let adds: [Deed]
    private let orders: [(deed: Deed, isCancelled: Bool)]

    /// Adds and orders of the 27 days from 5 December 2025 on, six hours and at times a second apart, so that gaps of a day are among
    /// them.
    init(seed: UInt64) {
        var random = SplitMix(seed: seed)
        let people = people
        func deed() -> Deed {
            let time = 1_764_892_800 + Int64(random.number(0...(27 * 4))) * 21_600 + (random.chance(0.2) ? 1 : 0)
            return Deed(person: random.number(people), time: time * 1000)
        }
        adds = (0..<150).map { _ in deed() }
        orders = (0..<70).map { _ in (deed(), random.chance(0.25)) }
    }

    func store() async throws -> TestStore {
        let store = try TestStore()
        func text(_ time: Int64) -> String { Instant(milliseconds: time).description }
        let events = adds.enumerated().map { "\($0 + 1),\($1.person),\(text($1.time)),add_to_cart" }
        let sales = orders.enumerated().map { number, order in
            "\(number + 1),\(order.deed.person),\(text(order.deed.time)),\(order.isCancelled ? "cancelled" : "completed"),"
                + "10.00,0.00,5.00,web"
        }
        let heads = [
            "event_id,profile_id,timestamp,type", "order_id,profile_id,timestamp,status,revenue,discount,cost,channel",
        ]
        try await store.importFile("events.csv", Data(([heads[0]] + events).joined(separator: "\n").utf8))
        try await store.importFile("orders.csv", Data(([heads[1]] + sales).joined(separator: "\n").utf8))
        return store
    }

    /// Everybody's carts as they are known before a date, add by add.
    func carts(before asOf: Int64) -> [Cart] {
        people.flatMap { person in
            let own = adds.filter { $0.person == person && $0.time < asOf }.map(\.time).sorted()
            let bought = orders.filter { !$0.isCancelled && $0.deed.person == person && $0.deed.time < asOf }
            let lasts = own.enumerated().filter { place, time in
                place + 1 == own.count || own[place + 1] - time >= Self.day
            }
            return lasts.map { _, last in
                let isOrdered = bought.contains { $0.deed.time > last && $0.deed.time - last <= Self.day }
                return Cart(
                    person: person, last: last, isOrdered: isOrdered,
                    isOpen: !isOrdered && asOf - last <= Self.day)
            }
        }
    }
}
