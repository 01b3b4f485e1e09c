public import Columnar
public import Customers
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

    /// People with a purchase.
    public struct Buyers: Hashable, Sendable {
        /// Those of each period.
        public let byPeriod: [Int]
        /// Those of all of the time.
        public let total: Int

        public init(byPeriod: [Int], total: Int) {
            self.byPeriod = byPeriod
            self.total = total
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
    /// None where the store knows of no orders.
    public let buyers: Buyers?
    /// How the people with an event in some days are said.
    public let filters: MetricFilters

    /// - Parameters:
    ///   - sources: all events before the date of the question.
    ///   - steps: how many steps the sources know.
    ///   - gap: in milliseconds, above 0.
    ///   - periods: in which visits begin.
    ///   - profiles: which profile each record belongs to.
    ///   - people: who is counted.
    ///   - buyers: those of them with a purchase, by the same periods.
    ///   - filters: how people are said.
    /// - Throws: `PathLengthError`, `CancellationError`.
    /// - Complexity: O(events), on two threads
    public init(
        of sources: [Source], steps: Int, gap: Int64, periods: ReportPeriods, profiles: ProfileMap, people: Bitmap,
        buyers: Buyers? = nil, filters: MetricFilters
    ) throws {
        let table = try PathTable(
            sources.map(\.pass), of: profiles, isMeant: people.count == people.rows ? nil : people,
            in: (periods.span.lowerBound - gap)..<Int64.max, reach: gap)
        let parts = table.halves
        let halves = try shared(parts.count) { half in
            var count = SessionCount(gap: gap, periods: periods, steps: steps)
            try table.forEachPath(in: parts[half]) { _, path in
                count.add(path.lazy.map { (table.clock.instant(of: $0.time), $0.steps) })
            }
            return count
        }
        var count = halves[0]
        count.add(halves[1])
        let counted = count
        let sorted = shared(2) { part in
            part == 0 ? [counted.total.sorted] : counted.figures.map(\.sorted)
        }
        self.init(
            gap: gap, periods: periods, figures: sorted[1], total: sorted[0][0], buyers: buyers, filters: filters)
    }

    /// A report of figures that were counted elsewhere, one a period.
    ///
    /// - Precondition: there are as many as periods.
    public init(
        gap: Int64, periods: ReportPeriods, figures: [SessionFigures], total: SessionFigures, buyers: Buyers?,
        filters: MetricFilters
    ) {
        precondition(figures.count == periods.count, "figures of other periods")
        self.gap = gap
        self.periods = periods
        self.figures = figures
        self.total = total
        self.buyers = buyers
        self.filters = filters
    }

    /// The figures of a period, or of all of the time.
    public func figures(in period: Int?) -> SessionFigures { period.map { figures[$0] } ?? total }

    /// The first and the last local day of a period, or of all of the time.
    public func days(in period: Int?) -> ClosedRange<CivilDate> {
        period.map { periods.days(of: $0) } ?? periods.edges[0]...periods.edges[periods.count].adding(days: -1)
    }

    /// The people with an event in a period, or in all of the time; none where there are no events at all.
    public func people(in period: Int?) -> Filter? { filters.people(of: .active, in: days(in: period)) }

    /// How many people bought in a period, or in all of the time; none where the store knows of no orders.
    public func buyers(in period: Int?) -> Int? {
        buyers.map { buyers in period.map { buyers.byPeriod[$0] } ?? buyers.total }
    }

    /// The people who bought in a period, or in all of the time; none where the store knows of no orders.
    public func buyersFilter(in period: Int?) -> Filter? {
        buyers == nil ? nil : filters.people(of: .buyers, in: days(in: period))
    }

    /// Buyers by people with an event; none where either is unknown.
    public func conversion(in period: Int?) -> Double? {
        let people = figures(in: period).people
        return people > 0 ? buyers(in: period).map { Double($0) / Double(people) } : nil
    }
}

extension SessionReport.Source {
    /// The table as events to be followed profile by profile.
    fileprivate var pass: PathSource {
        guard let steps else { return .plain(run, steps: 0, .always(PathEntry.other)) }
        return .mixed(run, steps: steps, marks: [UInt8](repeating: 0, count: steps.count), from: 0)
    }
}

extension SessionFigures {
    fileprivate var sorted: SessionFigures {
        var copy = self
        copy.lengths.sort()
        return copy
    }
}
