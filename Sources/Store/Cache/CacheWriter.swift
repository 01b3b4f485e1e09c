import Columnar
import Foundation

/// Writes the sections of a cache file, under a name of its own until it is whole.
final class CacheWriter {
    var directory: CacheDirectory
    private let path: String
    private let temporary: String
    private let file: Int32
    private var end = CacheDirectory.headerBytes

    init(path: String, directory: CacheDirectory) throws(StoreError) {
        self.path = path
        self.directory = directory
        temporary = path + ".\(getpid()).\(UUID().uuidString.prefix(8))"
        file = open(temporary, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .cannotOpen(path: path, reason: String(cString: strerror(errno))) }
    }

    deinit {
        close(file)
        unlink(temporary)
    }

    /// The folder in which the cache lies.
    var folder: String { URL(fileURLWithPath: path).deletingLastPathComponent().path }

    /// Writes a section of fixed-width values.
    func write<Element: BitwiseCopyable>(
        _ name: String, _ values: some Collection<Element>
    ) throws(StoreError) {
        try fill(name, count: values.count) { (target: UnsafeMutableBufferPointer<Element>) in
            _ = target.update(fromContentsOf: values)
        }
    }

    /// Writes a section that `body` fills in place; it begins as zeroes.
    func fill<Element: BitwiseCopyable>(
        _ name: String, count: Int, _ body: (UnsafeMutableBufferPointer<Element>) -> Void
    ) throws(StoreError) {
        let bytes = count * MemoryLayout<Element>.stride
        guard bytes > 0 else {
            directory.sections[name] = .init(
                offset: (end + 63) / 64 * 64, count: 0, width: MemoryLayout<Element>.stride)
            return
        }
        guard bytes >= 65_536 else {
            try fillSmall(name, count: count, body)
            return
        }
        let page = 4096
        let offset = (end + page - 1) / page * page
        guard ftruncate(file, off_t(offset + bytes)) == 0,
            let memory = mmap(nil, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, file, off_t(offset)), memory != MAP_FAILED
        else { throw full }
        body(UnsafeMutableBufferPointer(start: memory.bindMemory(to: Element.self, capacity: count), count: count))
        munmap(memory, bytes)
        directory.sections[name] = .init(offset: offset, count: count, width: MemoryLayout<Element>.stride)
        end = offset + bytes
    }

    private func fillSmall<Element: BitwiseCopyable>(
        _ name: String, count: Int, _ body: (UnsafeMutableBufferPointer<Element>) -> Void
    ) throws(StoreError) {
        let bytes = count * MemoryLayout<Element>.stride
        let offset = (end + 63) / 64 * 64
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes, alignment: 64)
        defer { memory.deallocate() }
        memory.initializeMemory(as: UInt8.self, repeating: 0)
        body(memory.bindMemory(to: Element.self))
        try put(UnsafeRawBufferPointer(memory), at: offset)
        directory.sections[name] = .init(offset: offset, count: count, width: MemoryLayout<Element>.stride)
        end = offset + bytes
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

    private func put(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(StoreError) {
        var written = 0
        while written < bytes.count, let base = bytes.baseAddress {
            let count = pwrite(file, base + written, bytes.count - written, off_t(offset + written))
            guard count > 0 else { throw full }
            written += count
        }
    }

    private var full: StoreError {
        .cannotOpen(path: path, reason: "the cache cannot be written: \(String(cString: strerror(errno)))")
    }

    /// Puts the whole file in the place of the one before.
    func finish() throws(StoreError) {
        let json: Data
        do {
            json = try JSONEncoder().encode(directory)
        } catch {
            throw .database("the directory of the cache cannot be written")
        }
        let offset = (end + 63) / 64 * 64
        try put(Array(json), at: offset)
        var header = CacheDirectory.mark
        for number in [UInt64(offset), UInt64(json.count)] {
            withUnsafeBytes(of: number.littleEndian) { header.append(contentsOf: $0) }
        }
        try put(header, at: 0)
        guard rename(temporary, path) == 0 else { throw full }
    }
}
