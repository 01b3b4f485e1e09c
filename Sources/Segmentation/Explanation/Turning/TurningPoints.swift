import Columnar
import Customers
import Filters

/// Instants at which the answer of a filter for one profile may turn when nothing more becomes known of it.
///
/// An answer follows from comparisons of the profile's own values with edges that move with the time of the question,
/// so it turns only where an edge reaches or passes a value, or where something begins to be past. Instants at which
/// nothing turns may be among those found; an instant at which the answer turns is never missing.
struct TurningPoints {
    /// Asks of the profile alone.
    let evaluator: Evaluator
    /// When derived figures may turn.
    let knowledge: ProfileKnowledge

    var population: Population { evaluator.population }
    var local: LocalTime { LocalTime(calendar: evaluator.calendar) }

    var binder: Binder {
        Binder(
            population: population, options: evaluator.options, derived: evaluator.derived, local: local)
    }

    /// The instants after `start` up to `end`, in no order.
    func turns(of filter: Filter, after start: Int64, upTo end: Int64) throws -> Set<Int64> {
        guard start < end else { return [] }
        switch filter {
        case .all(let operands), .any(let operands):
            return try operands.reduce(into: news(after: start, upTo: end)) { turns, operand in
                turns.formUnion(try self.turns(of: operand, after: start, upTo: end))
            }
        case .not(let operand): return try turns(of: operand, after: start, upTo: end)
        case .asOf(let point, let operand):
            let edge = MovingEdge { try binder.times(seenFrom: Instant(milliseconds: $0)).instants(.before(point)).end }
            guard let first = try edge.place(start), let last = try edge.place(end) else { return [] }
            let turns = try self.turns(of: operand, after: first, upTo: last)
            return news(after: start, upTo: end).union(
                try turns.compactMap { try edge.arrival(at: $0, after: start, upTo: end) })
        default:
            return news(after: start, upTo: end).union(
                try turns(ofCondition: filter, after: start, upTo: end).filter { $0 > start && $0 <= end })
        }
    }

    /// When what happened begins to be past, in a stretch of time.
    func news(after start: Int64, upTo end: Int64) -> Set<Int64> {
        let dates = population.existence.since.map { since in [since[0]].filter { $0 != .min } } ?? []
        let times =
            dates + population.orders.times.all + population.events.values.flatMap(\.times.all)
            + (population.refunds?.times.all ?? [])
            + population.traits.values.flatMap { $0.changes?.times.all ?? [] }
        return Set(times.map { $0 + 1 }.filter { $0 > start && $0 <= end })
    }

    private func turns(ofCondition filter: Filter, after start: Int64, upTo end: Int64) throws -> [Int64] {
        let stretch = start..<end
        switch filter {
        case .trait("age", let test) where population.traits["age"] == nil:
            return birthdays(by: test)
        case .trait(let name, let test): return try turns(of: test, over: values(ofTrait: name), stretch)
        case .anniversary(let trait, let span): return try anniversaries(of: trait, span, stretch)
        case .performed(let performance):
            return try turns(performance.event, performance.condition, edges(of: performance.time), stretch)
        case .occurrence(let occurrence):
            return try turns(.named(occurrence.event), occurrence.condition, edges(of: occurrence.time), stretch)
        case .sequence(let sequence): return try turns(of: sequence, stretch)
        case .habit(let habit):
            let weeks = (0...habit.ofLastWeeks).map { week in MovingEdge { $0 - Int64(week) * 604_800_000 } }
            return try turns(habit.event, habit.condition, weeks, stretch)
        case .change(let change):
            return try turns(.named(change.event), change.condition, windowEdges(of: filter), stretch)
        case .lifecycle(let event, _, _): return try turns(.named(event), nil, windowEdges(of: filter), stretch)
        case .cart(let cart):
            return try turns(.named(cart.event), cart.condition, edges(of: cart.time), stretch)
                + times(of: .named(cart.event)).map { $0 + CartCondition.day + 1 }
        case .aggregate(let aggregate):
            let values = aggregate.property.map { self.values(ofProperty: $0) } ?? []
            return try turns(.named(aggregate.event), aggregate.condition, edges(of: aggregate.time), stretch)
                + turns(of: aggregate.test, over: values, stretch)
        case .membership(.entered(let name, let range)), .membership(.left(let name, let range)):
            return try movements(of: name, range, stretch)
        case .membership(.member(let name)): return try knowledge.turns(.member(of: name), stretch) ?? []
        case .derived(let measure, _): return try knowledge.turns(.measure(measure), stretch) ?? []
        case .reachable(let channel): return try knowledge.turns(.reachable(channel), stretch) ?? []
        case .consents(let channel, let purpose):
            return try knowledge.turns(.consents(channel, purpose: purpose), stretch) ?? []
        case .funnelStep(let condition):
            guard case .defined(let funnel) = condition.funnel else {
                return try knowledge.turns(.funnelStep(condition), stretch) ?? []
            }
            return try turns(of: condition, in: funnel, stretch)
        case .all, .any, .not, .asOf, .cohort, .sample: return []
        }
    }

    /// When attempts come into the time asked about or leave it, and when they can get no further.
    private func turns(
        of condition: FunnelCondition, in funnel: Funnel, _ stretch: Range<Int64>
    ) throws -> [Int64] {
        var moving = edges(of: condition.time)
        if let minutes = funnel.within?.minutes { moving.append(MovingEdge { $0 - Int64(minutes) * 60_000 }) }
        let starts = funnel.order == .any ? funnel.steps : [funnel.steps[0]]
        return try starts.flatMap { try turns(.named($0.event), $0.condition, moving, stretch) }
    }

    /// The edges of the stretches of time that a condition on events looks at, found by binding it anew.
    private func windowEdges(of condition: Filter) throws -> [MovingEdge] {
        func windows(_ instant: Int64) throws -> [Window] {
            let node = try binder.bind(condition, asOf: Instant(milliseconds: instant), path: [])
            guard case .leaf(let leaf) = node, case .performed(let counts) = leaf.condition else { return [] }
            return counts.map(\.events.window)
        }
        return try windows(0).indices.flatMap { index in
            [MovingEdge { try windows($0)[index].start }, MovingEdge { try windows($0)[index].end }]
        }
    }
}

extension TimeLane {
    /// All instants.
    var all: [Int64] { (0..<count).map { self[$0] } }
}

extension Window {
    /// The lower end, where it is the same for all.
    var start: Int64? { if case .at(let value) = lower { value } else { nil } }

    /// The upper end, where it is the same for all.
    var end: Int64? { if case .at(let value) = upper { value } else { nil } }
}
