import Columnar
import Customers
import Foundation
import GRDB
import Testing

@testable import Store

struct ImportTests {
    private let shop = TemporaryStore()

    @Test func `events make records and come back in time order`() throws {
        let store = try shop.open()
        let tally = try importEvents(
            [("a", 30, "view", "boots"), ("b", 10, "view", nil), ("a", 20, "buy", "shoes")], into: store)
        #expect(tally.inserted == 3)
        let population = try store.cache().population
        #expect(population.profiles.count == 2)
        #expect(population.events["view"]?.records.array == [1, 0])
        #expect(population.events["view"]?.times[0] == 10_000)
        #expect(population.events["view"]?.properties["category"]?[1] == .text("boots"))
        #expect(population.events["view"]?.properties["category"]?[0] == nil)
        #expect(
            population.timeline.events(of: 0).map { population.timeline.names[$0.table] } == ["buy", "view"])
        #expect(population.existence.base(at: 15_000).count == 1)
        #expect(try store.check() == [])
    }

    @Test func `the same file twice changes nothing, and a longer one adds its new rows`() throws {
        let store = try shop.open()
        let rows = (0..<3000).map { ("u\($0 % 50)", Int64($0), "view", $0 % 3 == 0 ? "boots" : nil) }
        _ = try importEvents(Array(rows.prefix(2000)), into: store)
        let version = try store.version()
        let again = try importEvents(Array(rows.prefix(2000)), into: store)
        #expect(again.duplicates == 2000)
        #expect(again.inserted == 0)
        #expect(try store.version() == version)
        #expect(try store.imports().count == 1)
        let longer = try importEvents(rows, into: store)
        #expect(longer.inserted == 1000)
        #expect(try store.cache().events == 3000)
        #expect(try store.check() == [])
    }

    @Test func `an import that died leaves nothing`() throws {
        let store = try shop.open()
        _ = try importEvents([("a", 1, "view", "boots")], into: store)
        let before = try store.cache().population.events["view"]?.count
        do {
            let writer = try writer(into: store)
            try writer.append(batch((0..<2000).map { ("x\($0)", Int64($0), "view", "new") }))
            try writer.append(batch((0..<2000).map { ("y\($0)", Int64($0), "late", "newer") }))
        }
        #expect(try store.buildCache().population.events["view"]?.count == before)
        #expect(try store.check() == [])
        _ = try importEvents([("b", 2, "view", "boots")], into: store)
        #expect(try store.imports().map(\.id) == [1, 2])
        #expect(try store.cache().population.events["late"] == nil)
        #expect(try store.check() == [])
    }

    @Test func `two imports at once are refused`() throws {
        let store = try shop.open()
        let first = try writer(into: store)
        #expect(throws: StoreError.importRunning) { _ = try writer(into: store) }
        try first.abandon()
    }

    @Test func `undoing an import takes its rows and leaves the names that others use`() throws {
        let store = try shop.open()
        _ = try importEvents([("a", 1, "view", nil), ("b", 2, "view", nil)], into: store, source: "first")
        _ = try importEvents([("b", 3, "buy", nil)], into: store, source: "second")
        try store.undo(import: 1, by: "tester", at: Instant(seconds: 9))
        let cache = try store.cache()
        #expect(cache.events == 1)
        #expect(cache.population.existence.base(at: .max).count == 1)
        #expect(try store.observations(of: 1).map(\.value) == [.text("b")])
        _ = try importEvents([("b", 4, "buy", nil)], into: store, source: "second")
        #expect(try store.cache().population.events["buy"]?.records.array == [1, 1])
        #expect(try store.check() == [])
    }

    @Test func `a later row replaces an order, and lines find it in any order`() throws {
        let store = try shop.open()
        _ = try importLines([("o1", "boots", 2), ("o9", "lost", 1)], into: store)
        _ = try importOrders([("a", 5, "o1", "pending", 1000), ("a", 3, "o2", "cancelled", 500)], into: store)
        let tally = try importOrders(
            [("a", 5, "o1", "completed", 1000), ("a", 3, "o2", "cancelled", 500)], into: store)
        #expect(tally.updated == 1)
        #expect(tally.duplicates == 1)
        let cache = try store.cache()
        let orders = cache.population.orders
        #expect(orders.count == 2)
        #expect(orders.properties["status"]?[1] == .text("completed"))
        #expect(orders.properties["order_id"]?[0] == .text("o2"))
        #expect(orders.purchases.bitmap.count == 1)
        #expect(orders.lineEnds.array == [0, 1])
        #expect(orders.lines["category"]?[0] == .text("boots"))
        #expect(cache.orphanLines == 1)
        #expect(try store.check() == [])
    }

    @Test func `a damaged block is found`() throws {
        let store = try shop.open()
        _ = try importEvents((0..<2000).map { ("u\($0)", Int64($0), "view", nil) }, into: store)
        try store.write { db in
            try db.execute(
                sql: "UPDATE block_column SET data = substr(data, 1, 50) WHERE id = (SELECT min(id) FROM block_column)")
        }
        #expect(try store.check().contains { $0.place.hasPrefix("block") })
    }
}
