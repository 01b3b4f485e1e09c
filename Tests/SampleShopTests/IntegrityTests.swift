import SampleShop
import Testing

struct IntegrityTests {
    static let samples = [Sample.standard, .small, .single]

    @Test(arguments: samples)
    func `profiles, events and orders are numbered from 1`(sample: Sample) {
        for (table, column) in [
            (sample.profiles, "profile_id"), (sample.events, "event_id"), (sample.orders, "order_id"),
        ] {
            #expect(table.rows.map { $0.number(column) } == Array(1..<table.rows.count + 1))
        }
        #expect(sample.profiles.rows.count == sample.shop.profiles)
    }

    @Test(arguments: samples)
    func `events, orders and consents are in the order of time and inside the two years`(sample: Sample) {
        for times in [
            sample.events.rows.map { $0.time("timestamp") }, sample.orders.rows.map { $0.time("timestamp") },
            sample.consents.rows.map { $0.time("time") },
        ] {
            #expect(zip(times, times.dropFirst()).allSatisfy { $0 <= $1 })
            #expect(times.allSatisfy { (Sample.openingTime..<Sample.closingTime).contains($0) })
        }
        let joined = sample.profiles.rows.map { $0.time("subscribed_at") }
        #expect(joined.allSatisfy { (Sample.openingTime..<Sample.closingTime).contains($0) })
    }

    @Test(arguments: samples)
    func `nothing happens before its person subscribed`(sample: Sample) {
        let joined = sample.profileByID.mapValues { $0.time("subscribed_at") }
        for row in sample.events.rows + sample.orders.rows {
            guard let subscribed = joined[row["profile_id"]] else {
                Issue.record("nobody is profile \(row["profile_id"])")
                continue
            }
            #expect(row.time("timestamp") >= subscribed)
        }
    }

    @Test(arguments: samples)
    func `nothing is looked at or bought before it arrived`(sample: Sample) {
        let arrivals = sample.productByID.mapValues { $0.time("introduced_on") }
        let orderTimes = Dictionary(
            uniqueKeysWithValues: sample.orders.rows.map { ($0["order_id"], $0.time("timestamp")) })
        for event in sample.events.rows where event.has("product_id") {
            #expect(arrivals[event["product_id"]].map { $0 <= event.time("timestamp") } == true)
        }
        for line in sample.lines.rows {
            #expect(arrivals[line["product_id"]].map { $0 <= orderTimes[line["order_id"]] ?? 0 } == true)
        }
    }

    @Test(arguments: samples)
    func `every order is the sum of its lines less the discount`(sample: Sample) {
        let products = sample.productByID
        let lines = Dictionary(grouping: sample.lines.rows) { $0["order_id"] }
        #expect(lines.count == sample.orders.rows.count)
        for order in sample.orders.rows {
            let own = lines[order["order_id"]] ?? []
            let total = own.reduce(0) { $0 + $1.cents("price") * $1.number("quantity") }
            let cost = own.reduce(0) { $0 + (products[$1["product_id"]]?.cents("cost") ?? 0) * $1.number("quantity") }
            #expect(order.cents("revenue") == total - order.cents("discount"))
            #expect(order.cents("cost") == cost)
            #expect((0...total / 2).contains(order.cents("discount")))
            #expect(order["currency"] == "EUR")
            #expect(["completed", "returned", "cancelled", "pending"].contains(order["status"]))
        }
    }

    @Test(arguments: samples)
    func `every line agrees with its product`(sample: Sample) {
        let products = sample.productByID
        for line in sample.lines.rows {
            let product = products[line["product_id"]]
            #expect(["category", "colour", "price"].allSatisfy { product?[$0] == line[$0] })
            let sizes = product?["sizes"].split(separator: "|").map(String.init) ?? []
            #expect(sizes.isEmpty ? !line.has("size") : sizes.contains(line["size"]))
        }
        for event in sample.events.rows where event.has("product_id") {
            #expect(products[event["product_id"]]?["category"] == event["category"])
        }
    }

    @Test(arguments: samples)
    func `an order's cart was filled by the same person before`(sample: Sample) {
        var filled: [String: Int] = [:]
        for event in sample.events.rows where event["type"] == "add_to_cart" {
            filled[event["cart_id"]] = max(filled[event["cart_id"]] ?? 0, event.time("timestamp"))
            #expect(event["cart_id"].hasPrefix(event["profile_id"] + "-"))
        }
        for order in sample.orders.rows where order.has("cart_id") {
            #expect(order["cart_id"].hasPrefix(order["profile_id"] + "-"))
            #expect(filled[order["cart_id"]].map { $0 < order.time("timestamp") } == true)
        }
    }
}
