import Customers

extension Parser {
    /// One condition, told by its first word.
    mutating func condition() throws(SyntaxError) -> Located {
        let start = position
        let filter = try conditionFilter()
        return Located(filter, range(from: start))
    }

    private mutating func conditionFilter() throws(SyntaxError) -> Filter {
        if startsCart { return .cart(try cart()) }
        guard let keyword, keyword.startsCondition else { return try trait() }
        if isReservedName(keyword) { throw reservedTrait(keyword) }
        switch keyword {
        case .everyone:
            advance()
            return .everyone
        case .did: return try performed()
        case .first: return .occurrence(try occurrence(.first))
        case .last: return .occurrence(try occurrence(.last))
        case .in: return try membership()
        case .entered, .left: return try movement(keyword)
        case .anniversary: return try anniversary()
        case .stopped: return .change(try change(.stopped))
        case .restarted: return .change(try change(.restarted))
        case .sum, .average, .min, .max, .count, .distinct: return try aggregate()
        case .lifecycle: return try lifecycle()
        case .reached, .dropped, .open: return try funnelStep(keyword)
        case .reachable: return try reachable()
        case .consents: return try consents()
        case .sample: return try sample()
        default: return try derived()
        }
    }

    /// Whether the keyword is compared like a trait: `open = true`.
    private func isReservedName(_ keyword: Keyword) -> Bool {
        guard case .sign(let sign) = token(1).kind, sign.comparison != nil else { return false }
        return ![.netRevenue, .ltv, .probabilityAlive, .everyone].contains(keyword)
    }

    /// Reads `city = "Kraków"`.
    private mutating func trait() throws(SyntaxError) -> Filter {
        let start = position
        if case .word(let word) = token.kind, keyword == nil, word.lowercased().hasPrefix("rfm.") {
            return try derived()
        }
        if let answer = conditionAnswer() { throw answer }
        let name = try name(.condition, as: .trait)
        return .trait(name, try valueTest(of: start))
    }

    /// Reads `in segment "VIP"`, `in cohort 2026-03 of purchase`.
    private mutating func membership() throws(SyntaxError) -> Filter {
        if token(1).keyword == .cohort {
            position += 2
            let period = try cohortPeriod()
            try expect(.of, then: " purchase")
            return .cohort(period, event: try oneEvent())
        }
        if let answer = membershipAnswer() { throw answer }
        advance()
        try expect(.segment)
        return .membership(.member(of: try segment()))
    }

    /// Reads `entered segment "VIP" within last 7 days`.
    private mutating func movement(_ keyword: Keyword) throws(SyntaxError) -> Filter {
        advance()
        try expect(.segment)
        let segment = try segment()
        let time = try timeRange()
        return .membership(keyword == .entered ? .entered(segment, time) : .left(segment, time))
    }

    /// Reads `anniversary of birth_date within next 7 days`.
    private mutating func anniversary() throws(SyntaxError) -> Filter {
        advance()
        try expect(.of)
        let trait = try name(.name, as: .trait)
        guard keyword == .within, token(1).keyword == .next else { throw nextAnswer() }
        position += 2
        return .anniversary(trait: trait, withinNext: try span())
    }

    /// Reads `2026-03-15`, `2026-W11`, `2026-03`.
    private mutating func cohortPeriod() throws(SyntaxError) -> CohortPeriod {
        let period: CohortPeriod
        switch token.kind {
        case .date(let date): period = .day(date)
        case .week(let year, let week): period = .week(year: year, week: week)
        case .month(let year, let month): period = .month(year: year, month: month)
        default: throw unexpected(.cohort)
        }
        advance()
        return period
    }

    /// Reads `reachable by email`.
    private mutating func reachable() throws(SyntaxError) -> Filter {
        advance()
        try expect(.by)
        return .reachable(try channel())
    }

    /// Reads `consents to email for marketing`.
    private mutating func consents() throws(SyntaxError) -> Filter {
        advance()
        try expect(.to)
        let channel = try channel()
        try expect(.for, then: " marketing")
        return .consents(channel, purpose: try name(.name, as: .purpose))
    }

    /// Reads `sample 10 % salt "x"`.
    private mutating func sample() throws(SyntaxError) -> Filter {
        advance()
        guard case .number(let percent) = token.kind else { throw unexpected(.number) }
        guard percent.fractionDigits <= 2, (0...100).contains(percent.doubleValue) else {
            throw SyntaxError(.sampleShare, at: token.range)
        }
        advance()
        guard accept(.percent) else { throw percentExpected() }
        guard accept(.salt) else {
            throw SyntaxError(
                .missing("salt", before: found), at: token.range, fixes: [Fix(lastEnd..<lastEnd, " salt \"1\"")])
        }
        return .sample(percent: percent, salt: try text())
    }
}
