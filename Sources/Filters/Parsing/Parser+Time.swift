extension Parser {
    /// Whether a time range stands at the place.
    var startsTime: Bool {
        switch keyword {
        case .within, .before, .after, .on, .between: true
        default: false
        }
    }

    /// `within last 30 days`, `before X`, `after X`, `on X`, `between X and X`.
    ///
    /// `subject` is the token where the trait begins; nil for events, which have no future.
    mutating func timeRange(of subject: Int? = nil) throws(SyntaxError) -> TimeRange {
        let start = position
        switch keyword {
        case .within:
            advance()
            if keyword == .next, subject == nil { throw wording(.futureEvent, at: range(from: start, to: start + 2)) }
            guard accept(.last) else { throw withinAnswer(from: start, allowsNext: subject != nil) }
            return .withinLast(try span())
        case .before:
            advance()
            return .before(try timePoint())
        case .after:
            advance()
            return .after(try timePoint())
        case .on:
            advance()
            if let answer = monthAnswer(from: start) { throw answer }
            return .on(try timePoint())
        case .between:
            advance()
            let lower = try timePoint()
            try expect(.and)
            return .between(lower, try timePoint())
        default:
            throw timeAnswer() ?? unexpected(.time)
        }
    }

    /// `2026-01-01`, `2026-05-01T10:00`, `30 days ago`, `subscribed_at`.
    mutating func timePoint() throws(SyntaxError) -> TimePoint {
        switch token.kind {
        case .date(let date):
            advance()
            return .date(date)
        case .instant(let instant):
            advance()
            return .instant(instant)
        case .number:
            let start = position
            if case .number = token.kind, !isUnit(token(1)), token(1).keyword != .calendar, !isShortUnit(token(1)) {
                throw unexpected(.point)
            }
            let span = try span()
            guard accept(.ago) else {
                let range = range(from: start)
                throw SyntaxError(.missing("ago", before: found), at: range, fixes: [Fix(range, span.text + " ago")])
            }
            return .ago(span)
        case .text(let text):
            if let answer = quotedDate(text) { throw answer }
        case .word(let word) where dayWords.contains(word.lowercased()): throw dayWord(word)
        default: break
        }
        if spokenNumber(token) != nil, startsSpan(at: position) { return .ago(try spanAgo()) }
        return .trait(try name(.point, as: .trait))
    }

    private mutating func spanAgo() throws(SyntaxError) -> Span {
        let span = try span()
        try expect(.ago)
        return span
    }

    /// `30 days`, `3 calendar months`.
    mutating func span() throws(SyntaxError) -> Span {
        let start = position
        if isUnit(token) || keyword == .calendar { throw spanWithoutNumber() }
        let count = try integer(.length, in: 1...100_000, .span)
        let isCalendar = accept(.calendar)
        if !isCalendar, token.spoken == "minutes" || token.spoken == "minute" {
            advance()
            return Span(count, .minutes)
        }
        guard let unit = keyword else { throw unitExpected(count, from: start) }
        switch (isCalendar, unit) {
        case (false, .hour), (false, .hours):
            advance()
            return Span(count, .hours)
        case (false, .day), (false, .days):
            advance()
            return Span(count, .days)
        case (false, .week), (false, .weeks):
            advance()
            return Span(count, .weeks)
        case (true, .day), (true, .days):
            advance()
            return Span(count, .calendarDays)
        case (true, .week), (true, .weeks):
            advance()
            return Span(count, .calendarWeeks)
        case (true, .month), (true, .months):
            advance()
            return Span(count, .calendarMonths)
        case (true, .year), (true, .years):
            advance()
            return Span(count, .calendarYears)
        case (false, .month), (false, .months): throw calendarUnit(count, "month", days: 30, from: start)
        case (false, .year), (false, .years): throw calendarUnit(count, "year", days: 365, from: start)
        default: throw unitExpected(count, from: start)
        }
    }

    private func calendarUnit(_ count: Int, _ unit: String, days: Int, from start: Int) -> SyntaxError {
        let range = rangeThroughToken(from: start)
        let calendar = count == 1 ? "1 calendar \(unit)" : "\(count) calendar \(unit)s"
        return wording(
            .calendarUnit(count, unit), at: range, fixes: [Fix(range, "\(count * days) days"), Fix(range, calendar)])
    }

    /// Whether a number and a unit of time stand at a token.
    func startsSpan(at index: Int) -> Bool {
        guard index < tokens.count else { return false }
        if case .invalid(.number, let fixes) = token(at: index).kind {
            return fixes.contains {
                $0.text.contains("days") || $0.text.contains("hours") || $0.text.contains("calendar")
            }
        }
        guard isNumber(token(at: index)) || spokenNumber(token(at: index)) != nil, index + 1 < tokens.count else {
            return false
        }
        return isUnit(token(at: index + 1)) || token(at: index + 1).keyword == .calendar
            || isShortUnit(token(at: index + 1))
    }

    func isUnit(_ token: Token) -> Bool { token.keyword?.isUnit ?? false }

    /// Such as `30 d`, `20 minutes`.
    func isShortUnit(_ token: Token) -> Bool {
        ["d", "h", "w", "min", "mins", "minute", "minutes", "second", "seconds", "hrs"].contains(token.spoken)
    }
}
