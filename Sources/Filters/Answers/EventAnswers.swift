// What people say of events and counts, and the form that works.
extension Parser {
    /// An answer to what stands after `did` or `did not`; nil where it may be an event.
    func didAnswer(from start: Int, isNegated: Bool) -> SyntaxError? {
        if let answer = cartAnswer(from: start, isNegated: isNegated) { return answer }
        let did = isNegated ? "did not" : "did"
        if keyword == .did || keyword == .not { return replacing(start, position + 1, by: did) }
        if let (_, end) = firstPhrase(["never", "not ever"], at: position), let word = token(at: end).plainWord {
            return replacing(start, end + 1, by: "did not \(meantEvent(word))")
        }
        if token.spoken == "ever", let word = token(1).plainWord {
            return replacing(start, position + 2, by: "\(did) \(meantEvent(word))")
        }
        if ["nothing", "something", "any"].contains(token.spoken ?? ""), token(1).plainWord == nil,
            keyword == .any || endsEvent
        {
            return replacing(
                start, position + 1, by: token.spoken == "nothing" ? "did not anything" : "\(did) anything")
        }
        if ["a", "an", "any", "some", "the"].contains(token.spoken ?? ""), let word = token(1).plainWord {
            return replacing(start, position + 2, by: "\(did) \(word)")
        }
        return countFirst(from: start, did)
    }

    private var endsEvent: Bool {
        token(1).kind == .end || token(1).keyword == .and || token(1).keyword == .or || token(1).keyword == .within
    }

    /// Answers `did 2 purchases`, `did at least 2 purchases`.
    private func countFirst(from start: Int, _ did: String) -> SyntaxError? {
        let phrase = firstPhrase(["at least", "at most", "more than", "less than", "exactly"], at: position)
        let number = phrase?.end ?? position
        guard number < tokens.count, let count = meantCount(token(at: number)), number + 1 < tokens.count,
            let word = token(at: number + 1).plainWord
        else { return nil }
        let event = meantEvent(word)
        let form = "\(phrase?.phrase ?? "at least") \(count) \(count == "1" ? "time" : "times")"
        return replacing(start, number + 2, by: "\(did == "did" ? "did" : "not did") \(event) \(form)")
    }

    private func meantCount(_ token: Token) -> String? {
        if case .number(let number) = token.kind, number.fractionDigits == 0, number.coefficient >= 0 {
            return number.description
        }
        guard let spoken = token.spoken, spoken != "a", spoken != "an" else { return nil }
        return spokenNumber(token).map(String.init)
    }

    /// An answer to what follows an event and its clauses; nil where the condition may end there.
    func clauseAnswer(from start: Int) -> SyntaxError? {
        guard token.kind != .end, token.kind != .sign(.closeBracket), keyword != .and, keyword != .or else {
            return nil
        }
        if keyword == .in, token(1).keyword == .segment || token(1).keyword == .cohort { return nil }
        if startsCart { return nil }
        if let answer = afterNumber() ?? timeAnswer() ?? signAnswer() ?? countAnswer() { return answer }
        if let (_, end) = firstPhrase(["followed by", "afterwards", "later"], at: position) {
            return replacing(position, end, by: "then")
        }
        if let (_, end) = firstPhrase(["with", "whose", "having", "which", "if"], at: position), startsProperty(at: end)
        {
            return replacing(position, end, by: "where")
        }
        if token.spoken == "ever" {
            return SyntaxError(
                .unneeded("ever"), at: token.range, fixes: [Fix(lastEnd..<token.range.upperBound, "")])
        }
        return missingWhere(from: start) ?? longEventAnswer(from: start)
    }

    private func startsProperty(at index: Int) -> Bool {
        token(at: index).kind == .sign(.openBracket) || startsAnyTest(at: index + 1)
    }

    /// Answers `did purchase 2 times`, `did purchase twice`, `did purchase >= 2`.
    private func countAnswer() -> SyntaxError? {
        if let answer = openCount() { return answer }
        if let count = meantCount(token), !startsSpan(at: position) {
            let hasTimes = ["times", "time", "x"].contains(token(1).spoken ?? "")
            let range = range(from: position, to: position + (hasTimes ? 2 : 1))
            let times = count == "1" ? "1 time" : "\(count) times"
            let fixes = [Fix(range, "at least \(times)"), Fix(range, "exactly \(times)")]
            return wording(.bareCount(Int(count) ?? 0), at: range, fixes: fixes)
        }
        for (phrase, form) in countPhrases {
            guard let length = says(phrase, at: position), let count = meantCount(token(length)) else { continue }
            return counted(form, count, end: position + length + 1)
        }
        guard case .sign(let sign) = token.kind, let form = countSigns[sign], let count = meantCount(token(1)) else {
            return nil
        }
        return counted(form, count, end: position + 2)
    }

    private func counted(_ form: String, _ count: String, end: Int) -> SyntaxError {
        let hasTimes = ["times", "time"].contains(token(at: end).spoken ?? "")
        let times = count == "1" ? "1 time" : "\(count) times"
        return replacing(position, end + (hasTimes ? 1 : 0), by: "\(form) \(times)")
    }

    /// Answers `did purchase > 30 days ago`.
    private func signAnswer() -> SyntaxError? {
        guard case .sign(let sign) = token.kind, let comparison = sign.comparison else { return nil }
        return momentAnswer(comparison, sign: position)
    }

    /// Answers `did purchase category = "shoes"`, which could be about the event or the person.
    private func missingWhere(from start: Int) -> SyntaxError? {
        let event = token(at: start + 1).keyword == .not ? start + 2 : start + 1
        guard position == event + 1, token.plainWord != nil, startsTrait else { return nil }
        let place = token.range.lowerBound..<token.range.lowerBound
        return wording(.missingJoint, at: token.range, fixes: [Fix(place, "where "), Fix(place, "and ")])
    }

    /// Whether another condition seems to stand at the place: `city = …`, but not `view within …`.
    private var startsTrait: Bool {
        switch token(1).keyword {
        case .within, .before, .after, .on, .between: false
        default: startsAnyTest(at: position + 1)
        }
    }

    /// `did add to cart`: the name of an event is one word, or stands in backticks.
    private func longEventAnswer(from start: Int) -> SyntaxError? {
        let first = token(at: start + 1).keyword == .not ? start + 2 : start + 1
        guard position == first + 1, token.spoken != nil, !startsTrait else { return nil }
        var end = position
        while end < tokens.count, end - first < 5, token(at: end).plainWord != nil || token(at: end).keyword == .to {
            end += 1
        }
        guard end > position, token(at: first).plainWord != nil else { return nil }
        let range = range(from: first, to: end)
        let words = slice(range).split(whereSeparator: \.isWhitespace)
        let fixes = [Fix(range, words.joined(separator: "_")), Fix(range, "`\(words.joined(separator: " "))`")]
        return wording(.unquotedName(slice(range)), at: range, fixes: fixes)
    }

    /// `at least twice`, `at least two times`, at the number.
    func spokenTimes(_ number: Int, from start: Int) -> SyntaxError {
        let hasTimes = token(1).keyword == .times || token(1).spoken == "time"
        return replacing(position, position + (hasTimes ? 2 : 1), by: number == 1 ? "1 time" : "\(number) times")
    }

    /// `at least 2`, `at least 2 purchases`, after the number.
    func timesExpected(_ number: Int) -> SyntaxError {
        let times = number == 1 ? "time" : "times"
        if token.plainWord != nil { return replacing(position, position + 1, by: times) }
        guard case .invalid = token.kind else {
            return wording(
                .missingTimes, at: token(at: position - 1).range, fixes: [Fix(lastEnd..<lastEnd, " " + times)])
        }
        return unexpected(.word)
    }

    /// Answers `then did purchase`.
    func doubledDid() -> SyntaxError {
        let range = range(from: position - 1, to: position + 1)
        return SyntaxError(.saidAs(slice(range), "then"), at: range, fixes: [Fix(range, "then")])
    }
}

private let countPhrases = [
    ("a minimum of", "at least"), ("minimum", "at least"), ("min", "at least"), ("no less than", "at least"),
    ("not less than", "at least"), ("no fewer than", "at least"), ("a maximum of", "at most"), ("maximum", "at most"),
    ("max", "at most"), ("no more than", "at most"), ("not more than", "at most"), ("up to", "at most"),
    ("fewer than", "less than"), ("over", "more than"), ("only", "exactly"), ("just", "exactly"),
    ("at least", "at least"), ("at most", "at most"), ("more than", "more than"), ("less than", "less than"),
]

private let countSigns: [Token.Sign: String] = [
    .atLeast: "at least", .greater: "more than", .atMost: "at most", .less: "less than", .equal: "exactly",
]
