extension Parser {
    /// Reads `rfm.recency`, `rfm(groups 7, revenue gross).recency`.
    mutating func rfm() throws(SyntaxError) -> Measure {
        guard case .word(let word) = token.kind, keyword == nil else {
            advance()
            guard token.kind == .sign(.openBracket) else { throw unexpected(.measure) }
            let variant = try variant()
            return .rfm(try partOfVariant(), variant)
        }
        let figure = try figure(named: String(word.dropFirst(4)), prefix: "rfm.")
        if token.kind == .sign(.openBracket) { throw try bracketAfterPart(figure) }
        return .rfm(figure, .standard)
    }

    private mutating func figure(named word: String, prefix: String) throws(SyntaxError) -> RFMFigure {
        let names = RFMFigure.allCases.map(\.rawValue)
        guard let figure = RFMFigure(rawValue: word.lowercased()) else {
            let nearest = nearestNames(to: word.lowercased(), among: names.sorted(), limit: 1)
            throw unexpected(.measure, fixes: nearest.map { prefix + $0 })
        }
        advance()
        return figure
    }

    /// `.recency` after the bracket.
    private mutating func partOfVariant() throws(SyntaxError) -> RFMFigure {
        guard acceptDot() else {
            let insertion = Fix(lastEnd..<lastEnd, ".recency")
            throw SyntaxError(.missing(".recency", before: found), at: token.range, fixes: [insertion])
        }
        guard case .word(let word) = token.kind else { throw unexpected(.measure) }
        return try figure(named: word, prefix: "")
    }

    /// `rfm.recency(groups 7)`: the bracket belongs before the dot.
    private mutating func bracketAfterPart(_ figure: RFMFigure) throws(SyntaxError) -> SyntaxError {
        let start = position - 1
        let variant = try variant()
        let range = range(from: start)
        return wording(.variantAfterPart, at: range, fixes: [Fix(range, variant.text(of: figure))])
    }

    /// Reads `(groups 7, frequency days)`.
    private mutating func variant() throws(SyntaxError) -> RFMVariant {
        openBrackets.append(token.range)
        advance()
        let variant = try terms()
        guard accept(.closeBracket) else { throw token.kind == .end ? unclosedBracket() : unexpected(.variantEnd) }
        openBrackets.removeLast()
        return variant
    }

    /// `groups 7, frequency days`: one term or more, each once.
    fileprivate mutating func terms() throws(SyntaxError) -> RFMVariant {
        var variant = RFMVariant.standard
        var said: Set<String> = []
        repeat {
            let word = found.lowercased()
            guard said.insert(word == "fixed" ? "groups" : word).inserted else {
                throw wording(.repeatedTerm, at: token.range)
            }
            try term(of: &variant)
        } while accept(.comma)
        return variant
    }

    private mutating func term(of variant: inout RFMVariant) throws(SyntaxError) {
        let spoken = token.spoken ?? ""
        guard variantTerms.contains(spoken) else {
            throw unexpected(.variant, fixes: nearestNames(to: spoken, among: variantTerms, limit: 1))
        }
        advance()
        switch spoken {
        case "groups": variant.division = .groups(try integer(.groups, in: 2...10))
        case "fixed": variant.division = .fixed(try borders())
        case "rule": variant.rule = try rule()
        case "frequency": variant.countsDays = try isSecond(of: "orders", "days", .frequency)
        case "monetary": variant.takesAverage = try isSecond(of: "sum", "average", .monetary)
        case "revenue": variant.isGross = try isSecond(of: "net", "gross", .revenue)
        default: variant.since = try start()
        }
    }

    private mutating func rule() throws(SyntaxError) -> RFMVariant.Rule {
        guard let rule = RFMVariant.Rule(rawValue: token.spoken ?? "") else {
            let names = RFMVariant.Rule.allCases.map(\.rawValue)
            throw unexpected(.rule, fixes: nearestNames(to: found.lowercased(), among: names, limit: 1))
        }
        advance()
        return rule
    }

    /// Whether the second of two words stands at the place.
    private mutating func isSecond(
        of first: String, _ second: String, _ expectation: SyntaxError.Expectation
    ) throws(SyntaxError) -> Bool {
        let spoken = token.spoken
        guard spoken == first || spoken == second else {
            throw unexpected(
                expectation, fixes: nearestNames(to: found.lowercased(), among: [first, second], limit: 1))
        }
        advance()
        return spoken == second
    }

    private mutating func start() throws(SyntaxError) -> TimePoint {
        let start = position
        let point = try timePoint()
        guard case .trait = point else { return point }
        let range = range(from: start)
        throw SyntaxError(.unexpected(found: slice(range), expected: .start), at: range)
    }

    /// Reads `days (30, 90) purchases (2, 5) revenue (50, 200)`.
    private mutating func borders() throws(SyntaxError) -> RFMVariant.Borders {
        let days = try borders(of: "days", count: nil, isWhole: true)
        let purchases = try borders(of: "purchases", count: days.count, isWhole: true)
        let revenue = try borders(of: "revenue", count: days.count, isWhole: false)
        return RFMVariant.Borders(
            days: days.map { Int($0.coefficient) }, purchases: purchases.map { Int($0.coefficient) }, revenue: revenue)
    }

    private mutating func borders(
        of axis: String, count: Int?, isWhole: Bool
    ) throws(SyntaxError) -> [DecimalLiteral] {
        guard token.spoken == axis else {
            throw SyntaxError(
                .missing(axis, before: found), at: token.range, fixes: [Fix(lastEnd..<lastEnd, " \(axis) (")])
        }
        advance()
        let start = position
        var borders: [DecimalLiteral] = []
        for value in try list() {
            guard case .number(let border) = value else { throw wording(.bordersAreNumbers, at: range(from: start)) }
            borders.append(border)
        }
        let range = range(from: start)
        if isWhole, borders.contains(where: { $0.fractionDigits > 0 }) { throw wording(.wholeBorders, at: range) }
        guard (1...9).contains(borders.count) else {
            throw SyntaxError(.outside(.borders, 1...9), at: range)
        }
        if let count, count != borders.count { throw wording(.unevenBorders(count), at: range) }
        guard zip(borders, borders.dropFirst()).allSatisfy({ $0.isLess(than: $1) }) else {
            throw wording(.bordersDoNotRise, at: range)
        }
        return borders
    }
}

extension RFMVariant {
    /// Reads what stands between the brackets of `rfm(…)`; an empty text is the workspace's own report.
    public init(parsing text: String) throws(SyntaxError) {
        var parser = Parser(text)
        self = .standard
        guard parser.token.kind != .end else { return }
        self = try parser.terms()
        guard parser.token.kind == .end else { throw parser.unexpected(.variantEnd) }
    }
}

/// The words that begin a term of `rfm(…)`; they are reserved nowhere else.
private let variantTerms = ["groups", "fixed", "rule", "frequency", "monetary", "revenue", "since"]

extension DecimalLiteral {
    /// Whether the number is below another, exactly.
    fileprivate func isLess(than other: DecimalLiteral) -> Bool {
        let (whole, fraction) = parts
        let (otherWhole, otherFraction) = other.parts
        return (whole, fraction) < (otherWhole, otherFraction)
    }

    /// The number rounded down, and what is left in parts of 10^18.
    private var parts: (whole: Int64, fraction: Int64) {
        let scale = (0..<fractionDigits).reduce(Int64(1)) { product, _ in product * 10 }
        let (quotient, remainder) = coefficient.quotientAndRemainder(dividingBy: scale)
        let whole = remainder < 0 ? quotient - 1 : quotient
        let fraction = remainder < 0 ? remainder + scale : remainder
        return (whole, fraction * (1_000_000_000_000_000_000 / scale))
    }
}
