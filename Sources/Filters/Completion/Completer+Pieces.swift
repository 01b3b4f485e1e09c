import Customers

// Words, signs and phrases of the language.
extension Completer {
    var pieces: [Choice] {
        let fitting = Piece.all.filter {
            $0.key.match(typed) != nil && isOfType($0) && isInNumber($0) && stands($0)
        }
        var openings = Set(fitting.compactMap(\.opening))
        // `within any time` and `within 7 days`
        if openings.contains("within"), canGoOn("within 7 days") { openings.remove("within") }
        let known = fitting.filter { !openings.contains($0.text[...]) || Self.standAlone.contains($0.text) }
        return known.map { piece in
            let isTest = piece.types != nil && reading.awaitsTest
            let kind = piece.kind == .test && !isTest ? .word : piece.kind
            return Choice(Candidate(piece.text, kind), tier: piece.types == nil || isTest ? piece.tier : 2)
        }
    }

    /// Words that phrases begin with and that mean something alone.
    private static let standAlone: Set = ["did", "has", "then", "not"]

    /// Whether the parser takes the words here, as what they are and not as a name.
    private func stands(_ piece: Piece) -> Bool {
        let reading = tried(piece.text)
        guard reading.error == nil || reading.parser.position >= tokens.count + piece.tokens else { return false }
        return !reading.parser.names.contains { $0.range.lowerBound == end } && canGoOn(piece.text)
    }

    /// Whether a test fits the type of what stands before.
    private func isOfType(_ piece: Piece) -> Bool {
        guard reading.awaitsTest else { return true }
        guard let types = piece.types else { return !Piece.testOpenings.contains(piece.opening ?? piece.text[...]) }
        guard let type = subjectType else { return true }
        let isTime = types.isSubset(of: [.date, .timestamp])
        return types.contains(type) || isTime && !isName
    }

    /// The type of what is tested, where it is known.
    private var subjectType: ValueType? {
        reading.subject.flatMap { reading.parser.type(of: $0, in: vocabulary) }
    }

    /// Whether a name is tested, and no figure.
    private var isName: Bool {
        reading.parser.names.contains { $0.range.lowerBound == reading.subject?.range.lowerBound }
    }

    /// Whether a unit stands in the number that the figure before it demands.
    private func isInNumber(_ piece: Piece) -> Bool {
        guard piece.kind == .unit, piece.text.first?.isNumber == false else { return true }
        let isPlural = piece.text.hasSuffix("s")
        let number = tokens.last?.keyword == .calendar ? tokens.dropLast().last : tokens.last
        guard case .number(let figure)? = number?.kind else {
            // `fixed days (30, 90)`, `frequency days`
            return !isPlural || ["fixed", "frequency"].contains(tokens.last?.spoken)
        }
        return isPlural == (figure != DecimalLiteral(coefficient: 1))
    }
}

extension Parser {
    /// The type of what is tested, told by its first token; nil where that is not known.
    func type(of subject: Token, in vocabulary: Vocabulary) -> ValueType? {
        if let use = names.first(where: { $0.range.lowerBound == subject.range.lowerBound }) {
            return vocabulary.type(of: use.name, as: use.role)
        }
        switch subject.keyword {
        case .min, .max: return nil
        default: return isGroup(subject) ? .text : .number
        }
    }

    /// Whether what is tested is the group by recency, frequency and monetary scores.
    func isGroup(_ subject: Token) -> Bool {
        guard case .word(let word) = subject.kind else { return false }
        return word.lowercased() == Measure.group.text || subject.keyword == .rfm && partOfReport(subject) == "group"
    }

    /// The figure of a report that is described in brackets, such as `group` of `rfm(groups 7).group`.
    private func partOfReport(_ subject: Token) -> String? {
        let rest = tokens.drop { $0.range != subject.range }
        let afterDot = rest.drop { token in
            if case .invalid(.character("."), _) = token.kind { false } else { true }
        }
        return afterDot.dropFirst().first?.spoken
    }
}
