import Phrases

extension Performance {
    /// Such as `who bought at least twice in the last 90 days`.
    var clause: Phrase {
        words(event.who(isNegated ? event.omitted : event.done), condition?.phrase, count?.phrase, time?.phrase)
    }
}

extension Occurrence {
    /// Such as `whose first purchase was in the last 30 days`.
    var clause: Phrase {
        let name = spoken(event)
        let subject =
            switch which {
            case .first: Phrase("sentence.first", "whose first %1", name)
            case .last: Phrase("sentence.latest", "whose last %1", name)
            }
        return words(subject, condition?.phrase, Phrase("sentence.was", "was %1").with(time.phrase))
    }
}

extension EventSequence {
    /// Such as `who did add to cart and then purchase within 7 days`.
    var clause: Phrase {
        let name = EventName.named(event)
        let first = words(name.who(name.done), condition?.phrase, time?.phrase)
        return ([first] + steps.map(\.clause)).joined(by: Phrase("sentence.then", "%1 and then %2"))
    }
}

extension EventSequence.Step {
    fileprivate var clause: Phrase {
        let name = EventName.named(event)
        return words(
            isNegated ? name.omitted : name.done, join?.phrase, condition?.phrase,
            within?.within ?? Phrase("sentence.since", "since"))
    }
}

extension EventSequence.Step.Join {
    fileprivate var phrase: Phrase {
        switch self {
        case .product: Phrase("sentence.same.product", "for the same product")
        case .cart: Phrase("sentence.same.cart", "for the same cart")
        }
    }
}

extension Habit {
    /// Such as `who did visit in at least 3 of the last 4 weeks`.
    var clause: Phrase {
        let weeks = Phrase(
            "sentence.habit", one: "in at least %1 of the last %2 week", other: "in at least %1 of the last %2 weeks",
            count: ofLastWeeks, "\(atLeast)", "\(ofLastWeeks)")
        return words(event.who(event.done), condition?.phrase, weeks)
    }
}

extension Change {
    /// Such as `who stopped buying in the last 90 days`.
    var clause: Phrase {
        let doing = EventName.named(event).doing
        let deed =
            switch kind {
            case .stopped: Phrase("sentence.stopped", "who stopped %1").with(doing)
            case .restarted: Phrase("sentence.restarted", "who started %1 again").with(doing)
            }
        return words(deed, condition?.phrase, TimeRange.withinLast(withinLast).phrase)
    }
}

extension Cart {
    /// Such as `who abandoned a cart (add to cart) last filled in the last 7 days`.
    var clause: Phrase {
        let name = spoken(event)
        let deed =
            switch state {
            case .any: Phrase("sentence.cart.any", "who had a cart (%1)", name)
            case .ordered: Phrase("sentence.cart.ordered", "who ordered a cart (%1)", name)
            case .abandoned: Phrase("sentence.cart.abandoned", "who abandoned a cart (%1)", name)
            case .open: Phrase("sentence.cart.open", "who have an open cart (%1)", name)
            }
        return words(
            deed, condition?.phrase, time.map { Phrase("sentence.cart.filled", "last filled %1").with($0.phrase) })
    }
}

extension Aggregate {
    /// Such as `whose total revenue of purchase in the last 90 days is 500 or more`.
    var clause: Phrase {
        words(Phrase("sentence.whose", "whose %1").with(figurePhrase), condition?.phrase, time?.phrase, test.phrase)
    }

    private var figurePhrase: Phrase {
        let event = spoken(event)
        let subject =
            property.map { Phrase("sentence.of", "%1 of %2", spoken($0), event) } ?? Phrase(verbatim: event)
        return switch function {
        case .sum: Phrase("sentence.sum", "total %1").with(subject)
        case .average: Phrase("sentence.average", "average %1").with(subject)
        case .min: Phrase("sentence.min", "smallest %1").with(subject)
        case .max: Phrase("sentence.max", "largest %1").with(subject)
        case .count where property == nil: Phrase("sentence.count", "number of events %1", event)
        case .count: Phrase("sentence.count.known", "number of known %1").with(subject)
        case .distinct: Phrase("sentence.distinct", "number of different %1").with(subject)
        }
    }
}

extension EventName {
    /// Those of whom a deed is said.
    fileprivate func who(_ deed: Phrase) -> Phrase { Phrase("sentence.who", "who %1").with(deed) }

    /// `bought`, `did product view`.
    fileprivate var done: Phrase {
        switch self {
        case .anything: Phrase("sentence.did.anything", "did anything")
        case .named("purchase"): Phrase("sentence.did.purchase", "bought")
        case .named("order"): Phrase("sentence.did.order", "ordered")
        case .named(let name): Phrase("sentence.did", "did %1", spoken(name))
        }
    }

    /// `did not buy`, `did not do product view`.
    fileprivate var omitted: Phrase {
        switch self {
        case .anything: Phrase("sentence.didnot.anything", "did not do anything")
        case .named("purchase"): Phrase("sentence.didnot.purchase", "did not buy")
        case .named("order"): Phrase("sentence.didnot.order", "did not order")
        case .named(let name): Phrase("sentence.didnot", "did not do %1", spoken(name))
        }
    }

    /// After ‘stopped’: `buying`, `doing product view`.
    fileprivate var doing: Phrase {
        switch self {
        case .anything: Phrase("sentence.doing.anything", "doing anything")
        case .named("purchase"): Phrase("sentence.doing.purchase", "buying")
        case .named("order"): Phrase("sentence.doing.order", "ordering")
        case .named(let name): Phrase("sentence.doing", "doing %1", spoken(name))
        }
    }
}

extension Count {
    /// Such as `at least twice`.
    fileprivate var phrase: Phrase {
        switch self {
        case .atLeast(let number): Phrase("sentence.atleast", "at least %1").with(times(number))
        case .atMost(let number): Phrase("sentence.atmost", "at most %1").with(times(number))
        case .exactly(let number): Phrase("sentence.exactly", "exactly %1").with(times(number))
        case .lessThan(let number): Phrase("sentence.less", "less than %1").with(times(number))
        case .moreThan(let number): Phrase("sentence.more", "more than %1").with(times(number))
        case .between(let lower, let upper): Phrase("sentence.times.between", "%1 to %2 times", "\(lower)", "\(upper)")
        }
    }

    private func times(_ number: Int) -> Phrase {
        switch number {
        case 1: Phrase("sentence.once", "once")
        case 2: Phrase("sentence.twice", "twice")
        default: Phrase("sentence.times", one: "%1 times", other: "%1 times", count: number, "\(number)")
        }
    }
}

extension Predicate {
    /// Such as `where category is shoes and price is 100 or more`.
    var phrase: Phrase { Phrase("sentence.where", "where %1").with(inner(isNested: false)) }

    private func inner(isNested: Bool) -> Phrase {
        switch self {
        case .all(let operands): group(operands, by: .and, isNested)
        case .any(let operands): group(operands, by: .or, isNested)
        case .not(let operand): Phrase("sentence.not", "not %1").with(operand.inner(isNested: true))
        case .property(let name, let test): words(Phrase(verbatim: spoken(name)), test.phrase)
        }
    }

    private func group(_ operands: [Predicate], by form: Phrase, _ isNested: Bool) -> Phrase {
        let whole = operands.map { $0.inner(isNested: true) }.joined(by: form)
        return isNested ? whole.enclosed : whole
    }
}
