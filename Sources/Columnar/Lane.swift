/// A run of values of one fixed width that lies in a region and never changes.
public struct Lane<Element: BitwiseCopyable & Sendable>: Sendable {
    @usableFromInline let region: Region
    @usableFromInline let offset: Int
    /// The number of values.
    public let count: Int

    /// - Precondition: the values lie inside the region, at an offset that their alignment allows.
    public init(_ region: Region, offset: Int, count: Int) {
        precondition(
            offset >= 0 && count >= 0 && offset % MemoryLayout<Element>.alignment == 0
                && count <= (region.byteCount - offset) / MemoryLayout<Element>.stride,
            "a lane outside its region")
        self.region = region
        self.offset = offset
        self.count = count
    }

    /// A lane with the values of an array.
    public init(_ values: [Element]) {
        let bytes = values.count * MemoryLayout<Element>.stride
        let region = Region(byteCount: bytes) { memory in
            values.withUnsafeBytes { memory.copyMemory(from: $0) }
        }
        self.init(region, offset: 0, count: values.count)
    }

    /// One value.
    ///
    /// - Precondition: `0 <= index < count`.
    @inlinable
    public subscript(index: Int) -> Element {
        precondition(index >= 0 && index < count, "an index outside its lane")
        return withValues { $0[index] }
    }

    /// Lends all values to `body`.
    @inlinable
    public func withValues<Result, Failure: Error>(
        _ body: (UnsafeBufferPointer<Element>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        guard count > 0, let base = UnsafeRawPointer(bitPattern: region.address + UInt(offset)) else {
            return try body(UnsafeBufferPointer(start: nil, count: 0))
        }
        defer { withExtendedLifetime(region) {} }
        return try body(UnsafeBufferPointer(start: base.assumingMemoryBound(to: Element.self), count: count))
    }

    /// Some of the values, which stay where they are.
    ///
    /// - Precondition: they lie inside the lane.
    public func stretch(_ start: Int, count: Int) -> Lane {
        precondition(start >= 0 && count >= 0 && start + count <= self.count, "a stretch outside its lane")
        return Lane(region, offset: offset + start * MemoryLayout<Element>.stride, count: count)
    }

    /// Whether another lane is the same stretch of the same memory.
    public func isSame(as other: Lane) -> Bool {
        region.address == other.region.address && offset == other.offset && count == other.count
    }

    /// The values as an array.
    public var array: [Element] { withValues { Array($0) } }
}
