/// A scalar of UTF-8 of which some bytes have come.
struct PendingScalar: Hashable, Sendable {
    private var value: UInt32 = 0
    private var left = 0
    private var least: UInt32 = 0

    var isStarted: Bool { left > 0 }

    /// Starts with a lead byte; false where it is none.
    mutating func start(_ byte: UInt8) -> Bool {
        switch byte {
        case 0xC2...0xDF: (value, left, least) = (UInt32(byte & 0x1F), 1, 0x80)
        case 0xE0...0xEF: (value, left, least) = (UInt32(byte & 0x0F), 2, 0x800)
        case 0xF0...0xF4: (value, left, least) = (UInt32(byte & 0x07), 3, 0x10000)
        default: return false
        }
        return true
    }

    /// Takes a continuation byte.
    ///
    /// - Returns: the scalar once it is whole, the replacement character for a malformed one.
    mutating func take(_ byte: UInt8) -> Unicode.Scalar? {
        value = value << 6 | UInt32(byte & 0x3F)
        left -= 1
        guard left == 0 else { return nil }
        return value >= least ? Unicode.Scalar(value) ?? "\u{FFFD}" : "\u{FFFD}"
    }

    mutating func drop() {
        left = 0
    }
}

extension InputDecoder {
    /// Reads a byte that stands outside all sequences.
    mutating func takeText(_ byte: UInt8) {
        if text.isStarted {
            guard byte & 0xC0 == 0x80 else {
                finishText()
                return takeText(byte)
            }
            if let scalar = text.take(byte), !(0x80..<0xA0).contains(scalar.value) {
                emit(.character(Character(scalar)))
            }
        } else if byte == 0x1B {
            state = .escape
        } else if byte < 0x80 {
            emit(Key(ascii: byte))
        } else if !text.start(byte) {
            emit(.character("\u{FFFD}"))
        }
    }

    /// Gives up a scalar that was cut off.
    mutating func finishText() {
        guard text.isStarted else { return }
        text.drop()
        emit(.character("\u{FFFD}"))
    }
}

extension Key {
    /// The key that sends this byte alone.
    init(ascii byte: UInt8) {
        switch byte {
        case 0x00: self = .control(" ")
        case 0x08, 0x7F: self = .backspace
        case 0x09: self = .tab
        case 0x0A, 0x0D: self = .enter
        case 0x1B: self = .escape
        case 0x01...0x1A: self = .control(Character(Unicode.Scalar(byte + 0x60)))
        case 0x1C...0x1F: self = .control(Character(Unicode.Scalar(byte + 0x40)))
        default: self = .character(Character(Unicode.Scalar(byte)))
        }
    }
}
