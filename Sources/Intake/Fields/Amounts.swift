/// Numbers with decimals.
struct DecimalNumber {
    let point: UInt8

    init(hasDecimalComma: Bool) {
        point = hasDecimalComma ? UInt8(ascii: ",") : UInt8(ascii: ".")
    }

    /// The finite number that a field writes, or nil.
    func parse(_ field: Field) -> Double? {
        if let decimal = DecimalText(field, point: point) { return decimal.number }
        if Self.isLongForm(field), let value = Double(field.text), value.isFinite { return value }
        return DecimalText(lenient: field, point: point)?.number
    }

    /// Whether a field has more digits than are counted here, or an exponent; whole numbers that long are codes.
    private static func isLongForm(_ field: Field) -> Bool {
        guard field.count <= 40 else { return false }
        var hasMark = false
        for byte in field.bytes {
            let isMark = byte == UInt8(ascii: ".") || byte | 0x20 == UInt8(ascii: "e")
            guard isMark || byte &- 0x30 < 10 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") else {
                return false
            }
            if isMark { hasMark = true }
        }
        return hasMark
    }
}

/// Amounts of money, in minor units.
struct Amount: FieldParser {
    let point: UInt8
    /// Decimals of the currency.
    let digits: Int
    /// Decimals of the minor units in which the file writes; none for major units.
    let scale: Int?
    /// Amounts that had more decimals than the currency.
    private(set) var rounded = 0

    init(hasDecimalComma: Bool, digits: Int, scale: Int?) {
        point = hasDecimalComma ? UInt8(ascii: ",") : UInt8(ascii: ".")
        self.digits = digits
        self.scale = scale
    }

    /// Rounds half away from zero where there are more decimals than the currency has.
    mutating func parse(_ field: Field) -> Int64? {
        guard let decimal = DecimalText(field, point: point) ?? DecimalText(lenient: field, point: point) else {
            return nil
        }
        var value = decimal.digits
        let excess = decimal.decimals + (scale ?? 0) - digits
        if excess > 0 {
            let power = Self.powers[min(excess, 18)]
            let (whole, rest) = value.quotientAndRemainder(dividingBy: power)
            if rest != 0 { rounded += 1 }
            value = whole + (rest >= power - rest ? 1 : 0)
        } else if excess < 0 {
            let (product, overflow) = value.multipliedReportingOverflow(by: Self.powers[-excess])
            guard !overflow else { return nil }
            value = product
        }
        return decimal.isNegative ? -value : value
    }

    /// The count of rounded amounts so far, from 0 again.
    mutating func takeRounded() -> Int {
        defer { rounded = 0 }
        return rounded
    }

    private static let powers: [Int64] = (0...18).map { (0..<$0).reduce(1) { power, _ in power * 10 } }
}

/// Truth values.
struct TruthValue: FieldParser {
    func parse(_ field: Field) -> Int64? {
        if field.count == 1, field[0] == UInt8(ascii: "0") || field[0] == UInt8(ascii: "1") {
            return Int64(field[0] & 1)
        }
        guard field.count <= 12 else { return nil }
        return Self.words[field.text.lowercased()]
    }

    static let words: [String: Int64] = [
        "true": 1, "false": 0, "yes": 1, "no": 0, "y": 1, "n": 0, "t": 1, "f": 0, "да": 1, "нет": 0, "tak": 1, "nie": 0,
        "так": 1, "ні": 0, "on": 1, "off": 0, "1": 1, "0": 0, "1.0": 1, "0.0": 0,
    ]
}
