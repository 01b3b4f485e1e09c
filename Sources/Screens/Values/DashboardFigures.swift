public import Analytics
public import Customers
import Filters

/// All that the dashboard shows of one date.
public struct DashboardFigures: Hashable, Sendable {
    /// How a segment's size changed over the period.
    public struct SegmentMove: Hashable, Sendable {
        public let name: String
        public let before, now: Int

        public init(name: String, before: Int, now: Int) {
            self.name = name
            self.before = before
            self.now = now
        }
    }

    /// Who was in one segment at the start of the period, and how many of them are in another one now.
    public struct Flow: Hashable, Sendable {
        /// The names of the two segments.
        public let start, end: String
        public let started, moved: Int
        /// The filters that give those people.
        public let startedFilter, movedFilter: String
        /// How long half of those who moved took at most; none where nobody did.
        public let medianSeconds: Int64?
        /// What those who moved brought in the period after refunds, in minor units.
        public let revenue: Int64

        public init(
            start: String, end: String, started: Int, moved: Int, startedFilter: String, movedFilter: String,
            medianSeconds: Int64? = nil, revenue: Int64 = 0
        ) {
            self.medianSeconds = medianSeconds
            self.revenue = revenue
            self.start = start
            self.end = end
            self.started = started
            self.moved = moved
            self.startedFilter = startedFilter
            self.movedFilter = movedFilter
        }
    }

    /// The period before and the period itself.
    public let periods: MeasureSeries
    /// The measures in short stretches up to the end of the period, for curves.
    public let course: MeasureSeries
    /// The saved segments in their order.
    public let segments: [SegmentMove]
    /// None where the store cannot tell who subscribed.
    public let flow: Flow?
    /// Imports of the period that refused rows, the newest first.
    public let troubledImports: [ImportRecord]
    /// The time that all of it took.
    public let milliseconds: Double

    public init(
        periods: MeasureSeries, course: MeasureSeries, segments: [SegmentMove], flow: Flow?,
        troubledImports: [ImportRecord] = [], milliseconds: Double = 0
    ) {
        self.periods = periods
        self.course = course
        self.segments = segments
        self.flow = flow
        self.troubledImports = troubledImports
        self.milliseconds = milliseconds
    }

    /// The measure of the period.
    public func now(_ metric: Metric) -> MetricValue? { periods.value(of: metric, in: periods.periods.count - 1) }

    /// The measure of the period before.
    public func before(_ metric: Metric) -> MetricValue? {
        periods.periods.count > 1 ? periods.value(of: metric, in: periods.periods.count - 2) : nil
    }

    /// The filter of a measure's people in the period; none where no filter says them.
    public func people(of metric: Metric) -> String? {
        periods.people(of: metric, in: periods.periods.count - 1)?.text
    }

    /// The first and the last day of the period.
    public var days: ClosedRange<CivilDate> { periods.periods.days(of: periods.periods.count - 1) }
}
