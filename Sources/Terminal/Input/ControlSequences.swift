extension InputDecoder {
    /// Reads the byte after Escape.
    mutating func takeEscaped(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "["): state = .control
        case UInt8(ascii: "O"): state = .shiftThree
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"), UInt8(ascii: "_"):
            state = .reply(byte)
            replyLength = 0
        case 0x1B: emit(.escape)
        default:
            state = .ground
            hasAlt = true
            takeText(byte)
        }
    }

    /// Reads a byte of `ESC [ …`.
    mutating func takeControl(_ byte: UInt8) {
        switch byte {
        case 0x20..<0x40:
            if parameters.count < Self.sequenceCap { parameters.append(byte) }
        case UInt8(ascii: "[") where parameters.isEmpty: state = .consoleFunction
        case UInt8(ascii: "M") where parameters.isEmpty: state = .oldMouse(3)
        case 0x40..<0x7F: finishControl(byte)
        default: leave(rereading: byte)
        }
    }

    /// Reads a byte of `ESC O …`; a digit before the last byte holds the modifiers.
    mutating func takeShiftThree(_ byte: UInt8) {
        switch byte {
        case 0x31...0x39 where parameters.isEmpty: parameters.append(byte)
        case 0x40..<0x7F:
            let modifiers = Modifiers(code: parameters.first.map { Int($0) - 0x30 } ?? 1)
            leave(emitting: Key(final: byte) ?? Key(keypad: byte), with: modifiers)
        default: leave(rereading: byte)
        }
    }

    /// Takes a byte of a reply; any control character ends it, so that a broken reply eats no key for long.
    mutating func takeReply(_ byte: UInt8) {
        replyLength += 1
        switch byte {
        case 0x07: finishReply()
        case 0x18, 0x1A: leave()
        case 0x1B: state = .replyEscape
        case 0..<0x20: leave(rereading: byte)
        default:
            if parameters.count < Self.sequenceCap { parameters.append(byte) }
            if replyLength >= Self.replyCap { leave() }
        }
    }

    /// Ends a reply at `ESC \\`; any other Escape starts a sequence of its own.
    mutating func takeReplyEscape(_ byte: UInt8) {
        guard byte != UInt8(ascii: "\\") else { return finishReply() }
        leave()
        state = .escape
        take(byte)
    }

    /// Reads a reply that has come whole: only the colour of the background means something here.
    private mutating func finishReply() {
        if let color = Self.background(in: parameters) { events.append(.background(color)) }
        leave()
    }

    /// The colour in `11;rgb:rrrr/gggg/bbbb`, with one to four digits a channel.
    private static func background(in reply: [UInt8]) -> UInt32? {
        let start = Array("11;rgb:".utf8)
        guard reply.starts(with: start) else { return nil }
        let channels = reply.dropFirst(start.count).split(separator: UInt8(ascii: "/")).prefix(3)
        let values = channels.compactMap { digits -> UInt32? in
            guard (1...4).contains(digits.count), let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
            else { return nil }
            return value * 255 / (1 << (4 * UInt32(digits.count)) - 1)
        }
        return values.count == 3 ? values[0] << 16 | values[1] << 8 | values[2] : nil
    }

    private mutating func finishControl(_ final: UInt8) {
        let isTooLong = parameters.count >= Self.sequenceCap
        let isMouse = parameters.first == UInt8(ascii: "<")
        let isReply = parameters.contains { (0x3C..<0x40).contains($0) || $0 < 0x30 }
        let numbers = Self.numbers(in: parameters.dropFirst(isMouse ? 1 : 0))
        if isTooLong || isReply && !isMouse { return leave() }
        if isMouse {
            if let mouse = Mouse(numbers: numbers, final: final) { events.append(.mouse(mouse)) }
            return leave()
        }
        switch (final, numbers.first ?? 0) {
        case (UInt8(ascii: "I"), _), (UInt8(ascii: "O"), _): events.append(.focus(final == UInt8(ascii: "I")))
        case (UInt8(ascii: "~"), 200): return enterPaste()
        default: return finishKey(numbers, final)
        }
        leave()
    }

    private mutating func finishKey(_ numbers: [Int], _ final: UInt8) {
        let first = numbers.first ?? 0
        let modifiers = Modifiers(code: numbers.count > 1 ? numbers[1] : 1)
        switch final {
        case UInt8(ascii: "~") where first == 27 && numbers.count == 3:
            leave(emitting: Key(code: numbers[2], modifiers), with: [])
        case UInt8(ascii: "~"): leave(emitting: Key(number: first), with: modifiers)
        case UInt8(ascii: "^"): leave(emitting: Key(number: first), with: .control)
        case UInt8(ascii: "u"): leave(emitting: Key(code: first, modifiers), with: [])
        case UInt8(ascii: "Z"): leave(emitting: .backTab)
        case UInt8(ascii: "a")...UInt8(ascii: "d") where numbers.isEmpty:
            leave(emitting: Key(final: final - 0x20), with: .shift)
        case _ where first <= 1: leave(emitting: Key(final: final), with: modifiers)
        default: leave()
        }
    }

    private mutating func enterPaste() {
        leave()
        state = .paste
    }

    private mutating func leave(emitting key: Key?, with modifiers: Modifiers) {
        leave(emitting: key?.with(modifiers))
    }

    /// The numbers between semicolons, at most 65535; parts after a colon are left out.
    private static func numbers(in parameters: ArraySlice<UInt8>) -> [Int] {
        guard !parameters.isEmpty else { return [] }
        return parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { part in
            part.prefix { $0 != UInt8(ascii: ":") }.reduce(0) { min(65535, $0 * 10 + Int($1 & 0x0F)) }
        }
    }
}
