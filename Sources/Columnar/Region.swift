import Glibc

/// Why a file could not be mapped.
public struct RegionError: Error, Equatable, CustomStringConvertible {
    public let path: String
    /// The system's error number.
    public let code: Int32

    public var description: String {
        "The file \(path) cannot be read: \(String(cString: strerror(code)))."
    }
}

/// Bytes outside Swift's heap that never change once they are handed on: a mapped file, or memory of our own.
///
/// The bytes live as long as the region. A mapped file is shared with every process that maps it.
public final class Region: Sendable {
    private enum Origin: Sendable {
        /// The file stays open, so that more of it can be mapped after another has taken its name.
        case file(Int32)
        case mapped, allocated
    }

    /// The address of the first byte, as a number, so that the region may cross threads.
    @usableFromInline let address: UInt
    public let byteCount: Int
    private let origin: Origin

    /// Maps a file read-only.
    public init(mapping path: String) throws(RegionError) {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw RegionError(path: path, code: errno) }
        var status = stat()
        guard fstat(file, &status) == 0 else {
            defer { close(file) }
            throw RegionError(path: path, code: errno)
        }
        byteCount = Int(status.st_size)
        origin = .file(file)
        guard byteCount > 0 else {
            address = 0
            return
        }
        guard let base = mmap(nil, byteCount, PROT_READ, MAP_SHARED, file, 0), base != MAP_FAILED else {
            defer { close(file) }
            throw RegionError(path: path, code: errno)
        }
        address = UInt(bitPattern: base)
    }

    /// Takes memory of our own and lets `fill` write it, the only time that it is written.
    public init(byteCount: Int, filledBy fill: (UnsafeMutableRawBufferPointer) -> Void) {
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: max(byteCount, 1), alignment: 64)
        memory.initializeMemory(as: UInt8.self, repeating: 0)
        fill(memory)
        address = UInt(bitPattern: memory.baseAddress)
        self.byteCount = byteCount
        origin = .allocated
    }

    /// A copy of some bytes.
    ///
    /// Those of a mapped file are read and not touched in the map, where the system would bring much that lies around them.
    ///
    /// - Precondition: they lie inside the region.
    public func bytes(_ range: Range<Int>) -> [UInt8] {
        precondition(range.lowerBound >= 0 && range.upperBound <= byteCount, "bytes outside their region")
        return Array(unsafeUninitializedCapacity: range.count) { target, count in
            if case .file(let file) = origin {
                count = max(0, pread(file, target.baseAddress, range.count, off_t(range.lowerBound)))
            }
            guard count < range.count, let base = UnsafeRawPointer(bitPattern: address) else { return }
            let source = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(start: base, count: byteCount)[range])
            UnsafeMutableRawBufferPointer(target).copyMemory(from: source)
            count = range.count
        }
    }

    /// Bytes that the system is asked for at a time; it does not take more.
    private static let prefetchStep = 512 << 10

    /// Asks the system to read a stretch of a mapped file, so that those who come to it need not wait for each part of it.
    public func prefetch(_ range: Range<Int>) {
        guard case .file(let file) = origin else { return }
        for start in stride(from: range.lowerBound, to: range.upperBound, by: Self.prefetchStep) {
            let count = min(Self.prefetchStep, range.upperBound - start)
            posix_fadvise(file, off_t(start), off_t(count), POSIX_FADV_WILLNEED)
        }
    }

    /// A copy of a stretch of another region with room behind it, which `change` changes, the only time that it is changed.
    ///
    /// Of a mapped file only the pages that are changed take memory of our own.
    ///
    /// - Parameters:
    ///   - other: the region copied from.
    ///   - range: the bytes of it that the copy begins with; zeroes follow.
    ///   - byteCount: the bytes of the copy, at least those of the range.
    ///   - change: writes the bytes that are to be different.
    public init(
        copying other: Region, _ range: Range<Int>, grownTo byteCount: Int,
        change: (UnsafeMutableRawBufferPointer) -> Void
    ) {
        precondition(range.lowerBound >= 0 && range.upperBound <= other.byteCount, "bytes outside their region")
        precondition(byteCount >= range.count, "a copy that is shorter than what it copies")
        let memory: UnsafeMutableRawBufferPointer
        if let mapped = Self.privateMapping(of: other, range, grownTo: byteCount) {
            (memory, origin) = (mapped, .mapped)
        } else {
            memory = .allocate(byteCount: max(byteCount, 1), alignment: 64)
            memory.initializeMemory(as: UInt8.self, repeating: 0)
            if let source = UnsafeRawPointer(bitPattern: other.address + UInt(range.lowerBound)), !range.isEmpty {
                memory.copyMemory(from: UnsafeRawBufferPointer(start: source, count: range.count))
            }
            origin = .allocated
        }
        change(UnsafeMutableRawBufferPointer(rebasing: memory[..<byteCount]))
        address = UInt(bitPattern: memory.baseAddress)
        self.byteCount = byteCount
        withExtendedLifetime(other) {}
    }

    /// Fewer bytes are copied; so are stretches that do not begin with a page.
    private static let leastMapped = 65_536
    private static let page = Int(sysconf(Int32(_SC_PAGESIZE)))

    private static func privateMapping(
        of other: Region, _ range: Range<Int>, grownTo byteCount: Int
    ) -> UnsafeMutableRawBufferPointer? {
        guard byteCount >= leastMapped,
            let base = mmap(nil, byteCount, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
            base != MAP_FAILED
        else { return nil }
        let memory = UnsafeMutableRawBufferPointer(start: base, count: byteCount)
        guard !range.isEmpty else { return memory }
        if case .file(let file) = other.origin, range.lowerBound % page == 0, range.count >= leastMapped,
            mmap(
                base, range.count, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_FIXED, file, off_t(range.lowerBound))
                != MAP_FAILED
        {
            // The last page of the file's stretch also holds what follows it there.
            let end = min(byteCount, (range.count + page - 1) / page * page)
            for place in range.count..<end { memory[place] = 0 }
        } else if let source = UnsafeRawPointer(bitPattern: other.address + UInt(range.lowerBound)) {
            memory.copyMemory(from: UnsafeRawBufferPointer(start: source, count: range.count))
        }
        return memory
    }

    deinit {
        let base = UnsafeMutableRawPointer(bitPattern: address)
        switch origin {
        case .file(let file):
            if let base { munmap(base, byteCount) }
            close(file)
        case .mapped:
            if let base { munmap(base, byteCount) }
        case .allocated: base?.deallocate()
        }
    }
}
