import CKernels
import Foundation
import Phrases
import Synchronization

/// A cache file that is being written, under a name of its own until it is whole; several writers share it.
final class CacheFile: Sendable {
    let path: String
    private let temporary: String
    let descriptor: Int32
    /// Where the next section goes, and the next of a single number.
    private let ends = Mutex((section: CacheDirectory.headerBytes, number: CacheDirectory.firstNumber))

    init(path: String) throws(StoreError) {
        self.path = path
        temporary = path + ".\(getpid()).\(UUID().uuidString.prefix(8))"
        descriptor = open(temporary, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw .cannotOpen(path: path, reason: Phrase(verbatim: String(cString: strerror(errno))))
        }
    }

    deinit {
        close(descriptor)
        unlink(temporary)
    }

    /// The folder in which the cache lies.
    var folder: String { URL(fileURLWithPath: path).deletingLastPathComponent().path }

    /// A stretch of the file that nobody else writes.
    ///
    /// Single numbers lie together on the first page, which everyone reads who opens the file.
    ///
    /// - Returns: where it begins, at a multiple of `alignment`, or of eight for a single number.
    func reserve(_ byteCount: Int, alignment: Int) -> Int {
        ends.withLock { ends in
            if byteCount == 8, ends.number + byteCount <= CacheDirectory.headerBytes {
                defer { ends.number += byteCount }
                return ends.number
            }
            let offset = (ends.section + alignment - 1) / alignment * alignment
            ends.section = offset + byteCount
            return offset
        }
    }

    func put(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(StoreError) {
        var written = 0
        while written < bytes.count, let base = bytes.baseAddress {
            let count = pwrite(descriptor, base + written, bytes.count - written, off_t(offset + written))
            guard count > 0 else { throw full(errno) }
            written += count
        }
    }

    /// Puts the whole file, with its directory at the end, in the place of the one before.
    func finish(_ directory: CacheDirectory) throws(StoreError) {
        let bytes = directory.bytes
        let offset = reserve(bytes.count, alignment: 64)
        try put(bytes, at: offset)
        var header = CacheHeader(offset: offset, count: bytes.count, boot: SystemBoot.current)
        if header.boot == nil {
            // Where nothing tells of a loss of power later, the file has to be safe from it now.
            guard fdatasync(descriptor) == 0 else { throw full(errno) }
            header.isSettled = true
        }
        try put(header.bytes, at: 0)
        // Trading places spares the writing out that a file system does where one file takes the place of another; the one before
        // is then deleted under the other name.
        guard traded_names(temporary, path) == 0 || rename(temporary, path) == 0 else { throw full(errno) }
    }

    private func put(_ bytes: [UInt8], at offset: Int) throws(StoreError) {
        let outcome = bytes.withUnsafeBytes { bytes -> Result<Void, StoreError> in
            do throws(StoreError) {
                return .success(try put(bytes, at: offset))
            } catch {
                return .failure(error)
            }
        }
        try outcome.get()
    }

    /// That the file cannot be written, by the system's error number.
    func full(_ code: Int32) -> StoreError {
        .cannotOpen(
            path: path,
            reason: Phrase(
                "store.reason.cache", "the cache cannot be written: %1", String(cString: strerror(code))))
    }
}
