extension Parser {
    /// Reads `rfm.recency >= 4`, `score("interest") >= 50`, `probability(purchase, 30 days) < 0.3`.
    mutating func derived() throws(SyntaxError) -> Filter {
        let start = position
        let measure = try measure()
        return .derived(measure, try valueTest(of: start, isMeasure: true))
    }

    private mutating func measure() throws(SyntaxError) -> Measure {
        switch keyword {
        case .rfm, nil: return try rfm()
        case .netRevenue:
            advance()
            return .netRevenue
        case .ltv:
            advance()
            return .lifetimeValue
        case .probabilityAlive:
            advance()
            return .probabilityAlive
        case .score: return try bracketed { parser throws(SyntaxError) in .score(try parser.name(.name, as: .score)) }
        case .probability:
            return try bracketed { parser throws(SyntaxError) in
                let event = try parser.oneEvent()
                guard parser.accept(.comma) else { throw parser.missingSpan() }
                return .probability(event: event, try parser.span())
            }
        case .expectedPurchases:
            return try bracketed { parser throws(SyntaxError) in .expectedPurchases(try parser.span()) }
        default:
            advance()
            throw unexpected(.measure)
        }
    }

    /// What stands in brackets after the word at the place.
    private mutating func bracketed(
        _ content: (inout Parser) throws(SyntaxError) -> Measure
    ) throws(SyntaxError) -> Measure {
        advance()
        try expect(.openBracket, .openBracket)
        openBrackets.append(tokens[position - 1].range)
        let measure = try content(&self)
        guard accept(.closeBracket) else { throw token.kind == .end ? unclosedBracket() : unexpected(.closeBracket) }
        openBrackets.removeLast()
        return measure
    }

    /// Reads `lifecycle of session_start by week = "dormant"`.
    mutating func lifecycle() throws(SyntaxError) -> Filter {
        let start = position
        advance()
        try expect(.of)
        let event = try oneEvent()
        try expect(.by, then: " week")
        guard let word = token.spoken, let period = Period(rawValue: periodNames[word] ?? word) else {
            throw unexpected(.period)
        }
        advance()
        let isUnequal = token.kind == .sign(.unequal)
        guard accept(.equal) || accept(.unequal) else { throw lifecycleAnswer() }
        guard case .text(let written) = token.kind, lifecycleStages.contains(written.lowercased()) else {
            throw stageAnswer()
        }
        advance()
        let filter = Filter.lifecycle(event: event, by: period, stage: written.lowercased())
        guard !isUnequal else {
            let range = range(from: start)
            throw wording(.lifecycleOnlyEquals, at: range, fixes: [Fix(range, Filter.not(filter).text)])
        }
        return filter
    }

    private func lifecycleAnswer() -> SyntaxError {
        if token.spoken == "is" {
            return SyntaxError(.saidAs("is", "="), at: token.range, fixes: [Fix(token.range, "=")])
        }
        guard case .invalid = token.kind else { return wording(.lifecycleOnlyEquals, at: token.range) }
        return unexpected(.stage)
    }

    private func stageAnswer() -> SyntaxError {
        let said: String
        switch token.kind {
        case .text(let text): said = text
        case .word(let word): said = word
        default: return unexpected(.stage)
        }
        let nearest = nearestNames(to: said, among: lifecycleStages, limit: 1)
        let stage = lifecycleStages.contains(said.lowercased()) ? said.lowercased() : nearest.first
        return unexpected(.stage, fixes: stage.map { [quoted(text: $0)] } ?? [])
    }
}

/// The stages of a lifecycle report.
let lifecycleStages = ["new", "returning", "resurrected", "dormant"]

private let periodNames = [
    "days": "day", "weeks": "week", "months": "month", "daily": "day", "weekly": "week", "monthly": "month",
]
