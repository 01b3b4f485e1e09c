extension Performance {
    /// Such as `who bought at least twice in the last 90 days`.
    var clause: String {
        let deed = isNegated ? "who did not \(event.base)" : "who \(event.past)"
        return words(deed, condition?.english, count?.english, time?.english)
    }
}

extension Occurrence {
    /// Such as `whose first purchase was in the last 30 days`.
    var clause: String {
        words("whose \(which.rawValue) \(spoken(event))", condition?.english, "was \(time.english)")
    }
}

extension EventSequence {
    /// Such as `who did add to cart and then purchase within 7 days`.
    var clause: String {
        let first = words("who \(EventName.named(event).past)", condition?.english, time?.english)
        return ([first] + steps.map(\.clause)).joined(separator: " and then ")
    }
}

extension EventSequence.Step {
    var clause: String {
        let same = join.map { "for the same \($0.rawValue)" }
        let deed = isNegated ? "did not \(EventName.named(event).base)" : EventName.named(event).past
        return words(deed, same, condition?.english, within.map { "within \($0.english)" } ?? "since")
    }
}

extension Habit {
    /// Such as `who did visit in at least 3 of the last 4 weeks`.
    var clause: String {
        let weeks = ofLastWeeks == 1 ? "week" : "weeks"
        return words(
            "who \(event.past)", condition?.english, "in at least \(atLeast) of the last \(ofLastWeeks) \(weeks)")
    }
}

extension Change {
    /// Such as `who stopped buying in the last 90 days`.
    var clause: String {
        let doing = EventName.named(event).progressive
        let deed = kind == .stopped ? "who stopped \(doing)" : "who started \(doing) again"
        return words(deed, condition?.english, "in the last \(withinLast.english)")
    }
}

extension Aggregate {
    /// Such as `whose total revenue of purchase in the last 90 days is 500 or more`.
    var clause: String {
        words("whose \(figureEnglish)", condition?.english, time?.english, test.english)
    }

    private var figureEnglish: String {
        let event = spoken(event)
        let subject = property.map { "\(spoken($0)) of \(event)" } ?? event
        return switch function {
        case .sum: "total \(subject)"
        case .average: "average \(subject)"
        case .min: "smallest \(subject)"
        case .max: "largest \(subject)"
        case .count: property == nil ? "number of events \(event)" : "number of known \(subject)"
        case .distinct: "number of different \(subject)"
        }
    }
}

extension EventName {
    /// After ‘who’: `bought`, `did product view`.
    fileprivate var past: String {
        switch self {
        case .anything: "did anything"
        case .named("purchase"): "bought"
        case .named("order"): "ordered"
        case .named(let name): "did \(spoken(name))"
        }
    }

    /// After ‘did not’: `buy`, `do product view`.
    fileprivate var base: String {
        switch self {
        case .anything: "do anything"
        case .named("purchase"): "buy"
        case .named("order"): "order"
        case .named(let name): "do \(spoken(name))"
        }
    }

    /// After ‘stopped’: `buying`, `doing product view`.
    fileprivate var progressive: String {
        switch self {
        case .anything: "doing anything"
        case .named("purchase"): "buying"
        case .named("order"): "ordering"
        case .named(let name): "doing \(spoken(name))"
        }
    }
}

extension Count {
    /// Such as `at least twice`.
    fileprivate var english: String {
        switch self {
        case .atLeast(let number): "at least \(times(number))"
        case .atMost(let number): "at most \(times(number))"
        case .exactly(let number): "exactly \(times(number))"
        case .lessThan(let number): "less than \(times(number))"
        case .moreThan(let number): "more than \(times(number))"
        case .between(let lower, let upper): "\(lower) to \(upper) times"
        }
    }

    private func times(_ number: Int) -> String {
        switch number {
        case 1: "once"
        case 2: "twice"
        default: "\(number) times"
        }
    }
}

extension Predicate {
    /// Such as `where category is shoes and price is 100 or more`.
    var english: String { "where \(inner(isNested: false))" }

    private func inner(isNested: Bool) -> String {
        switch self {
        case .all(let operands):
            enclosed(operands.map { $0.inner(isNested: true) }.joined(separator: " and "), isNested)
        case .any(let operands): enclosed(operands.map { $0.inner(isNested: true) }.joined(separator: " or "), isNested)
        case .not(let operand): "not \(operand.inner(isNested: true))"
        case .property(let name, let test): "\(spoken(name)) \(test.english)"
        }
    }

    private func enclosed(_ text: String, _ isNested: Bool) -> String { isNested ? "(\(text))" : text }
}

private func words(_ parts: String?...) -> String {
    parts.compactMap { $0 }.joined(separator: " ")
}
