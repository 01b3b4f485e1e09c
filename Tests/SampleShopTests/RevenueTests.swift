import SampleShop
import Testing

struct RevenueTests {
    let sample = Sample.standard

    @Test func `eight percent of the buyers bring two fifths of the revenue`() {
        let revenue = sample.revenueByBuyer.values.sorted(by: >)
        let top = revenue.prefix(revenue.count * 8 / 100).reduce(0, +)
        let share = Double(top) / Double(revenue.reduce(0, +))
        #expect((0.38...0.42).contains(share))
    }

    @Test func `a quarter of the base and more subscribed over 30 days ago and never bought`() {
        let buyers = sample.revenueByBuyer
        let old = sample.profiles.rows.count { profile in
            profile.time("subscribed_at") < Sample.closingTime - 30 * 86_400 && buyers[profile["profile_id"]] == nil
        }
        #expect(old * 4 >= sample.profiles.rows.count)
        #expect(old * 2 < sample.profiles.rows.count)
    }

    @Test func `some of the best buyers have not been back for half a year`() {
        let best = sample.revenueByBuyer.sorted { ($0.value, $0.key) > ($1.value, $1.key) }.prefix(230).map(\.key)
        let last = sample.purchases.reduce(into: [:]) { $0[$1["profile_id"]] = $1.time("timestamp") }
        let lapsed = best.count { (last[$0] ?? 0) < Sample.closingTime - 180 * 86_400 }
        #expect((40...100).contains(lapsed))
    }

    @Test func `discount hunters seldom buy without a discount, many others seldom with one`() {
        let orders = Dictionary(grouping: sample.purchases) { $0["profile_id"] }.values.filter { $0.count >= 3 }
        let shares = orders.map { own in Double(own.count { $0.cents("discount") > 0 }) / Double(own.count) }
        #expect(shares.count { $0 > 0.75 } * 100 > shares.count * 12)
        #expect(shares.count { $0 < 0.25 } * 100 > shares.count * 25)
    }

    @Test(arguments: ["2025-07", "2025-11", "2026-07"])
    func `sales in November and July stand out of the months around`(month: String) {
        let orders = sample.purchasesByMonth
        let around = neighbours(of: month).compactMap { orders[$0] }
        #expect(around.count == 2)
        #expect(around.allSatisfy { Double(orders[month] ?? 0) > 1.4 * Double($0) })
    }

    @Test(arguments: ["2025-03", "2025-09", "2026-03", "2026-09"])
    func `a new collection brings orders, and they are for it`(month: String) {
        let orders = sample.purchasesByMonth
        #expect(neighbours(of: month).allSatisfy { Double(orders[month] ?? 0) > 1.25 * Double(orders[$0] ?? 0) })
        let next = neighbours(of: month)[1]
        #expect(shareOfNewest(in: month) > 0.4)
        #expect(shareOfNewest(in: month) > 2 * shareOfNewest(in: next))
    }

    @Test func `orders end in every way an order can, most of them well`() {
        let statuses = sample.orders.rows.reduce(into: [:]) { $0[$1["status"], default: 0] += 1 }
        let share = { Double(statuses[$0] ?? 0) / Double(sample.orders.rows.count) }
        #expect((0.85...0.92).contains(share("completed")))
        #expect((0.05...0.10).contains(share("returned")))
        #expect((0.03...0.06).contains(share("cancelled")))
        let pending = sample.orders.rows.filter { $0["status"] == "pending" }
        #expect(!pending.isEmpty)
        #expect(pending.allSatisfy { $0.time("timestamp") >= Sample.closingTime - 7 * 86_400 })
    }

    @Test func `people that friends brought spend more than those of short films`() {
        let revenue = sample.revenueByBuyer
        func perProfile(_ source: String) -> Double {
            let own = sample.profiles.rows.filter { $0["acquisition_source"] == source }
            return Double(own.reduce(0) { $0 + (revenue[$1["profile_id"]] ?? 0) }) / Double(own.count)
        }
        #expect(perProfile("referral") > 2 * perProfile("tiktok"))
    }

    private func neighbours(of month: String) -> [String] {
        let year = month.prefix(4)
        let number = Int(month.suffix(2)) ?? 0
        return [number - 1, number + 1].map { "\(year)-\($0 < 10 ? "0" : "")\($0)" }
    }

    /// The share of the lines of a month that are of the collection that arrived last before its end.
    private func shareOfNewest(in month: String) -> Double {
        let newest = sample.products.rows.map { $0["introduced_on"] }.filter { $0.prefix(7) <= month }.max()
        let arrivals = sample.productByID.mapValues { $0["introduced_on"] }
        let months = Dictionary(
            uniqueKeysWithValues: sample.orders.rows.map { ($0["order_id"], $0["timestamp"].prefix(7)) })
        let lines = sample.lines.rows.filter { months[$0["order_id"]] == month[...] }
        return Double(lines.count { arrivals[$0["product_id"]] == newest }) / Double(lines.count)
    }
}
