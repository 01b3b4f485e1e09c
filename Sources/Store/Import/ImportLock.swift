import Glibc
import Phrases

/// The right to import into a store, held by one process at a time and lost with it.
final class ImportLock: Sendable {
    private let file: Int32

    init(store path: String) throws(StoreError) {
        let file = open(path + "-import", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            throw .cannotOpen(path: path, reason: Phrase(verbatim: String(cString: strerror(errno))))
        }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            close(file)
            throw .importRunning
        }
        self.file = file
    }

    deinit { close(file) }
}
