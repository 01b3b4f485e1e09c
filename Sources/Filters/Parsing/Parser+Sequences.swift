extension Parser {
    /// `then B [where P] within DUR [then C …]`, after `did A`; the last step may be `then not B` without a time.
    mutating func sequence(
        from start: Int, _ first: EventName, _ clauses: EventClauses, isNegated: Bool
    ) throws(SyntaxError) -> Filter {
        if let countRange = clauses.countRange { throw wording(.countInSequence, at: countRange) }
        guard case .named(let event) = first else { throw wording(.anythingNotHere, at: tokens[start + 1].range) }
        var sequence = EventSequence(event, where: clauses.condition, time: clauses.time, steps: [])
        var misplaced = clauses.misplaced
        while accept(.then) { sequence.steps.append(try step(&misplaced, from: start)) }
        if startsTime {
            let trailing = position
            guard sequence.time == nil, sequence.steps.count == 1 else {
                throw wording(.trailingTime, at: token.range)
            }
            sequence.time = try timeRange()
            if keyword == .then { throw wording(.trailingTime, at: range(from: trailing)) }
        }
        let whole = range(from: start)
        if isNegated {
            throw wording(.negatedSequence, at: whole, fixes: [Fix(whole, Filter.not(.sequence(sequence)).text)])
        }
        if let misplaced {
            throw wording(.clauseOrder, at: misplaced, fixes: [Fix(whole, Filter.sequence(sequence).text)])
        }
        return .sequence(sequence)
    }

    /// Whether nothing more is said of a condition: the filter or a bracket ends here, or another condition follows.
    private var endsCondition: Bool {
        token.kind == .end || token.kind == .sign(.closeBracket) || keyword == .and || keyword == .or
    }

    /// `not same product B where P within DUR`, after `then`; `not B` alone where it is the last.
    private mutating func step(_ misplaced: inout Range<Int>?, from start: Int) throws(SyntaxError)
        -> EventSequence.Step
    {
        if keyword == .did { throw doubledDid() }
        let isNegated = accept(.not)
        var join: EventSequence.Step.Join?
        if accept(.same) {
            guard let word = token.spoken, let known = EventSequence.Step.Join(rawValue: word) else {
                throw unexpected(.join)
            }
            advance()
            join = known
        }
        let event = try oneEvent()
        var condition = accept(.where) ? try predicate(of: .named(event)) : nil
        if isNegated, endsCondition {
            return EventSequence.Step(event, join: join, isNegated: true, where: condition, within: nil)
        }
        guard keyword == .within, token(1).keyword != .last, token(1).keyword != .next else { throw stepTimeAnswer() }
        advance()
        let within = try span()
        if keyword == .where {
            let late = position
            advance()
            let added = try predicate(of: .named(event))
            condition = condition.map { .all([$0, added]) } ?? added
            misplaced = misplaced ?? range(from: late)
        }
        return EventSequence.Step(event, join: join, isNegated: isNegated, where: condition, within: within)
    }
}
