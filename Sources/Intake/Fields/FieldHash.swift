/// The hash of texts and rows; it is stored, so it never changes.
///
/// A text of *n* bytes becomes two little-endian words: up to 8 bytes, the bytes and 0; up to 16, the first 8 and the last
/// 8; above, after each whole 16 bytes but the last have been folded into a state, the last 16. The product of both words,
/// mixed with constants, the state and *n*, is folded from 128 bits to 64. A row's hash is the sum over its fields that are
/// not empty of the product of the field's hash, mixed with the hash of the column's header, and a constant, folded the
/// same way; so the order of columns does not matter, nor do empty ones.
enum FieldHash {
    private static let first: UInt64 = 0xC2B2_AE3D_27D4_EB4F
    private static let second: UInt64 = 0x9E37_79B9_7F4A_7C15
    private static let third: UInt64 = 0x1656_67B1_9E37_79F9

    /// The 128-bit product, upper half over lower.
    @inline(__always) private static func fold(_ a: UInt64, _ b: UInt64) -> UInt64 {
        let product = a.multipliedFullWidth(by: b)
        return product.high ^ product.low
    }

    /// The words that stand for a text of at most 16 bytes.
    @inline(__always) static func words(_ field: Field) -> (UInt64, UInt64) {
        if field.count <= 8 {
            return (field.word() & (UInt64.max >> UInt64((8 &- field.count) &* 8)), 0)
        }
        return (field.word(), field.word(at: field.count &- 8))
    }

    /// The hash of a text that is not empty.
    @inline(__always) static func hash(_ field: Field) -> UInt64 {
        guard field.count > 16 else {
            let (low, high) = words(field)
            return fold(low ^ first, high ^ second &+ UInt64(field.count))
        }
        return longHash(field)
    }

    private static func longHash(_ field: Field) -> UInt64 {
        var state = third
        var at = 0
        while at + 16 < field.count {
            state = fold(field.word(at: at) ^ first, field.word(at: at + 8) ^ state)
            at += 16
        }
        let low = field.word(at: field.count - 16), high = field.word(at: field.count - 8)
        return fold(low ^ first ^ state, high ^ second &+ UInt64(field.count))
    }

    /// What a field adds to the hash of its row.
    @inline(__always) static func share(_ field: UInt64, column: UInt64) -> UInt64 {
        fold(field ^ column, third)
    }

    /// The hash of a row from the sum of its shares.
    @inline(__always) static func row(_ sum: UInt64) -> UInt64 {
        let mixed = (sum ^ (sum >> 32)) &* second
        return mixed ^ (mixed >> 29)
    }

    /// The hash of a name.
    static func hash(_ name: String) -> UInt64 {
        let padded = Array(name.utf8) + Array(repeating: 0, count: 16)
        return padded.withUnsafeBufferPointer { bytes in
            guard let start = bytes.baseAddress else { return 0 }
            return hash(Field(start: start, count: bytes.count - 16))
        }
    }
}
