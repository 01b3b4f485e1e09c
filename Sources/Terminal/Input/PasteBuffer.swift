/// The bytes of a bracketed paste up to its end mark.
struct PasteBuffer: Hashable, Sendable {
    private static let endMark: [UInt8] = Array("\u{1B}[201~".utf8)

    private var bytes: [UInt8] = []
    private var dropped = 0
    /// Bytes of the end mark seen.
    private var matched = 0

    /// Takes a byte; true when it closed the paste.
    mutating func take(_ byte: UInt8) -> Bool {
        if byte == Self.endMark[matched] {
            matched += 1
            return matched == Self.endMark.count
        }
        if matched > 0 { releaseMatched() }
        if byte == 0x1B { matched = 1 } else { keep(byte) }
        return false
    }

    /// The paste so far; leaves the buffer empty.
    mutating func finish() -> InputEvent {
        defer { self = PasteBuffer() }
        while let last = bytes.last, dropped > 0, last & 0x80 != 0 {
            bytes.removeLast()
            dropped += 1
            if last & 0xC0 == 0xC0 { break }
        }
        return .paste(Self.plainText(bytes), droppedBytes: dropped)
    }

    /// What looked like the end mark was text, but for its Escape.
    private mutating func releaseMatched() {
        for byte in Self.endMark[1..<matched] { keep(byte) }
        matched = 0
    }

    private mutating func keep(_ byte: UInt8) {
        let isText = byte >= 0x20 && byte != 0x7F || byte == 0x09 || byte == 0x0A || byte == 0x0D
        guard isText else { return }
        if bytes.count < InputDecoder.pasteCap { bytes.append(byte) } else { dropped += 1 }
    }

    /// The text with one kind of newline and without C1 controls.
    private static func plainText(_ bytes: [UInt8]) -> String {
        var scalars = String.UnicodeScalarView()
        var afterReturn = false
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            let isReturn = scalar == "\r"
            let isSecondHalf = afterReturn && scalar == "\n"
            afterReturn = isReturn
            if isSecondHalf || (0x80..<0xA0).contains(scalar.value) { continue }
            scalars.append(isReturn ? "\n" : scalar)
        }
        return String(scalars)
    }
}
