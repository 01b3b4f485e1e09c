import Customers

// What people write in place of a value, and the form that works.
extension Parser {
    /// `Krakow` without quotes; nil where no word stands.
    func unquoted() -> SyntaxError? {
        if let truth = truthWords[token.spoken ?? ""] { return replacing(position, position + 1, by: truth) }
        guard let run = wordRun(from: position) else { return nil }
        let range = range(from: run.lowerBound, to: run.upperBound)
        return wording(.unquotedText(slice(range)), at: range, fixes: [Fix(range, quoted(text: slice(range)))])
    }

    /// Answers `in "a", "b"`.
    func listWithoutBrackets() -> SyntaxError? {
        guard let list = meantList(at: position) else { return nil }
        let range = range(from: position, to: list.end)
        return wording(.severalValues, at: range, fixes: [Fix(range, list.text)])
    }

    /// `= "a", "b"` and `= "a" or "b"`, after the first value.
    func severalValues(_ comparison: Comparison, sign: Int) -> SyntaxError? {
        guard token.kind == .sign(.comma) || keyword == .or || keyword == .and, isNextValue,
            let list = meantList(at: sign + 1)
        else { return nil }
        let range = range(from: sign, to: list.end)
        let form = "\(comparison == .equal ? "in" : "not in") \(list.text)"
        return wording(.severalValues, at: range, fixes: [Fix(range, form)])
    }

    /// `> 30 days ago`, `> 30 days`, `= null`, after the sign.
    func unitAnswer(to comparison: Comparison, sign: Int) -> SyntaxError? {
        if ["null", "nil", "none", "empty"].contains(token.spoken ?? ""), comparison == .equal || comparison == .unequal
        {
            return replacing(sign, position + 1, by: comparison == .equal ? "missing" : "exists")
        }
        guard let span = meantSpan(at: position) else { return nil }
        if token(at: span.end).keyword == .ago { return momentAnswer(comparison, sign: sign) }
        let range = range(from: sign, to: span.end)
        let isOld = token(at: span.end).spoken == "old"
        let number = Fix(
            isOld ? self.range(from: sign, to: span.end + 1) : range,
            "\(comparison.rawValue) \(span.text.prefix { $0.isNumber })")
        let age =
            switch comparison {
            case .greater, .atLeast: Fix(range, "before \(span.text) ago")
            case .less, .atMost: Fix(range, "within last \(span.text)")
            case .equal, .unequal: Fix(range, "on \(span.text) ago")
            }
        let fixes = span.text.contains("year") ? [number, age] : [age, number]
        return wording(.unitAfterNumber(span.text), at: range, fixes: fixes)
    }

    /// Whether another value follows the comma or joint, rather than another condition.
    private var isNextValue: Bool {
        guard !startsAnyTest(at: position + 2) else { return false }
        if token(1).isLiteral { return true }
        guard keyword != .and, let word = token(1).plainWord, let run = wordRun(from: position + 1) else {
            return false
        }
        let isText = token.kind == .sign(.comma) || word.first?.isUppercase == true
        return isText && !startsAnyTest(at: run.upperBound)
    }

    /// Answers `= ("a", "b")` and `= ["a", "b"]`, after the sign.
    func bracketAnswer(_ comparison: Comparison, sign: Int) -> SyntaxError? {
        let isBracket =
            if case .invalid(.saidAs("[", _), _) = token.kind { true } else { token.kind == .sign(.openBracket) }
        guard isBracket, comparison == .equal || comparison == .unequal else { return nil }
        let range = range(from: sign, to: sign + 1)
        return wording(.severalValues, at: range, fixes: [Fix(range, comparison == .equal ? "in" : "not in")])
    }

    /// Answers `> 30 days ago`: later than that moment, or longer ago than that?.
    func momentAnswer(_ comparison: Comparison, sign: Int) -> SyntaxError? {
        guard let span = meantSpan(at: sign + 1), token(at: span.end).keyword == .ago else { return nil }
        let range = range(from: sign, to: span.end + 1)
        let forms =
            switch comparison {
            case .greater, .atLeast: ["after", "before"]
            case .less, .atMost: ["before", "after"]
            case .equal, .unequal: ["on"]
            }
        let fixes = forms.map { Fix(range, "\($0) \(span.text) ago") }
        return wording(.momentBySign(slice(range)), at: range, fixes: fixes)
    }

    /// `< 30%`, at the percent sign.
    func percentAnswer(_ value: Literal, isMeasure: Bool) -> SyntaxError {
        let range = token(at: position - 1).range.lowerBound..<token.range.upperBound
        guard case .number(let number) = value else { return wording(.percent, at: token.range) }
        let share = DecimalLiteral(
            coefficient: number.coefficient, fractionDigits: min(18, number.fractionDigits + 2))
        let fix = Fix(range, isMeasure ? share.description : number.description)
        return wording(.percent, at: range, fixes: [fix])
    }

    /// `after 30`, `before 18`: a number where only a moment can stand.
    func numberAsMoment() -> SyntaxError? {
        guard isNumber(token(1)), !startsSpan(at: position + 1) else { return nil }
        let sign = keyword == .after ? ">" : "<"
        return replacing(position, position + 1, by: sign)
    }

    /// Answers `sample 10 percent`, `sample 10 salt "x"`.
    func percentExpected() -> SyntaxError {
        if token.spoken == "percent" { return replacing(position, position + 1, by: "%") }
        return SyntaxError(.missing("%", before: found), at: token.range, fixes: [Fix(lastEnd..<lastEnd, " %")])
    }
}
