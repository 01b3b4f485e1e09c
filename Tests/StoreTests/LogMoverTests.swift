import Customers
import Foundation
import GRDB
import Testing

@testable import Store

struct LogMoverTests {
    private let shop = TemporaryStore()

    @Test func `what was committed is moved into the file while the store stays open`() throws {
        let store = try shop.open()
        _ = try importEvents([("a", 1, "view", "boots"), ("b", 2, "view", nil)], into: store)
        let mover = try #require(store.beginMovingLog())
        mover.move()
        store.stopMovingLog(mover)
        // The file alone, without its log.
        let copy = shop.folder + "/copy.patron"
        try FileManager.default.copyItem(atPath: store.path, toPath: copy)
        #expect(try StoreFile(path: copy).buildCache().events == 2)
    }

    @Test func `an import of many batches leaves the log to SQLite as it was`() throws {
        let store = try shop.open()
        let writer = try writer(into: store)
        let pages = { try store.write { try Int.fetchOne($0, sql: "PRAGMA wal_autocheckpoint") } }
        let count = 3 * LogMover.batches
        for number in 0..<count {
            try writer.append(batch((0..<20).map { ("u\($0)", Int64(number * 20 + $0), "view", "n\(number)") }))
        }
        #expect(try pages() == LogMover.mostPages)
        _ = try writer.finish(rejected: 0, at: Instant(seconds: 1001), seconds: 1)
        #expect(try pages() == LogMover.usualPages)
        #expect(try store.cache().events == count * 20)
        #expect(try store.check() == [])
    }

    @Test func `an import that died leaves the log to SQLite as it was`() throws {
        let store = try shop.open()
        do {
            let writer = try writer(into: store)
            for number in 0..<2 * LogMover.batches {
                try writer.append(batch([("a", Int64(number), "view", nil)]))
            }
        }
        #expect(try store.write { try Int.fetchOne($0, sql: "PRAGMA wal_autocheckpoint") } == LogMover.usualPages)
        #expect(try store.check() == [])
    }
}
