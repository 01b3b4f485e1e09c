// What people write for a length of time or a point in time, and the form that works.
extension Parser {
    /// `within 30 days`, `within the last 30 days`, after `within`.
    func withinAnswer(from start: Int, allowsNext: Bool) -> SyntaxError {
        for (phrase, form) in withinPhrases {
            if let length = says(phrase, at: position) {
                guard let span = meantSpan(at: position + length) else {
                    return replacing(start, position + length, by: "within \(form)")
                }
                return replacing(start, span.end, by: "within \(form) \(span.text)")
            }
        }
        guard let span = meantSpan(at: position) else { return unexpected(.last) }
        let range = range(from: start, to: span.end)
        let last = Fix(range, "within last \(span.text)"), next = Fix(range, "within next \(span.text)")
        return wording(.withinWithoutLast, at: range, fixes: allowsNext ? [last, next] : [last])
    }

    /// Answers `on 2026-03`.
    func monthAnswer(from start: Int) -> SyntaxError? {
        guard case .month(let year, let month) = token.kind, let days = Self.days(of: year, month) else { return nil }
        return replacing(start, position + 1, by: "between \(days.first.text) and \(days.last.text)")
    }

    /// `"2026-01-01"` where a date is awaited.
    func quotedDate(_ text: String) -> SyntaxError? {
        let inner = Lexer.tokens(of: text)
        guard inner.count == 2 else { return nil }
        switch inner[0].kind {
        case .date, .instant: return replacing(position, position + 1, by: text)
        case .invalid(.date, let fixes):
            return SyntaxError(.date(text), at: token.range, fixes: fixes.map { Fix(token.range, $0.text) })
        default: return nil
        }
    }

    /// Answers `yesterday`.
    func dayWord(_ word: String) -> SyntaxError {
        let fixes = word.lowercased() == "yesterday" ? [Fix(token.range, "1 calendar day ago")] : []
        return SyntaxError(.dayWord(word), at: token.range, fixes: fixes)
    }

    /// Answers `within last month`.
    func spanWithoutNumber() -> SyntaxError {
        let unit = keyword == .calendar ? position + 1 : position
        guard unit < tokens.count, isUnit(token(at: unit)), var word = token(at: unit).spoken else {
            return unexpected(.span)
        }
        if word.hasSuffix("s") { word.removeLast() }
        let isCalendar = unit > position || word == "month" || word == "year"
        let range = range(from: position, to: unit + 1)
        let fix = Fix(range, "1 \(isCalendar ? "calendar " : "")\(word)")
        return SyntaxError(.unexpected(found: slice(range), expected: .span), at: range, fixes: [fix])
    }

    /// Answers `30`, `30 d`, `30 dyas`.
    func unitExpected(_ count: Int, from start: Int) -> SyntaxError {
        if let span = meantSpan(at: start) { return replacing(start, span.end, by: span.text) }
        if let word = token.plainWord {
            let near = nearestNames(to: word, among: ["hours", "days", "weeks", "calendar months"], limit: 1)
            return unexpected(.unit, fixes: near)
        }
        guard case .invalid = token.kind else {
            let insertion = Fix(lastEnd..<lastEnd, count == 1 ? " day" : " days")
            return SyntaxError(.unexpected(found: found, expected: .unit), at: token.range, fixes: [insertion])
        }
        return unexpected(.unit)
    }

    /// Answers `then purchase`, `then purchase within last 7 days`, which do not say how long after.
    func stepTimeAnswer() -> SyntaxError {
        if startsCount { return wording(.countInSequence, at: token.range) }
        let skipped = keyword == .within ? 2 : 1
        if ["within", "in", "after", "for"].contains(token.spoken ?? ""), let span = meantSpan(at: position + skipped) {
            let range = range(from: position, to: span.end)
            let fix = Fix(range, "within \(span.text)")
            return SyntaxError(.unexpected(found: slice(range), expected: .stepTime), at: range, fixes: [fix])
        }
        guard case .invalid = token.kind else {
            let insertion = Fix(lastEnd..<lastEnd, " within 7 days")
            return SyntaxError(.unexpected(found: found, expected: .stepTime), at: token.range, fixes: [insertion])
        }
        return unexpected(.stepTime)
    }

    /// Answers `anniversary of birth_date in 7 days`.
    func nextAnswer() -> SyntaxError {
        let skipped = ["within", "in"].contains(token.spoken ?? "") ? 1 : 0
        let isNamed = skipped == 1 && ["last", "next"].contains(token(1).spoken ?? "")
        if let span = meantSpan(at: position + skipped + (isNamed ? 1 : 0)) {
            let range = range(from: position, to: span.end)
            let fix = Fix(range, "within next \(span.text)")
            return SyntaxError(.unexpected(found: slice(range), expected: .next), at: range, fixes: [fix])
        }
        return timeAnswer() ?? unexpected(.next)
    }
}

private let withinPhrases = [
    ("the last", "last"), ("the past", "last"), ("past", "last"), ("the previous", "last"), ("previous", "last"),
    ("the next", "next"), ("the coming", "next"), ("the", "last"),
]
