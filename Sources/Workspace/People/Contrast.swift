import Analytics
import Columnar
public import Customers
import Filters
import Phrases
import Segmentation

extension Session {
    /// What sets the people of a filter apart from those of another, or from everybody else.
    ///
    /// Traits and events that either filter asks about are left out: that these tell the two apart is known.
    ///
    /// - Complexity: a pass over all people a trait, and an evaluation an event
    @concurrent
    public nonisolated func contrast(
        of source: String, against other: String? = nil, in scope: String? = nil, asOf: Instant
    ) async throws -> SegmentContrast {
        let state = try await current()
        let people = try state.members(of: source, in: scope, asOf: asOf)
        var others = try state.members(of: other ?? scope ?? "", in: other == nil ? nil : scope, asOf: asOf)
        others.subtract(people)
        return try Contrast(
            state: state, asOf: asOf, rule: try state.checked(source, asOf: asOf),
            known: RuleSubjects(of: [source, other ?? ""], in: state.references), people: people, others: others
        ).found()
    }
}

/// Looks for what is true of a clearly different share of two sets of people.
private struct Contrast {
    let state: WorkspaceState
    let asOf: Instant
    /// The filter of the people.
    let rule: Filter
    /// What the two filters ask about.
    let known: RuleSubjects
    let people, others: Bitmap

    /// Traits of more values tell people apart one by one.
    private static let mostValues = 200
    /// Shares less far apart may be so by chance.
    private static let leastDistance = 3.0
    private static let mostFacts = 20
    /// People of whom a fact would be true in the smaller set if nothing set the two apart.
    private static let leastExpected = 5.0
    private static let bands = [(0, 17), (18, 24), (25, 34), (35, 44), (45, 54), (55, 64), (65, 150)]

    func found() throws -> SegmentContrast {
        var facts: [SegmentContrast.Fact] = []
        if !people.isEmpty, !others.isEmpty {
            for (name, trait) in state.population.traits.sorted(by: { $0.key < $1.key })
            where !known.traits.contains(name) {
                try Task.checkCancellation()
                // Names and numbers tell who somebody is, not what sets many apart.
                guard DataGroup(trait: name, type: trait.current.isOfTexts ? .text : .integer) != .identification else {
                    continue
                }
                facts += of(trait, name)
            }
            for (subject, label, filter) in conditions {
                try Task.checkCancellation()
                let all = try state.evaluator.members(of: filter, asOf: asOf)
                let (own, rest) = (all.countShared(with: people), all.countShared(with: others))
                facts += [fact(subject, Phrase(verbatim: label), filter, own, rest)].compactMap(\.self)
            }
        }
        let clear = facts.filter { abs($0.distance) >= Self.leastDistance }
            .sorted { first, second in
                (abs(second.distance), first.subject, first.label.description)
                    < (abs(first.distance), second.subject, second.label.description)
            }
        return SegmentContrast(
            people: people.count, others: others.count, facts: Array(clear.prefix(Self.mostFacts)))
    }

    /// What people have done, and how old they are.
    private var conditions: [(subject: String, label: String, filter: Filter)] {
        let isKnown = state.population.orders.count > 0
        let events = state.population.events.keys.filter { $0 != "order" && $0 != "purchase" }.sorted()
        let names = (events + (isKnown ? ["purchase"] : [])).filter { !known.events.contains($0) }
        var conditions = names.map { ("did", $0, Filter.performed(Performance(.named($0)))) }
        let birthDate = state.settings["birth_date"]
        guard state.population.traits[birthDate] != nil, known.traits.isDisjoint(with: ["age", birthDate]) else {
            return conditions
        }
        let number = { (years: Int) in Literal.number(DecimalLiteral(coefficient: Int64(years))) }
        conditions += Self.bands.map { first, last in
            let isLast = last == Self.bands[Self.bands.count - 1].1
            let test: ValueTest = isLast ? .compare(.atLeast, number(first)) : .between(number(first), number(last))
            return ("age", isLast ? "\(first)+" : "\(first)–\(last)", .trait("age", test))
        }
        return conditions
    }

    /// The values of a trait that tell the two apart; none of one that holds dates or a value of nearly everybody's own.
    private func of(_ trait: Trait, _ name: String) -> [SegmentContrast.Fact] {
        if case .integers(_, let meaning, _) = trait.current, meaning == .date || meaning == .timestamp { return [] }
        let all = people | others
        let values = TraitValues(trait, asOf: asOf, profiles: state.population.profiles).distinct(among: all)
        guard values.values.count <= Self.mostValues else { return [] }
        var counts = [(own: Int, others: Int)](repeating: (0, 0), count: values.values.count)
        all.forEach { profile in
            let place = Int(values.places[profile])
            if people[profile] { counts[place].own += 1 } else { counts[place].others += 1 }
        }
        return zip(values.values, counts).compactMap { value, count in
            let test = value.map { $0.test(fractionDigits: state.currency.fractionDigits) } ?? .missing
            guard let test else { return nil }
            return fact(name, label(of: value), .trait(name, test), count.own, count.others)
        }
    }

    private func label(of value: ColumnValue?) -> Phrase {
        switch value {
        case nil: Phrase(verbatim: "–")
        case .text(let text): Phrase(verbatim: text)
        case .integer(let number, .boolean): number == 0 ? Phrase("no", "no") : Phrase("yes", "yes")
        case .integer(let number, _): Phrase(verbatim: "\(number)")
        case .number(let number): Phrase(verbatim: "\(number)")
        case .list(let texts): Phrase(verbatim: texts.joined(separator: ", "))
        }
    }

    private func fact(
        _ subject: String, _ label: Phrase, _ filter: Filter, _ own: Int, _ rest: Int
    ) -> SegmentContrast.Fact? {
        let (whole, otherWhole) = (Double(people.count), Double(others.count))
        let (share, otherShare) = (Double(own) / whole, Double(rest) / otherWhole)
        let mean = Double(own + rest) / (whole + otherWhole)
        // Of rare things in small sets of people nothing can be said.
        guard mean < 1, mean * min(whole, otherWhole) >= Self.leastExpected else { return nil }
        let error = (mean * (1 - mean) * (1 / whole + 1 / otherWhole)).squareRoot()
        return SegmentContrast.Fact(
            subject: subject, label: label,
            people: CountedFilter(count: own, filter: Filter.joining([rule, filter]).text), others: rest,
            share: share, othersShare: otherShare, distance: (share - otherShare) / error)
    }
}
