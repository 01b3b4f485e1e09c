/// What the parser notes on its way for those who ask what may stand where a text ends.
struct ParserTrace {
    /// The token where the operand read last begins, and the brackets of groups around it.
    var operand = (start: 0, brackets: 0)
    /// The token where what is compared begins: a name, or a figure.
    var subject: Int?
    /// Where the value read last stands.
    var value: Range<Int>?
}

/// A text read as a filter, and how far that went.
struct Reading {
    let parser: Parser
    /// Nil where the text is a filter.
    let error: SyntaxError?

    init(_ text: String) {
        var parser = Parser(text)
        do throws(SyntaxError) {
            _ = try parser.filter()
            error = nil
        } catch {
            self.error = error
        }
        self.parser = parser
    }

    /// Whether the text is a filter, or was good as far as it goes.
    var reachesEnd: Bool { error == nil || parser.token.kind == .end }

    /// What is awaited at the end of the text, where the parser says so in general.
    var expectation: SyntaxError.Expectation? {
        guard parser.token.kind == .end, case .unexpected(_, let expected)? = error?.reason else { return nil }
        return expected
    }

    /// Whether the text ends behind a name or figure, where its test must stand.
    var awaitsTest: Bool {
        guard parser.token.kind == .end else { return false }
        if case .wording(.bareTrait)? = error?.reason { return true }
        return expectation == .test
    }

    /// The token of what is compared.
    var subject: Token? { parser.trace.subject.map { parser.token(at: $0) } }
}
