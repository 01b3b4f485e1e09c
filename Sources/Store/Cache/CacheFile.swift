import Foundation
import Synchronization

/// A cache file that is being written, under a name of its own until it is whole; several writers share it.
final class CacheFile: Sendable {
    let path: String
    private let temporary: String
    let descriptor: Int32
    private let end = Mutex(CacheDirectory.headerBytes)

    init(path: String) throws(StoreError) {
        self.path = path
        temporary = path + ".\(getpid()).\(UUID().uuidString.prefix(8))"
        descriptor = open(temporary, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .cannotOpen(path: path, reason: String(cString: strerror(errno))) }
    }

    deinit {
        close(descriptor)
        unlink(temporary)
    }

    /// The folder in which the cache lies.
    var folder: String { URL(fileURLWithPath: path).deletingLastPathComponent().path }

    /// A stretch of the file that nobody else writes.
    ///
    /// - Returns: where it begins, at a multiple of `alignment`.
    func reserve(_ byteCount: Int, alignment: Int) -> Int {
        end.withLock { end in
            let offset = (end + alignment - 1) / alignment * alignment
            end = offset + byteCount
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
        let json: Data
        do {
            json = try JSONEncoder().encode(directory)
        } catch {
            throw .database("the directory of the cache cannot be written")
        }
        let offset = reserve(json.count, alignment: 64)
        try put(Array(json), at: offset)
        var header = CacheDirectory.mark
        for number in [UInt64(offset), UInt64(json.count)] {
            withUnsafeBytes(of: number.littleEndian) { header.append(contentsOf: $0) }
        }
        try put(header, at: 0)
        guard rename(temporary, path) == 0 else { throw full(errno) }
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
        .cannotOpen(path: path, reason: "the cache cannot be written: \(String(cString: strerror(code)))")
    }
}
