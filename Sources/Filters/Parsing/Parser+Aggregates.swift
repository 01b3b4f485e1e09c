extension Parser {
    /// `sum(purchase.revenue) >= 500 where P TIME`; the comparison may also stand last.
    ///
    /// The least and the greatest of times are tested by a time: `max(order.delivered) before 2026-01-01 where P TIME`.
    mutating func aggregate() throws(SyntaxError) -> Filter {
        let start = position
        let function = Aggregate.Function(rawValue: keyword?.rawValue ?? "") ?? .count
        advance()
        if token.kind != .sign(.openBracket), let answer = aggregateAnswer(from: start) { throw answer }
        try expect(.openBracket, .openBracket)
        openBrackets.append(tokens[position - 1].range)
        let (event, property) = try aggregated(by: function)
        guard accept(.closeBracket) else { throw token.kind == .end ? unclosedBracket() : unexpected(.closeBracket) }
        openBrackets.removeLast()
        trace.subject = start
        let mayBeOfTimes = property != nil && (function == .min || function == .max)
        var conditions: [(predicate: Predicate, start: Int, range: Range<Int>)] = []
        var times: [(range: TimeRange, start: Int)] = []
        var test: ValueTest?
        while true {
            let first = position
            if accept(.where) {
                let predicate = try predicate(of: .named(event))
                conditions.append((predicate, first, range(from: first)))
            } else if mayBeOfTimes, test == nil, keyword == .within, token(1).keyword == .next {
                position += 2
                test = .withinNext(try span())
            } else if startsTime, !startsPlainBetween {
                times.append((try timeRange(), first))
            } else if test == nil, startsTest {
                test = try valueTest(of: start, isMeasure: true)
            } else {
                break
            }
        }
        if mayBeOfTimes, test == nil, !times.isEmpty { test = .time(times.removeFirst().range) }
        if times.count > 1 { throw wording(.clauseOrder, at: tokens[times[1].start].range) }
        guard let test else { throw timeAnswer() ?? testAnswer(of: start) }
        if let answer = clauseAnswer(from: start) { throw answer }
        let predicates = conditions.map(\.predicate)
        let aggregate = Aggregate(
            function, event, property: property, where: predicates.count > 1 ? .all(predicates) : predicates.first,
            time: times.first?.range, test: test)
        let timeStart = times.first?.start ?? .max
        let misplaced = conditions.enumerated().first { $0.offset > 0 || $0.element.start > timeStart }
        if let misplaced {
            let fix = Fix(range(from: start), Filter.aggregate(aggregate).text)
            throw wording(.clauseOrder, at: misplaced.element.range, fixes: [fix])
        }
        return .aggregate(aggregate)
    }

    /// Reads `purchase.revenue`, `` `cart.add`.price ``, `order`.
    private mutating func aggregated(
        by function: Aggregate.Function
    ) throws(SyntaxError) -> (event: String, property: String?) {
        let range = token.range
        if case .word(let word) = token.kind, keyword == nil, word.unicodeScalars.contains(".") {
            let parts = word.split(separator: ".").map(String.init)
            guard parts.count == 2 else { throw dottedEvent(parts) }
            advance()
            let dot = range.lowerBound + parts[0].utf8.count
            names.append(NameUse(name: parts[0], role: .event, range: range.lowerBound..<dot))
            names.append(NameUse(name: parts[1], role: .property(event: parts[0]), range: dot + 1..<range.upperBound))
            return (parts[0], parts[1])
        }
        let event = try oneEvent()
        if acceptDot() {
            return (event, try name(.property, as: .property(event: event)))
        }
        guard function == .count else { throw missingProperty(function) }
        return (event, nil)
    }

    /// Whether a test of the figure stands at the place, and not the next condition.
    private var startsTest: Bool {
        if case .sign(let sign) = token.kind { return sign.comparison != nil }
        switch keyword {
        case .between, .exists, .missing, .contains, .starts, .ends, .matches, .has: return true
        case .in: return token(1).kind == .sign(.openBracket)
        case .not: return token(1).keyword == .in && token(2).kind == .sign(.openBracket)
        case .exactly:
            if case .text = token(1).kind { return true }
            return false
        default: return false
        }
    }
}
