extension Performance {
    var text: String {
        let head = "\(isNegated ? "did not" : "did") \(event.text)"
        return clauses(head, condition, count?.text, time?.text)
    }
}

extension Occurrence {
    var text: String { clauses("\(which.rawValue) \(printed(name: event))", condition, time.text) }
}

extension EventSequence {
    var text: String {
        let head = clauses("did \(printed(name: event))", condition, time?.text)
        return ([head] + steps.map(\.text)).joined(separator: " then ")
    }
}

extension EventSequence.Step {
    var text: String {
        let head = (isNegated ? "not " : "") + (join.map { "same \($0.rawValue) " } ?? "") + printed(name: event)
        return clauses(head, condition, within.map { "within \($0.text)" })
    }
}

extension Habit {
    var text: String {
        let weeks = ofLastWeeks == 1 ? "week" : "weeks"
        return clauses("did \(event.text)", condition, "in at least \(atLeast) of last \(ofLastWeeks) \(weeks)")
    }
}

extension Change {
    var text: String {
        clauses("\(kind.rawValue) \(printed(name: event))", condition, "within last \(withinLast.text)")
    }
}

extension Cart {
    var text: String { clauses("\(state.rawValue) cart of \(printed(name: event))", condition, time?.text) }
}

extension Aggregate {
    var text: String {
        clauses("\(figure) \(test.text)", condition, time?.text)
    }

    /// The figure alone: `sum(purchase.revenue)`.
    var figure: String {
        let subject = printed(part: event) + (property.map { "." + printed(part: $0) } ?? "")
        return "\(function.rawValue)(\(subject))"
    }
}

extension EventName {
    var text: String {
        switch self {
        case .anything: "anything"
        case .named(let name): printed(name: name)
        }
    }
}

extension Count {
    /// Such as `at least 2 times`.
    var text: String {
        switch self {
        case .atLeast(let number): "at least \(times(number))"
        case .atMost(let number): "at most \(times(number))"
        case .exactly(let number): "exactly \(times(number))"
        case .lessThan(let number): "less than \(times(number))"
        case .moreThan(let number): "more than \(times(number))"
        case .between(let lower, let upper): "between \(lower) and \(times(upper))"
        }
    }

    private func times(_ number: Int) -> String { number == 1 ? "1 time" : "\(number) times" }
}

extension Predicate {
    /// The condition as it stands after `where`: bare where it is one, otherwise in brackets.
    var text: String {
        if case .property(let name, let test) = self { return "\(printed(name: name)) \(test.text)" }
        return "(\(inner))"
    }

    private var inner: String {
        switch self {
        case .all(let operands): operands.map(\.text).joined(separator: " and ")
        case .any(let operands): operands.map(\.text).joined(separator: " or ")
        case .not(let operand): "not \(operand.text)"
        case .property: text
        }
    }
}

private func clauses(_ head: String, _ condition: Predicate?, _ rest: String?...) -> String {
    ([head, condition.map { "where \($0.text)" }] + rest).compactMap { $0 }.joined(separator: " ")
}
