import Columnar
import Customers
import Filters

/// One evaluation of a plan.
struct Evaluation {
    let evaluator: Evaluator
    /// The answers of conditions that were asked only of the profiles that the conditions beside them leave, by their keys.
    var narrowed: [EvaluationCache.Key: Bitmap] = [:]

    /// The members of a node at an instant.
    func members(of node: Plan.Node, asOf instant: Instant) throws -> Bitmap {
        let base = evaluator.base(asOf: instant)
        switch node {
        case .all(let parts):
            return try combined(parts, asOf: instant, none: base) { $0 &= $1 }
        case .any(let parts):
            return try combined(parts, asOf: instant, none: Bitmap(rows: base.rows)) { $0 |= $1 }
        case .not(let part):
            var members = base
            members.subtract(try self.members(of: part, asOf: instant))
            return members
        case .asOf(let other, let part):
            return try members(of: part, asOf: other) & base
        case .leaf(let leaf):
            let key = key(of: leaf, at: instant)
            if let few = narrowed[key] { return few }
            return try evaluator.cache.bitmap(for: key) { try satisfying(leaf, at: instant, base: base) }
        }
    }

    /// The members of some parts, each of which holds only profiles that exist.
    private func combined(
        _ parts: [Plan.Node], asOf instant: Instant, none: @autoclosure () -> Bitmap,
        _ combine: (inout Bitmap, Bitmap) -> Void
    ) throws -> Bitmap {
        guard let first = parts.first else { return none() }
        var members = try self.members(of: first, asOf: instant)
        for part in parts.dropFirst() { combine(&members, try self.members(of: part, asOf: instant)) }
        return members
    }

    private func satisfying(_ leaf: Plan.Leaf, at instant: Instant, base: Bitmap) throws -> Bitmap {
        switch leaf.condition {
        case .trait(let trait, let test):
            let passing = try passing(trait, test.kind, askedBy: leaf.filter, at: instant)
            return base.keeping(passing, isNegated: test.isNegated)
        case .derived(let derivation, let test):
            let column = try evaluator.derived.column(derivation, instant)
            return base.keeping(try passing(column, test.kind), isNegated: test.isNegated)
        case .performed(let counts):
            return try counts.reduce(base) { members, count in
                let window = resolver(at: instant).instants(count.events.window)
                let passing = try scan(at: instant).profiles(with: count.events, times: count.bounds, in: window)
                return members.keeping(passing)
            }
        case .occurrence(let which, let events):
            return base.keeping(try occurring(which, events, at: instant))
        case .sequence(let sequence):
            let scan = scan(at: instant)
            if let members = try members(through: sequence, askedBy: leaf.filter, with: scan) {
                return base.keeping(members)
            }
            return base.keeping(try sequence.profiles(with: scan))
        case .habit(let events, let least, let weeks):
            return base & (try scan(at: instant).profiles(with: events, inAtLeast: least, ofLastWeeks: weeks))
        case .cart(let cart): return base.keeping(try CartPass.profiles(with: cart, by: scan(at: instant)))
        case .aggregate(let aggregate):
            let resolver = resolver(at: instant)
            let figures = try figures(of: aggregate, askedBy: leaf.filter, at: instant)
            let passing = figures.passing(aggregate.test.kind, in: resolver, countsDays: aggregate.countsDays)
            return base.keeping(passing, isNegated: aggregate.test.isNegated)
        case .movement(let movement):
            return base & (try moving(movement, at: instant, resolver(at: instant).instants(movement.window)))
        case .sample(let parts, let salt):
            let key = EvaluationCache.Key(
                question: .sample(parts: parts, salt: salt), asOf: Instant(milliseconds: 0), version: evaluator.version)
            let sample = try evaluator.cache.bitmap(for: key) {
                let identifiers = try evaluator.derived.column(.identifier, instant)
                return try Sample(parts: parts, salt: salt).profiles(identifiedBy: identifiers)
            }
            return base & sample
        }
    }

    /// The figure of every profile, kept so that another test of it need not work it out again.
    private func figures(
        of aggregate: AggregateCondition, askedBy filter: Filter, at instant: Instant
    ) throws -> Figures {
        let window = resolver(at: instant).instants(aggregate.events.window)
        let scan = AggregateScan(scan: scan(at: instant), aggregate: aggregate)
        guard case .aggregate(let asked) = filter else { return try scan.figures(in: window) }
        return try evaluator.cache.figures(for: key(of: asked, aggregate, at: instant)) {
            try scan.figures(in: window)
        }
    }

    /// The key of the figure that an aggregate tests.
    func key(of asked: Aggregate, _ aggregate: AggregateCondition, at instant: Instant) -> EvaluationCache.Key {
        let window = resolver(at: instant).instants(aggregate.events.window)
        return key(of: FigureQuestion(asked, of: aggregate.events, in: window, now: instant.milliseconds))
    }

    /// The key of a figure, which says itself what it hangs on.
    func key(of figure: FigureQuestion) -> EvaluationCache.Key {
        EvaluationCache.Key(question: .figures(figure), asOf: Instant(milliseconds: 0), version: evaluator.version)
    }

    /// The profiles that went through a sequence, by the shortest time in which each did; none where that does not tell,
    /// or where nobody asked for another length of time before.
    private func members(
        through sequence: SequenceCondition, askedBy filter: Filter, with scan: EventScan
    ) throws -> Bitmap? {
        guard let longest = sequence.longestGap(scan.resolver.local), case .sequence(let asked) = filter else {
            return nil
        }
        let key = key(of: FigureQuestion(asked, now: scan.now))
        guard evaluator.cache.wasAsked(key) else { return nil }
        let gaps = try evaluator.cache.figures(for: key) { try SequenceGaps.figures(of: sequence, with: scan) }
        return gaps.passing(.integers([0...longest]), in: scan.resolver, countsDays: false)
    }

    /// The profiles whose trait passes a test; dates between which it did not change have them in common.
    private func passing(
        _ trait: Trait, _ test: ColumnTest.Kind, askedBy filter: Filter, at instant: Instant
    ) throws -> Bitmap {
        let name: String
        switch filter {
        case .trait(let trait, _), .anniversary(let trait, _): name = trait
        default: return try passing(trait, test, at: instant)
        }
        // The ends of windows are themselves traits' values as of the date.
        if case .window = test { return try passing(trait, test, at: instant) }
        let undone = trait.undone(at: instant.milliseconds)?.rows.lowerBound ?? .max
        let key = EvaluationCache.Key(
            question: .trait(name, test, undone: undone), asOf: Instant(milliseconds: 0), version: evaluator.version)
        return try evaluator.cache.bitmap(for: key) { try passing(trait, test, at: instant) }
    }

    /// The profiles whose trait passes a test.
    private func passing(_ trait: Trait, _ test: ColumnTest.Kind, at instant: Instant) throws -> Bitmap {
        let profiles = evaluator.population.profiles
        guard case .window(let window) = test else {
            let scan = TraitScan(
                profiles: profiles, moved: evaluator.moved, trait: trait, now: instant.milliseconds)
            return try scan.profiles(where: test)
        }
        let resolver = resolver(at: instant)
        let isDate = trait.current.type == .date
        guard let edges = isDate ? resolver.days(window) : resolver.instants(window).edges else {
            return Bitmap(rows: profiles.count)
        }
        var members = Bitmap(rows: profiles.count)
        TraitIntegers(trait: trait, now: instant.milliseconds).forEach { record, value in
            let profile = profiles.profile(of: record)
            if edges.contains(value, of: profile) { members[profile] = true }
        }
        return members
    }

    /// The profiles whose figure in a column of a row a profile passes a test.
    func passing(_ column: Column, _ test: ColumnTest.Kind) throws -> Bitmap {
        let count = evaluator.population.profiles.count
        let scan = TraitScan(
            profiles: ProfileMap(count: count), moved: Bitmap(rows: count), trait: Trait(current: column), now: .max)
        return try scan.profiles(where: test)
    }

    func scan(at instant: Instant) -> EventScan {
        EventScan(
            profiles: evaluator.population.profiles, moved: evaluator.moved, resolver: resolver(at: instant),
            fractionDigits: evaluator.options.fractionDigits, isShared: isShared)
    }

    func resolver(at instant: Instant) -> WindowResolver {
        WindowResolver(
            population: evaluator.population, local: LocalTime(calendar: evaluator.calendar),
            now: instant.milliseconds)
    }
}

extension Evaluation {
    /// The profiles whose first or last such event falls in a stretch of time.
    ///
    /// That is: one falls in it, and none before it (for the first) or after it (for the last).
    private func occurring(
        _ which: Occurrence.Which, _ events: EventCondition, at instant: Instant
    ) throws -> Bitmap {
        let scan = scan(at: instant)
        let window = resolver(at: instant).instants(events.window)
        guard window.edges == nil else { return try occurring(which, events, within: window, scan) }
        var members = try scan.profiles(with: events, in: window)
        let others = which == .first ? .min..<window.span.lowerBound : window.span.upperBound..<Int64.max
        members.subtract(try scan.profiles(with: events, in: ResolvedWindow(others)))
        return members
    }

    private func occurring(
        _ which: Occurrence.Which, _ events: EventCondition, within window: ResolvedWindow, _ scan: EventScan
    ) throws -> Bitmap {
        let profiles = evaluator.population.profiles
        var times = [Int64?](repeating: nil, count: profiles.count)
        try scan.forEachMatch(of: events, in: ResolvedWindow(.min..<Int64.max)) { source, match in
            match.forEach { row in
                let profile = profiles.profile(of: Int(source.records[row]))
                let time = source.times[row]
                guard let known = times[profile] else { return times[profile] = time }
                times[profile] = which == .first ? min(known, time) : max(known, time)
            }
        }
        var members = Bitmap(rows: profiles.count)
        for (profile, time) in times.enumerated() {
            if let time, let edges = window.edges, edges.contains(time, of: profile) { members[profile] = true }
        }
        return members
    }
}

extension Bitmap {
    /// The rows that are in another set, or with `isNegated` the rows that are not.
    fileprivate func keeping(_ other: Bitmap, isNegated: Bool = false) -> Bitmap {
        // Nothing to write: both answers share their memory.
        if !isNegated, other.isSubset(of: self) { return other }
        var kept = self
        if isNegated { kept.subtract(other) } else { kept &= other }
        return kept
    }
}
