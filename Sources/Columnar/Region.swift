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
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw RegionError(path: path, code: errno) }
        byteCount = Int(status.st_size)
        origin = .mapped
        guard byteCount > 0 else {
            address = 0
            return
        }
        guard let base = mmap(nil, byteCount, PROT_READ, MAP_SHARED, file, 0), base != MAP_FAILED else {
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

    deinit {
        guard let base = UnsafeMutableRawPointer(bitPattern: address) else { return }
        switch origin {
        case .mapped: munmap(base, byteCount)
        case .allocated: base.deallocate()
        }
    }
}
