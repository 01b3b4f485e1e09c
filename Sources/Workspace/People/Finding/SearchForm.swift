import Foundation

/// The form in which names and addresses are looked for: without case and without the marks on Latin letters, so that
/// `lodz` finds Łódź; Cyrillic letters keep theirs, but for `ё`, which is found by `е`.
struct SearchForm {
    /// Whether `ё` counts as `е`.
    let joinsYo: Bool

    /// The UTF-8 of the form.
    func bytes(of text: some StringProtocol) -> [UInt8] {
        if text.utf8.allSatisfy({ $0 < 0x80 }) {
            return text.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        }
        var form = String.UnicodeScalarView()
        for scalar in text.precomposedStringWithCanonicalMapping.lowercased().unicodeScalars { add(scalar, to: &form) }
        return Array(String(form).utf8)
    }

    private func add(_ scalar: Unicode.Scalar, to form: inout String.UnicodeScalarView) {
        switch scalar.value {
        case 0..<0x80: form.append(scalar)
        case 0x0451 where joinsYo: form.append("\u{0435}")
        case 0x0400...0x052F: form.append(scalar)
        default:
            if let letters = Self.letters[scalar] { return form.append(contentsOf: letters.unicodeScalars) }
            for part in String(Character(scalar)).decomposedStringWithCanonicalMapping.unicodeScalars
            where part.properties.generalCategory != .nonspacingMark {
                form.append(part)
            }
        }
    }

    /// Latin letters that are no letter with a mark, and what people type for them.
    private static let letters: [Unicode.Scalar: String] = [
        "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h",
        "ŧ": "t", "ŋ": "n",
    ]
}
