import Columnar
import Customers
import Foundation
import GRDB
import Testing

@testable import Store

struct OpeningTests {
    /// When the file was changed, and the bytes of its log.
    private static func state(of path: String) -> [String] {
        let file = try? FileManager.default.attributesOfItem(atPath: path)
        let log = try? FileManager.default.attributesOfItem(atPath: path + "-wal")
        return ["\(file?[.size] ?? "none") \(file?[.modificationDate] ?? "none")", "\(log?[.size] ?? 0)"]
    }

    @Test func `who only asks writes nothing into the store`() throws {
        let folder = TemporaryStore()
        _ = try importProfiles([(1, "Kraków"), (2, nil)], into: try folder.open())
        _ = try folder.open().buildCache()
        let path = folder.folder + "/shop.patron"
        let before = Self.state(of: path)
        let store = try folder.open()
        #expect(try store.state().version == store.version())
        #expect(try store.cache().population.existence.ever.bitmap.count == 2)
        #expect(try store.consents().isEmpty)
        #expect(Self.state(of: path) == before)
    }

    @Test func `a foreign database is refused and stays as it was`() throws {
        let folder = TemporaryStore()
        _ = try folder.open()
        let path = folder.folder + "/foreign.db"
        try DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE theirs (id INTEGER)") }
        let before = FileManager.default.contents(atPath: path)
        #expect(throws: StoreError.notAStore(path: path)) { _ = try StoreFile(path: path) }
        #expect(FileManager.default.contents(atPath: path) == before)
    }

    @Test func `a store of a later version is refused`() throws {
        let folder = TemporaryStore()
        _ = try folder.open()
        let path = folder.folder + "/shop.patron"
        try DatabaseQueue(path: path).write {
            try $0.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('99 of a later day')")
        }
        #expect(throws: StoreError.tooNew(path: path)) { _ = try StoreFile(path: path) }
    }

    @Test func `a store that was only begun is finished`() throws {
        let folder = TemporaryStore()
        _ = try folder.open()
        let path = folder.folder + "/begun.patron"
        try DatabaseQueue(path: path).write { try $0.execute(sql: "PRAGMA application_id = \(Schema.applicationID)") }
        let store = try StoreFile(path: path)
        #expect(try store.version() == 0)
        #expect(try StoreFile(path: path).identity == store.identity)
    }

    @Test func `what is written is seen by who has the store open, and by who opens it then`() throws {
        let folder = TemporaryStore()
        let (writing, watching) = (try folder.open(), try folder.open())
        #expect(try watching.settings().isEmpty)
        try writing.set("currency", to: "EUR", by: "author", at: Instant(milliseconds: 0))
        #expect(try watching.settings() == ["currency": "EUR"])
        #expect(try writing.settings() == ["currency": "EUR"])
        #expect(try folder.open().settings() == ["currency": "EUR"])
    }
}
