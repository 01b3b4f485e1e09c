extension Parser {
    /// Reads `reached step 3 of funnel "Checkout"`, `dropped at step 3 of …`.
    mutating func funnelStep(_ keyword: Keyword) throws(SyntaxError) -> Filter {
        let state: FunnelState = keyword == .reached ? .reached : keyword == .dropped ? .dropped : .open
        advance()
        if state != .reached { try expect(.at) }
        try expect(.step)
        let place = token.range
        let step = try integer(.step, in: 1...1000)
        try expect(.of)
        try expect(.funnel)
        let funnel = try funnelReference()
        if case .defined(let defined) = funnel, step > defined.steps.count {
            throw SyntaxError(.outside(.step, 1...defined.steps.count), at: place)
        }
        var condition = FunnelCondition(state, step: step, of: funnel)
        if accept(.where) {
            condition.touch = accept(.last) ? .last : .first
            condition.condition = try predicate(of: funnel.owner(of: condition.touch))
        }
        if startsTime { condition.time = try timeRange() }
        return .funnelStep(condition)
    }

    private mutating func funnelReference() throws(SyntaxError) -> FunnelReference {
        startsFunnel ? .defined(try funnel()) : .saved(try name(.funnel, as: .funnel))
    }

    /// Whether steps stand at the place, not a name.
    private var startsFunnel: Bool {
        if token.kind == .sign(.openBracket) { return true }
        if keyword == .any { return token(1).spoken == "order" }
        return token.spoken == "strict" && token(1).kind == .sign(.openBracket)
    }

    /// Reads `(home then cart without support_chat within 7 days)`, with `strict` or `any order` before the bracket.
    mutating func funnel() throws(SyntaxError) -> Funnel {
        var order = Funnel.Order.ordered
        if accept(.any) {
            guard token.spoken == "order" else { throw SyntaxError(.missing("order", before: found), at: token.range) }
            advance()
            order = .any
        } else if token.spoken == "strict" {
            advance()
            order = .strict
        }
        guard token.kind == .sign(.openBracket) else { throw unexpected(.openBracket) }
        openBrackets.append(token.range)
        advance()
        let funnel = try way(in: order)
        guard accept(.closeBracket) else { throw token.kind == .end ? unclosedBracket() : unexpected(.funnelEnd) }
        openBrackets.removeLast()
        return funnel
    }

    /// What stands between the brackets.
    private mutating func way(in order: Funnel.Order) throws(SyntaxError) -> Funnel {
        let start = position
        let startsAtFirst = accept(.first)
        var funnel = Funnel([try funnelPoint()], order: order, startsAtFirst: startsAtFirst)
        while accept(.then) { funnel.steps.append(try funnelPoint()) }
        guard funnel.steps.count > 1 else { throw missingStep() }
        guard Funnel.stepCounts.contains(funnel.steps.count) else {
            throw SyntaxError(.outside(.steps, Funnel.stepCounts), at: range(from: start))
        }
        if let word = token.spoken, word == "without" || word == "until" {
            advance()
            funnel.endsAtExcluded = word == "until"
            isAmongSteps = true
            repeat { funnel.excluded.append(try funnelPoint()) } while accept(.comma)
            isAmongSteps = false
        }
        guard accept(.within) else { return funnel }
        if accept(.any) {
            guard token.spoken == "time" else { throw SyntaxError(.missing("time", before: found), at: token.range) }
            advance()
            funnel.within = nil
        } else {
            let start = position
            let window = try span()
            guard window.minutes != nil else { throw wording(.fixedWindow, at: range(from: start)) }
            funnel.within = window
        }
        return funnel
    }

    private func missingStep() -> SyntaxError {
        let fix = Fix(lastEnd..<lastEnd, " then")
        return SyntaxError(.missing("then", before: token.kind == .end ? "" : found), at: token.range, fixes: [fix])
    }

    /// Reads `product_view where category = "boots"`.
    mutating func funnelPoint() throws(SyntaxError) -> Funnel.Step {
        if keyword == .did { throw doubledDid() }
        let event = try oneEvent()
        return Funnel.Step(event, where: accept(.where) ? try predicate(of: .named(event)) : nil)
    }
}

extension FunnelReference {
    /// The event whose properties a condition on an attempt may name.
    fileprivate func owner(of touch: FunnelTouch) -> EventName {
        guard case .defined(let funnel) = self, touch == .first else { return .anything }
        return .named(funnel.steps[0].event)
    }
}

extension Funnel {
    /// Reads a funnel: `(home then cart then purchase within 7 days)`.
    public init(parsing text: String) throws(SyntaxError) {
        var parser = Parser(text)
        self = try parser.funnel()
        guard parser.token.kind == .end else { throw parser.unexpected(.joint) }
    }
}

extension Funnel.Step {
    /// Reads `product_view where category = "boots"`.
    public init(parsing text: String) throws(SyntaxError) {
        var parser = Parser(text)
        self = try parser.funnelPoint()
        guard parser.token.kind == .end else { throw parser.unexpected(.joint) }
    }
}
