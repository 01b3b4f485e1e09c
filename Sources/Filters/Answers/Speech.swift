extension Parser {
    /// How many tokens a phrase takes, where the words at a token are that phrase.
    func says(_ phrase: String, at index: Int) -> Int? {
        var current = index
        for word in phrase.split(separator: " ") {
            guard current < tokens.count, token(at: current).spoken == String(word) else { return nil }
            current += 1
        }
        return current - index
    }

    /// The longest of some phrases at a token, and where it ends.
    func firstPhrase(_ phrases: [String], at index: Int) -> (phrase: String, end: Int)? {
        var longest: (phrase: String, end: Int)?
        for phrase in phrases {
            guard let length = says(phrase, at: index), index + length > longest?.end ?? index else { continue }
            longest = (phrase, index + length)
        }
        return longest
    }

    /// Words in a row that were probably meant as one text: `New York`, `a@b.pl`, `O'Brien`.
    func wordRun(from start: Int) -> Range<Int>? {
        guard isTextual(token(at: start)) || isQuotableKeyword(token(at: start)) || isCharacter(token(at: start)) else {
            return nil
        }
        var end = start + 1
        while end < tokens.count, isGlued(end) || isTextual(token(at: end)), !isComparison(token(at: end + 1)) {
            end += 1
        }
        return start..<end
    }

    private func isTextual(_ token: Token) -> Bool {
        switch token.kind {
        case .invalid(.hyphenatedName, _), .contraction: true
        default: token.plainWord != nil
        }
    }

    private func isCharacter(_ token: Token) -> Bool {
        if case .invalid(.character, _) = token.kind { true } else { false }
    }

    /// Whether a sign or word touches the token before it, as in `a@b.pl`.
    private func isGlued(_ index: Int) -> Bool {
        guard token(at: index).range.lowerBound == token(at: index - 1).range.upperBound else { return false }
        switch token(at: index).kind {
        case .word, .number, .contraction, .invalid(.character, _), .invalid(.hyphenatedName, _), .invalid(.number, _):
            return true
        default: return false
        }
    }

    private func isQuotableKeyword(_ token: Token) -> Bool {
        guard let keyword = token.keyword else { return false }
        return ![.and, .or, .not, .where, .true, .false].contains(keyword)
    }

    func isComparison(_ token: Token) -> Bool {
        if case .sign(let sign) = token.kind { sign.comparison != nil } else { false }
    }

    /// Whether a test of a value stands at a token.
    func startsAnyTest(at index: Int) -> Bool {
        let token = token(at: index)
        if isComparison(token) { return true }
        switch token.keyword {
        case .between, .in, .exists, .missing, .contains, .starts, .ends, .exactly, .matches, .has, .within, .before,
            .after, .on:
            return true
        default: return false
        }
    }

    /// A value as it should have been written, and where it ends.
    func meantLiteral(at index: Int) -> (text: String, end: Int)? {
        guard index < tokens.count else { return nil }
        let token = token(at: index)
        if token.isLiteral { return (slice(token.range), index + 1) }
        if let truth = truthWords[token.spoken ?? ""] { return (truth, index + 1) }
        guard let run = wordRun(from: index) else {
            guard case .invalid(let reason, let fixes) = token.kind, !reason.isForeignSign else { return nil }
            return fixes.first.map { ($0.text, index + 1) }
        }
        return (quoted(text: slice(range(from: run.lowerBound, to: run.upperBound))), run.upperBound)
    }

    /// Values separated by commas, `and` or `or` as a list in brackets, and where they end.
    func meantList(at index: Int) -> (text: String, end: Int)? {
        guard var item = meantLiteral(at: index) else { return nil }
        var items = [item.text]
        while let separator = token(at: item.end).separatorOfValues, separator,
            let next = meantLiteral(at: item.end + 1),
            !startsAnyTest(at: next.end)
        {
            items.append(next.text)
            item = next
        }
        return ("(\(items.joined(separator: ", ")))", item.end)
    }

    /// A length of time as it should have been written, and where it ends.
    func meantSpan(at index: Int) -> (text: String, end: Int)? {
        guard startsSpan(at: index) else { return nil }
        if case .invalid(_, let fixes) = token(at: index).kind { return fixes.first.map { ($0.text, index + 1) } }
        let number = spokenNumber(token(at: index)).map(String.init) ?? slice(token(at: index).range)
        let isCalendar = token(at: index + 1).keyword == .calendar
        let unit = index + (isCalendar ? 2 : 1)
        guard unit < tokens.count, let word = token(at: unit).spoken, let name = unitNames[word] else { return nil }
        let needsCalendar = isCalendar || name == "month" || name == "year"
        let plural = number == "1" ? "" : "s"
        return ("\(number) \(needsCalendar ? "calendar " : "")\(name)\(plural)", unit + 1)
    }
}

extension Token {
    /// Whether the token separates values in speech; nil at the end.
    fileprivate var separatorOfValues: Bool? {
        kind == .end ? nil : kind == .sign(.comma) || keyword == .or || keyword == .and
    }
}

let truthWords = ["yes": "true", "no": "false"]

private let unitNames = [
    "h": "hour", "hrs": "hour", "hour": "hour", "hours": "hour", "d": "day", "day": "day", "days": "day", "w": "week",
    "week": "week", "weeks": "week", "month": "month", "months": "month", "year": "year", "years": "year",
]

/// The event that a verb or plural was probably meant as: `purchased` and `purchases` are `purchase`.
func meantEvent(_ word: String) -> String {
    let lower = word.lowercased()
    if let known = irregularVerbs[lower] { return known }
    if lower.hasSuffix("ed"), lower.count > 4 {
        let stem = String(word.dropLast(2))
        let keepsE = ["s", "c", "v", "g", "u"].contains { stem.hasSuffix($0) } && !stem.hasSuffix("ss")
        return keepsE ? stem + "e" : stem
    }
    return lower.hasSuffix("s") && !lower.hasSuffix("ss") && lower.count > 3 ? String(word.dropLast()) : word
}

private let irregularVerbs = ["bought": "purchase", "buy": "purchase", "buys": "purchase"]

extension SyntaxError.Reason {
    /// Whether a sign of another language stands there, `[` or `&&`, and no value.
    fileprivate var isForeignSign: Bool {
        if case .saidAs = self { true } else { false }
    }
}
