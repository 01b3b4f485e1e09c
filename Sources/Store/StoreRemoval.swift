import Foundation
import GRDB

extension StoreFile {
    /// Closes the store and deletes its files, unless something was imported into it or saved in it.
    ///
    /// For a store that was made for work which then failed: settings alone are no reason to keep it.
    ///
    /// - Returns: whether the store is gone.
    public func discardIfUnused() throws(StoreError) -> Bool {
        let lock = try ImportLock(store: path)
        defer { withExtendedLifetime(lock) {} }
        let isUsed = try read { db in
            try Bool.fetchOne(
                db,
                sql: """
                    SELECT EXISTS (SELECT 1 FROM import WHERE finished IS NOT NULL) OR EXISTS (SELECT 1 FROM segment)
                    """) ?? true
        }
        guard !isUsed else { return false }
        do {
            try closeConnections()
        } catch {
            throw Self.storeError(error)
        }
        for end in ["", "-wal", "-shm", "-cache", "-import"] { unlink(path + end) }
        return true
    }
}
