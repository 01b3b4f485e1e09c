/// Cuts a filter's text into tokens.
///
/// It never fails: what cannot be read becomes an `invalid` token that carries the answer.
struct Lexer {
    let source: String
    let scalars: [Unicode.Scalar]
    /// The UTF-8 offset of each scalar, and of the end.
    private let offsets: [Int]
    /// The scalar to read next.
    var position = 0
    /// A pattern can stand only after `matches`.
    private var afterMatches = false

    init(_ source: String) {
        self.source = source
        scalars = Array(source.unicodeScalars)
        var offsets: [Int] = []
        offsets.reserveCapacity(scalars.count + 1)
        var offset = 0
        for scalar in scalars {
            offsets.append(offset)
            offset += UTF8.width(scalar)
        }
        offsets.append(offset)
        self.offsets = offsets
    }

    /// All tokens of a text, the last one `end`.
    static func tokens(of source: String) -> [Token] {
        var lexer = Lexer(source)
        var tokens: [Token] = []
        while true {
            let token = lexer.next()
            tokens.append(token)
            if token.kind == .end { return tokens }
        }
    }

    /// The next token; `end` for ever after the last one.
    mutating func next() -> Token {
        skip(while: \.isBlank)
        let start = position
        guard let scalar = peek() else { return Token(.end, range(from: start)) }
        let kind = kind(startingWith: scalar)
        let token = Token(kind, range(from: start))
        afterMatches = token.keyword == .matches
        return token
    }

    private mutating func kind(startingWith scalar: Unicode.Scalar) -> Token.Kind {
        switch scalar {
        case _ where scalar.startsWord: return word()
        case "0"..."9": return number()
        case "+" where peek(1)?.isDigit == true, "-" where peek(1)?.isDigit == true: return number()
        case "." where peek(1)?.isDigit == true: return pointNumber()
        case "\"": return quoted(by: "\"")
        case "`": return quoted(by: "`")
        case "'", "‘", "’", "‚", "„", "“", "”", "«", "»", "‹", "›": return wrongQuotes(opening: scalar)
        case "/" where afterMatches: return pattern()
        case "$", "€", "£", "₽": return currency()
        default: return sign()
        }
    }

    // Helpers of all the parts.

    func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
        position + ahead < scalars.count ? scalars[position + ahead] : nil
    }

    /// UTF-8 offsets from a scalar to where the lexer stands.
    func range(from start: Int) -> Range<Int> {
        offsets[start]..<offsets[position]
    }

    /// The text from a scalar to where the lexer stands.
    func text(from start: Int) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[start..<position])
        return String(view)
    }

    mutating func skip(while matches: (Unicode.Scalar) -> Bool) {
        while let scalar = peek(), matches(scalar) { position += 1 }
    }

    /// An answer about the text from a scalar on.
    func invalid(_ reason: SyntaxError.Reason, from start: Int, fixes: [String] = []) -> Token.Kind {
        .invalid(reason, fixes.map { Fix(range(from: start), $0) })
    }
}

extension Unicode.Scalar {
    var isDigit: Bool { ("0"..."9").contains(self) }

    /// White space of any script, and the mark that some files begin with.
    var isBlank: Bool {
        isASCII ? self == " " || ("\t"..."\r").contains(self) : properties.isWhitespace || self == "\u{FEFF}"
    }

    /// A letter of any script, or `_`.
    var startsWord: Bool {
        isASCII ? ("a"..."z").contains(self) || ("A"..."Z").contains(self) || self == "_" : properties.isAlphabetic
    }

    /// A letter, digit, mark or `_`.
    var continuesWord: Bool {
        if isASCII { return startsWord || isDigit }
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .decimalNumber: return true
        default: return properties.isAlphabetic
        }
    }
}
