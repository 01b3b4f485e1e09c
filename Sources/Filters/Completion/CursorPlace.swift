/// A filter's text taken apart at a cursor: what stands before, and the word that is being written.
struct CursorPlace {
    /// How the word is written.
    enum Style {
        case bare, text, name
    }

    /// The text before the word.
    let before: String
    /// The word as far as it stands before the cursor, without quotes.
    let typed: String
    let style: Style
    /// The word in UTF-8 offsets, with what of it stands behind the cursor.
    let range: Range<Int>

    /// Takes a text apart at a UTF-8 offset, which is moved to the nearest character at or before it.
    init(in text: String, at offset: Int) {
        var end = text.utf8.index(text.startIndex, offsetBy: min(max(0, offset), text.utf8.count))
        while end.samePosition(in: text.unicodeScalars) == nil { end = text.utf8.index(before: end) }
        let head = String(text[..<end])
        let cursor = head.utf8.count
        guard let (start, style) = Self.word(atEndOf: head) else {
            (before, typed, self.style, range) = (head, "", .bare, cursor..<cursor)
            return
        }
        let bytes = Array(head.utf8)
        before = String(decoding: bytes[..<start], as: UTF8.self)
        typed = String(decoding: bytes[(style == .bare ? start : start + Self.quote(bytes[start]))...], as: UTF8.self)
        self.style = style
        range = start..<max(cursor, Self.end(of: start, in: text, past: cursor))
    }

    /// The bytes of an opening quote: those that are no plain ones have more.
    private static func quote(_ first: UInt8) -> Int { first < 0x80 ? 1 : first < 0xE0 ? 2 : 3 }

    /// Where the word begins that ends with a text, and how it is written; nil where a new word would begin.
    private static func word(atEndOf head: String) -> (start: Int, style: Style)? {
        let tokens = Lexer.tokens(of: head).dropLast()
        guard let last = tokens.last, last.range.upperBound == head.utf8.count else { return nil }
        let start = last.range.lowerBound
        switch last.kind {
        case .word, .number, .contraction: return (start, .bare)
        case .invalid(.hyphenatedName, _), .invalid(.character("!"), _), .invalid(.saidAs("!", _), _):
            return (start, .bare)
        case .invalid(.unclosed(.text), _), .invalid(.wrongQuotes, _): return (start, .text)
        case .invalid(.unclosed(.name), _): return (start, .name)
        case .invalid(.number(let written), _):
            return (start + written.utf8.prefix { !Unicode.Scalar($0).startsWord }.count, .bare)
        case .invalid(.character("."), _):
            guard let name = tokens.dropLast().last, name.range.upperBound == start, case .word = name.kind else {
                return nil
            }
            return (name.range.lowerBound, .bare)
        default: return nil
        }
    }

    /// Where the word that begins at an offset ends in the whole text.
    private static func end(of start: Int, in text: String, past cursor: Int) -> Int {
        let tokens = Lexer.tokens(of: text)
        guard let token = tokens.first(where: { $0.range.lowerBound == start }), token.range.upperBound > cursor else {
            return cursor
        }
        switch token.kind {
        case .text, .name:
            // A quote that opens again behind shows that this word's own closing quote is still missing.
            let isTorn = tokens.contains {
                if case .invalid(.unclosed, _) = $0.kind { $0.range.lowerBound > start } else { false }
            }
            return isTorn ? cursor : token.range.upperBound
        case .word, .number, .contraction, .invalid(.hyphenatedName, _): return token.range.upperBound
        default: return cursor
        }
    }
}
