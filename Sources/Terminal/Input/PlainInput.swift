extension InputDecoder {
    /// Reads a byte that stands outside all sequences.
    mutating func takeText(_ byte: UInt8) {
        if text.isStarted {
            guard byte & 0xC0 == 0x80 else {
                finishText()
                return takeText(byte)
            }
            guard let scalar = text.take(byte) else { return }
            if (0x80..<0xA0).contains(scalar.value) { hasAlt = false } else { emit(.character(Character(scalar))) }
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
