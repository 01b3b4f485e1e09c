import Columnar

/// Reads one column of a block from its bytes, which belong to the caller.
struct BlockColumnView {
    let encoding: BlockEncoding
    let rows: Int
    private let flags: BlockFlags
    private let scale: Int
    private let bytes: UnsafeRawBufferPointer
    private let bodyOffset: Int
    /// The rows that the body holds.
    private let bodyRows: Int

    /// Refuses bytes that are too short for what they say.
    init(encoding: BlockEncoding, bytes: UnsafeRawBufferPointer) throws(StoreError) {
        guard bytes.count >= BlockColumn.headerBytes else { throw StoreError.damagedBlock }
        self.encoding = encoding
        self.bytes = bytes
        rows = Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 4, as: UInt32.self)))
        flags = BlockFlags(rawValue: bytes[0])
        scale = Int(bytes[1])
        guard scale < BlockColumn.powers.count else { throw StoreError.damagedBlock }
        let words = flags.contains(.hasGaps) ? (rows + 63) / 64 : 0
        bodyOffset = BlockColumn.headerBytes + words * 8
        guard bytes.count >= bodyOffset else { throw StoreError.damagedBlock }
        if flags.contains(.leavesGapsOut) {
            var count = 0
            for word in 0..<words { count += Self.word(word, in: bytes).nonzeroBitCount }
            guard count <= rows else { throw StoreError.damagedBlock }
            bodyRows = count
        } else {
            bodyRows = rows
        }
        let isPacked = encoding != .numbers || flags.contains(.holdsDecimals)
        let body = isPacked ? (bodyRows == 0 ? 8 : 8 + 24) : bodyRows * 8
        guard bytes.count >= bodyOffset + body else { throw StoreError.damagedBlock }
        if isPacked {
            let length = Int(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: bodyOffset, as: UInt64.self)))
            guard length >= 0, bytes.count - bodyOffset - 8 >= length else { throw StoreError.damagedBlock }
        }
    }

    private static func word(_ index: Int, in bytes: UnsafeRawBufferPointer) -> UInt64 {
        UInt64(
            littleEndian: bytes.loadUnaligned(fromByteOffset: BlockColumn.headerBytes + index * 8, as: UInt64.self))
    }

    /// The rows with a value; none where all have one.
    ///
    /// Texts and lists say it by themselves, and so do codes.
    var present: Bitmap? {
        guard flags.contains(.hasGaps) else { return nil }
        return Bitmap(rows: rows, words: (0..<(rows + 63) / 64).map { Self.word($0, in: bytes) })
    }

    private func packed(at offset: Int) -> (start: UnsafeRawPointer, end: Int)? {
        guard let base = bytes.baseAddress else { return nil }
        let length = Int(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
        return (base + offset + 8, offset + 8 + length)
    }

    /// Calls `body` with each row and its integer, or its stored code; a row without one may be left out, or have 0.
    @inline(__always)
    func forEachInteger(_ body: (Int, Int64) -> Void) {
        let factor: Int64 = scale == 3 ? 1000 : 1
        forEachPacked { body($0, $1 &* factor) }
    }

    @inline(__always)
    private func forEachPacked(_ body: (Int, Int64) -> Void) {
        guard let part = packed(at: bodyOffset) else { return }
        guard flags.contains(.leavesGapsOut) else {
            return PackedIntegers.forEach(at: part.start, rows: rows, body)
        }
        var places = PresentRows(bytes)
        PackedIntegers.forEach(at: part.start, rows: bodyRows) { body(places.next(), $1) }
    }

    /// Calls `body` with those of the rows of one mini-block of 1,024 that have a value and their integers or stored codes.
    @inline(__always)
    func forEachInteger(inMini mini: Int, _ body: (Int, Int64) -> Void) {
        guard let part = packed(at: bodyOffset) else { return }
        let factor: Int64 = scale == 3 ? 1000 : 1
        guard flags.contains(.leavesGapsOut) else {
            return PackedIntegers.forEach(inMini: mini, at: part.start, rows: rows) { body($0, $1 &* factor) }
        }
        let words =
            mini * PackedIntegers.miniBlock / 64..<min((mini + 1) * PackedIntegers.miniBlock / 64, (rows + 63) / 64)
        var first = 0
        for word in 0..<words.lowerBound { first += Self.word(word, in: bytes).nonzeroBitCount }
        var count = 0
        for word in words { count += Self.word(word, in: bytes).nonzeroBitCount }
        guard count > 0 else { return }
        var places = PresentRows(bytes, from: words.lowerBound)
        for packed in first / PackedIntegers.miniBlock...(first + count - 1) / PackedIntegers.miniBlock {
            PackedIntegers.forEach(inMini: packed, at: part.start, rows: bodyRows) { place, value in
                if place >= first, place < first + count { body(places.next(), value &* factor) }
            }
        }
    }

    /// All integers, or stored codes; 0 for a row without one.
    var integers: [Int64] {
        var integers = [Int64](repeating: 0, count: rows)
        integers.withUnsafeMutableBufferPointer { buffer in forEachInteger { buffer[$0] = $1 } }
        return integers
    }

    /// All numbers; 0 for a row without one.
    var numbers: [Double] {
        var numbers = [Double](repeating: 0, count: rows)
        if flags.contains(.holdsDecimals) {
            let power = BlockColumn.powers[scale]
            numbers.withUnsafeMutableBufferPointer { buffer in forEachPacked { buffer[$0] = Double($1) / power } }
            return numbers
        }
        var places = PresentRows(bytes)
        for place in 0..<bodyRows {
            let row = flags.contains(.leavesGapsOut) ? places.next() : place
            numbers[row] = Double(
                bitPattern: UInt64(
                    littleEndian: bytes.loadUnaligned(fromByteOffset: bodyOffset + place * 8, as: UInt64.self)))
        }
        return numbers
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

/// Goes through the rows with a value of a column that tells them in a bitmap.
private struct PresentRows {
    private let bytes: UnsafeRawBufferPointer
    private var index: Int
    private var word: UInt64 = 0

    /// - `index`: the word to begin with.
    init(_ bytes: UnsafeRawBufferPointer, from index: Int = 0) {
        self.bytes = bytes
        self.index = index - 1
    }

    /// The next row.
    ///
    /// - Precondition: there is one.
    @inline(__always)
    mutating func next() -> Int {
        while word == 0 {
            index += 1
            word = UInt64(
                littleEndian: bytes.loadUnaligned(
                    fromByteOffset: BlockColumn.headerBytes + index * 8, as: UInt64.self))
        }
        defer { word &= word - 1 }
        return index << 6 | word.trailingZeroBitCount
    }
}
