import Columnar
import Customers
import Filters

/// A figure of each profile's events so far that only grows by what comes: a count, or a sum of whole numbers.
struct AggregateTally {
    private let aggregate: AggregateCondition
    private var figures: [Int64]
    private var time = Int64.min
    /// The profiles of whose figure the test holds.
    private var members: Bitmap

    /// None for a figure that is not made so.
    init?(profiles: Int, _ aggregate: AggregateCondition) {
        guard aggregate.function == .count || aggregate.function == .sum && !aggregate.isFraction,
            case .integers = aggregate.test.kind
        else { return nil }
        self.aggregate = aggregate
        figures = Array(repeating: 0, count: profiles)
        members = Bitmap(rows: profiles)
    }

    /// Adds what happened up to an instant, and hands out the profiles of whose figure the test holds.
    mutating func advance(to instant: Instant, _ evaluator: Evaluator) throws -> Bitmap {
        guard case .integers(let ranges) = aggregate.test.kind else { return members }
        let scan = AggregateScan(
            scan: EventReasons(evaluator: evaluator, now: instant.milliseconds).scan, aggregate: aggregate)
        if time == .min {
            try scan.add(in: ResolvedWindow(.min..<instant.milliseconds), to: &figures)
            members = Bitmap(figures, inAnyOf: ranges)
        } else if instant.milliseconds > time {
            try add(scan, in: ResolvedWindow(time..<instant.milliseconds), ranges)
        }
        time = max(time, instant.milliseconds)
        return aggregate.test.isNegated ? ~members : members
    }

    /// Adds what a stretch of time brings, and asks the test of the figures alone that it changes.
    private mutating func add(_ scan: AggregateScan, in window: ResolvedWindow, _ ranges: [ClosedRange<Int64>]) throws {
        var members = self.members
        self.members = Bitmap(rows: 0)
        defer { self.members = members }
        try scan.add(in: window, to: &figures) { profiles, figures in
            members.keep(profiles, whose: figures, lieInAnyOf: ranges)
        }
    }
}
