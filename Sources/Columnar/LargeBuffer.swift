import Glibc

/// Memory for one pass over many values, on large pages where the system grants them.
///
/// Values written at many places of such memory in turn cost a fraction of what they cost on pages of 4 KiB, and the
/// memory is given back to the system at the end.
///
/// The compiler cannot see that it may be shared: whoever hands it to threads lets each write places of its own.
public final class LargeBuffer<Element: BitwiseCopyable>: @unchecked Sendable {
    /// The values; undefined until they are written.
    public let values: UnsafeMutableBufferPointer<Element>

    private static var page: Int { 2 << 20 }

    /// - Precondition: the system has the memory.
    public init(count: Int) {
        let size = max(count, 1) * MemoryLayout<Element>.stride
        let isLarge = size >= Self.page
        // Large pages begin at multiples of their size.
        let bytes = isLarge ? (size + Self.page - 1) & -Self.page : size
        var memory: UnsafeMutableRawPointer?
        let alignment = isLarge ? Self.page : max(MemoryLayout<Element>.alignment, MemoryLayout<Int>.alignment)
        let failure = posix_memalign(&memory, alignment, bytes)
        guard failure == 0, let memory else { preconditionFailure("no memory for \(bytes) bytes") }
        if isLarge { madvise(memory, bytes, MADV_HUGEPAGE) }
        values = UnsafeMutableBufferPointer(start: memory.bindMemory(to: Element.self, capacity: count), count: count)
    }

    deinit { free(values.baseAddress) }
}
