/// The normal form of identifiers of a kind.
enum IdentifierForm {
    case email, phone(callingCode: String?), plain

    init(kind: String, callingCode: String?) {
        switch kind {
        case "email": self = .email
        case "phone": self = .phone(callingCode: callingCode)
        default: self = .plain
        }
    }

    /// Whether a text names nobody, like `anonymous`, `null` or zeroes.
    static func isBlocked(_ field: Field) -> Bool {
        if field.count > 5, field[0] | 0x20 == UInt8(ascii: "t"), field.prefix(5).text.lowercased() == "test@" {
            return true
        }
        guard field.count <= 36 else { return false }
        let isZero = field.bytes.allSatisfy { $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: "-") }
        return isZero || (field.count <= 13 && blocked.contains(field.text.lowercased()))
    }

    private static let blocked: Set<String> = [
        "anonymous", "anon", "guest", "null", "(null)", "nil", "none", "undefined", "n/a", "na", "nan", "unknown",
        "empty",
        "(not set)", "not set", "test", "\\n", "?", ".", "false", "true",
    ]

    /// A phone number as digits with a plus before the country.
    ///
    /// `00` stands for the plus; a number without either gets the default country, in place of one leading zero.
    /// - Returns: nil for a text that has letters, or fewer than five digits.
    static func phone(_ field: Field, callingCode: String?) -> [UInt8]? {
        var digits: [UInt8] = []
        var isInternational = false
        for byte in field.bytes {
            switch byte {
            case 0x30...0x39: digits.append(byte)
            case UInt8(ascii: "+"):
                guard digits.isEmpty, !isInternational else { return nil }
                isInternational = true
            case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "."),
                UInt8(ascii: "/"), 0xC2, 0xA0:
                continue
            default: return nil
            }
        }
        if !isInternational, digits.starts(with: [0x30, 0x30]) {
            digits.removeFirst(2)
            isInternational = true
        }
        guard digits.count >= 5 else { return nil }
        if isInternational { return [UInt8(ascii: "+")] + digits }
        guard let callingCode else { return digits }
        if digits[0] == 0x30 { digits.removeFirst() }
        return [UInt8(ascii: "+")] + Array(callingCode.utf8) + digits
    }
}

/// The form in which identifiers are kept, for those who bring one that no file has brought.
public enum NormalForm {
    /// An identifier in the normal form of its kind; none where it names nobody or is not well formed.
    ///
    /// `callingCode` holds the digits of the default country, for telephone numbers without one.
    public static func of(_ text: String, kind: String, callingCode: String? = nil) -> String? {
        let trimmed = text.trimmingBlanks
        guard !trimmed.isEmpty else { return nil }
        switch kind {
        case "email": return trimmed.lowercased()
        case "phone":
            return Array(trimmed.utf8).withUnsafeBufferPointer { bytes in
                guard let start = bytes.baseAddress else { return nil }
                let field = Field(start: start, count: bytes.count)
                return IdentifierForm.phone(field, callingCode: callingCode).map { String(decoding: $0, as: UTF8.self) }
            }
        default: return trimmed
        }
    }
}

extension String {
    fileprivate var trimmingBlanks: String {
        var text = self[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
