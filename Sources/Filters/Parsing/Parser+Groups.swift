extension Parser {
    /// Reads `a or b or c`.
    mutating func disjunction() throws(SyntaxError) -> Located {
        let start = position
        var operands = [try conjunction()]
        while accept(.or) { operands.append(try conjunction()) }
        return group(operands, from: start, Filter.any)
    }

    /// Reads `a and b and c`.
    private mutating func conjunction() throws(SyntaxError) -> Located {
        let start = position
        var operands = [try unary()]
        while accept(.and) { operands.append(try unary()) }
        return group(operands, from: start, Filter.all)
    }

    private func group(_ operands: [Located], from start: Int, _ join: ([Filter]) -> Filter) -> Located {
        guard operands.count > 1 else { return operands[0] }
        return Located(join(operands.map(\.filter)), range(from: start), operands: operands)
    }

    /// `not a`, `as of 2026-01-01 a`, `(a or b)` or a condition.
    private mutating func unary() throws(SyntaxError) -> Located {
        guard depth < Self.deepest else { throw SyntaxError(.tooDeep(limit: Self.deepest), at: token.range) }
        depth += 1
        defer { depth -= 1 }
        let start = position
        trace.operand = (start, openBrackets.count)
        if accept(.not) {
            if token.kind == .end { throw trailing("not", at: start) }
            let operand = try unary()
            return Located(.not(operand.filter), range(from: start), operands: [operand])
        }
        if accept(.as) {
            try expect(.of)
            let point = try timePoint()
            let operand = try unary()
            return Located(.asOf(point, operand.filter), range(from: start), operands: [operand])
        }
        guard token.kind == .sign(.openBracket) else { return try condition() }
        return try bracketed()
    }

    private mutating func bracketed() throws(SyntaxError) -> Located {
        let start = position
        openBrackets.append(token.range)
        advance()
        let inner = try disjunction()
        guard accept(.closeBracket) else { throw afterCondition() }
        openBrackets.removeLast()
        guard inner.filter.needsBrackets else { return inner }
        return Located(inner.filter, range(from: start), operands: inner.operands)
    }

    /// `(… and …)` of conditions on properties, or one of them.
    mutating func predicate(of event: EventName) throws(SyntaxError) -> Predicate {
        guard token.kind == .sign(.openBracket) else {
            guard keyword == .not else { return try propertyTest(of: event) }
            return try predicateUnary(of: event)
        }
        return try predicateUnary(of: event)
    }

    private mutating func predicateUnary(of event: EventName) throws(SyntaxError) -> Predicate {
        guard depth < Self.deepest else { throw SyntaxError(.tooDeep(limit: Self.deepest), at: token.range) }
        depth += 1
        defer { depth -= 1 }
        if accept(.not) { return .not(try predicateUnary(of: event)) }
        guard token.kind == .sign(.openBracket) else { return try propertyTest(of: event) }
        openBrackets.append(token.range)
        advance()
        var alternatives = [try predicateConjunction(of: event)]
        while accept(.or) { alternatives.append(try predicateConjunction(of: event)) }
        guard accept(.closeBracket) else { throw afterCondition() }
        openBrackets.removeLast()
        return alternatives.count == 1 ? alternatives[0] : .any(alternatives)
    }

    private mutating func predicateConjunction(of event: EventName) throws(SyntaxError) -> Predicate {
        var operands = [try predicateUnary(of: event)]
        while accept(.and) { operands.append(try predicateUnary(of: event)) }
        return operands.count == 1 ? operands[0] : .all(operands)
    }

    /// Reads `category = "shoes"`.
    private mutating func propertyTest(of event: EventName) throws(SyntaxError) -> Predicate {
        if token.kind == .end || token.kind == .sign(.closeBracket) { throw emptyPlace(.property) }
        let owner: String? = if case .named(let name) = event { name } else { nil }
        let start = position
        let property = try name(.property, as: .property(event: owner))
        return .property(property, try valueTest(of: start))
    }
}
