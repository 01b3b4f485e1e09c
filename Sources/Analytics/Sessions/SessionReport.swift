public import Columnar
import Customers
public import Filters

/// Visits by period, worked out from the gaps between the events of each person.
public struct SessionReport: Hashable, Sendable {
    /// Events that visits are made of, one run a table.
    public struct Source: Sendable {
        public let run: EventRun
        /// The steps that each row of the table may be, a bit a step; none where it is none.
        public let steps: [UInt16]?

        public init(_ run: EventRun, steps: [UInt16]? = nil) {
            self.run = run
            self.steps = steps
        }
    }

    /// The most steps that may be looked for in visits.
    public static let mostSteps = 12

    /// A gap longer than this begins a visit, in milliseconds.
    public let gap: Int64
    public let periods: ReportPeriods
    /// One a period.
    public let figures: [SessionFigures]
    public let total: SessionFigures
    /// How the people with an event in some days are said.
    public let filters: MetricFilters

    /// - Parameters:
    ///   - sources: all events before the date of the question.
    ///   - steps: how many steps the sources know.
    ///   - gap: in milliseconds, above 0.
    ///   - periods: in which visits begin.
    ///   - profiles: which profile each record belongs to.
    ///   - people: who is counted.
    ///   - filters: how people are said.
    /// - Throws: `CancellationError`.
    /// - Complexity: O(events x log of those of a person)
    public init(
        of sources: [Source], steps: Int, gap: Int64, periods: ReportPeriods, profiles: ProfileMap, people: Bitmap,
        filters: MetricFilters
    ) throws {
        let paths = SessionPaths(sources, since: periods.span.lowerBound - gap, profiles: profiles, people: people)
        var count = SessionCount(gap: gap, periods: periods, steps: steps)
        for profile in 0..<profiles.count {
            if profile % 4096 == 0 { try Task.checkCancellation() }
            count.add(paths[profile])
        }
        self.gap = gap
        self.periods = periods
        self.filters = filters
        figures = count.figures.map(\.sorted)
        total = count.total.sorted
    }

    /// The people with an event in a period; none where there are no events at all.
    public func people(in period: Int) -> Filter? { filters.people(of: .active, in: periods.days(of: period)) }

    /// The people with an event in all of the time.
    public var everyone: Filter? {
        filters.people(of: .active, in: periods.edges[0]...periods.edges[periods.count].adding(days: -1))
    }
}

extension SessionFigures {
    fileprivate var sorted: SessionFigures {
        var copy = self
        copy.lengths.sort()
        return copy
    }
}
