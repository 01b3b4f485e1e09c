import Columnar

/// Reads one column of a block from its bytes, which belong to the caller.
struct BlockColumnView {
    let encoding: BlockEncoding
    let rows: Int
    private let scale: Int64
    private let bytes: UnsafeRawBufferPointer
    private let presentWords: Int
    private let bodyOffset: Int

    /// Refuses bytes that are too short for what they say.
    init(encoding: BlockEncoding, bytes: UnsafeRawBufferPointer) throws(StoreError) {
        guard bytes.count >= BlockColumn.headerBytes else { throw StoreError.damagedBlock }
        self.encoding = encoding
        self.bytes = bytes
        rows = Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 4, as: UInt32.self)))
        scale = bytes[1] == 3 ? 1000 : 1
        presentWords = bytes[0] & 1 == 1 ? (rows + 63) / 64 : 0
        bodyOffset = BlockColumn.headerBytes + presentWords * 8
        let body = encoding == .numbers ? rows * 8 : (rows == 0 ? 8 : 8 + 24)
        guard bytes.count >= bodyOffset + body else { throw StoreError.damagedBlock }
        if encoding != .numbers {
            let length = Int(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: bodyOffset, as: UInt64.self)))
            guard length >= 0, bytes.count - bodyOffset - 8 >= length else { throw StoreError.damagedBlock }
        }
    }

    /// The rows with a value; none where all have one.
    ///
    /// Codes and texts say it by themselves.
    var present: Bitmap? {
        guard presentWords > 0 else { return nil }
        let words = (0..<presentWords).map {
            UInt64(
                littleEndian: bytes.loadUnaligned(fromByteOffset: BlockColumn.headerBytes + $0 * 8, as: UInt64.self))
        }
        return Bitmap(rows: rows, words: words)
    }

    private func packed(at offset: Int) -> (start: UnsafeRawPointer, end: Int)? {
        guard let base = bytes.baseAddress else { return nil }
        let length = Int(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
        return (base + offset + 8, offset + 8 + length)
    }

    /// Calls `body` with each row and its integer, or its stored code (0 for none).
    @inline(__always)
    func forEachInteger(_ body: (Int, Int64) -> Void) {
        guard let part = packed(at: bodyOffset) else { return }
        let scale = scale
        PackedIntegers.forEach(at: part.start, rows: rows) { body($0, $1 &* scale) }
    }

    /// Calls `body` with the rows of one mini-block of 1,024 and their integers or stored codes.
    @inline(__always)
    func forEachInteger(inMini mini: Int, _ body: (Int, Int64) -> Void) {
        guard let part = packed(at: bodyOffset) else { return }
        let scale = scale
        PackedIntegers.forEach(inMini: mini, at: part.start, rows: rows) { body($0, $1 &* scale) }
    }

    /// All integers, or stored codes.
    var integers: [Int64] {
        [Int64](unsafeUninitializedCapacity: rows) { buffer, count in
            forEachInteger { buffer[$0] = $1 }
            count = rows
        }
    }

    /// All numbers.
    var numbers: [Double] {
        (0..<rows).map {
            Double(
                bitPattern: UInt64(
                    littleEndian: bytes.loadUnaligned(fromByteOffset: bodyOffset + $0 * 8, as: UInt64.self)))
        }
    }

    /// Calls `body` with each row and its text.
    func forEachText(_ body: (Int, UnsafeBufferPointer<UInt8>) -> Void) {
        guard let part = packed(at: bodyOffset) else { return }
        let all = bytes.bindMemory(to: UInt8.self)
        var start = part.end
        PackedIntegers.forEach(at: part.start, rows: rows) { row, length in
            let end = start + Int(length)
            guard length >= 0, end <= all.count else { return }
            body(row, UnsafeBufferPointer(rebasing: all[start..<end]))
            start = end
        }
    }

    /// The elements of every row.
    var lists: (ends: [UInt32], codes: [UInt32]) {
        guard let lengths = packed(at: bodyOffset) else { return ([], []) }
        var ends: [UInt32] = []
        var total = 0
        PackedIntegers.forEach(at: lengths.start, rows: rows) { _, length in
            total += Int(length)
            ends.append(UInt32(total))
        }
        guard total > 0, let elements = packed(at: lengths.end) else { return (ends, []) }
        var codes: [UInt32] = []
        PackedIntegers.forEach(at: elements.start, rows: total) { codes.append(UInt32($1)) }
        return (ends, codes)
    }
}
