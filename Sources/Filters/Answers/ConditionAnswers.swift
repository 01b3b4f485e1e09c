// What people say where a condition begins or ends, and the form that works.
extension Parser {
    /// An answer to what stands where a condition should begin; nil where it may be a trait.
    func conditionAnswer() -> SyntaxError? {
        switch token.kind {
        case .end, .sign(.closeBracket): return emptyPlace(.condition)
        case .sign(.comma): return unexpected(.condition, fixes: [""])
        case .sign: return repeatedSubject() ?? unexpected(.condition)
        case .invalid(.character("*"), _) where token(1).kind == .end:
            return replacing(position, position + 1, by: "everyone")
        case .text, .number, .date, .instant:
            if let answer = reversedAnswer() ?? repeatedSegment() { return answer }
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

    /// Answers `people who bought`, `never purchased`, `is in segment "VIP"`.
    private func saidAnswer() -> SyntaxError? {
        if let (_, end) = firstPhrase(everyonePhrases, at: position), token(at: end).kind == .end {
            return replacing(position, end, by: "everyone")
        }
        if let (_, end) = firstPhrase(idlePhrases, at: position), token(at: end).kind != .end {
            let range = range(from: position, to: end)
            let rest = token(at: end).range.lowerBound
            return SyntaxError(.unneeded(slice(range)), at: range, fixes: [Fix(range.lowerBound..<rest, "")])
        }
        if let (_, end) = firstPhrase(negatedDeeds, at: position), let event = deed(at: end) {
            return owned(event.end, "did not \(event.name)", "\(event.name) missing")
        }
        if let (_, end) = firstPhrase(deeds, at: position), let event = deed(at: end) {
            return owned(event.end, "did \(event.name)", "\(event.name) exists")
        }
        if keyword == .missing || keyword == .exists, let word = token(1).plainWord {
            return replacing(position, position + 2, by: "\(word) \(found)")
        }
        if keyword == .then, position > 0, token(at: position - 1).keyword == .and {
            return replacing(position - 1, position + 1, by: "then")
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

    /// Answers `didn't purchase`, `isn't in segment "VIP"`.
    private func contractionAnswer() -> SyntaxError {
        let isDeed = ["didn't", "doesn't", "don't", "hasn't", "haven't", "hadn't"].contains(token.spoken ?? "")
        if isDeed, let event = deed(at: position + 1) {
            return replacing(position, event.end, by: "did not \(event.name)")
        }
        if ["isn't", "aren't"].contains(token.spoken ?? "") { return replacing(position, position + 1, by: "not") }
        return unexpected(.condition)
    }

    /// Answers `has purchase` and `has email`: a deed, or a trait that is known.
    private func owned(_ end: Int, _ deed: String, _ trait: String) -> SyntaxError {
        let range = range(from: position, to: end)
        let isVerb = token(at: end - 1).spoken?.hasSuffix("ed") == true || token(at: end - 1).spoken == "bought"
        let isAlone = token(at: end).kind == .end || [.and, .or].contains(token(at: end).keyword)
        let isOwning = ["has", "have", "had", "no", "with"].contains(token.spoken ?? "")
        let forms = isVerb || !isAlone || !isOwning ? [deed] : [deed, trait]
        return SyntaxError(.saidAs(slice(range), deed), at: range, fixes: forms.map { Fix(range, $0) })
    }

    /// An event in speech: `a purchase`, `purchased`.
    private func deed(at index: Int) -> (name: String, end: Int)? {
        let start = ["a", "an", "any", "the"].contains(token(at: index).spoken ?? "") ? index + 1 : index
        guard start < tokens.count, let word = token(at: start).plainWord else { return nil }
        return (meantEvent(word), start + 1)
    }

    /// Answers `age >= 18 and <= 30`: the name stands in every comparison.
    private func repeatedSubject() -> SyntaxError? {
        guard position >= 4, isComparison(token), isComparison(token(at: position - 3)) else { return nil }
        let subject = token(at: position - 4)
        guard subject.plainWord != nil else { return nil }
        let place = token.range.lowerBound
        return SyntaxError(
            .missing(slice(subject.range), before: found), at: token.range,
            fixes: [Fix(place..<place, slice(subject.range) + " ")])
    }

    /// Answers `in segment "a" or "b"`.
    private func repeatedSegment() -> SyntaxError? {
        guard position >= 3, token(at: position - 3).keyword == .segment, case .text = token.kind else { return nil }
        let place = token.range.lowerBound
        return SyntaxError(
            .missing("in segment", before: found), at: token.range, fixes: [Fix(place..<place, "in segment ")])
    }

    /// Answers `open = true`, `rfm = "Champions"`, `lifecycle = "new"`.
    func reservedTrait(_ keyword: Keyword) -> SyntaxError {
        let plain = reserved()
        let known: String? =
            keyword == .rfm ? "rfm.group" : keyword == .lifecycle ? "lifecycle of purchase by month" : nil
        guard let known else { return plain }
        return SyntaxError(plain.reason, at: plain.range, fixes: [Fix(plain.range, known)] + plain.fixes)
    }

    /// Answers `probability(purchase)`.
    func missingSpan() -> SyntaxError {
        guard token.kind == .sign(.closeBracket) || token.kind == .end else { return missingComma() }
        return SyntaxError(.missing(",", before: found), at: token.range, fixes: [Fix(lastEnd..<lastEnd, ", 30 days")])
    }

    func replacing(_ start: Int, _ end: Int, by form: String) -> SyntaxError {
        let range = range(from: start, to: end)
        return SyntaxError(.saidAs(slice(range), form), at: range, fixes: [Fix(range, form)])
    }

    /// Answers `30 < age`.
    private func reversedAnswer() -> SyntaxError? {
        guard token.isLiteral, case .sign(let sign) = token(1).kind, let comparison = sign.comparison,
            token(2).plainWord != nil
        else { return nil }
        let flipped: Comparison =
            switch comparison {
            case .less: .greater
            case .atMost: .atLeast
            case .greater: .less
            case .atLeast: .atMost
            case .equal, .unequal: comparison
            }
        let name = slice(token(2).range)
        var end = position + 3
        var form = "\(name) \(flipped.rawValue) \(found)"
        if isComparison(token(3)), token(4).isLiteral {
            form += " and \(name) \(slice(token(3).range)) \(slice(token(4).range))"
            end += 2
        }
        let range = range(from: position, to: end)
        return wording(.reversedComparison, at: range, fixes: [Fix(range, form)])
    }

    /// Answers `in "VIP"`, `in the segment "VIP"`, `in VIP`.
    func membershipAnswer() -> SyntaxError? {
        if token(1).spoken == "segments" { return replacing(position, position + 2, by: "in segment") }
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
    "never did", "has never", "have never", "had never", "never", "has not", "have not", "had not", "does not", "no",
    "without", "has no", "have no", "with no", "without any",
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
    ("entered", "entered segment"), ("consent to", "consents to"), ("consented to", "consents to"),
    ("agreed to", "consents to"), ("in segments", "in segment"), ("joined segment", "entered segment"),
]

private let functionNames = [
    "avg": "average", "mean": "average", "total": "sum", "maximum": "max", "minimum": "min", "number": "count",
    "unique": "distinct", "count_distinct": "distinct",
]
