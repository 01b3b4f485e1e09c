import Dispatch
import GRDB
import Synchronization

/// Moves what SQLite's log holds into the store's file on a thread of its own, while an import writes on.
///
/// Else the import itself would wait for the disk whenever the log has grown to some megabytes.
final class LogMover: Sendable {
    /// Pages of the log at which whoever writes moves what is left, so that the log begins anew: 256 MiB.
    static let mostPages = 16_384
    /// SQLite's own number.
    static let usualPages = 1_000
    /// Batches of rows after which what they brought is moved.
    static let batches = 16

    private let connection: DatabaseQueue
    private let queue = DispatchQueue(label: "log", qos: .userInitiated)
    private let isMoving = Atomic(false)

    /// Opens a connection to a store that has been made.
    init(path: String) throws {
        connection = try DatabaseQueue(path: path)
    }

    /// Begins to move what has been committed, where it is not at it anyway.
    func move() {
        guard isMoving.compareExchange(expected: false, desired: true, ordering: .acquiring).exchanged else { return }
        queue.async { [self] in
            // What cannot be moved now is moved later; nothing that was committed hangs on it.
            _ = try? connection.writeWithoutTransaction { try $0.checkpoint(.passive) }
            isMoving.store(false, ordering: .releasing)
        }
    }

    /// Waits until nothing is being moved, and closes the connection.
    func stop() {
        queue.sync {}
        try? connection.close()
    }
}

extension StoreFile {
    /// Moves the log beside an import from now on; none where no further connection can be opened.
    func beginMovingLog() -> LogMover? {
        guard let mover = try? LogMover(path: path) else { return nil }
        do {
            try setLog(pages: LogMover.mostPages)
            return mover
        } catch {
            mover.stop()
            return nil
        }
    }

    /// Leaves the log to SQLite again.
    func stopMovingLog(_ mover: LogMover) {
        mover.stop()
        try? setLog(pages: LogMover.usualPages)
    }

    private func setLog(pages: Int) throws(StoreError) {
        try write { try $0.execute(sql: "PRAGMA wal_autocheckpoint = \(pages)") }
    }
}
