/// Writes numbers and texts one after the other, little-endian.
struct DirectoryWriter {
    private(set) var bytes: [UInt8] = []

    mutating func write(_ number: Int) {
        withUnsafeBytes(of: Int64(number).littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func write(_ number: Int64?) {
        write(number == nil ? 0 : 1)
        write(Int(number ?? 0))
    }

    mutating func write(_ flag: Bool) { write(flag ? 1 : 0) }

    mutating func write(_ text: String) {
        write(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    mutating func write<Element>(_ elements: [Element], _ body: (inout Self, Element) -> Void) {
        write(elements.count)
        for element in elements { body(&self, element) }
    }
}

/// Reads what a `DirectoryWriter` wrote; bytes that it did not write are refused.
struct DirectoryReader {
    /// That the bytes are none that a writer wrote.
    struct Damage: Error {}

    private let bytes: [UInt8]
    private var offset = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func number() throws(Damage) -> Int {
        guard bytes.count - offset >= 8 else { throw Damage() }
        defer { offset += 8 }
        return bytes.withUnsafeBytes {
            Int(Int64(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: Int64.self)))
        }
    }

    mutating func optionalNumber() throws(Damage) -> Int64? {
        let (isThere, value) = (try flag(), Int64(try number()))
        return isThere ? value : nil
    }

    mutating func flag() throws(Damage) -> Bool { try number() != 0 }

    mutating func text() throws(Damage) -> String {
        let count = try number()
        guard count >= 0, count <= bytes.count - offset else { throw Damage() }
        defer { offset += count }
        return String(decoding: bytes[offset..<offset + count], as: UTF8.self)
    }

    mutating func array<Element>(_ body: (inout Self) throws(Damage) -> Element) throws(Damage) -> [Element] {
        let count = try number()
        // An element takes a number at least.
        guard count >= 0, count <= (bytes.count - offset) / 8 else { throw Damage() }
        var elements: [Element] = []
        elements.reserveCapacity(count)
        for _ in 0..<count { elements.append(try body(&self)) }
        return elements
    }

    /// Whether nothing is left.
    var isAtEnd: Bool { offset == bytes.count }
}
