import Foundation

/// Memory for the time of a build, in files without names: however much it is, the system may write it out.
final class Scratch {
    private let folder: String
    private var mappings: [(base: UnsafeMutableRawPointer, byteCount: Int)] = []

    /// Scratch memory whose files lie in a folder.
    init(in folder: String) {
        self.folder = folder
    }

    deinit {
        for mapping in mappings { munmap(mapping.base, mapping.byteCount) }
    }

    /// Zeroes, which live as long as the scratch memory does.
    func lane<Element: BitwiseCopyable>(
        _ count: Int, of _: Element.Type = Element.self
    ) throws(StoreError) -> UnsafeMutableBufferPointer<Element> {
        let byteCount = count * MemoryLayout<Element>.stride
        guard byteCount > 0 else { return UnsafeMutableBufferPointer(start: nil, count: 0) }
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
        mappings.append((base, byteCount))
        return UnsafeMutableBufferPointer(start: base.bindMemory(to: Element.self, capacity: count), count: count)
    }

    /// Gives a lane back before the rest.
    func release<Element: BitwiseCopyable>(_ lane: UnsafeMutableBufferPointer<Element>) {
        guard let base = lane.baseAddress,
            let place = mappings.firstIndex(where: { $0.base == UnsafeMutableRawPointer(base) })
        else { return }
        munmap(mappings[place].base, mappings[place].byteCount)
        mappings.remove(at: place)
    }

    private func full(_ code: Int32) -> StoreError {
        .cannotOpen(path: folder, reason: "the derived columns cannot be built: \(String(cString: strerror(code)))")
    }
}
