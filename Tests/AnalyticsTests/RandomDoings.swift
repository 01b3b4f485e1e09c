import Analytics
import Columnar
import Customers

/// Made-up events and purchases of a few people, some of whom have several records.
struct RandomDoings {
    struct Event {
        let name: String
        let record: Int
        let time: Int64
    }

    struct Sale {
        let record: Int
        let time: Int64
        let gross, net: Int64
        /// Whether a file brought it as an event.
        let isEvent: Bool
    }

    struct Refund {
        let record: Int
        let time, amount: Int64
    }

    let profileOfRecord: [Int]
    /// The people who are counted.
    let people: Set<Int>
    let since: [Int64]
    let subscribed: [Int64?]
    let events: [Event]
    let sales: [Sale]
    let refunds: [Refund]

    /// 0001-01-01 in milliseconds since 1970.
    static let yearOne: Int64 = -62_135_596_800_000

    static let names = [
        "session_start", "add_to_cart", "email_sent", "email_open", "email_click", "page_view", "unsubscribe",
    ]

    /// With `hasNullDates` some things happened in the year 1, as some programs write a date that they do not know.
    init(seed: UInt64, records: Int, events: Int, days: Int64 = 60, hasScope: Bool, hasNullDates: Bool = false) {
        var random = SplitMix(seed: seed)
        func time() -> Int64 {
            (hasNullDates && Int.random(in: 0..<4, using: &random) == 0 ? Self.yearOne : shopOpening)
                + Int64.random(in: 0..<days * 24, using: &random) * 3_600_000
                + Int64.random(in: 0..<3, using: &random) * 1000
        }
        profileOfRecord = (0..<records).map { $0 % 4 == 3 ? Int.random(in: 0..<$0, using: &random) / 4 * 4 : $0 }
        let profiles = Set(profileOfRecord)
        people = hasScope ? profiles.filter { _ in Bool.random(using: &random) } : profiles
        since = (0..<records).map { _ in Bool.random(using: &random) ? .min : time() }
        subscribed = (0..<records).map { _ in Bool.random(using: &random) ? nil : time() }
        self.events = (0..<events).map { _ in
            Event(
                name: Self.names.randomElement(using: &random) ?? "",
                record: Int.random(in: 0..<records, using: &random),
                time: time())
        }.sorted { $0.time < $1.time }
        sales = (0..<events / 4).map { _ in
            let gross = Int64.random(in: 1...90, using: &random)
            return Sale(
                record: Int.random(in: 0..<records, using: &random), time: time(), gross: gross,
                net: Bool.random(using: &random) ? gross : 0, isEvent: Int.random(in: 0..<4, using: &random) == 0)
        }.sorted { $0.time < $1.time }
        refunds = sales.filter { $0.net > 0 }.compactMap { sale in
            guard Int.random(in: 0..<3, using: &random) == 0 else { return nil }
            let amount = Int64.random(in: 1...sale.net, using: &random)
            let time = sale.time + Int64.random(in: 0..<days * 12, using: &random) * 3_600_000
            return Refund(record: sale.record, time: time, amount: amount)
        }.sorted { $0.time < $1.time }
    }

    /// The same as columns.
    var sources: MeasureSources {
        let count = profileOfRecord.count
        var profiles = Bitmap(rows: count)
        var counted = Bitmap(rows: count)
        for profile in profileOfRecord { profiles[profile] = true }
        for profile in people { counted[profile] = true }
        var tables: [String: EventTable] = [:]
        for name in Self.names {
            let own = events.filter { $0.name == name }
            tables[name] = EventTable(
                records: Lane(own.map { UInt32($0.record) }), times: .milliseconds(Lane(own.map(\.time))),
                properties: [:])
        }
        let subscriptions = Column.integers(
            .longs(Lane(subscribed.map { $0 ?? 0 })), .timestamp,
            present: BitmapLane(rows: count, words: Lane(Self.words(subscribed.map { $0 != nil }))))
        return MeasureSources(
            profiles: ProfileMap(count: count, profileOfRecord: Lane(profileOfRecord.map { UInt32($0) })),
            existence: Existence(
                ever: BitmapLane(rows: count, words: Lane(profiles.words)), since: Lane(since),
                latest: since.max() ?? 0), people: counted, events: tables,
            purchases: [run(sales.filter { !$0.isEvent }), run(sales.filter(\.isEvent))],
            refunds: [
                RefundRun(
                    EventRun(
                        records: Lane(refunds.map { UInt32($0.record) }),
                        times: .milliseconds(Lane(refunds.map(\.time))),
                        blocks: [.range(0..<refunds.count)]), amounts: refunds.map(\.amount))
            ],
            subscribed: Trait(current: subscriptions))
    }

    private static func words(_ bits: [Bool]) -> [UInt64] {
        var set = Bitmap(rows: bits.count)
        for (row, bit) in bits.enumerated() where bit { set[row] = true }
        return set.words
    }

    private func run(_ sales: [Sale]) -> PurchaseRun {
        PurchaseRun(
            EventRun(
                records: Lane(sales.map { UInt32($0.record) }), times: .milliseconds(Lane(sales.map(\.time))),
                blocks: [.range(0..<sales.count)]), gross: sales.map(\.gross), net: sales.map(\.net))
    }
}
