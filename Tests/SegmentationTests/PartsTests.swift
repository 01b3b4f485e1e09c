import Customers
import Filters
import Segmentation
import Testing

/// The same purchases, told by events or by orders, all in one table or some in each.
struct PartsTests {
    private static let filters = [
        "did purchase at least 2 times", "first purchase within last 30 days", "sum(purchase.revenue) > 3",
        "average(purchase.revenue) >= 1", "max(purchase.revenue) < 2", "distinct(purchase.revenue) >= 2",
        "count(purchase) where revenue > 1 >= 1", "did purchase then purchase within 3 days",
        "did purchase where revenue > 1 then purchase within 5 days then not purchase within 2 days",
        "did visit then not purchase within 4 days then visit within 9 days", "did purchase then visit within 1 day",
        "did visit then same product visit within 9 days then purchase within 9 days",
        "stopped purchase within last 9 days",
        "restarted purchase within last 5 days", "did purchase in at least 2 of last 4 weeks",
        "lifecycle of purchase by week = \"returning\"", "in cohort 2026-03 of purchase",
        "entered segment \"Buyers\" within last 20 days",
    ]

    @Test func `tables that are split differently give the same answers`() throws {
        for seed in 0..<60 {
            var random = SeededGenerator(seed: UInt64(3_000_000 + seed))
            let original = random.shop(people: random.number(1...12))
            let shops = [0.0, 0.5, 1.0].map { share in original.tellingPurchases(asOrders: share, &random) }
            let small = shops.map { SmallShop($0.people, segments: ["Buyers": "did purchase within last 4 days"]) }
            for filter in Self.filters {
                let now = Instant(milliseconds: Pool.time(&random)).description
                let answers = try small.map { try $0.members(filter, asOf: now) }
                #expect(answers[0] == answers[1] && answers[0] == answers[2], "seed \(seed), at \(now): \(filter)")
            }
        }
    }
}

extension Shop {
    /// The shop with a share of its purchases as orders, the others as events.
    fileprivate func tellingPurchases(asOrders share: Double, _ random: inout SeededGenerator) -> Shop {
        var shop = self
        for person in shop.people.indices {
            for record in shop.people[person].records.indices {
                shop.people[person].records[record].tellPurchases(asOrders: share, &random)
            }
        }
        return shop
    }
}

extension Record {
    fileprivate mutating func tellPurchases(asOrders share: Double, _ random: inout SeededGenerator) {
        let purchases = orders.map { (time: $0.time, revenue: $0.properties["revenue"]) }
        orders = []
        events.removeAll { $0.name == "purchase" }
        for (time, revenue) in purchases {
            let properties = revenue.map { ["revenue": $0] } ?? [:]
            if random.chance(share) {
                orders.append(Order(time: time, isCancelled: false, properties: properties, lines: []))
            } else {
                events.append(Event(name: "purchase", time: time, properties: properties))
            }
        }
    }
}
