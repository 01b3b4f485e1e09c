/// Says a frame's colours and emphasis in fewer bytes.
///
/// ncurses turns everything off before it turns something on, and names a colour again after each blank. Here a
/// sequence goes out only before bytes that it matters to, and says only what differs from what the terminal has. To a
/// blank with nothing behind it and no line under it no colour matters, and to a move of the cursor nothing does.
package struct FrameShortener {
    /// What the terminal has; none while that is not known.
    private var sent: Rendition?
    private var wanted = Rendition()

    package init() {}

    /// Somebody else has written to the terminal: what it has is not known any more.
    package mutating func forget() {
        sent = nil
        wanted = Rendition()
    }

    /// The frame with the same effect; a terminal that knows ECMA-48 and one character set is needed.
    package mutating func shorten(_ frame: [UInt8]) -> [UInt8] {
        var short: [UInt8] = []
        short.reserveCapacity(frame.count)
        var index = 0
        while index < frame.count {
            if let end = endOfRendition(in: frame, at: index) {
                index = end
                continue
            }
            let end = Self.isCharset(frame, at: index) ? index + 3 : index
            guard end == index else {
                index = end
                continue
            }
            let next = Self.endOfSequence(in: frame, at: index)
            if sent != wanted, matters(to: frame[index..<next]) {
                short += wanted.sequence(from: sent)
                sent = wanted
            }
            short += frame[index..<next]
            index = next
        }
        return short
    }

    /// Whether some bytes look otherwise in what the terminal has than in what is wanted.
    private func matters(to bytes: ArraySlice<UInt8>) -> Bool {
        guard let first = bytes.first, let last = bytes.last else { return false }
        let isBlank: Bool
        if bytes.count > 1 {
            // Erasing leaves blanks; the other sequences that ncurses sends move the cursor or set modes.
            guard bytes.dropFirst().first == UInt8(ascii: "["), Self.drawing.contains(last) else { return false }
            isBlank = Self.erasing.contains(last)
        } else {
            guard first >= 0x20 else { return false }
            isBlank = first == 0x20
        }
        return !(isBlank && wanted.hidesBlanks && sent?.hidesBlanks == true)
    }

    private static let erasing = Set("XKJP@LMST".utf8)
    /// Those too that repeat a character, or set what is not known here.
    private static let drawing = erasing.union("bm".utf8)

    /// Takes a sequence that sets the rendition, and says where it ends; nothing for anything else.
    private mutating func endOfRendition(in frame: [UInt8], at index: Int) -> Int? {
        let end = Self.endOfSequence(in: frame, at: index)
        guard end - index >= 3, frame[index] == 0x1B, frame[index + 1] == UInt8(ascii: "["),
            frame[end - 1] == UInt8(ascii: "m")
        else { return nil }
        return wanted.take(frame[(index + 2)..<(end - 1)]) ? end : nil
    }

    /// `ESC ( B` names the character set that is there anyway.
    private static func isCharset(_ frame: [UInt8], at index: Int) -> Bool {
        index + 2 < frame.count && frame[index] == 0x1B && frame[index + 1] == UInt8(ascii: "(")
            && frame[index + 2] == UInt8(ascii: "B")
    }

    /// The end of an escape or control sequence that begins at a place, or of the one byte there.
    private static func endOfSequence(in frame: [UInt8], at index: Int) -> Int {
        guard frame[index] == 0x1B, index + 1 < frame.count else { return index + 1 }
        let isControl = frame[index + 1] == UInt8(ascii: "[")
        var end = index + (isControl ? 2 : 1)
        guard isControl else {
            // Such as ESC M, or ESC # 8 with something between.
            while end < frame.count, (0x20...0x2F).contains(frame[end]) { end += 1 }
            return min(frame.count, end + 1)
        }
        while end < frame.count, (0x20...0x3F).contains(frame[end]) { end += 1 }
        return min(frame.count, end + 1)
    }
}
