import Columnar
import Customers
import Filters
import Phrases

/// Finds what decides each condition of a filter for the one profile of a population.
struct Reasoner {
    let evaluator: Evaluator
    let knowledge: ProfileKnowledge
    /// The segments whose rules led here.
    var segments: [String] = []

    /// A filter with all below it, as it is asked at an instant.
    func node(_ filter: Filter, asOf instant: Instant) throws -> ReasonNode {
        let holds = try evaluator.holds(filter, asOf: instant)
        func made(_ kind: ReasonNode.Kind, _ operands: [Filter], asOf date: Instant) throws -> ReasonNode {
            ReasonNode(
                kind: kind, text: filter.text, holds: holds, asOf: instant,
                operands: try operands.map { try node($0, asOf: date) })
        }
        switch filter {
        case .all(let operands): return try made(.all, operands, asOf: instant)
        case .any(let operands): return try made(.any, operands, asOf: instant)
        case .not(let operand): return try made(.not, [operand], asOf: instant)
        case .asOf(_, let operand):
            let plan = try evaluator.plan(for: filter, asOf: instant)
            guard case .asOf(let other, _) = plan.root else { return try made(.asOf, [], asOf: instant) }
            return try made(.asOf, [operand], asOf: other)
        default:
            return ReasonNode(
                kind: .condition, text: filter.text, holds: holds, asOf: instant,
                evidence: try evidence(of: filter, asOf: instant), operands: try rule(of: filter, asOf: instant))
        }
    }

    /// The rule of the segment that a condition asks about.
    private func rule(of filter: Filter, asOf instant: Instant) throws -> [ReasonNode] {
        guard case .membership(.member(let name)) = filter, !segments.contains(name),
            let rule = try knowledge.rule(name)
        else { return [] }
        var inner = self
        inner.segments.append(name)
        return [try inner.node(rule, asOf: instant)]
    }

    private func evidence(of filter: Filter, asOf instant: Instant) throws -> [Evidence] {
        // Nothing holds for somebody who is not there yet, not even a negation.
        guard evaluator.base(asOf: instant)[0] else {
            return [Evidence(measure: Phrase("evidence.existence", "existence"), value: .boolean(false))]
        }
        let plan = try evaluator.plan(for: filter, asOf: instant)
        guard case .leaf(let leaf) = plan.root else { return [] }
        let events = EventReasons(evaluator: evaluator, now: instant.milliseconds)
        switch (filter, leaf.condition) {
        case (.trait("age", _), _) where evaluator.population.traits["age"] == nil: return ages(asOf: instant)
        case (.trait(let name, _), _): return readings(of: name, asOf: instant)
        case (.anniversary(let name, _), _):
            return readings(of: name, asOf: instant) + anniversaries(of: name, asOf: instant)
        case (_, .performed(let counts)):
            return try counts.flatMap { try events.evidence(of: $0, named: filter.eventName) }
        case (_, .occurrence(let which, let condition)):
            return try events.evidence(of: condition, which, named: filter.eventName)
        case (.sequence(let written), .sequence(let sequence)):
            return try SequenceReasons(events: events, sequence: sequence, names: written.names).evidence()
        case (_, .habit(let condition, let least, let weeks)):
            return try events.evidence(of: condition, atLeast: least, ofLastWeeks: weeks, named: filter.eventName)
        case (_, .cart(let cart)): return try events.evidence(of: cart, named: filter.eventName)
        case (.aggregate(let written), .aggregate(let aggregate)):
            return try events.evidence(of: aggregate, named: written.figureName)
        case (_, .movement(let movement)): return try changes(of: movement, asOf: instant)
        case (_, .derived(let derivation, _)): return try knowledge.evidence(derivation, instant)
        case (_, .sample(let parts, let salt)): return try [place(in: parts, salt, asOf: instant)]
        default: return []
        }
    }

    private func place(in parts: Int, _ salt: String, asOf instant: Instant) throws -> Evidence {
        let identifiers = try evaluator.derived.column(.identifier, instant)
        // The first sample that has the profile ends just beyond its place.
        var (below, enough) = (0, 10_000)
        while enough - below > 1 {
            let middle = (below + enough) / 2
            let isIn = try Sample(parts: middle, salt: salt).profiles(identifiedBy: identifiers)[0]
            if isIn { enough = middle } else { below = middle }
        }
        return Evidence(.place, salt, count: enough - 1, most: parts - 1)
    }
}

extension Filter {
    /// The event that a condition asks about.
    fileprivate var eventName: String {
        switch self {
        case .performed(let performance): performance.event.word
        case .occurrence(let occurrence): occurrence.event
        case .habit(let habit): habit.event.word
        case .change(let change): change.event
        case .cart(let cart): cart.event
        case .lifecycle(let event, _, _), .cohort(_, let event): event
        default: ""
        }
    }
}

extension EventName {
    fileprivate var word: String { if case .named(let name) = self { name } else { "anything" } }
}

extension EventSequence {
    /// The events of the steps.
    fileprivate var names: [String] { [event] + steps.map(\.event) }
}

extension Aggregate {
    /// Such as `sum(purchase.revenue)`.
    fileprivate var figureName: String {
        "\(function.rawValue)(\(event)\(property.map { "." + $0 } ?? ""))"
    }
}
