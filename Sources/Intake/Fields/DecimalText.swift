/// A decimal number as its digits: a whole number and how many of its digits are decimals.
struct DecimalText {
    var isNegative = false
    /// At most 18 digits.
    var digits: Int64 = 0
    var decimals = 0

    /// Reads digits with a point and perhaps a sign; nothing else, and at most 18 digits.
    init?(_ field: Field, point: UInt8) {
        var at = 0
        if field[0] == UInt8(ascii: "-") || field[0] == UInt8(ascii: "+") {
            isNegative = field[0] == UInt8(ascii: "-")
            at = 1
        }
        guard field.count - at <= 19 else { return nil }
        var count = 0
        var hasPoint = false
        while at < field.count {
            let digit = field[at] &- 0x30
            if digit < 10 {
                digits = digits &* 10 &+ Int64(digit)
                count += 1
                if hasPoint { decimals += 1 }
            } else if field[at] == point, !hasPoint {
                hasPoint = true
            } else {
                return nil
            }
            at += 1
        }
        guard count > 0, count <= 18 else { return nil }
    }

    /// Reads amounts as people write them: blanks or apostrophes between thousands, a currency's sign around.
    ///
    /// With a decimal point, commas may stand between groups of three digits; with a decimal comma, points.
    init?(lenient field: Field, point: UInt8) {
        guard field.count <= 64, let plain = Self.plain(field.text, point: point) else { return nil }
        let padded = Array(plain.utf8) + Array(repeating: 0, count: Window.padding)
        let read = padded.withUnsafeBufferPointer { bytes in
            bytes.baseAddress.flatMap {
                plain.isEmpty ? nil : DecimalText(Field(start: $0, count: plain.utf8.count), point: UInt8(ascii: "."))
            }
        }
        guard let read else { return nil }
        self = read
    }

    private static let signs = ["€", "$", "£", "₴", "₽", "zł", "Kč", "лв", "₸", "PLN", "EUR", "USD", "GBP", "UAH"]

    private static func plain(_ text: String, point: UInt8) -> String? {
        var text = text[...]
        for sign in signs where text.hasPrefix(sign) || text.hasSuffix(sign) {
            text = text.hasPrefix(sign) ? text.dropFirst(sign.count) : text.dropLast(sign.count)
            break
        }
        let group: Character = point == UInt8(ascii: ".") ? "," : "."
        let blanks: Set<Character> = [" ", "\u{A0}", "\u{202F}", "\u{2009}", "'", "’"]
        let parts = text.split(separator: Character(UnicodeScalar(point)), omittingEmptySubsequences: false)
        guard let whole = parts.first, parts.count <= 2 else { return nil }
        let trimmed = whole.drop(while: blanks.contains)
        let groups = trimmed.split(omittingEmptySubsequences: false) { $0 == group || blanks.contains($0) }
        let last =
            parts.count == 1 ? groups.lastIndex { !$0.isEmpty }.map { groups[...$0] } ?? groups[...] : groups[...]
        guard last.count == 1 || last.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
        let decimals = parts.count == 2 ? "." + parts[1].filter { !blanks.contains($0) } : ""
        return last.joined() + decimals
    }

    /// The number itself, correctly rounded.
    var number: Double {
        // Both are exact, and so their quotient is correctly rounded.
        guard digits < 1 << 53 else { return Double("\(isNegative ? "-" : "")\(digits)e-\(decimals)") ?? 0 }
        let value = Double(digits) / Self.powers[decimals]
        return isNegative ? -value : value
    }

    private static let powers: [Double] = (0...18).map { Double("1e\($0)") ?? 1 }
}
