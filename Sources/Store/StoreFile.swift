import Customers
import Foundation
import GRDB
import Synchronization

/// One open store: an SQLite file in WAL mode and the cache beside it.
///
/// Readers never wait for the writer. Everything that was acknowledged survives a kill of the process.
public final class StoreFile: Sendable {
    public let path: String
    let pool: DatabasePool
    /// Names this store among all; the cache of another is never taken for its own.
    public let identity: String
    /// The derived columns that were asked for last.
    let latestCache = Mutex<StoreCache?>(nil)

    /// Opens a store, making it where there is none.
    ///
    /// The file is readable and writable by its owner alone.
    public init(path: String) throws(StoreError) {
        self.path = path
        do {
            try Self.prepare(path)
            try Self.refuseForeign(path)
            pool = try DatabasePool(path: path, configuration: Self.configuration)
            try Self.claim(pool, path: path)
            try Schema.migrator.migrate(pool)
            identity = try pool.write { try Self.identity($0) }
        } catch let error as StoreError {
            throw error
        } catch let error as DatabaseError where error.resultCode == .SQLITE_NOTADB {
            throw StoreError.notAStore(path: path)
        } catch let error as DatabaseError {
            throw StoreError.cannotOpen(
                path: path, reason: error.message ?? "SQLite error \(error.resultCode.rawValue)")
        } catch {
            throw StoreError.cannotOpen(path: path, reason: (error as NSError).localizedDescription)
        }
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.maximumReaderCount = 4
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA page_size = 16384")
            try db.execute(sql: "PRAGMA mmap_size = 1073741824")
            try db.execute(sql: "PRAGMA cache_size = -8192")
        }
        return configuration
    }

    /// Makes an empty file with the right permissions before SQLite makes one with others.
    ///
    /// A file that is there is not opened: closing it would drop the locks that SQLite holds on it in this process.
    private static func prepare(_ path: String) throws(StoreError) {
        let folder = (path as NSString).deletingLastPathComponent
        if !folder.isEmpty, access(folder, F_OK) != 0 {
            do {
                try FileManager.default.createDirectory(
                    atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            } catch {
                throw .cannotOpen(path: path, reason: "its folder cannot be made")
            }
        }
        guard access(path, F_OK) != 0 else { return }
        let file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .cannotOpen(path: path, reason: String(cString: strerror(errno))) }
        close(file)
    }

    /// Refuses what is no store through a connection that cannot write, so that a foreign database stays as it was.
    private static func refuseForeign(_ path: String) throws {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(10)
        try DatabaseQueue(path: path, configuration: configuration).read { db in
            let mark = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
            let isEmpty = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") == 0
            guard mark == Schema.applicationID || isEmpty else { throw StoreError.notAStore(path: path) }
        }
    }

    private static func claim(_ pool: DatabasePool, path: String) throws {
        try pool.write { db in
            let isEmpty = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") == 0
            if isEmpty { try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID)") }
        }
        guard try pool.read({ try !Schema.migrator.hasBeenSuperseded($0) }) else { throw StoreError.tooNew(path: path) }
    }

    private static func identity(_ db: Database) throws -> String {
        if let known = try String.fetchOne(db, sql: "SELECT value FROM meta WHERE key = 'identity'") { return known }
        let fresh = UUID().uuidString
        try db.execute(sql: "INSERT INTO meta (key, value) VALUES ('identity', ?), ('version', 0)", arguments: [fresh])
        return fresh
    }

    /// Reads one consistent state.
    func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        do {
            return try pool.read(body)
        } catch {
            throw Self.storeError(error)
        }
    }

    /// Writes in one transaction: all of it or nothing.
    func write<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        do {
            return try pool.write(body)
        } catch {
            throw Self.storeError(error)
        }
    }

    /// Moves what the log holds into the file itself, so that the file alone is the whole store.
    ///
    /// Nothing hangs on it but the comfort of whoever copies the file: where a reader still needs the log it stays.
    public func moveLogIntoFile() {
        _ = try? pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
    }

    static func storeError(_ error: any Error) -> StoreError {
        switch error {
        case let error as StoreError: error
        case let error as DatabaseError: .database(error.message ?? "SQLite error \(error.resultCode.rawValue)")
        default: .database("\(type(of: error))")
        }
    }

    /// The number of changes to the data that have been committed; every figure belongs to one.
    public func version() throws(StoreError) -> Int {
        try read { try Self.version($0) }
    }

    static func version(_ db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT value FROM meta WHERE key = 'version'") ?? 0
    }

    static func raiseVersion(_ db: Database) throws {
        try db.execute(sql: "UPDATE meta SET value = value + 1 WHERE key = 'version'")
    }

    /// How many imports have been taken back.
    ///
    /// The next import takes the number of one that is gone, so that numbers of imports tell the same only while this stays.
    static func undone(_ db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT value FROM meta WHERE key = 'undone'") ?? 0
    }

    static func raiseUndone(_ db: Database) throws {
        try db.execute(
            sql: "INSERT INTO meta (key, value) VALUES ('undone', 1) ON CONFLICT (key) DO UPDATE SET value = value + 1")
    }

    static func audit(_ db: Database, at time: Instant, by author: String, action: String, subject: String) throws {
        try db.execute(
            sql: "INSERT INTO audit (time, author, action, subject) VALUES (?, ?, ?, ?)",
            arguments: [time.milliseconds, author, action, subject])
    }
}

extension StoreFile {
    /// Bytes of the file and of what is not folded into it yet.
    public var byteCount: Int64 {
        [path, path + "-wal"].reduce(0) { sum, file in
            var status = stat()
            return stat(file, &status) == 0 ? sum + Int64(status.st_size) : sum
        }
    }
}
