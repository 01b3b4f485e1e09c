public import Customers
public import Filters

/// How many people were new, came back, woke up and fell asleep in each period.
///
/// Who is active in a period is new, returning or resurrected in it; who was active in the period before is returning or
/// dormant.
public struct LifecycleReport: Hashable, Sendable {
    /// One period.
    public struct Entry: Hashable, Sendable {
        /// Its local days.
        public let days: ClosedRange<CivilDate>
        /// Whether the report's instant lies in it, so that its figures still change.
        public let isPartial: Bool
        /// People active for the first time, active in the period before too, active again, and active no longer.
        public let new, returning, resurrected, dormant: Int

        public init(
            days: ClosedRange<CivilDate>, isPartial: Bool, new: Int, returning: Int, resurrected: Int, dormant: Int
        ) {
            self.days = days
            self.isPartial = isPartial
            self.new = new
            self.returning = returning
            self.resurrected = resurrected
            self.dormant = dormant
        }

        /// People who were active.
        public var active: Int { new + returning + resurrected }

        /// The people of a stage.
        public subscript(stage: LifecycleStage) -> Int {
            switch stage {
            case .new: new
            case .returning: returning
            case .resurrected: resurrected
            case .dormant: dormant
            }
        }
    }

    /// What counts happened before this instant.
    public let asOf: Instant
    /// What being active is.
    public let event: ReportEvent
    /// The length of a period.
    public let unit: Period
    /// The periods in time order.
    public let entries: [Entry]
    /// The first day of the period before the first one.
    let dayBefore: CivilDate

    /// A report of figures that are known; `dayBefore` begins the period before the first one.
    public init(asOf: Instant, event: ReportEvent, unit: Period, entries: [Entry], dayBefore: CivilDate) {
        self.asOf = asOf
        self.event = event
        self.unit = unit
        self.entries = entries
        self.dayBefore = dayBefore
    }

    /// The people of a stage in a period: `first session_start between …`.
    public func filter(_ stage: LifecycleStage, in number: Int) -> Filter {
        let days = entries[number].days
        let before = number > 0 ? entries[number - 1].days.lowerBound : dayBefore
        return stage.filter(of: event, in: days, after: before...days.lowerBound.adding(days: -1))
    }

    /// The people who were active in a period.
    public func activeFilter(in number: Int) -> Filter { event.happened(.days(entries[number].days)) }
}
