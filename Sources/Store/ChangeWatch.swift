import GRDB

/// Tells in microseconds whether anything was committed to a store, by whatever process.
public final class ChangeWatch: Sendable {
    /// A connection that never writes, so that every commit is another's.
    private let connection: DatabaseQueue

    /// Watches an open store.
    public init(_ store: StoreFile) throws(StoreError) {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(10)
        do {
            connection = try DatabaseQueue(path: store.path, configuration: configuration)
        } catch {
            throw StoreFile.storeError(error)
        }
    }

    /// A number that changes with every commit; it says nothing else.
    public func mark() throws(StoreError) -> Int {
        do {
            return try connection.unsafeRead { db in
                try Int.fetchOne(db.cachedStatement(sql: "PRAGMA data_version")) ?? 0
            }
        } catch {
            throw StoreFile.storeError(error)
        }
    }
}
