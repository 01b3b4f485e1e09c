/// What may follow the name of an event.
struct EventClauses {
    var condition: Predicate?
    var count: Count?
    var time: TimeRange?
    /// The first clause that stands out of order or twice.
    var misplaced: Range<Int>?
    /// Where the count stands.
    var countRange: Range<Int>?
}

extension Parser {
    /// `did …`: an event counted, a habit or a sequence.
    mutating func performed() throws(SyntaxError) -> Filter {
        let start = position
        advance()
        let isNegated = accept(.not)
        if let answer = didAnswer(from: start, isNegated: isNegated) { throw answer }
        let event = try eventOrAnything()
        let clauses = try clauses(of: event)
        if keyword == .then { return try sequence(from: start, event, clauses, isNegated: isNegated) }
        if keyword == .in, token(1).keyword == .at, token(2).keyword == .least, startsHabit {
            guard clauses.count == nil, clauses.time == nil, clauses.misplaced == nil else {
                throw wording(.clauseOrder, at: token.range)
            }
            let habit = Filter.habit(try habit(event, where: clauses.condition))
            guard isNegated else { return habit }
            let range = range(from: start)
            throw wording(.countAfterDidNot, at: range, fixes: [Fix(range, Filter.not(habit).text)])
        }
        if let answer = clauseAnswer(from: start) { throw answer }
        let performance = Performance(
            event, isNegated: isNegated, where: clauses.condition, count: clauses.count, time: clauses.time)
        return .performed(try checked(performance, clauses, from: start))
    }

    private func checked(
        _ performance: Performance, _ clauses: EventClauses, from start: Int
    ) throws(SyntaxError) -> Performance {
        let whole = range(from: start)
        if performance.isNegated, let countRange = clauses.countRange {
            var positive = performance
            positive.isNegated = false
            let fix = Fix(whole, Filter.not(.performed(positive)).text)
            throw wording(.countAfterDidNot, at: countRange, fixes: [fix])
        }
        if let misplaced = clauses.misplaced {
            throw wording(.clauseOrder, at: misplaced, fixes: [Fix(whole, Filter.performed(performance).text)])
        }
        return performance
    }

    private mutating func eventOrAnything() throws(SyntaxError) -> EventName {
        accept(.anything) ? .anything : .named(try name(.event, as: .event))
    }

    /// `[where P] [COUNT] [TIME]`, told apart from what only resembles them.
    mutating func clauses(of event: EventName, counted: Bool = true) throws(SyntaxError) -> EventClauses {
        var clauses = EventClauses()
        while true {
            let first = position
            if accept(.where) {
                let isLate = clauses.condition != nil || clauses.count != nil || clauses.time != nil
                let condition = try predicate(of: event)
                clauses.condition = clauses.condition.map { .all([$0, condition]) } ?? condition
                if isLate { clauses.misplaced = clauses.misplaced ?? range(from: first) }
            } else if counted, startsCount {
                let isLate = clauses.count != nil || clauses.time != nil
                clauses.count = try count()
                clauses.countRange = range(from: first)
                if isLate { clauses.misplaced = clauses.misplaced ?? range(from: first) }
            } else if startsTime {
                guard clauses.time == nil else { throw wording(.clauseOrder, at: token.range) }
                clauses.time = try timeRange()
            } else {
                return clauses
            }
        }
    }

    /// Reads `first purchase where price > 10 within last 30 days`.
    mutating func occurrence(_ which: Occurrence.Which) throws(SyntaxError) -> Occurrence {
        let start = position
        advance()
        let event = try oneEvent()
        let clauses = try clauses(of: .named(event), counted: false)
        guard let time = clauses.time else { throw clauseAnswer(from: start) ?? unexpected(.time) }
        let occurrence = Occurrence(which, event, where: clauses.condition, time: time)
        if let misplaced = clauses.misplaced {
            let fix = Fix(range(from: start), Filter.occurrence(occurrence).text)
            throw wording(.clauseOrder, at: misplaced, fixes: [fix])
        }
        return occurrence
    }

    /// Reads `stopped purchase within last 90 days`.
    mutating func change(_ kind: Change.Kind) throws(SyntaxError) -> Change {
        advance()
        let event = try oneEvent()
        let condition = accept(.where) ? try predicate(of: .named(event)) : nil
        let start = position
        guard keyword == .within else { throw timeAnswer() ?? unexpected(.last) }
        guard case .withinLast(let span) = try timeRange() else {
            throw SyntaxError(.unexpected(found: slice(range(from: start)), expected: .last), at: range(from: start))
        }
        return Change(kind, event, where: condition, withinLast: span)
    }

    private var startsHabit: Bool { token(4).keyword == .of || token(4).kind == .end }

    /// Reads `in at least 3 of last 4 weeks`.
    private mutating func habit(_ event: EventName, where condition: Predicate?) throws(SyntaxError) -> Habit {
        position += 3
        let weeks = 1...1000
        let first = position
        let least = try integer(.weeks, in: weeks)
        try expect(.of)
        try expect(.last)
        let last = try integer(.weeks, in: weeks)
        guard accept(.weeks) || accept(.week) else {
            throw SyntaxError(
                .missing("weeks", before: found), at: token.range, fixes: [Fix(lastEnd..<lastEnd, " weeks")])
        }
        guard least <= last else {
            let text = "\(last) of last \(least) weeks"
            throw wording(.reversedBounds, at: range(from: first), fixes: [Fix(range(from: first), text)])
        }
        return Habit(event, where: condition, atLeast: least, ofLastWeeks: last)
    }
}
