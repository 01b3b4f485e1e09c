extension Parser {
    /// A test of one value, after its name.
    ///
    /// `subject` is the token where the name begins, for answers that turn the order around; a measure takes no time.
    mutating func valueTest(of subject: Int, isMeasure: Bool = false) throws(SyntaxError) -> ValueTest {
        trace.subject = subject
        let isPlain = startsPlainBetween || isMeasure && keyword == .between && token(1).kind == .end
        if isMeasure, startsTime, !isPlain { throw wording(.timelessMeasure, at: token.range) }
        if case .sign(let sign) = token.kind, let comparison = sign.comparison {
            return try compared(by: comparison, of: subject, isMeasure: isMeasure)
        }
        switch keyword {
        case .between where isPlain: return try betweenValues()
        case .within where token(1).keyword == .next:
            position += 2
            return .withinNext(try span())
        case .within, .before, .after, .on, .between:
            if keyword == .after || keyword == .before, let answer = numberAsMoment() { throw answer }
            return .time(try timeRange(of: subject))
        case .in where token(1).kind == .sign(.openBracket):
            advance()
            return .isIn(try list())
        case .not where token(1).keyword == .in && token(2).kind == .sign(.openBracket):
            position += 2
            return .isNotIn(try list())
        default: return try wordTest(of: subject)
        }
    }

    private mutating func wordTest(of subject: Int) throws(SyntaxError) -> ValueTest {
        switch keyword {
        case .exists:
            advance()
            return .exists
        case .missing:
            advance()
            return .missing
        case .contains:
            advance()
            return .contains(try text())
        case .starts where token(1).keyword == .with:
            position += 2
            return .startsWith(try text())
        case .ends where token(1).keyword == .with:
            position += 2
            return .endsWith(try text())
        case .exactly where !isNumber(token(1)):
            advance()
            return .exactly(try text())
        case .matches:
            advance()
            return .matches(try pattern())
        case .has:
            advance()
            if accept(.any) { return .hasAny(try list()) }
            if accept(.all) { return .hasAll(try list()) }
            return .has(try literal())
        default: throw testAnswer(of: subject)
        }
    }

    /// `between 10 and 20`, not `between 30 days ago and …`.
    var startsPlainBetween: Bool {
        guard keyword == .between else { return false }
        switch token(1).kind {
        case .text: return true
        case .number: return !startsSpan(at: position + 1)
        default: return false
        }
    }

    private mutating func betweenValues() throws(SyntaxError) -> ValueTest {
        advance()
        let lower = try literal()
        try expect(.and)
        let upper = try literal()
        return .between(lower, upper)
    }

    private mutating func compared(
        by comparison: Comparison, of subject: Int, isMeasure: Bool
    ) throws(SyntaxError) -> ValueTest {
        let sign = position
        advance()
        if let answer = unitAnswer(to: comparison, sign: sign) ?? bracketAnswer(comparison, sign: sign) { throw answer }
        let value = try literal()
        if let answer = timesAnswer(comparison, of: subject) { throw answer }
        if token.kind == .sign(.percent) { throw percentAnswer(value, isMeasure: isMeasure) }
        if comparison == .equal || comparison == .unequal, !isAmongSteps,
            let answer = severalValues(comparison, sign: sign)
        {
            throw answer
        }
        return .compare(comparison, value)
    }

    /// A value: text, number, truth value, date or instant.
    mutating func literal() throws(SyntaxError) -> Literal {
        let literal: Literal
        switch token.kind {
        case .text(let text): literal = .text(text)
        case .number(let number): literal = .number(number)
        case .date(let date): literal = .date(date)
        case .instant(let instant): literal = .instant(instant)
        case .word where keyword == .true: literal = .boolean(true)
        case .word where keyword == .false: literal = .boolean(false)
        default: throw unquoted() ?? unexpected(.literal)
        }
        trace.value = token.range
        advance()
        return literal
    }

    /// `("a", "b")`: one value or more.
    mutating func list() throws(SyntaxError) -> [Literal] {
        guard accept(.openBracket) else { throw listWithoutBrackets() ?? unexpected(.list) }
        openBrackets.append(token(at: position - 1).range)
        var values = [try literal()]
        while accept(.comma) { values.append(try literal()) }
        guard accept(.closeBracket) else {
            if token.kind == .end { throw unclosedBracket() }
            if keyword == .or || keyword == .and { throw unexpected(.list, fixes: [","]) }
            throw token.isLiteral ? missingComma() : unexpected(.closeBracket)
        }
        openBrackets.removeLast()
        return values
    }

    private mutating func pattern() throws(SyntaxError) -> String {
        guard case .pattern(let pattern) = token.kind else {
            if case .text(let text) = token.kind { throw unexpected(.pattern, fixes: [printed(pattern: text)]) }
            throw unexpected(.pattern)
        }
        if let fault = PatternCheck.fault(in: pattern) { throw SyntaxError(.pattern(fault), at: token.range) }
        advance()
        return pattern
    }

    func isNumber(_ token: Token) -> Bool {
        if case .number = token.kind { true } else { false }
    }
}
