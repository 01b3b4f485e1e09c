/// What became of a text to copy.
public enum Copying: Hashable, Sendable {
    /// The terminal was told; whether it obeys is its affair.
    case sent(bytes: Int)
    /// Longer than terminals take.
    case tooLong(bytes: Int)
    /// The terminal has no clipboard.
    case unsupported
}

/// The sequence that hands a text to the terminal's clipboard (OSC 52).
package enum Clipboard {
    /// The longest that common terminals take, in bytes of base64.
    package static let limit = 74_994

    /// What to send, none where the text is too long; tmux is told itself, and asked to pass it on as well.
    package static func sequence(for text: String, isInTmux: Bool) -> [UInt8]? {
        let content = base64(Array(text.utf8))
        guard content.count <= limit else { return nil }
        let plain = Array("\u{1B}]52;c;".utf8) + content + [0x07]
        return isInTmux ? plain + Array("\u{1B}Ptmux;\u{1B}".utf8) + plain + Array("\u{1B}\\".utf8) : plain
    }

    private static func base64(_ bytes: [UInt8]) -> [UInt8] {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var encoded: [UInt8] = []
        encoded.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            var bits = group.reduce(0) { $0 << 8 | Int($1) }
            bits <<= 8 * (3 - group.count)
            for place in 0..<4 {
                encoded.append(place <= group.count ? digits[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
            }
        }
        return encoded
    }
}
