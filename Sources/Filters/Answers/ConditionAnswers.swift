// What people say where a condition begins or ends, and the form that works.
extension Parser {
    /// An answer to what stands where a condition should begin; nil where it may be a trait.
    func conditionAnswer() -> SyntaxError? {
        switch token.kind {
        case .end, .sign(.closeBracket): return emptyPlace(.condition)
        case .text, .number, .date, .instant:
            if let answer = reversedAnswer() { return answer }
            if case .text = token.kind { return startsAnyTest(at: position + 1) ? nil : unexpected(.condition) }
            return unexpected(.condition)
        case .contraction: return contractionAnswer()
        case .word:
            if keyword == .and || keyword == .or { return leadingJoint() }
            if let (_, end) = firstPhrase(memberships, at: position) {
                return replacing(
                    position, end, by: firstPhrase(denials, at: position) == nil ? "in segment" : "not in segment")
            }
            if startsAnyTest(at: position + 1) && keyword != .has { return nil }
            return saidAnswer() ?? (keyword == nil ? nil : unexpected(.condition))
        default: return nil
        }
    }

    /// `people who bought`, `never purchased`, `is in segment "VIP"`
    private func saidAnswer() -> SyntaxError? {
        if let (_, end) = firstPhrase(everyonePhrases, at: position), token(at: end).kind == .end {
            return replacing(position, end, by: "everyone")
        }
        if let (_, end) = firstPhrase(idlePhrases, at: position), token(at: end).kind != .end {
            let range = range(from: position, to: end)
            let rest = token(at: end).range.lowerBound
            return SyntaxError(.saidAs(slice(range), "…"), at: range, fixes: [Fix(range.lowerBound..<rest, "")])
        }
        if let (_, end) = firstPhrase(negatedDeeds, at: position), let event = deed(at: end) {
            return replacing(position, event.end, by: "did not \(event.name)")
        }
        if let (_, end) = firstPhrase(deeds, at: position), let event = deed(at: end) {
            return replacing(position, event.end, by: "did \(event.name)")
        }
        for (phrase, form) in memberPhrases {
            if let length = says(phrase, at: position) { return replacing(position, position + length, by: form) }
        }
        if let length = says("number of", at: position), let event = deed(at: position + length) {
            return replacing(position, event.end, by: "count(\(event.name))")
        }
        if token(1).kind == .sign(.openBracket), let function = functionNames[token.spoken ?? ""] {
            return replacing(position, position + 1, by: function)
        }
        return nil
    }

    /// `didn't purchase`, `isn't in segment "VIP"`
    private func contractionAnswer() -> SyntaxError {
        let isDeed = ["didn't", "doesn't", "don't", "hasn't", "haven't", "hadn't"].contains(token.spoken ?? "")
        if isDeed, let event = deed(at: position + 1) {
            return replacing(position, event.end, by: "did not \(event.name)")
        }
        if ["isn't", "aren't"].contains(token.spoken ?? "") { return replacing(position, position + 1, by: "not") }
        return unexpected(.condition)
    }

    /// An event in speech: `a purchase`, `purchased`.
    private func deed(at index: Int) -> (name: String, end: Int)? {
        let start = ["a", "an", "any", "the"].contains(token(at: index).spoken ?? "") ? index + 1 : index
        guard start < tokens.count, let word = token(at: start).plainWord else { return nil }
        return (meantEvent(word), start + 1)
    }

    func replacing(_ start: Int, _ end: Int, by form: String) -> SyntaxError {
        let range = range(from: start, to: end)
        return SyntaxError(.saidAs(slice(range), form), at: range, fixes: [Fix(range, form)])
    }

    /// `30 < age`
    private func reversedAnswer() -> SyntaxError? {
        guard token.isLiteral, case .sign(let sign) = token(1).kind, let comparison = sign.comparison,
            token(2).plainWord != nil, !startsAnyTest(at: position + 3)
        else { return nil }
        let flipped: Comparison =
            switch comparison {
            case .less: .greater
            case .atMost: .atLeast
            case .greater: .less
            case .atLeast: .atMost
            case .equal, .unequal: comparison
            }
        let range = range(from: position, to: position + 3)
        let form = "\(slice(token(2).range)) \(flipped.rawValue) \(found)"
        return wording(.reversedComparison, at: range, fixes: [Fix(range, form)])
    }

    /// `in "VIP"`, `in the segment "VIP"`, `in VIP`
    func membershipAnswer() -> SyntaxError? {
        if says("the segment", at: position + 1) != nil { return replacing(position, position + 2, by: "in") }
        switch token(1).kind {
        case .text, .name: return replacing(position, position + 1, by: "in segment")
        case .word where token(1).keyword == nil && token(1).spoken != "the":
            guard let run = wordRun(from: position + 1) else { return nil }
            let name = slice(range(from: run.lowerBound, to: run.upperBound))
            return replacing(position, run.upperBound, by: "in segment \(quoted(text: name))")
        default: return nil
        }
    }
}

private let everyonePhrases = [
    "all", "anything", "anyone", "everybody", "all people", "all customers", "all profiles", "all users", "people",
    "customers", "profiles",
]

private let idlePhrases = [
    "people who are", "people who", "people with", "customers who are", "customers who", "customers with",
    "profiles who", "profiles with", "users who", "users with", "who are", "who", "whose", "where", "with",
    "people whose",
    "customers whose", "if",
]

private let negatedDeeds = [
    "never did", "has never", "have never", "had never", "never", "has not", "have not", "had not", "does not",
    "do not",
]

private let deeds = ["has done", "have done", "has", "have", "had", "does"]

private let memberships = [
    "is not in segment", "are not in segment", "isn't in segment", "is not member of segment",
    "is not a member of segment", "is in segment", "are in segment", "is member of segment", "is a member of segment",
    "member of segment", "belongs to segment", "from segment",
]

private let denials = ["is not", "are not", "isn't"]

private let memberPhrases = [
    ("is reachable", "reachable"),
    ("are reachable", "reachable"), ("segment", "in segment"), ("cohort", "in cohort"), ("except", "not"),
    ("entered", "entered segment"), ("joined segment", "entered segment"),
]

private let functionNames = [
    "avg": "average", "mean": "average", "total": "sum", "maximum": "max", "minimum": "min", "number": "count",
    "unique": "distinct", "count_distinct": "distinct",
]
