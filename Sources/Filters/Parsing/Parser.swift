/// Reads tokens as a filter, by recursive descent.
///
/// The grammar is small enough to look at one token, with a second where `between` and `in` have two meanings. Where the
/// text departs from it, the parser looks at what people tend to say there and answers with the form that works.
struct Parser {
    let source: String
    let tokens: [Token]
    var position = 0
    /// The names met so far.
    var names: [NameUse] = []
    /// Brackets, `not` and `as of` around the place.
    var depth = 0
    /// Brackets open at the place, outermost first.
    var openBrackets: [Range<Int>] = []
    /// Whether steps stand in a row with commas between, so that a comma after a value is no further value.
    var isAmongSteps = false
    /// What completion wants to know of the way here.
    var trace = ParserTrace()

    /// Deep enough for any filter, shallow enough for any stack.
    static let deepest = 100

    init(_ source: String) {
        self.source = source
        tokens = Lexer.tokens(of: source)
    }

    /// The whole text as a filter.
    mutating func filter() throws(SyntaxError) -> Located {
        guard token.kind != .end else {
            throw SyntaxError(.nothingWritten, at: token.range, fixes: [Fix(token.range, "everyone")])
        }
        let located = try disjunction()
        guard token.kind == .end else { throw afterCondition() }
        return located
    }
}

// Moving over the tokens.
extension Parser {
    var token: Token { tokens[position] }
    var keyword: Keyword? { token.keyword }

    /// The token at an index; the last one, `end`, beyond all.
    func token(at index: Int) -> Token { tokens[max(0, min(index, tokens.count - 1))] }

    /// A later token; the last one, `end`, beyond it.
    func token(_ ahead: Int) -> Token { token(at: position + ahead) }

    /// Where the last token read ended.
    var lastEnd: Int { position > 0 ? tokens[position - 1].range.upperBound : 0 }

    mutating func advance() {
        if position < tokens.count - 1 { position += 1 }
    }

    mutating func accept(_ keyword: Keyword) -> Bool {
        guard self.keyword == keyword else { return false }
        advance()
        return true
    }

    mutating func accept(_ sign: Token.Sign) -> Bool {
        guard token.kind == .sign(sign) else { return false }
        advance()
        return true
    }

    /// Reads a dot that stands after a name in backticks or after a bracket; elsewhere it is part of a word, or nothing.
    mutating func acceptDot() -> Bool {
        guard case .invalid(.character("."), _) = token.kind else { return false }
        advance()
        return true
    }

    /// Reads a word that the form demands; `rest` is what the offered form needs after it, where nothing follows.
    mutating func expect(_ keyword: Keyword, then rest: String = "") throws(SyntaxError) {
        guard accept(keyword) else {
            let written = keyword.rawValue
            if keyword == .and, case .invalid(.character("-"), _) = token.kind {
                throw SyntaxError(.saidAs("-", "and"), at: token.range, fixes: [Fix(token.range, "and")])
            }
            guard case .invalid = token.kind else {
                let insertion = Fix(lastEnd..<lastEnd, " " + written + rest)
                throw SyntaxError(.missing(written, before: found), at: token.range, fixes: [insertion])
            }
            throw unexpected(.word)
        }
    }

    mutating func expect(_ sign: Token.Sign, _ expectation: SyntaxError.Expectation) throws(SyntaxError) {
        guard accept(sign) else { throw unexpected(expectation) }
    }

    /// The text of a range of the source.
    func slice(_ range: Range<Int>) -> String {
        let bytes = source.utf8
        let lower = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
        let upper = bytes.index(bytes.startIndex, offsetBy: range.upperBound)
        return String(source[lower..<upper])
    }

    /// The text of the token at the place; empty at the end.
    var found: String { slice(token.range) }
}

// Errors.
extension Parser {
    /// The token at the place is not what was awaited; an unreadable one has its own answer.
    func unexpected(_ expectation: SyntaxError.Expectation, fixes: [String] = []) -> SyntaxError {
        if case .invalid(let reason, let answers) = token.kind {
            return SyntaxError(reason, at: token.range, fixes: answers)
        }
        let fixes = fixes.map { Fix(token.range, $0) }
        return SyntaxError(.unexpected(found: found, expected: expectation), at: token.range, fixes: fixes)
    }

    func wording(_ wording: SyntaxError.Wording, at range: Range<Int>, fixes: [Fix] = []) -> SyntaxError {
        SyntaxError(.wording(wording), at: range, fixes: fixes)
    }

    /// The range of tokens from one to before another.
    func range(from start: Int, to end: Int) -> Range<Int> {
        let lower = token(at: start).range.lowerBound
        return lower..<(end > start ? token(at: end - 1).range.upperBound : lower)
    }

    /// The range from a token to the last one read.
    func range(from start: Int) -> Range<Int> { range(from: start, to: position) }

    /// The range from a token to the place, that token included.
    func rangeThroughToken(from start: Int) -> Range<Int> { tokens[start].range.lowerBound..<token.range.upperBound }
}
