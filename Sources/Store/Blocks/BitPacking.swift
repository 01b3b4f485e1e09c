/// Writes and reads unsigned integers of a fixed number of bits, the lowest bit first, without gaps.
enum BitPacking {
    /// The bits that a value needs.
    static func width(of value: UInt64) -> Int { 64 - value.leadingZeroBitCount }

    /// The bytes that `count` values take; eight spare bytes let a reader load whole words.
    static func byteCount(count: Int, width: Int) -> Int { (count * width + 7) / 8 + 8 }

    /// Appends values of at most `width` bits.
    static func append(_ values: UnsafeBufferPointer<UInt64>, width: Int, to bytes: inout [UInt8]) {
        guard width > 0 else { return }
        let start = bytes.count
        bytes.append(contentsOf: repeatElement(0, count: byteCount(count: values.count, width: width)))
        bytes.withUnsafeMutableBytes { buffer in
            var target = UnsafeMutableRawBufferPointer(rebasing: buffer[start...])
            var word: UInt64 = 0
            var filled = 0
            for value in values {
                word |= value << UInt64(filled)
                filled += width
                if filled >= 64 {
                    target.storeBytes(of: word.littleEndian, as: UInt64.self)
                    target = UnsafeMutableRawBufferPointer(rebasing: target[8...])
                    filled -= 64
                    word = filled == 0 ? 0 : value >> UInt64(width - filled)
                }
            }
            if filled > 0 { target.storeBytes(of: word.littleEndian, as: UInt64.self) }
        }
    }

    /// Calls `body` with each of `count` values of `width` bits that begin at `source`.
    ///
    /// - Precondition: the bytes that `append` wrote for them are there.
    @inline(__always)
    static func forEach(
        at source: UnsafeRawPointer, count: Int, width: Int, _ body: (Int, UInt64) -> Void
    ) {
        guard width > 0 else {
            for index in 0..<count { body(index, 0) }
            return
        }
        let mask: UInt64 = width == 64 ? .max : (1 << UInt64(width)) - 1
        if width <= 56 {
            var bit = 0
            for index in 0..<count {
                let word = UInt64(littleEndian: source.loadUnaligned(fromByteOffset: bit >> 3, as: UInt64.self))
                body(index, (word >> UInt64(bit & 7)) & mask)
                bit += width
            }
        } else {
            for index in 0..<count { body(index, wide(at: source, index: index, width: width) & mask) }
        }
    }

    private static func wide(at source: UnsafeRawPointer, index: Int, width: Int) -> UInt64 {
        let bit = index * width
        let byte = (bit >> 6) << 3
        let shift = UInt64(bit & 63)
        let low = UInt64(littleEndian: source.loadUnaligned(fromByteOffset: byte, as: UInt64.self)) >> shift
        guard shift + UInt64(width) > 64 else { return low }
        let high = UInt64(littleEndian: source.loadUnaligned(fromByteOffset: byte + 8, as: UInt64.self))
        return low | high << (64 - shift)
    }
}
