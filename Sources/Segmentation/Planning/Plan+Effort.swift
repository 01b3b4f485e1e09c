import Columnar
import Filters

extension Plan.Condition {
    /// About how many rows working the condition out reads, by which two threads share conditions evenly.
    var effort: Int {
        switch self {
        case .trait(let trait, _): trait.current.count / 16
        case .derived, .sample: 0
        case .performed(let counts): counts.reduce(0) { $0 + $1.events.rows }
        case .occurrence(_, let events): events.rows * 2
        case .sequence(let sequence): sequence.steps.reduce(0) { $0 + $1.events.rows * 4 }
        case .habit(let events, _, _): events.rows
        case .cart(let cart): (cart.adds.rows + (cart.state == .any ? 0 : cart.purchases.rows)) * 4
        // Each row is added at a place of its own.
        case .aggregate(let aggregate): aggregate.events.rows * 4
        // The history of a segment.
        case .movement: .max
        }
    }
}

extension EventCondition {
    /// The rows of the tables in the stretch of time; all of them where a trait bounds it.
    fileprivate var rows: Int {
        sources.reduce(0) { $0 + (window.fixed.map($1.times.rows(in:))?.count ?? $1.times.count) }
    }
}
