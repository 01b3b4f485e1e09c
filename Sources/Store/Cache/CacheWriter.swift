import Columnar
import Foundation

/// Writes sections of a cache file, and says in its part of the directory where they lie.
final class CacheWriter {
    var directory: CacheDirectory
    private let file: CacheFile

    init(_ file: CacheFile, directory: CacheDirectory) {
        self.file = file
        self.directory = directory
    }

    /// The folder in which the cache lies.
    var folder: String { file.folder }

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
        let isLarge = bytes >= 65_536
        let offset = file.reserve(bytes, alignment: isLarge ? 4096 : 64)
        directory.sections[name] = .init(offset: offset, count: count, width: MemoryLayout<Element>.stride)
        guard bytes > 0 else { return }
        if isLarge { try fillMapped(offset, count: count, body) } else { try fillSmall(offset, count: count, body) }
    }

    private func fillMapped<Element: BitwiseCopyable>(
        _ offset: Int, count: Int, _ body: (UnsafeMutableBufferPointer<Element>) -> Void
    ) throws(StoreError) {
        let bytes = count * MemoryLayout<Element>.stride
        // Room is taken first: a full disk is then an error here, and no fault when a page is written.
        let code = posix_fallocate(file.descriptor, off_t(offset), off_t(bytes))
        guard code == 0 else { throw file.full(code) }
        guard let memory = mmap(nil, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, file.descriptor, off_t(offset)),
            memory != MAP_FAILED
        else { throw file.full(errno) }
        body(UnsafeMutableBufferPointer(start: memory.bindMemory(to: Element.self, capacity: count), count: count))
        munmap(memory, bytes)
    }

    private func fillSmall<Element: BitwiseCopyable>(
        _ offset: Int, count: Int, _ body: (UnsafeMutableBufferPointer<Element>) -> Void
    ) throws(StoreError) {
        let memory = UnsafeMutableRawBufferPointer.allocate(
            byteCount: count * MemoryLayout<Element>.stride, alignment: 64)
        defer { memory.deallocate() }
        memory.initializeMemory(as: UInt8.self, repeating: 0)
        body(memory.bindMemory(to: Element.self))
        try file.put(UnsafeRawBufferPointer(memory), at: offset)
    }
}
