import Foundation
import Phrases

/// Memory for the time of a build: the process's own while it is little of what the machine has, beyond that in files
/// without names, which the system may write out however much it is.
final class Scratch {
    private let folder: String
    private var mappings: [(base: UnsafeMutableRawPointer, byteCount: Int, isOwn: Bool)] = []
    /// Bytes that may still be taken from the process's own memory.
    private var own: Int

    /// Bytes from which the system is asked for large pages.
    private static let largeBytes = 4 << 20

    /// Scratch memory whose files lie in a folder.
    ///
    /// - `own`: bytes of the process's own memory that it may take.
    init(in folder: String, own: Int = Scratch.share) {
        self.folder = folder
        self.own = own
    }

    deinit {
        for mapping in mappings { munmap(mapping.base, mapping.byteCount) }
    }

    /// A sixteenth of the machine's memory, since several builds may run beside each other.
    static let share = sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE)) / 16

    /// Zeroes, which live as long as the scratch memory does.
    func lane<Element: BitwiseCopyable>(
        _ count: Int, of _: Element.Type = Element.self
    ) throws(StoreError) -> UnsafeMutableBufferPointer<Element> {
        let byteCount = count * MemoryLayout<Element>.stride
        guard byteCount > 0 else { return UnsafeMutableBufferPointer(start: nil, count: 0) }
        let base = if let own = ownMemory(byteCount) { own } else { try fileMemory(byteCount) }
        return UnsafeMutableBufferPointer(start: base.bindMemory(to: Element.self, capacity: count), count: count)
    }

    private func ownMemory(_ byteCount: Int) -> UnsafeMutableRawPointer? {
        guard byteCount <= own,
            let base = mmap(nil, byteCount, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
            base != MAP_FAILED
        else { return nil }
        if byteCount >= Self.largeBytes { madvise(base, byteCount, MADV_HUGEPAGE) }
        own -= byteCount
        mappings.append((base, byteCount, true))
        return base
    }

    private func fileMemory(_ byteCount: Int) throws(StoreError) -> UnsafeMutableRawPointer {
        let path = folder + "/.patron-\(getpid())-\(UUID().uuidString)"
        let file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw full(errno) }
        defer { close(file) }
        unlink(path)
        // Room is taken first: a full disk is then an error here, and no fault when a page is written.
        let code = posix_fallocate(file, 0, off_t(byteCount))
        guard code == 0 else { throw full(code) }
        guard let base = mmap(nil, byteCount, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0), base != MAP_FAILED else {
            throw full(errno)
        }
        mappings.append((base, byteCount, false))
        return base
    }

    /// Gives a lane back before the rest.
    func release<Element: BitwiseCopyable>(_ lane: UnsafeMutableBufferPointer<Element>) {
        guard let base = lane.baseAddress,
            let place = mappings.firstIndex(where: { $0.base == UnsafeMutableRawPointer(base) })
        else { return }
        let mapping = mappings.remove(at: place)
        munmap(mapping.base, mapping.byteCount)
        if mapping.isOwn { own += mapping.byteCount }
    }

    private func full(_ code: Int32) -> StoreError {
        .cannotOpen(
            path: folder,
            reason: Phrase(
                "store.reason.columns", "the derived columns cannot be built: %1", String(cString: strerror(code))))
    }
}
