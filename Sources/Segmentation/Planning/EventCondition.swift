import Columnar
import Filters

/// Which events are meant, and when.
struct EventCondition: Sendable {
    var sources: [EventSource]
    var window: Window
}

/// How often such events must have happened.
struct EventCount: Sendable {
    let events: EventCondition
    let bounds: CountBounds
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
    /// The property of which a figure is made.
    var measured: PropertyColumn?
    /// The properties by which steps of a sequence are joined.
    var joined: [EventSequence.Step.Join: PropertyColumn] = [:]
}

/// A property of an event, or of the lines of an order.
struct PropertyColumn: Sendable {
    let column: Column
    let isOfLines: Bool
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
