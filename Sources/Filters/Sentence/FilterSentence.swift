public import Phrases

extension Filter {
    /// The filter as a plain English sentence.
    ///
    ///     People in Москва or Kraków, aged 30 or more, who bought at least twice in the last 90 days.
    ///
    /// It is for reading along, not for parsing: values stand without quotes where they are plain words.
    public var sentence: String { phrase.description }

    /// The filter as a plain sentence in each language of the interface.
    public var phrase: Phrase {
        switch self {
        case .all(let operands) where operands.isEmpty: Phrase("sentence.everyone", "Everyone.")
        case .any(let operands) where operands.isEmpty: Phrase("sentence.nobody", "No one.")
        case .not(.all(let operands)) where operands.isEmpty: Phrase("sentence.nobody", "No one.")
        case .not(let operand): Phrase("sentence.except", "Everyone except people %1.").with(operand.clause)
        default: Phrase("sentence.people", "People %1.").with(groupClause ?? clause)
        }
    }

    /// What follows ‘people’, in brackets where it is a group.
    var clause: Phrase {
        if let groupClause { return groupClause.enclosed }
        switch self {
        case .all: return Phrase("sentence.any", "of any kind")
        case .any: return Phrase("sentence.none", "of no kind")
        case .not(let operand): return operand.otherwise
        case .asOf(let point, let operand):
            return Phrase("sentence.asof", "who %1 were people %2").with(point.asOfPhrase, operand.clause)
        default: return conditionClause
        }
    }

    /// That people are not those of the filter.
    private var otherwise: Phrase { Phrase("sentence.other", "other than people %1").with(clause) }

    /// The clauses of a group; nil for what is none.
    private var groupClause: Phrase? {
        switch self {
        case .all(let operands) where operands.count > 1:
            let (positive, excluded) = operands.partitioned
            let both = Phrase("sentence.clauses.and", "%1, and %2")
            guard !positive.isEmpty else { return excluded.map(\.otherwise).joined(by: both) }
            let without = excluded.map { Phrase("sentence.excluding", "excluding people %1").with($0.clause) }
            return ([positive.map(\.clause).listed(by: both)] + without).joined(by: .comma)
        case .any(let operands) where operands.count > 1:
            return operands.map(\.clause).listed(by: Phrase("sentence.clauses.or", "%1, or %2"))
        case .all(let operands), .any(let operands): return operands.first?.groupClause
        default: return nil
        }
    }
}

extension [Filter] {
    /// What must hold, and what must not.
    fileprivate var partitioned: (positive: [Filter], excluded: [Filter]) {
        var positive: [Filter] = [], excluded: [Filter] = []
        for filter in self {
            if case .not(let operand) = filter {
                excluded.append(operand)
            } else {
                positive.append(filter)
            }
        }
        return (positive, excluded)
    }
}

extension TimePoint {
    fileprivate var asOfPhrase: Phrase {
        switch self {
        case .date(let date): Phrase("sentence.on", "on %1").with(date.phrase)
        case .instant(let instant): Phrase("sentence.at", "at %1").with(instant.phrase)
        case .ago(let span): Phrase("sentence.ago", "%1 ago").with(span.phrase)
        case .trait(let name): Phrase("sentence.at", "at %1", spoken(name))
        }
    }
}
