import Customers
import Foundation

/// A made-up shop with a file of purchases that only events tell of, and of refunds: whole, in part, of lines, beyond the
/// order, twice, of cancelled and of unknown orders, before the order, in the name of somebody else.
struct RefundShop {
    let base: SmallShop
    let refunds: CSVFile

    var files: [CSVFile] { base.files + [refunds] }

    init(people: Int, seed: UInt64) {
        base = SmallShop(people: people, seed: seed)
        var random = SplitMix(seed: seed &+ 99)
        let orders = base.orders.records
        let lines = Dictionary(grouping: base.items.records) { $0["order_id"] ?? "" }
        var rows: [[String]] = []
        func add(_ profile: String, _ time: String, _ event: String, _ order: String, _ rest: [String]) {
            rows.append(["\(rows.count + 1)", profile, time, event, order] + rest)
        }
        for number in 1...people {
            add(
                "\(random.number(1...people))",
                Self.day(after: "2024-12-01T10:00:00Z", random.number(0...400), &random),
                "purchase", "E\(number)", ["\(random.number(5...90)).\(random.number(10...99))", "", "", ""])
        }
        for order in orders.prefix(people / 5) {
            // Told twice: as an order and as an event.
            add(
                order["profile_id"] ?? "", order["timestamp"] ?? "", "purchase", order["order_id"] ?? "",
                [order["revenue"] ?? "", "", "", ""])
        }
        let bought = rows.filter { $0[3] == "purchase" }
        for number in 0..<(people * 2) {
            let isOfEvent = number % 5 == 0
            let event = random.pick(bought), order = random.pick(orders)
            let (id, placed) = isOfEvent ? (event[4], event[2]) : (order["order_id"] ?? "", order["timestamp"] ?? "")
            let owner = isOfEvent ? event[1] : order["profile_id"] ?? ""
            let time = Self.day(after: placed, random.number(-3...120), &random)
            let line = lines[id].map { random.pick($0) }
            let rest: [String] =
                switch random.number(0...7) {
                case 0: ["", "", "", ""]
                case 1: ["\(random.number(1...40)).50", "", "", ""]
                case 2: ["", "-\(random.number(1...40)).25", "", ""]
                case 3: ["", "9999.00", "", ""]
                case 4: ["", "", line?["product_id"] ?? "p00001", ""]
                case 5: ["", "", line?["product_id"] ?? "p00001", "1"]
                case 6: ["", "", "p-nothing", ""]
                default: ["", "\(random.number(1...40)).00", "p00001", "1"]
                }
            add(
                random.chance(0.9) ? owner : "\(random.number(1...people))", time, "refund",
                random.chance(0.95) ? id : "no such order", rest)
        }
        refunds = CSVFile(
            "refunds.csv", header: "event_id,profile_id,timestamp,event,order_id,revenue,amount,product_id,quantity",
            rows: rows.sorted { ($0[2], $0[0]) < ($1[2], $1[0]) })
    }

    private static func day(after time: String, _ days: Int, _ random: inout SplitMix) -> String {
        let start = Instant(parsing: time)?.milliseconds ?? 0
        let moved = start + Int64(days) * 86_400_000 + Int64(random.number(0...80_000)) * 1000
        return Instant(milliseconds: moved).description
    }
}

/// What refunds take off, looked at one after the other.
struct SlowRefunds {
    struct Purchase {
        let id, profile: String
        /// In milliseconds since 1970.
        let time: Int64
        let gross: Int
        let isCancelled, isReturned: Bool
        var lines: [[String: String]] = []
    }

    struct Refund {
        let profile: String
        let purchase: Int
        let time, orderTime: Int64
        let amount: Int
    }

    private(set) var purchases: [Purchase] = []
    private(set) var refunds: [Refund] = []
    private(set) var ofNoOrder = 0
    private(set) var ofCancelled = 0
    private(set) var unreadable = 0

    init(_ shop: RefundShop) {
        let lines = Dictionary(grouping: shop.base.items.records) { $0["order_id"] ?? "" }
        var numbers: [String: Int] = [:]
        for row in shop.base.orders.records {
            let id = row["order_id"] ?? ""
            numbers[id] = purchases.count
            purchases.append(
                Purchase(
                    id: id, profile: row["profile_id"] ?? "", time: Self.time(row),
                    gross: Self.minor(row["revenue"]) ?? 0,
                    isCancelled: row["status"] == "cancelled", isReturned: row["status"] == "returned",
                    lines: lines[id] ?? []))
        }
        let events = shop.refunds.records.sorted { Self.time($0) < Self.time($1) }
        for row in events where row["event"] == "purchase" {
            let id = row["order_id"] ?? ""
            guard numbers[id] == nil else { continue }
            numbers[id] = purchases.count
            purchases.append(
                Purchase(
                    id: id, profile: row["profile_id"] ?? "", time: Self.time(row),
                    gross: Self.minor(row["revenue"]) ?? 0,
                    isCancelled: false, isReturned: false))
        }
        take(events.filter { $0["event"] == "refund" }, numbers)
    }

    private mutating func take(_ events: [[String: String]], _ numbers: [String: Int]) {
        var claims: [(time: Int64, number: Int, purchase: Int, asked: Int)] = []
        for (number, row) in events.enumerated() {
            guard let purchase = numbers[row["order_id"] ?? ""] else {
                ofNoOrder += 1
                continue
            }
            guard !purchases[purchase].isCancelled else {
                ofCancelled += 1
                continue
            }
            guard let asked = asked(row, of: purchases[purchase]) else {
                unreadable += 1
                continue
            }
            claims.append((max(Self.time(row), purchases[purchase].time), number, purchase, asked))
        }
        var left = purchases.map(\.gross)
        for claim in claims.sorted(by: { ($0.time, $0.number) < ($1.time, $1.number) }) {
            let amount = min(claim.asked, left[claim.purchase])
            left[claim.purchase] -= amount
            let purchase = purchases[claim.purchase]
            refunds.append(
                Refund(
                    profile: purchase.profile, purchase: claim.purchase, time: claim.time, orderTime: purchase.time,
                    amount: amount))
        }
        let told = Set(claims.map(\.purchase))
        for (number, purchase) in purchases.enumerated() where purchase.isReturned && !told.contains(number) {
            refunds.append(
                Refund(
                    profile: purchase.profile, purchase: number, time: purchase.time, orderTime: purchase.time,
                    amount: purchase.gross))
        }
    }

    /// What an event asks back; none where it cannot be told.
    private func asked(_ row: [String: String], of purchase: Purchase) -> Int? {
        if let amount = Self.minor(row["amount"]) ?? Self.minor(row["revenue"]) { return abs(amount) }
        guard let product = row["product_id"], !product.isEmpty else { return purchase.gross }
        let own = purchase.lines.filter { $0["product_id"] == product }
        guard !own.isEmpty else { return nil }
        var left = Int(row["quantity"] ?? "") ?? .max
        return own.reduce(0) { sum, line in
            let pieces = min(left, Int(line["quantity"] ?? "") ?? 1)
            left -= pieces
            return sum + pieces * (Self.minor(line["price"]) ?? 0)
        }
    }

    private static func time(_ row: [String: String]) -> Int64 {
        Instant(parsing: row["timestamp"] ?? "")?.milliseconds ?? 0
    }

    private static func minor(_ text: String?) -> Int? { text.flatMap { Int($0.filter { $0 != "." }) } }
}

extension SlowRefunds {
    /// Purchases before an instant.
    func bought(before end: Int64) -> [Purchase] { purchases.filter { !$0.isCancelled && $0.time < end } }

    /// When each profile bought first, of what is known at an instant.
    func firsts(before end: Int64) -> [String: Int64] {
        Dictionary(bought(before: end).map { ($0.profile, $0.time) }) { min($0, $1) }
    }

    /// Net revenue by an instant: of all profiles, by profile.
    func net(before end: Int64) -> [String: Int] {
        var net: [String: Int] = [:]
        for purchase in bought(before: end) { net[purchase.profile, default: 0] += purchase.gross }
        for refund in refunds where refund.time < end { net[refund.profile, default: 0] -= refund.amount }
        return net
    }

    /// The refunds known at an instant that count in a stretch of time.
    func refunds(in span: Range<Int64>, byOrder: Bool, before end: Int64) -> [Refund] {
        refunds.filter { $0.time < end && span.contains(byOrder ? $0.orderTime : $0.time) && $0.amount > 0 }
    }

    /// Revenue of a stretch of time before an instant, of some profiles.
    func net(in span: Range<Int64>, byOrder: Bool, before end: Int64, of counts: (String) -> Bool = { _ in true })
        -> Int
    {
        let gross = bought(before: end).filter { span.contains($0.time) && counts($0.profile) }
            .reduce(0) { $0 + $1.gross }
        return refunds(in: span, byOrder: byOrder, before: end).filter { counts($0.profile) }
            .reduce(gross) { $0 - $1.amount }
    }
}
