/// Whole numbers as files write them.
struct WholeNumber: FieldParser {
    /// The value of a sign and at most 18 digits; leading zeros are let through.
    func parse(_ field: Field) -> Int64? {
        if let value = Self.canonical(field) { return value }
        let hasSign = field[0] == UInt8(ascii: "-") || field[0] == UInt8(ascii: "+")
        guard let value = Self.digits(hasSign ? field.dropFirst(1) : field) else { return nil }
        return field[0] == UInt8(ascii: "-") ? -value : value
    }

    /// The value of at most 18 digits without leading zeros.
    @inline(__always) static func canonical(_ field: Field) -> Int64? {
        guard field[0] != UInt8(ascii: "0") || field.count == 1 else { return nil }
        return digits(field)
    }

    /// The value of 1 to 18 digits.
    @inline(__always) static func digits(_ field: Field) -> Int64? {
        if field.count <= 8 {
            guard field.count > 0, let value = eightDigits(field, field.count) else { return nil }
            return Int64(truncatingIfNeeded: value)
        }
        guard field.count <= 18 else { return nil }
        var value: Int64 = 0
        for offset in 0..<field.count {
            let digit = field[offset] &- 0x30
            guard digit < 10 else { return nil }
            value = value &* 10 &+ Int64(digit)
        }
        return value
    }

    /// The value of up to eight digits, all at once: pairs, then fours, then eight.
    @inline(__always) static func eightDigits(_ field: Field, _ count: Int) -> UInt64? {
        let shift = UInt64((8 &- count) &* 8)
        let zeros: UInt64 = 0x3030_3030_3030_3030
        let word = shift == 0 ? field.word() : field.word() << shift | zeros >> (64 &- shift)
        let nibbles = word ^ zeros
        guard (nibbles | (nibbles &+ 0x0606_0606_0606_0606)) & 0xF0F0_F0F0_F0F0_F0F0 == 0 else { return nil }
        let pairs = (nibbles &* 10 &+ nibbles >> 8) & 0x00FF_00FF_00FF_00FF
        let fours = (pairs &* 100 &+ pairs >> 16) & 0x0000_FFFF_0000_FFFF
        return (fours &* 10_000 &+ fours >> 32) & 0xFFFF_FFFF
    }
}
