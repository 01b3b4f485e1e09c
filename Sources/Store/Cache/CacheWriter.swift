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

    /// Writes a section of fixed-width values, from where they lie if they lie together.
    func write<Element: BitwiseCopyable>(
        _ name: String, _ values: some Collection<Element>
    ) throws(StoreError) {
        let written = values.withContiguousStorageIfAvailable { values -> Result<Void, StoreError> in
            do throws(StoreError) {
                let bytes = UnsafeRawBufferPointer(values)
                return .success(try file.put(bytes, at: section(name, count: values.count, of: Element.self)))
            } catch {
                return .failure(error)
            }
        }
        if let written { return try written.get() }
        try fill(name, count: values.count) { (target: UnsafeMutableBufferPointer<Element>) in
            _ = target.update(fromContentsOf: values)
        }
    }

    /// Takes room for a section.
    ///
    /// - Returns: where it begins.
    private func section<Element: BitwiseCopyable>(_ name: String, count: Int, of _: Element.Type) -> Int {
        let bytes = count * MemoryLayout<Element>.stride
        let offset = file.reserve(bytes, alignment: bytes >= Self.pagedBytes ? 4096 : 64)
        directory.sections[name] = .init(offset: offset, count: count, width: MemoryLayout<Element>.stride)
        return offset
    }

    /// Bytes from which a section begins at a page of its own.
    private static let pagedBytes = 65_536
    /// Bytes up to which a section is filled in memory and then written, which costs less than a fault for each page.
    private static let mostBuffered = 64 << 20

    /// Writes a section that `body` fills in place; it begins as zeroes.
    func fill<Element: BitwiseCopyable>(
        _ name: String, count: Int, _ body: (UnsafeMutableBufferPointer<Element>) -> Void
    ) throws(StoreError) {
        let bytes = count * MemoryLayout<Element>.stride
        let offset = section(name, count: count, of: Element.self)
        guard bytes > 0 else { return }
        if bytes > Self.mostBuffered {
            try fillMapped(offset, count: count, body)
        } else {
            try fillBuffered(offset, count: count, body)
        }
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

    private func fillBuffered<Element: BitwiseCopyable>(
        _ offset: Int, count: Int, _ body: (UnsafeMutableBufferPointer<Element>) -> Void
    ) throws(StoreError) {
        let scratch = Scratch(in: folder, own: Self.mostBuffered)
        let target = try scratch.lane(count, of: Element.self)
        body(target)
        try file.put(UnsafeRawBufferPointer(target), at: offset)
    }
}
