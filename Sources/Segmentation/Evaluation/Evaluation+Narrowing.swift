import Columnar
import Customers
import Filters

/// A condition is asked of few profiles where the conditions beside it leave few.
///
/// So it is done with conditions that cost by profile: what is added up of each, and ways that each went. The conditions
/// that leave few are those of traits, which cost next to nothing, and those whose answers are known.
extension Evaluation {
    /// The profiles of which conditions that are not known yet need to be asked, by the keys of those of which few do.
    func fewAsked(in root: Plan.Node, asOf instant: Instant) throws -> [EvaluationCache.Key: Bitmap] {
        var asked: [EvaluationCache.Key: Bitmap?] = [:]
        try note(root, asOf: instant, among: nil, in: &asked)
        let most = evaluator.population.profiles.count / 4
        return asked.compactMapValues { few in few.flatMap { $0.count <= most ? $0 : nil } }
    }

    /// Whether a condition may be asked of few; where its figures are kept, they answer sooner.
    func canNarrow(_ leaf: Plan.Leaf, at instant: Instant) -> Bool {
        switch (leaf.condition, leaf.filter) {
        case (.cart, _): return true
        case (.sequence, .sequence(let asked)):
            return !evaluator.cache.knows(key(of: FigureQuestion(asked, now: instant.milliseconds)))
        case (.aggregate(let aggregate), .aggregate(let asked)):
            // Windows that traits bound are those of all profiles.
            if case .window = aggregate.test.kind { return false }
            return !evaluator.cache.knows(key(of: asked, aggregate, at: instant))
        default: return false
        }
    }

    /// The members of a condition among few.
    func members(of leaf: Plan.Leaf, at instant: Instant, among few: Bitmap) throws -> Bitmap {
        let scan = scan(at: instant)
        let few = few & evaluator.base(asOf: instant)
        switch leaf.condition {
        case .sequence(let sequence): return try sequence.profiles(with: scan, among: few) & few
        case .cart(let cart): return try CartPass.profiles(with: cart, by: scan, among: few) & few
        case .aggregate(let aggregate):
            let candidates = Candidates(few)
            let window = scan.resolver.instants(aggregate.events.window)
            let figures = try AggregateScan(scan: scan, aggregate: aggregate, candidates: candidates).figures(
                in: window)
            let passing = figures.passing(aggregate.test.kind, in: scan.resolver, countsDays: aggregate.countsDays)
            return candidates.profiles(numbered: aggregate.test.isNegated ? ~passing : passing)
        default: return try members(of: .leaf(leaf), asOf: instant) & few
        }
    }

    /// Notes of whom the conditions of a part need to be asked: those that all groups around it leave; none means of all.
    private func note(
        _ node: Plan.Node, asOf instant: Instant, among few: Bitmap?, in asked: inout [EvaluationCache.Key: Bitmap?]
    ) throws {
        switch node {
        case .all(let parts):
            let few = meet(few, try bound(of: node, asOf: instant))
            for part in parts { try note(part, asOf: instant, among: few, in: &asked) }
        case .any(let parts): for part in parts { try note(part, asOf: instant, among: few, in: &asked) }
        case .not(let part): try note(part, asOf: instant, among: few, in: &asked)
        case .asOf(let other, let part): try note(part, asOf: other, among: few, in: &asked)
        case .leaf(let leaf):
            let key = key(of: leaf, at: instant)
            guard !evaluator.cache.knows(key), canNarrow(leaf, at: instant) else { return }
            // A condition that stands in two places is asked of those of both.
            let others = asked[key] ?? Bitmap(rows: evaluator.population.profiles.count)
            asked[key] = .some(few.flatMap { few in others.map { $0 | few } })
        }
    }

    /// Profiles among which the members of a part surely are; none where nothing tells.
    private func bound(of node: Plan.Node, asOf instant: Instant) throws -> Bitmap? {
        switch node {
        case .all(let parts):
            return try parts.reduce(nil) { meet($0, try bound(of: $1, asOf: instant)) }
        case .any(let parts):
            var union = Bitmap(rows: evaluator.population.profiles.count)
            for part in parts {
                guard let bound = try bound(of: part, asOf: instant) else { return nil }
                union |= bound
            }
            return union
        case .not: return nil
        case .asOf(let other, let part): return try bound(of: part, asOf: other)
        case .leaf(let leaf):
            if case .trait = leaf.condition { return try members(of: node, asOf: instant) }
            return evaluator.cache.knows(key(of: leaf, at: instant)) ? try members(of: node, asOf: instant) : nil
        }
    }

    private func meet(_ few: Bitmap?, _ others: Bitmap?) -> Bitmap? {
        guard let few, let others else { return few ?? others }
        return few & others
    }
}

extension SequenceCondition {
    /// The profiles that went through the sequence, among some or among all.
    func profiles(with scan: EventScan, among few: Bitmap? = nil) throws -> Bitmap {
        isPlain
            ? try SequencePass.profiles(through: self, with: scan, among: few)
            : try SequenceSearch.profiles(through: self, with: scan, among: few)
    }
}
