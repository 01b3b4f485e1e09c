import Columnar
import Customers
import Foundation
import Testing

@testable import Store

/// Derived columns that take what came since they were built hold what those hold that are built anew.
struct GrowthTests {
    private let shop = TemporaryStore()
    /// Sequences of imports that are made up; `PATRON_GROWTHS` says another number.
    private static let seeds = ProcessInfo.processInfo.environment["PATRON_GROWTHS"].flatMap { UInt64($0) } ?? 4

    @Test func `events that come later are added without building anew`() throws {
        let store = try shop.open()
        _ = try importEvents((0..<3000).map { ("u\($0 % 50)", Int64($0), "view", "c\($0 % 5)") }, into: store)
        let built = try store.buildCache()
        _ = try importEvents(
            [("u1", 5000, "view", "new"), ("u2", 10, "view", nil), ("stranger", 7, "buy", "c1")], into: store)
        let cache = try store.cache()
        #expect(built.growth == nil)
        #expect(cache.growth != nil)
        #expect(cache.events == 3003)
        let view = try #require(cache.population.events["view"])
        #expect(view.properties["category"]?[3001] == .text("new"))
        #expect(view.properties["category"]?[11] == nil)
        #expect(cache.population.profiles.count == 51)
        #expect(cache.population.timeline.events(of: 50).map { cache.population.timeline.names[$0.table] } == ["buy"])
        #expect(try store.check() == [])
    }

    @Test func `another process that opens the store adds the same`() throws {
        let store = try shop.open()
        _ = try importEvents([("a", 1, "view", "boots")], into: store)
        _ = try store.buildCache()
        _ = try importEvents([("b", 2, "view", "boots")], into: store)
        let other = try shop.open()
        #expect(try other.cache().growth != nil)
        #expect(try other.cache().population.events["view"]?.records.array == [0, 1])
    }

    @Test func `an import that was taken back is not in them`() throws {
        let store = try shop.open()
        _ = try importEvents([("a", 1, "view", "boots")], into: store)
        _ = try store.buildCache()
        _ = try importEvents([("b", 2, "view", "boots")], into: store)
        #expect(try store.cache().events == 2)
        try store.undo(import: 2, by: "tester", at: Instant(seconds: 9))
        #expect(try store.cache().events == 1)
        #expect(try store.check() == [])
    }

    @Test func `an import that took the number of one that was taken back is not taken for it`() throws {
        let store = try shop.open()
        _ = try importEvents([("a", 1, "view", "boots")], into: store)
        _ = try importEvents([("b", 2, "view", "boots")], into: store)
        _ = try store.buildCache()
        // Somebody else, while this one looks away.
        let other = try shop.open()
        try other.undo(import: 2, by: "tester", at: Instant(seconds: 9))
        _ = try importEvents([("c", 3, "view", "hats")], into: other)
        #expect(try store.imports().map(\.id) == [1, 2])
        let view = try #require(try store.cache().population.events["view"])
        #expect(view.times[1] == 3000)
        #expect(view.properties["category"]?[1] == .text("hats"))
    }

    @Test func `a trait that becomes an identifier names those who bore it before`() throws {
        let store = try shop.open()
        func bring(_ ids: [Int64], _ mails: [String], isIdentifier: Bool, source: String) throws {
            let writer = try ImportWriter(
                into: store, file: "p.csv", kind: "profiles", family: .traits, source: source, author: "tester",
                at: Instant(seconds: 1000),
                columns: [
                    IncomingColumn(name: "user_id", type: .integer, identifier: "user_id"),
                    IncomingColumn(name: "email", type: .text, identifier: isIdentifier ? "email" : nil),
                ])
            let column = BatchColumn(values: .integers(ids))
            try writer.append(
                IncomingBatch(
                    rows: ids.count,
                    identifiers: [("user_id", column)] + (isIdentifier ? [("email", texts(mails))] : []),
                    time: nil, eventName: nil, key: nil, hashes: ids.map { KeyHash.hash("\($0) \(isIdentifier)") },
                    properties: [column, texts(mails)]))
            _ = try writer.finish(rejected: 0, at: Instant(seconds: 1001), seconds: 1)
        }
        try bring([1, 2], ["a@example.org", "b@example.org"], isIdentifier: false, source: "crm")
        _ = try store.buildCache()
        try bring([3], ["c@example.org"], isIdentifier: true, source: "shop")
        #expect(try store.cache().record("email", "a@example.org") == 0)
        #expect(try store.cache().record("email", "c@example.org") == 2)
        #expect(try store.check() == [])
    }

    @Test func `a value that its column cannot hold has them built anew`() throws {
        let store = try shop.open()
        var dice = Dice(seed: 1)
        try dice.importGoods([100], into: store)
        _ = try store.buildCache()
        try dice.importGoods([1 << 40], into: store)
        #expect(try store.cache().growth == nil)
        #expect(try store.check() == [])
    }

    @Test(arguments: 1...seeds)
    func `random imports give the same columns either way`(seed: UInt64) throws {
        let store = try shop.open()
        var dice = Dice(seed: seed)
        try dice.importProfiles(into: store, rows: 40)
        try dice.importEvents(into: store, rows: 200)
        try dice.importOrders(into: store, rows: 30)
        _ = try store.buildCache()
        var grown = 0
        for _ in 0..<10 {
            switch Int.random(in: 0..<4, using: &dice) {
            case 0: try dice.importProfiles(into: store, rows: .random(in: 1...10, using: &dice))
            case 1: try dice.importEvents(into: store, rows: .random(in: 1...100, using: &dice))
            case 2: try dice.importOrders(into: store, rows: .random(in: 1...10, using: &dice))
            default: try dice.importLines(into: store, rows: .random(in: 1...10, using: &dice))
            }
            if try store.cache().growth != nil { grown += 1 }
            let findings = try store.check()
            #expect(findings == [])
            guard findings.isEmpty else { return }
        }
        #expect(grown >= 3)
    }
}

/// Makes up imports.
private struct Dice: RandomNumberGenerator {
    private var state: UInt64
    private var clock: Int64 = 2000
    private var orders = 0

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    private mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }
    private mutating func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &self) < share }

    private mutating func write(
        _ family: Family, _ kind: String, source: String, _ columns: [IncomingColumn], _ batch: IncomingBatch,
        into store: StoreFile
    ) throws {
        clock += 10
        let writer = try ImportWriter(
            into: store, file: "\(kind).csv", kind: kind, family: family, source: source, author: "tester",
            at: Instant(seconds: clock), columns: columns)
        try writer.append(batch)
        _ = try writer.finish(rejected: 0, at: Instant(seconds: clock + 1), seconds: 1)
    }

    private mutating func maybe<Value>(_ value: Value, _ share: Double = 0.7) -> Value? { chance(share) ? value : nil }

    private func optional(_ values: [Int64?]) -> BatchColumn {
        var present = Bitmap(rows: values.count)
        for (row, value) in values.enumerated() where value != nil { present[row] = true }
        return BatchColumn(values: .integers(values.map { $0 ?? 0 }), present: present)
    }

    private func numbers(_ values: [Double?]) -> BatchColumn {
        var present = Bitmap(rows: values.count)
        for (row, value) in values.enumerated() where value != nil { present[row] = true }
        return BatchColumn(values: .numbers(values.map { $0 ?? 0 }), present: present)
    }

    private func lists(_ values: [[String]]) -> BatchColumn {
        var ends: [UInt32] = []
        var codes: [UInt32] = []
        var appended: [String] = []
        for list in values {
            for text in list {
                if !appended.contains(text) { appended.append(text) }
                codes.append(UInt32(appended.firstIndex(of: text) ?? 0))
            }
            ends.append(UInt32(codes.count))
        }
        return BatchColumn(values: .lists(ends: ends, codes: codes, appended: appended))
    }

    private mutating func hashes(_ rows: Int) -> [UInt64] { (0..<rows).map { _ in next() } }

    mutating func importProfiles(into store: StoreFile, rows: Int) throws {
        let ids = (0..<rows).map { _ in Int64(below(80)) }
        let mails = ids.map { id in maybe("m\(id)@example.org", 0.6) }
        let observed = chance(0.3)
        let time = (0..<rows).map { _ in Int64(below(4000)) * 1000 }
        try write(
            .traits, "profiles", source: chance(0.7) ? "crm" : "till",
            [
                IncomingColumn(name: "user_id", type: .integer, identifier: "user_id"),
                IncomingColumn(name: "email", type: .text, identifier: "email"),
                IncomingColumn(name: "city", type: .text), IncomingColumn(name: "age", type: .integer),
                IncomingColumn(name: "weight", type: .number), IncomingColumn(name: "tags", type: .list),
                IncomingColumn(name: "note", type: .text),
            ],
            IncomingBatch(
                rows: rows,
                identifiers: [
                    ("user_id", BatchColumn(values: .integers(ids))), ("email", texts(mails.map { $0 ?? "" })),
                ], time: observed ? BatchColumn(values: .integers(time)) : nil, eventName: nil, key: nil,
                hashes: hashes(rows),
                properties: [
                    BatchColumn(values: .integers(ids)), texts(mails.map { $0 ?? "" }),
                    codes((0..<rows).map { _ in maybe("city \(below(12))") }),
                    optional((0..<rows).map { _ in maybe(Int64(below(90))) }),
                    numbers((0..<rows).map { _ in maybe(Double(below(9)) / 2) }),
                    lists((0..<rows).map { _ in (0..<below(3)).map { _ in "tag \(below(6))" } }),
                    texts((0..<rows).map { _ in maybe("note \(below(1000))", 0.5) ?? "" }),
                ]), into: store)
    }

    mutating func importEvents(into store: StoreFile, rows: Int) throws {
        let late = chance(0.3) ? 0 : Int(clock)
        let times = (0..<rows).map { _ in Int64(late + below(3000)) * 1000 }
        try write(
            .events, "events", source: "site",
            [
                IncomingColumn(name: "category", type: .text), IncomingColumn(name: "amount", type: .money),
                IncomingColumn(name: "score", type: .number), IncomingColumn(name: "order_id", type: .text),
                IncomingColumn(name: "words", type: .list),
            ],
            IncomingBatch(
                rows: rows,
                identifiers: [("user_id", BatchColumn(values: .integers((0..<rows).map { _ in Int64(below(90)) })))],
                time: BatchColumn(values: .integers(chance(0.5) ? times.sorted() : times)),
                eventName: codes(
                    (0..<rows).map { _ in ["view", "click", "purchase", "rare"][below(chance(0.1) ? 4 : 3)] }),
                key: nil, hashes: hashes(rows),
                properties: [
                    codes((0..<rows).map { _ in maybe("category \(below(15))") }),
                    optional((0..<rows).map { _ in maybe(Int64(below(100_000))) }),
                    numbers((0..<rows).map { _ in maybe(Double(below(400)) / 4, 0.5) }),
                    texts((0..<rows).map { _ in maybe("o\(below(60))", 0.3) ?? "" }),
                    lists((0..<rows).map { _ in (0..<below(2)).map { _ in "word \(below(9))" } }),
                ]), into: store)
    }

    mutating func importOrders(into store: StoreFile, rows: Int) throws {
        let ids = (0..<rows).map { _ in
            chance(0.25)
                ? below(max(1, orders))
                : {
                    orders += 1
                    return orders
                }()
        }
        try write(
            .orders, "orders", source: "site",
            [
                IncomingColumn(name: "status", type: .text), IncomingColumn(name: "revenue", type: .money),
                IncomingColumn(name: "discount", type: .number),
            ],
            IncomingBatch(
                rows: rows,
                identifiers: [("user_id", BatchColumn(values: .integers(ids.map { Int64($0 * 7 % 90) })))],
                time: BatchColumn(values: .integers(ids.map { Int64($0 * 37 % 5000) * 1000 })), eventName: nil,
                key: texts(ids.map { "o\($0)" }), hashes: hashes(rows),
                properties: [
                    codes((0..<rows).map { _ in ["completed", "cancelled", "returned"][below(3)] }),
                    BatchColumn(values: .integers((0..<rows).map { _ in Int64(below(30_000)) })),
                    numbers((0..<rows).map { _ in maybe(Double(below(4))) }),
                ]), into: store)
    }

    mutating func importLines(into store: StoreFile, rows: Int) throws {
        try write(
            .lines, "order lines", source: "site",
            [IncomingColumn(name: "category", type: .text), IncomingColumn(name: "quantity", type: .integer)],
            IncomingBatch(
                rows: rows, identifiers: [], time: nil, eventName: nil,
                key: texts((0..<rows).map { _ in "o\(below(orders + 3))" }), hashes: hashes(rows),
                properties: [
                    codes((0..<rows).map { _ in maybe("category \(below(15))") }),
                    optional((0..<rows).map { _ in maybe(Int64(below(5))) }),
                ]), into: store)
    }

    /// Events with one integer each.
    mutating func importGoods(_ values: [Int64], into store: StoreFile) throws {
        let rows = values.count
        try write(
            .events, "events", source: "site", [IncomingColumn(name: "weight", type: .integer)],
            IncomingBatch(
                rows: rows,
                identifiers: [("user_id", BatchColumn(values: .integers(values.map { _ in 1 })))],
                time: BatchColumn(values: .integers(values.map { _ in 5000 })),
                eventName: codes(values.map { _ in "view" }),
                key: nil, hashes: hashes(rows), properties: [BatchColumn(values: .integers(values))]), into: store)
    }
}
