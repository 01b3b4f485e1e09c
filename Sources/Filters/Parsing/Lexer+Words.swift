extension Lexer {
    /// `city`, `purchase.revenue`; with a hyphen an answer, since `-` is no part of a bare name.
    mutating func word() -> Token.Kind {
        let start = position
        skip(while: \.continuesWord)
        while peek() == ".", let next = peek(1), next.startsWord || next.isDigit {
            position += 1
            skip(while: \.continuesWord)
        }
        if let mark = peek(), mark == "'" || mark == "’", peek(1)?.startsWord == true {
            position += 1
            skip(while: \.continuesWord)
            return .contraction(text(from: start).replacingTypographicApostrophe)
        }
        guard peek() == "-", continuesWord(at: 1) else { return .word(text(from: start)) }
        while peek() == "-" || peek() == ".", continuesWord(at: 1) {
            position += 1
            skip(while: \.continuesWord)
        }
        let name = text(from: start)
        return invalid(.hyphenatedName(name), from: start, fixes: [backticked(name)])
    }

    func continuesWord(at ahead: Int) -> Bool {
        peek(ahead)?.continuesWord == true
    }

    /// A sign, or what people type in place of one.
    mutating func sign() -> Token.Kind {
        let start = position
        skip { signs.contains($0) }
        while position > start + 1 {
            if let kind = known(text(from: start), from: start) { return kind }
            position -= 1
        }
        position = start + 1
        let text = text(from: start)
        return known(text, from: start) ?? invalid(.character(text), from: start)
    }

    private func known(_ text: String, from start: Int) -> Token.Kind? {
        if let sign = Token.Sign(rawValue: text) { return .sign(sign) }
        guard let replacement = replacements[text] else { return nil }
        let isWord = replacement.first?.isLetter == true
        let before = isWord && start > 0 && !scalars[start - 1].properties.isWhitespace ? " " : ""
        let after = isWord && peek()?.properties.isWhitespace == false ? " " : ""
        return invalid(.saidAs(text, replacement), from: start, fixes: [before + replacement + after])
    }
}

private let signs: Set<Unicode.Scalar> = ["=", "!", "<", ">", "&", "|", "~", "≠", "≤", "≥", "∧", "∨", "¬"]

/// What other languages write, and what is written here.
private let replacements = [
    "==": "=", "===": "=", "!==": "!=", "<>": "!=", "~=": "!=", "=!": "!=", "≠": "!=", "=<": "<=", "≤": "<=",
    "=>": ">=", "≥": ">=", "&&": "and", "&": "and", "∧": "and", "||": "or", "|": "or", "∨": "or", "!": "not",
    "¬": "not", "~": "contains", "=~": "contains", "[": "(", "]": ")", "{": "(", "}": ")", ";": "and",
]

extension String {
    fileprivate var replacingTypographicApostrophe: String {
        String(map { $0 == "’" ? "'" : $0 })
    }
}
