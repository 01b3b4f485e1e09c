import Columnar
import Customers
import Filters

/// A figure of each profile's events so far that only grows by what comes: a count, or a sum of whole numbers.
struct AggregateTally {
    private let aggregate: AggregateCondition
    private var figures: [Int64]
    private var time = Int64.min

    /// None for a figure that is not made so.
    init?(profiles: Int, _ aggregate: AggregateCondition) {
        guard aggregate.function == .count || aggregate.function == .sum && !aggregate.isFraction,
            case .integers = aggregate.test.kind
        else { return nil }
        self.aggregate = aggregate
        figures = Array(repeating: 0, count: profiles)
    }

    /// Adds what happened up to an instant, and hands out the profiles of whose figure the test holds.
    mutating func advance(to instant: Instant, _ evaluator: Evaluator) throws -> Bitmap {
        let events = EventReasons(evaluator: evaluator, now: instant.milliseconds)
        if instant.milliseconds > time {
            try AggregateScan(scan: events.scan, aggregate: aggregate)
                .add(in: ResolvedWindow(time..<instant.milliseconds), to: &figures)
            time = instant.milliseconds
        }
        guard case .integers(let ranges) = aggregate.test.kind else { return Bitmap(rows: figures.count) }
        let passing = Bitmap(figures, inAnyOf: ranges)
        return aggregate.test.isNegated ? ~passing : passing
    }
}
