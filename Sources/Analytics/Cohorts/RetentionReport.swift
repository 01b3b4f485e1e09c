public import Customers
public import Filters

/// Who came back, by the period of the first start event and the periods after it.
///
/// Cohort 0 is the earliest. Cell *k* of a cohort is about the period *k* periods after the cohort's own; a cell whose
/// period has not wholly passed at the report's instant has no figures.
public struct RetentionReport: Hashable, Sendable {
    /// The people who began in one period.
    public struct Cohort: Hashable, Sendable {
        /// The period in which they began, as filters name it.
        public let period: CohortPeriod
        /// The local days of that period.
        public let days: ClosedRange<CivilDate>
        /// How many people began in it.
        public let size: Int
        /// Who came back in each period, none where it has not passed.
        public let people: [Int?]
        /// What they brought in each period, in minor units, none where it has not passed.
        public let revenueMinor: [Int64?]

        public init(
            period: CohortPeriod, days: ClosedRange<CivilDate>, size: Int, people: [Int?], revenueMinor: [Int64?]
        ) {
            self.period = period
            self.days = days
            self.size = size
            self.people = people
            self.revenueMinor = revenueMinor
        }
    }

    /// The same cell of all cohorts for which its period has passed.
    public struct Average: Hashable, Sendable {
        /// The people of those cohorts.
        public let size: Int
        /// Those of them who came back in it.
        public let people: Int
        /// What they brought in it, in minor units.
        public let revenueMinor: Int64

        /// The part that came back, 0 to 1; none where there is nobody.
        public var share: Double? { size == 0 ? nil : Double(people) / Double(size) }
        /// Revenue a person of the cohorts, in minor units; none where there is nobody.
        public var perPersonMinor: Int64? { size == 0 ? nil : Ratio(revenueMinor, over: Int64(size)).rounded }
    }

    /// What counts happened before this instant.
    public let asOf: Instant
    /// What begins.
    public let start: ReportEvent
    /// What coming back is.
    public let returning: ReportEvent
    /// How periods are cut and what cells hold.
    public let options: RetentionOptions
    /// The cohorts in time order, those of nobody between others included.
    public let cohorts: [Cohort]
    /// A row that weighs every cohort by its people, a cell for each cell of the cohorts.
    public let averages: [Average]
    /// The first days of the periods, the cohorts' own first, and the day after the last one.
    let edges: [CivilDate]

    /// A report of figures that are known.
    ///
    /// - Precondition: every cohort has as many cells, and there are edges for every period that a cell is about.
    public init(
        asOf: Instant, start: ReportEvent, returning: ReportEvent, options: RetentionOptions, cohorts: [Cohort],
        edges: [CivilDate]
    ) {
        self.asOf = asOf
        self.start = start
        self.returning = returning
        self.options = options
        self.cohorts = cohorts
        self.edges = edges
        averages = (0..<(cohorts.first?.people.count ?? 0)).map { Average(of: $0, in: cohorts) }
    }

    /// The number of people who began.
    public var people: Int { cohorts.reduce(0) { $0 + $1.size } }
}

extension RetentionReport.Cohort {
    /// The part that came back in a period, 0 to 1; none where it has not passed or nobody began.
    public func share(_ cell: Int) -> Double? {
        guard size > 0, people.indices.contains(cell), let people = people[cell] else { return nil }
        return Double(people) / Double(size)
    }

    /// Revenue a person who began, in minor units; none where the period has not passed or nobody began.
    public func perPersonMinor(_ cell: Int) -> Int64? {
        guard size > 0, revenueMinor.indices.contains(cell), let revenue = revenueMinor[cell] else { return nil }
        return Ratio(revenue, over: Int64(size)).rounded
    }
}

extension RetentionReport.Average {
    fileprivate init(of cell: Int, in cohorts: [RetentionReport.Cohort]) {
        var (size, people, revenue) = (0, 0, Int64(0))
        for cohort in cohorts {
            guard let returned = cohort.people[cell], let brought = cohort.revenueMinor[cell] else { continue }
            size += cohort.size
            people += returned
            revenue += brought
        }
        (self.size, self.people, revenueMinor) = (size, people, revenue)
    }
}
