extension Modifiers {
    /// The modifiers that a sequence holds: a bit set plus 1.
    init(code: Int) {
        let bits = max(0, code - 1)
        self = []
        if bits & 1 != 0 { insert(.shift) }
        if bits & 0b1010 != 0 { insert(.alt) }
        if bits & 4 != 0 { insert(.control) }
    }
}

extension Key {
    /// The key of the last byte of `ESC [ …` or `ESC O …`.
    init?(final byte: UInt8) {
        switch byte {
        case UInt8(ascii: "A"): self = .up
        case UInt8(ascii: "B"): self = .down
        case UInt8(ascii: "C"): self = .right
        case UInt8(ascii: "D"): self = .left
        case UInt8(ascii: "H"): self = .home
        case UInt8(ascii: "F"): self = .end
        case UInt8(ascii: "P")...UInt8(ascii: "S"): self = .function(Int(byte) - 0x4F)
        default: return nil
        }
    }

    /// The key of the number in `ESC [ number ~`.
    init?(number: Int) {
        switch number {
        case 1, 7: self = .home
        case 2: self = .insert
        case 3: self = .delete
        case 4, 8: self = .end
        case 5: self = .pageUp
        case 6: self = .pageDown
        case 11...15: self = .function(number - 10)
        case 17...21: self = .function(number - 11)
        case 23...26: self = .function(number - 12)
        case 28, 29: self = .function(number - 13)
        case 31...34: self = .function(number - 14)
        default: return nil
        }
    }

    /// A key of the keypad in its application mode.
    init?(keypad byte: UInt8) {
        switch byte {
        case UInt8(ascii: "M"): self = .enter
        case UInt8(ascii: "I"): self = .tab
        case UInt8(ascii: "X"): self = .character("=")
        case UInt8(ascii: "j")...UInt8(ascii: "y"): self = .character(Character(Unicode.Scalar(byte - 0x40)))
        default: return nil
        }
    }

    /// A key sent as the number of its character with modifiers, as newer keyboard protocols do.
    init?(code: Int, _ modifiers: Modifiers) {
        guard let value = UInt32(exactly: code), let scalar = Unicode.Scalar(value) else { return nil }
        if code == 0x09 || code == 0x0D || code == 0x1B || code == 0x7F {
            self = Key(ascii: UInt8(code)).with(modifiers)
        } else if code < 0x20 || (0x80..<0xA0).contains(code) || (0xE000..<0xF900).contains(code) {
            return nil
        } else if modifiers.contains(.control) {
            self = Key(controlled: Character(scalar)).with(modifiers.subtracting([.control, .shift]))
        } else {
            self = Key.character(Character(scalar)).with(modifiers.subtracting(.shift))
        }
    }

    /// What Control with a character is: the same key that a plain terminal would send.
    private init(controlled character: Character) {
        guard let byte = character.lowercased().first?.asciiValue, byte == 0x20 || byte >= 0x5B else {
            self = .modified(.character(character), .control)
            return
        }
        self = Key(ascii: byte & 0x1F)
    }
}
