import Phrases

extension FunnelCondition {
    /// Such as `who dropped out at step 2 of the funnel ‘Checkout’ begun in the last 30 days`.
    var clause: Phrase {
        let place =
            switch state {
            case .reached: Phrase("sentence.reached", "who reached step %1 of %2", "\(step)")
            case .dropped: Phrase("sentence.dropped", "who dropped out at step %1 of %2", "\(step)")
            case .open: Phrase("sentence.open", "who are still at step %1 of %2", "\(step)")
            }
        return words(
            place.with(funnel.phrase), condition.map { touch.phrase.with($0.phrase) },
            time.map { Phrase("sentence.begun", "begun %1").with($0.phrase) })
    }
}

extension FunnelTouch {
    fileprivate var phrase: Phrase {
        switch self {
        case .first: Phrase("sentence.touch.first", "with first event %1")
        case .last: Phrase("sentence.touch.last", "with last event %1")
        }
    }
}

extension FunnelReference {
    fileprivate var phrase: Phrase {
        switch self {
        case .saved(let name): Phrase("sentence.funnel.saved", "the funnel ‘%1’", name)
        case .defined(let funnel): Phrase("sentence.funnel", "the funnel %1").with(funnel.phrase)
        }
    }
}

extension Funnel {
    /// Such as `‘home, then cart, then purchase’ within 7 days`.
    fileprivate var phrase: Phrase {
        let begun = startsAtFirst ? Phrase("sentence.funnel.first", "first %1").with(way) : way
        return words(Phrase("sentence.quoted", "‘%1’").with(begun), exclusion, within?.within)
    }

    private var way: Phrase {
        let names = steps.map { Phrase(verbatim: $0.text) }
        return switch order {
        case .ordered: names.joined(by: Phrase("sentence.funnel.then", "%1, then %2"))
        case .strict: names.joined(by: Phrase("sentence.funnel.next", "%1, right after it %2"))
        case .any: Phrase("sentence.funnel.any", "%1 in any order").with(names.joined(by: .comma))
        }
    }

    /// What must not lie between steps; none where all may.
    private var exclusion: Phrase? {
        guard !excluded.isEmpty else { return nil }
        let events = excluded.map { Phrase(verbatim: $0.text) }.joined(by: .or)
        return endsAtExcluded
            ? Phrase("sentence.funnel.until", "(until %1)").with(events)
            : Phrase("sentence.funnel.without", "(without %1)").with(events)
    }
}
