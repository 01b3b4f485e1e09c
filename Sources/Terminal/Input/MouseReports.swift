extension Mouse {
    /// A turn of the mouse as SGR reports it: button, column and row, both from 1.
    init?(numbers: [Int], final: UInt8) {
        guard numbers.count == 3, numbers[1] > 0, numbers[2] > 0 else { return nil }
        let code = numbers[0]
        var modifiers: Modifiers = []
        if code & 4 != 0 { modifiers.insert(.shift) }
        if code & 8 != 0 { modifiers.insert(.alt) }
        if code & 16 != 0 { modifiers.insert(.control) }
        let kind: Kind
        switch (code & ~0b11100, Button(rawValue: code & 3)) {
        case (64, _): kind = .wheelUp
        case (65, _): kind = .wheelDown
        case (0...2, let button?): kind = final == UInt8(ascii: "m") ? .release(button) : .press(button)
        case (32...34, let button?): kind = .drag(button)
        default: return nil
        }
        guard final == UInt8(ascii: "M") || final == UInt8(ascii: "m") else { return nil }
        self.init(kind: kind, position: Position(column: numbers[1] - 1, row: numbers[2] - 1), modifiers: modifiers)
    }
}
