// What people say in place of a comparison, and the form that works.
extension Parser {
    /// An answer to what follows a name where a test should.
    func testAnswer(of subject: Int) -> SyntaxError {
        if case .invalid(.saidAs(_, "contains"), _) = token.kind { return unexpected(.test) }
        if let deed = boughtAnswer(of: subject) { return deed }
        if let answer = timeAnswer() ?? countAnswer(of: subject) ?? deedAnswer(of: subject) { return answer }
        if let answer = likeAnswer(of: subject) ?? negatedAnswer(of: subject) ?? phraseAnswer() { return answer }
        if keyword == .anniversary {
            let name = slice(range(from: subject))
            return replacing(subject, position + 1, by: "anniversary of \(name)")
        }
        if let truth = truthWords[token.spoken ?? ""] { return replacing(position, position + 1, by: "= \(truth)") }
        if token.isLiteral {
            let insertion = Fix(token.range.lowerBound..<token.range.lowerBound, "= ")
            return SyntaxError(.missing("=", before: found), at: token.range, fixes: [insertion])
        }
        return longNameAnswer(of: subject) ?? valueAnswer(of: subject) ?? bareAnswer(of: subject) ?? unexpected(.test)
    }

    /// Answers `is not Krakow`, `greater than 5`, `is empty`.
    private func phraseAnswer() -> SyntaxError? {
        if let (_, end) = firstPhrase(missingPhrases, at: position) { return replacing(position, end, by: "missing") }
        if let (_, end) = firstPhrase(existsPhrases, at: position) { return replacing(position, end, by: "exists") }
        for (phrase, form) in listPhrases {
            guard let length = says(phrase, at: position) else { continue }
            let end = position + length
            if case .invalid(.saidAs("[", _), let fixes) = token(at: end).kind {
                return SyntaxError(.saidAs("[", "("), at: token(at: end).range, fixes: fixes)
            }
            if token(at: end).kind == .sign(.openBracket) { return replacing(position, end, by: form) }
            if let list = meantList(at: end) { return replacing(position, list.end, by: "\(form) \(list.text)") }
        }
        for (phrase, form) in droppedPhrases {
            if let length = says(phrase, at: position) { return replacing(position, position + length, by: form) }
        }
        for (phrase, form) in comparisonPhrases {
            guard let length = says(phrase, at: position) else { continue }
            let end = position + length
            if isComparison(token(at: end)) { return replacing(position, end + 1, by: slice(token(at: end).range)) }
            guard let value = meantLiteral(at: end) else { return replacing(position, end, by: form) }
            let hasTimes = ["times", "time"].contains(token(at: value.end).spoken ?? "")
            return replacing(position, value.end + (hasTimes ? 1 : 0), by: "\(form) \(value.text)")
        }
        return nil
    }

    /// Answers `like "Kra%"`.
    private func likeAnswer(of subject: Int) -> SyntaxError? {
        let isNegated = says("not", at: position) != nil
        let start = position + (isNegated ? 1 : 0)
        guard let (_, end) = firstPhrase(["is like", "like", "ilike"], at: start) else { return nil }
        guard let value = meantLiteral(at: end) else { return unexpected(.test) }
        var text = value.text
        if text.hasPrefix("\""), text.hasSuffix("\""), text.count >= 2 { text = String(text.dropFirst().dropLast()) }
        let opens = text.hasPrefix("%") || text.hasPrefix("*"), closes = text.hasSuffix("%") || text.hasSuffix("*")
        let test = opens == closes ? "contains" : opens ? "ends with" : "starts with"
        let bare = String(text.drop { $0 == "%" || $0 == "*" }.reversed().drop { $0 == "%" || $0 == "*" }.reversed())
        return turned(subject, isNegated: isNegated, "\(test) \"\(bare)\"", end: value.end)
    }

    /// Answers `does not contain "a"`, `not starts with "a"`.
    private func negatedAnswer(of subject: Int) -> SyntaxError? {
        for (phrase, test) in negatedTests {
            guard let length = says(phrase, at: position) else { continue }
            let end = position + length
            guard let value = meantLiteral(at: end) else {
                return turned(subject, isNegated: true, "\(test)", end: end)
            }
            return turned(subject, isNegated: true, "\(test) \(value.text)", end: value.end)
        }
        return nil
    }

    /// The whole condition rewritten, negated in front.
    private func turned(_ subject: Int, isNegated: Bool, _ test: String, end: Int) -> SyntaxError {
        let name = slice(range(from: subject))
        let whole = range(from: subject, to: end)
        let said = range(from: position, to: end)
        let form = isNegated ? "not \(name) \(test)" : "\(name) \(test)"
        return SyntaxError(.saidAs(slice(whole), form), at: said, fixes: [Fix(whole, form)])
    }

    /// Answers `purchase count > 2`.
    private func countAnswer(of subject: Int) -> SyntaxError? {
        guard keyword == .count || token.spoken == "counts", startsAnyTest(at: position + 1) else { return nil }
        return replacing(subject, position + 1, by: "count(\(slice(range(from: subject))))")
    }

    /// Answers `purchase at least 2 times`, `purchased where …`.
    private func deedAnswer(of subject: Int) -> SyntaxError? {
        guard isFreeName(subject), keyword == .where || keyword == .then || countsTimes else { return nil }
        let range = range(from: subject)
        let event = token(at: subject).plainWord.map(meantEvent) ?? slice(range)
        return wording(.missingDid(slice(range)), at: range, fixes: [Fix(range, "did \(event)")])
    }

    /// Answers `purchased in the last 30 days`, `bought twice`.
    private func boughtAnswer(of subject: Int) -> SyntaxError? {
        guard ["bought", "purchased", "ordered"].contains(token(at: subject).spoken ?? ""), position == subject + 1,
            timeAnswer() != nil || spokenNumber(token) != nil || startsCount
        else { return nil }
        let word = slice(token(at: subject).range)
        let range = range(from: subject)
        return wording(.missingDid(word), at: range, fixes: [Fix(range, "did \(meantEvent(word))")])
    }

    private var countsTimes: Bool {
        guard startsCount || isNumber(token) else { return false }
        return (1...4).contains { token($0).keyword == .times || token($0).spoken == "time" }
    }

    private func isFreeName(_ index: Int) -> Bool {
        switch token(at: index).kind {
        case .name, .text: true
        case .word: token(at: index).keyword == nil
        default: false
        }
    }

    /// Answers `date of birth = …`.
    private func longNameAnswer(of subject: Int) -> SyntaxError? {
        var end = position
        while end < tokens.count, end - subject < 6, token(at: end).spoken != nil, token(at: end).keyword != .and,
            token(at: end).keyword != .or
        {
            end += 1
        }
        guard end > position, isFreeName(subject), startsAnyTest(at: end), isComparison(token(at: end)) else {
            return nil
        }
        let range = range(from: subject, to: end)
        let name = slice(range).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let joined = name.split(separator: " ").joined(separator: "_")
        return wording(.unquotedName(name), at: range, fixes: [Fix(range, "`\(name)`"), Fix(range, joined)])
    }

    /// Answers `email_consent`.
    private func bareAnswer(of subject: Int) -> SyntaxError? {
        let isDone = token.kind == .end || token.kind == .sign(.closeBracket) || keyword == .and || keyword == .or
        guard isFreeName(subject), isDone else { return nil }
        let range = range(from: subject)
        let name = slice(range)
        let fix = Fix(range, "\(name) = true")
        guard let word = token(at: subject).plainWord else { return wording(.bareTrait(name), at: range, fixes: [fix]) }
        let deed = Fix(range, "did \(meantEvent(word))")
        if followsDeed(subject) { return wording(.bareTrait(name), at: range, fixes: [deed, fix]) }
        return wording(.bareTrait(name), at: range, fixes: meantEvent(word) == word ? [fix] : [fix, deed])
    }

    /// Answers `city Kraków`: a word with a capital after a name is probably its value.
    private func valueAnswer(of subject: Int) -> SyntaxError? {
        guard isFreeName(subject), token.plainWord?.first?.isUppercase == true, let value = meantLiteral(at: position)
        else { return nil }
        let next = token(at: value.end)
        guard next.kind == .end || next.kind == .sign(.closeBracket) || [.and, .or].contains(next.keyword) else {
            return nil
        }
        return replacing(position, value.end, by: "= \(value.text)")
    }

    /// Whether the condition before, joined to this one, tells what people did: `did order or return`.
    private func followsDeed(_ subject: Int) -> Bool {
        guard subject >= 3, [.and, .or].contains(token(at: subject - 1).keyword) else { return false }
        return token(at: subject - 3).keyword == .did || token(at: subject - 3).keyword == .not
    }
}

private let missingPhrases = [
    "is missing", "are missing", "is empty", "is null", "is blank", "is unknown", "is not set", "is not known",
    "is not present", "not set", "not exists", "not exist", "does not exist", "doesn't exist", "isn't set",
    "isn't known",
    "is absent", "not known", "empty",
]

private let existsPhrases = [
    "is not null", "is not missing", "is not empty", "is not blank", "isn't empty", "isn't null", "isn't missing",
    "is set",
    "is known", "is present", "is filled", "not missing", "not empty", "not null", "exist", "is given",
]

private let listPhrases = [
    ("is not one of", "not in"), ("is not in", "not in"), ("isn't in", "not in"), ("none of", "not in"),
    ("is one of", "in"), ("is any of", "in"), ("is in", "in"), ("are in", "in"), ("one of", "in"), ("any of", "in"),
    ("either", "in"), ("not in", "not in"), ("has any of", "has any"), ("has all of", "has all"),
    ("any", "has any"), ("in", "in"),
]

private let droppedPhrases = [
    ("is between", "between"), ("is before", "before"), ("is after", "after"), ("is on", "on"),
    ("was before", "before"),
    ("was after", "after"), ("was on", "on"), ("is within", "within"), ("was within", "within"),
    ("is exactly", "exactly"), ("begins with", "starts with"), ("begin with", "starts with"),
    ("start with", "starts with"), ("starting with", "starts with"), ("starts", "starts with"),
    ("end with", "ends with"), ("ending with", "ends with"), ("ends", "ends with"), ("includes", "contains"),
    ("include", "contains"), ("contain", "contains"), ("containing", "contains"), ("match", "matches"),
    ("have", "has"),
]

private let comparisonPhrases = [
    ("is not equal to", "!="), ("does not equal", "!="), ("doesn't equal", "!="), ("not equal to", "!="),
    ("not equals", "!="), ("not equal", "!="), ("is not", "!="), ("are not", "!="), ("was not", "!="), ("isn't", "!="),
    ("aren't", "!="), ("is equal to", "="), ("is greater than", ">"), ("is more than", ">"), ("is over", ">"),
    ("is above", ">"), ("is older than", ">"), ("is larger than", ">"), ("is higher than", ">"), ("is less than", "<"),
    ("is under", "<"), ("is below", "<"), ("is younger than", "<"), ("is lower than", "<"), ("is smaller than", "<"),
    ("is at least", ">="), ("is at most", "<="), ("equal to", "="), ("equals", "="), ("equal", "="),
    ("greater than", ">"), ("bigger than", ">"), ("larger than", ">"), ("higher than", ">"), ("older than", ">"),
    ("more than", ">"), ("over", ">"), ("above", ">"), ("less than", "<"), ("fewer than", "<"), ("lower than", "<"),
    ("smaller than", "<"), ("younger than", "<"), ("under", "<"), ("below", "<"), ("not less than", ">="),
    ("no less than", ">="), ("at least", ">="), ("minimum", ">="), ("not more than", "<="), ("no more than", "<="),
    ("at most", "<="), ("up to", "<="), ("maximum", "<="), ("exactly", "="), ("was", "="), ("are", "="), ("is", "="),
    ("not", "!="),
]

private let negatedTests = [
    ("does not contain", "contains"), ("doesn't contain", "contains"), ("not contains", "contains"),
    ("not contain", "contains"), ("does not include", "contains"), ("doesn't include", "contains"),
    ("does not start with", "starts with"), ("doesn't start with", "starts with"), ("not starts with", "starts with"),
    ("does not end with", "ends with"), ("doesn't end with", "ends with"), ("not ends with", "ends with"),
    ("does not have", "has"), ("doesn't have", "has"), ("has not", "has"), ("not has", "has"),
    ("not between", "between"), ("is not between", "between"), ("does not match", "matches"),
    ("not matches", "matches"),
]
