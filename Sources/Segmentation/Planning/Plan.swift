import Columnar
public import Customers
import Filters

/// A filter whose names are found and whose times are fixed, ready to be evaluated.
public struct Plan: Sendable {
    /// The instant asked about.
    public let asOf: Instant
    let root: Node

    /// The operators are word operations on the answers of the leaves.
    indirect enum Node: Sendable {
        case all([Node])
        case any([Node])
        case not(Node)
        /// The members at another instant.
        case asOf(Instant, Node)
        case leaf(Leaf)
    }

    /// One condition at one instant.
    struct Leaf: Sendable {
        /// The condition as it was written, by which its answer is kept.
        let filter: Filter
        let condition: Condition
    }

    enum Condition: Sendable {
        case trait(Trait, ColumnTest)
        case derived(Derivation, ColumnTest)
        /// All of these at once: one for `did`, several for `stopped` and the stages of a lifecycle.
        case performed([EventCount])
        case occurrence(Occurrence.Which, EventCondition)
        case sequence(SequenceCondition)
        case habit(EventCondition, atLeast: Int, ofLastWeeks: Int)
        case cart(CartCondition)
        case aggregate(AggregateCondition)
        case movement(Movement)
        /// Of 10,000 parts of all profiles the first so many.
        case sample(parts: Int, salt: String)
    }
}
