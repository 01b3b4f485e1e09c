import Customers
import Foundation
import GRDB
import Phrases
import Synchronization

/// One open store: an SQLite file in WAL mode and the cache beside it.
///
/// Readers never wait for the writer. Everything that was acknowledged survives a kill of the process.
public final class StoreFile: Sendable {
    public let path: String
    /// The connection that is always open: it only reads, so that every commit is another's, and reads what is small.
    private let watch: DatabaseQueue
    /// The connections that write and that read much, opened when somebody needs them: most who open a store only ask.
    private let working = Mutex<DatabasePool?>(nil)
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
            watch = try DatabaseQueue(path: path, configuration: Self.watching)
            // A foreign database is told by a connection that cannot write, and stays as it was.
            if let known = try watch.read({ try Self.knownIdentity($0, path: path) }) {
                identity = known
            } else {
                let pool = try DatabasePool(path: path, configuration: Self.configuration)
                identity = try Self.found(in: pool)
                working.withLock { $0 = pool }
            }
        } catch let error as StoreError {
            throw error
        } catch let error as DatabaseError where error.resultCode == .SQLITE_NOTADB {
            throw StoreError.notAStore(path: path)
        } catch let error as DatabaseError {
            throw StoreError.cannotOpen(
                path: path, reason: Phrase(verbatim: error.message ?? "SQLite error \(error.resultCode.rawValue)"))
        } catch {
            throw StoreError.cannotOpen(
                path: path, reason: Phrase(verbatim: (error as NSError).localizedDescription))
        }
    }

    /// The connections that write and that read much.
    private func pool() throws -> DatabasePool {
        try working.withLock { pool in
            if let pool { return pool }
            let opened = try DatabasePool(path: path, configuration: Self.configuration)
            pool = opened
            return opened
        }
    }

    /// Closes all connections.
    func closeConnections() throws {
        try working.withLock { try $0?.close() }
        try watch.close()
    }

    /// A number that changes with every commit of whatever process; it says nothing else.
    ///
    /// - Complexity: some microseconds
    public func mark() throws(StoreError) -> Int {
        do {
            return try watch.unsafeRead { db in
                try Int.fetchOne(db.cachedStatement(sql: "PRAGMA data_version")) ?? 0
            }
        } catch {
            throw Self.storeError(error)
        }
    }

    private static var watching: Configuration {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(10)
        return configuration
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
                throw .cannotOpen(path: path, reason: Phrase("store.reason.folder", "its folder cannot be made"))
            }
        }
        guard access(path, F_OK) != 0 else { return }
        let file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            throw .cannotOpen(path: path, reason: Phrase(verbatim: String(cString: strerror(errno))))
        }
        close(file)
    }

    /// What names a store; none where it has yet to be made, or brought to this version.
    ///
    /// - Throws: `StoreError` where the file is of somebody else, or of a later version.
    private static func knownIdentity(_ db: Database, path: String) throws -> String? {
        guard try Int.fetchOne(db, sql: "PRAGMA application_id") == Schema.applicationID else {
            guard try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") == 0 else {
                throw StoreError.notAStore(path: path)
            }
            return nil
        }
        let isMade = "SELECT count(*) FROM sqlite_schema WHERE name = 'grdb_migrations'"
        guard try Int.fetchOne(db, sql: isMade) == 1 else { return nil }
        let applied = try String.fetchSet(db, sql: "SELECT identifier FROM grdb_migrations")
        let known = Set(Schema.migrator.migrations)
        guard applied.isSubset(of: known) else { throw StoreError.tooNew(path: path) }
        return applied == known ? try knownIdentity(db) : nil
    }

    private static func knownIdentity(_ db: Database) throws -> String? {
        try String.fetchOne(db, sql: "SELECT value FROM meta WHERE key = 'identity'")
    }

    /// Makes what a store needs where it is not there yet.
    ///
    /// - Returns: what names the store.
    private static func found(in pool: DatabasePool) throws -> String {
        try pool.write { db in
            let isEmpty = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") == 0
            if isEmpty { try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID)") }
        }
        try Schema.migrator.migrate(pool)
        return try pool.write { try identity($0) }
    }

    private static func identity(_ db: Database) throws -> String {
        if let known = try knownIdentity(db) { return known }
        let fresh = UUID().uuidString
        try db.execute(sql: "INSERT INTO meta (key, value) VALUES ('identity', ?), ('version', 0)", arguments: [fresh])
        return fresh
    }

    /// Reads something small of one consistent state; who reads much would keep others waiting.
    func glance<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        do {
            return try watch.read(body)
        } catch {
            throw Self.storeError(error)
        }
    }

    /// Reads one consistent state.
    func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        do {
            return try pool().read(body)
        } catch {
            throw Self.storeError(error)
        }
    }

    /// Writes in one transaction: all of it or nothing.
    func write<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        do {
            return try pool().write(body)
        } catch {
            throw Self.storeError(error)
        }
    }

    /// Moves what the log holds into the file itself, so that the file alone is the whole store.
    ///
    /// Nothing hangs on it but the comfort of whoever copies the file: where a reader still needs the log it stays.
    public func moveLogIntoFile() {
        _ = try? pool().writeWithoutTransaction { try $0.checkpoint(.truncate) }
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
        try glance { try Self.version($0) }
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
