@_spi(_Unicode) import Swift

/// A text as a search sees it: without case, accents and strokes.
///
/// `lodz` and `Łódź` have one key, so have `е` and `ё`; which texts are equal in a filter is another, stricter matter.
public struct SearchKey: Hashable, Sendable {
    private let bytes: [UInt8]
    /// Where words begin after blanks, `_`, `-` and signs of that kind.
    private let wordStarts: [Int]

    /// The key of a text.
    public init(_ text: String) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        if text.utf8.allSatisfy({ $0 < 0x80 }) {
            for byte in text.utf8 { bytes.append(byte &- 0x41 < 26 ? byte | 0x20 : byte) }
        } else {
            for scalar in text.lowercased()._nfd where scalar.properties.generalCategory != .nonspacingMark {
                bytes.append(contentsOf: (plainLetters[scalar] ?? String(scalar)).utf8)
            }
        }
        self.bytes = bytes
        wordStarts = bytes.indices.dropFirst().filter { isBetweenWords(bytes[$0 - 1]) && !isBetweenWords(bytes[$0]) }
    }

    /// How well the text answers what was typed; nil where it does not.
    public func match(_ typed: SearchKey) -> SearchMatch? {
        if bytes.starts(with: typed.bytes) { return .beginning }
        if wordStarts.contains(where: { bytes[$0...].starts(with: typed.bytes) }) { return .word }
        return typed.bytes.count > 1 && holdsInOrder(typed) ? .letters : nil
    }

    private func holdsInOrder(_ typed: SearchKey) -> Bool {
        var rest = typed.bytes[...]
        for byte in bytes where byte == rest.first { rest = rest.dropFirst() }
        return rest.isEmpty
    }
}

/// How a text answers what was typed, the best first.
public enum SearchMatch: Int, Comparable, Sendable {
    /// The text begins so.
    case beginning
    /// A word in it begins so.
    case word
    /// Its letters hold what was typed, in that order.
    case letters

    public static func < (lhs: SearchMatch, rhs: SearchMatch) -> Bool { lhs.rawValue < rhs.rawValue }
}

private func isBetweenWords(_ byte: UInt8) -> Bool {
    byte < 0x80 && !Unicode.Scalar(byte).continuesWord || byte == UInt8(ascii: "_")
}

/// Letters that Unicode does not take apart, as people without that keyboard write them.
private let plainLetters: [Unicode.Scalar: String] = [
    "ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ŧ": "t", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d",
]
