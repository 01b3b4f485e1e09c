// What people write between conditions and at their ends, and the form that works.
extension Parser {
    /// An answer to what follows a complete condition.
    func afterCondition() -> SyntaxError {
        if let answer = afterNumber() ?? whereAnswer() { return answer }
        switch token.kind {
        case .end: return openBrackets.isEmpty ? unexpected(.joint) : unclosedBracket()
        case .sign(.closeBracket) where openBrackets.isEmpty:
            return SyntaxError(.strayBracket, at: token.range, fixes: [Fix(token.range, "")])
        case .sign(.comma) where token(at: position - 2).keyword == .segment && token(1).isLiteral:
            return SyntaxError(
                .saidAs(",", "or in segment"), at: token.range, fixes: [Fix(token.range, " or in segment")])
        case .sign(.comma):
            return SyntaxError(.saidAs(",", "and"), at: token.range, fixes: [Fix(token.range, " and")])
        default: break
        }
        if let joint = jointWords[token.spoken ?? ""] {
            let doubled =
                ["and", "or", "not"].contains(token(1).spoken ?? "") && joint != "and not" && token(1).spoken != "not"
            return replacing(position, position + (doubled ? 2 : 1), by: joint)
        }
        if startsCondition {
            let place = token.range.lowerBound
            return wording(.missingJoint, at: token.range, fixes: [Fix(place..<place, "and ")])
        }
        return unexpected(openBrackets.isEmpty ? .joint : .closeBracket)
    }

    /// Answers `did a where b = 1 and c = 2 at least 2 times`, where the count shows that both belong to the event.
    private func whereAnswer() -> SyntaxError? {
        guard startsCount || startsTime && keyword != .between else { return nil }
        guard let first = tokens[..<position].lastIndex(where: { $0.keyword == .where }), first + 1 < position,
            token(at: first + 1).kind != .sign(.openBracket)
        else { return nil }
        let range = range(from: first + 1)
        return wording(.whereWithoutBrackets, at: range, fixes: [Fix(range, "(\(slice(range)))")])
    }

    private var startsCondition: Bool {
        if token.kind == .sign(.openBracket) || startsCart { return true }
        if let keyword {
            return keyword.startsCondition && !startsAnyTest(at: position)
                || keyword == .in && token(1).keyword == .segment
        }
        switch token.kind {
        case .word, .name: return startsAnyTest(at: position + 1)
        default: return false
        }
    }

    /// An answer to the end of the text, or of a bracket, where something is awaited.
    func emptyPlace(_ expectation: SyntaxError.Expectation) -> SyntaxError {
        guard position > 0, let previous = token(at: position - 1).keyword, [.and, .or, .not].contains(previous) else {
            return unexpected(expectation)
        }
        return trailing(previous.rawValue, at: position - 1)
    }

    /// Answers `a and`, `a and not`.
    func trailing(_ word: String, at index: Int) -> SyntaxError {
        var first = index
        while first > 0, [.and, .or, .not].contains(token(at: first - 1).keyword) { first -= 1 }
        let canDrop = first > 0 && token(at: first - 1).kind != .sign(.openBracket)
        let end = token(at: index).range.upperBound
        let fix = Fix(token(at: max(0, first - 1)).range.upperBound..<end, "")
        return wording(.trailingJoint(word), at: token(at: index).range, fixes: canDrop ? [fix] : [])
    }

    /// Answers `and a`, `a and or b`.
    func leadingJoint() -> SyntaxError {
        let end = token(1).kind == .end ? token.range.upperBound : token(1).range.lowerBound
        let fix = Fix(token.range.lowerBound..<end, "")
        return wording(.leadingJoint(found), at: token.range, fixes: token(1).kind == .end ? [] : [fix])
    }

    /// The innermost open bracket, with as many closing ones at the end as are missing.
    func unclosedBracket() -> SyntaxError {
        let brackets = String(repeating: ")", count: openBrackets.count)
        return SyntaxError(
            .unclosed(.bracket), at: openBrackets.last ?? token.range, fixes: [Fix(lastEnd..<lastEnd, brackets)])
    }

    /// Answers `in ("a" "b")`.
    func missingComma() -> SyntaxError {
        let insertion = Fix(lastEnd..<lastEnd, ",")
        return SyntaxError(.missing(",", before: found), at: token.range, fixes: [insertion])
    }
}

private let jointWords = [
    "but": "and", "plus": "and", "also": "and", "while": "and", "yet": "and", "unless": "and not", "except": "and not",
    "without": "and not", "minus": "and not",
]
