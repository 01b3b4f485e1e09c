import SampleShop
import Testing

struct BehaviourTests {
    let sample = Sample.standard

    /// A cart is adds of one profile with gaps under 24 hours.
    @Test func `two carts in three see no order within 24 hours`() {
        let orders = times(of: sample.orders.rows)
        var carts = 0
        var ordered = 0
        for (profile, adds) in times(of: sample.events.rows.filter { $0["type"] == "add_to_cart" }) {
            for (index, time) in adds.enumerated() where index + 1 == adds.count || adds[index + 1] - time >= 86_400 {
                carts += 1
                if orders[profile, default: []].contains(where: { (time...time + 86_400).contains($0) }) {
                    ordered += 1
                }
            }
        }
        #expect((0.65...0.75).contains(1 - Double(ordered) / Double(carts)))
    }

    @Test func `one mailing is opened far more often than any other`() {
        let rates = openRates.sorted { $0.value > $1.value }
        #expect(rates.count == 29)
        #expect(rates[0].key == "c19")
        #expect(rates[0].value > 1.5 * rates[1].value)
    }

    @Test func `nothing is opened, clicked or left that was not delivered`() {
        var received: Set<String> = []
        for event in sample.events.rows {
            let letter = event["profile_id"] + event["campaign_id"]
            switch event["type"] {
            case "email_delivered": received.insert(letter)
            case "email_open", "email_click", "unsubscribe": #expect(received.contains(letter))
            default: break
            }
        }
    }

    @Test func `letters lead to orders`() {
        let clicks = times(of: sample.events.rows.filter { $0["type"] == "email_click" })
        let led = sample.orders.rows.filter { $0["source"] == "email" }
        #expect(led.count > 40)
        for order in led {
            let time = order.time("timestamp")
            #expect(clicks[order["profile_id"], default: []].contains { (time - 86_400..<time).contains($0) })
            #expect(order.has("campaign_id"))
        }
    }

    @Test func `window shoppers come, fill carts and buy nothing`() {
        let buyers = sample.revenueByBuyer
        let adds = times(of: sample.events.rows.filter { $0["type"] == "add_to_cart" })
        #expect(adds.count { buyers[$0.key] == nil && $0.value.count >= 2 } > 200)
    }

    @Test func `people shop in the evening of their own zone and sleep at night`() {
        for (zone, offset) in [("Europe/Warsaw", 1), ("Asia/Vladivostok", 10), ("America/New_York", -5)] {
            let people = Set(sample.profiles.rows.filter { $0["time_zone"] == zone }.map { $0["profile_id"] })
            let hours = sample.events.rows.filter { $0["type"] == "session_start" && people.contains($0["profile_id"]) }
                .map { ($0.time("timestamp") / 3600 + offset) % 24 }
            #expect(hours.count { (18...22).contains($0) } > 4 * hours.count { (1...5).contains($0) })
        }
    }

    @Test func `Saturdays and Sundays are busier than any day from Monday to Thursday`() {
        // 1970-01-01 was a Thursday.
        let days = sample.orders.rows.reduce(into: Array(repeating: 0, count: 7)) {
            $0[($1.time("timestamp") / 86_400 + 3) % 7] += 1
        }
        #expect(days[5] > days[0...3].max() ?? 0)
        #expect(days[6] > days[0...3].max() ?? 0)
    }

    @Test func `surveys are answered and dislikes are told`() {
        let answers = Set(sample.events.rows.filter { $0["type"] == "survey_answered" }.map { $0["answer"] })
        #expect(answers == ["fits_true", "fits_small", "fits_large"])
        let dislikes = sample.events.rows.filter { $0["type"] == "not_interested" }
        #expect(dislikes.count > 100)
        #expect(dislikes.allSatisfy { $0.has("category") && !$0.has("product_id") })
    }

    private var openRates: [String: Double] {
        var delivered: [String: Int] = [:]
        var opened: [String: Int] = [:]
        for event in sample.events.rows {
            if event["type"] == "email_delivered" { delivered[event["campaign_id"], default: 0] += 1 }
            if event["type"] == "email_open" { opened[event["campaign_id"], default: 0] += 1 }
        }
        return delivered.reduce(into: [:]) { $0[$1.key] = Double(opened[$1.key] ?? 0) / Double($1.value) }
    }

    /// The times of rows by profile, ascending.
    private func times(of rows: [Table.Row]) -> [String: [Int]] {
        rows.reduce(into: [:]) { $0[$1["profile_id"], default: []].append($1.time("timestamp")) }
    }
}
