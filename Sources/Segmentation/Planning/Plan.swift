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
        case performed(EventCondition, CountBounds)
        case occurrence(Occurrence.Which, EventCondition)
    }
}

/// Which events are meant, and when.
struct EventCondition: Sendable {
    var sources: [EventSource]
    let window: Window
}

/// A table with events of the kind that is meant.
struct EventSource: Sendable {
    let records: Lane<UInt32>
    let times: TimeLane
    /// Only these rows count; none where all do.
    var only: BitmapLane?
    /// These rows do not count.
    var except: BitmapLane?
    /// The records with at least one of the rows that count, where it is known.
    var everyRecord: BitmapLane?
    /// Where the lines of each row end, for orders.
    var lineEnds: Lane<UInt32>?
    var predicate: RowPredicate?
}

/// A condition on the row of an event, with its columns.
indirect enum RowPredicate: Sendable {
    case all([RowPredicate])
    case any([RowPredicate])
    case not(RowPredicate)
    /// A property that this table lacks, so that every row misses its value.
    case missing(isNegated: Bool)
    case column(Column, ColumnTest)
    /// A column of the order's lines.
    case line(Column, ColumnTest)

    /// Whether the condition is one on lines: true for an order that has a line for which all of it holds.
    var isOfLines: Bool {
        switch self {
        case .all(let parts), .any(let parts): parts.contains(where: \.isOfLines)
        case .not(let part): part.isOfLines
        case .missing, .column: false
        case .line: true
        }
    }
}
