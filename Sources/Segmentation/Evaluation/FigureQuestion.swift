import Columnar
import Filters

/// A condition without what it asks of a figure, over certain rows.
///
/// Dates between which nothing happened have their figures in common.
struct FigureQuestion: Hashable, Sendable {
    private let condition: Filter
    /// The first row and the one after the last in each table that is meant.
    private let rows: [Range<Int>]
    /// The date asked about, where more than the rows hangs on it.
    private let now: Int64?

    /// An aggregate without its test.
    init(_ aggregate: Aggregate, of events: EventCondition, in window: ResolvedWindow, now: Int64) {
        var aggregate = aggregate
        aggregate.test = .exists
        condition = .aggregate(aggregate)
        let span = window.span.clamped(to: .min..<now)
        rows = events.sources.map { $0.times.rows(in: span) }
        self.now = window.edges != nil || events.sources.contains { $0.predicate != nil } ? now : nil
    }

    /// A sequence without its lengths of time, asked at a date.
    init(_ sequence: EventSequence, now: Int64) {
        var sequence = sequence
        for step in sequence.steps.indices { sequence.steps[step].within = Span(1, .hours) }
        condition = .sequence(sequence)
        rows = []
        self.now = now
    }
}
