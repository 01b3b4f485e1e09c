import Customers

// What people say of time, and the form that works.
extension Parser {
    /// An answer to a time said in another form; nil where no time is said.
    func timeAnswer() -> SyntaxError? {
        if let (_, end) = firstPhrase(lastPhrases, at: position) {
            return relative(from: position, at: end, "within last")
        }
        if let (_, end) = firstPhrase(nextPhrases, at: position) {
            return relative(from: position, at: end, "within next")
        }
        return distanceAnswer() ?? boundaryAnswer() ?? periodAnswer() ?? directAnswer()
    }

    /// Answers `in the last 30 days`, `last month`.
    private func relative(from start: Int, at index: Int, _ form: String) -> SyntaxError? {
        if let span = meantSpan(at: index) { return replacing(start, span.end, by: "\(form) \(span.text)") }
        guard let unit = singleUnit(at: index) else { return nil }
        return replacing(start, unit.end, by: "\(form) \(unit.text)")
    }

    /// `month`, `calendar month`: one of it.
    private func singleUnit(at index: Int) -> (text: String, end: Int)? {
        let isCalendar = token(at: index).keyword == .calendar
        let unit = isCalendar ? index + 1 : index
        guard unit < tokens.count, isUnit(token(at: unit)), var word = token(at: unit).spoken else { return nil }
        if word.hasSuffix("s") { word.removeLast() }
        let needsCalendar = isCalendar || word == "month" || word == "year"
        return ("1 \(needsCalendar ? "calendar " : "")\(word)", unit + 1)
    }

    /// Answers `more than 30 days ago`, `older than 30 days`, `less than 30 days ago`.
    private func distanceAnswer() -> SyntaxError? {
        for (phrase, isFar) in distancePhrases {
            guard let length = says(phrase, at: position), let span = meantSpan(at: position + length) else { continue }
            let hasTail = ["ago", "old"].contains(token(at: span.end).spoken ?? "")
            let form = isFar ? "before \(span.text) ago" : "within last \(span.text)"
            return replacing(position, span.end + (hasTail ? 1 : 0), by: form)
        }
        if let length = says("exactly", at: position), let span = meantSpan(at: position + length),
            token(at: span.end).keyword == .ago
        {
            return replacing(position, span.end + 1, by: "on \(span.text) ago")
        }
        return nil
    }

    /// Answers `since 2026-01-01`, `until 2026-01-31`, `from 2026-01-01 to 2026-01-31`.
    private func boundaryAnswer() -> SyntaxError? {
        if let (_, end) = firstPhrase(["from", "starting from", "since", "starting", "as from"], at: position) {
            guard end < tokens.count else { return nil }
            if ["to", "till", "until", "and", "through"].contains(token(at: end + 1).spoken ?? ""),
                case .date = token(at: end).kind, end + 2 < tokens.count, case .date = token(at: end + 2).kind
            {
                let form = "between \(slice(token(at: end).range)) and \(slice(token(at: end + 2).range))"
                return replacing(position, end + 3, by: form)
            }
            return boundary(at: end, "after", shift: -1)
        }
        if let (_, end) = firstPhrase(["until", "till", "up to", "through", "not later than"], at: position) {
            return boundary(at: end, "before", shift: 1)
        }
        return nil
    }

    /// A whole day is shifted, since `since` and `until` include the day and `after` and `before` do not.
    private func boundary(at index: Int, _ form: String, shift: Int32) -> SyntaxError? {
        switch token(at: index).kind {
        case .date(let date):
            let day = CivilDate(dayNumber: date.dayNumber + shift)
            guard (1...9999).contains(day.yearMonthDay.year) else { return nil }
            return replacing(position, index + 1, by: "\(form) \(day.text)")
        case .instant: return replacing(position, index + 1, by: "\(form) \(slice(token(at: index).range))")
        case .month(let year, let month):
            guard let days = Self.days(of: year, month) else { return nil }
            let edge = shift < 0 ? days.first.dayNumber : days.last.dayNumber
            let day = CivilDate(dayNumber: edge + shift)
            guard (1...9999).contains(day.yearMonthDay.year) else { return nil }
            return replacing(position, index + 1, by: "\(form) \(day.text)")
        case .word where token(at: index).keyword == nil && !dayWords.contains(token(at: index).spoken ?? ""):
            guard spokenNumber(token(at: index)) == nil else { break }
            return replacing(position, index + 1, by: "\(form) \(slice(token(at: index).range))")
        default: break
        }
        guard let span = meantSpan(at: index), token(at: span.end).keyword == .ago else { return nil }
        return replacing(position, span.end + 1, by: "\(form) \(span.text) ago")
    }

    /// Answers `in 2026-03`, `in 2026`, `during 2026-03`.
    private func periodAnswer() -> SyntaxError? {
        let start = firstPhrase(["in", "during"], at: position)?.end ?? position
        guard start < tokens.count else { return nil }
        switch token(at: start).kind {
        case .month(let year, let month):
            guard let days = Self.days(of: year, month) else { return nil }
            return replacing(position, start + 1, by: "between \(days.first.text) and \(days.last.text)")
        case .number(let number) where start > position && number.fractionDigits == 0:
            guard (1900...2999).contains(number.coefficient), !isUnit(token(at: start + 1)) else { return nil }
            return replacing(position, start + 1, by: "between \(number)-01-01 and \(number)-12-31")
        case .date where start > position:
            return replacing(position, start + 1, by: "on \(slice(token(at: start).range))")
        default: return nil
        }
    }

    /// Answers `2026-01-01`, `30 days ago`, `30 days`, `yesterday`.
    private func directAnswer() -> SyntaxError? {
        switch token.kind {
        case .date, .instant:
            let insertion = Fix(token.range.lowerBound..<token.range.lowerBound, "on ")
            return SyntaxError(.missing("on", before: found), at: token.range, fixes: [insertion])
        case .word where keyword == nil && dayWords.contains(token.spoken ?? ""):
            let fixes = token.spoken == "yesterday" ? [Fix(token.range, "on 1 calendar day ago")] : []
            return SyntaxError(.dayWord(found), at: token.range, fixes: fixes)
        case .word where token.spoken == "this" && isUnit(token(1)):
            let range = range(from: position, to: position + 2)
            return SyntaxError(.dayWord(slice(range)), at: range)
        default: break
        }
        guard let span = meantSpan(at: position) else { return nil }
        guard token(at: span.end).keyword == .ago else {
            return replacing(position, span.end, by: "within last \(span.text)")
        }
        let range = range(from: position, to: span.end + 1)
        let fixes = [Fix(range, "before \(span.text) ago"), Fix(range, "within last \(span.text)")]
        return SyntaxError(.saidAs(slice(range), "before \(span.text) ago"), at: range, fixes: fixes)
    }

    static func days(of year: Int, _ month: Int) -> (first: CivilDate, last: CivilDate)? {
        guard let first = CivilDate(year: year, month: month, day: 1) else { return nil }
        let length = CivilDate.days(in: month, of: year)
        return (first, CivilDate(dayNumber: first.dayNumber + Int32(length) - 1))
    }
}

private let lastPhrases = [
    "in the last", "in last", "during the last", "during last", "over the last", "over last", "for the last",
    "for last",
    "the last", "in the past", "in past", "over the past", "during the past", "the past", "past", "in the previous",
    "in previous", "previous", "within past", "last",
]

private let nextPhrases = [
    "in the next", "in next", "during the next", "over the next", "the next", "in the coming", "next", "in coming",
]

private let distancePhrases = [
    ("is more than", true), ("was more than", true), ("is older than", true), ("older than", true), ("more than", true),
    ("longer than", true), ("earlier than", true), ("over", true), ("at least", true), ("is less than", false),
    ("less than", false), ("newer than", false), ("younger than", false), ("at most", false), ("up to", false),
    ("later than", false), ("not more than", false), ("no more than", false),
]
