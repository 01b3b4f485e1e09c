public import Customers

/// A length of time as it is written: `30 days`, `3 calendar months`.
public struct Span: Hashable, Sendable {
    public enum Unit: String, Hashable, Sendable, CaseIterable {
        case minutes, hours, days, weeks
        case calendarDays = "calendar days"
        case calendarWeeks = "calendar weeks"
        case calendarMonths = "calendar months"
        case calendarYears = "calendar years"
    }

    /// 1 or more.
    public let count: Int
    public let unit: Unit

    public init(_ count: Int, _ unit: Unit) {
        self.count = count
        self.unit = unit
    }
}

extension Span {
    /// The length in minutes where it is a fixed one, days of 24 hours; none for calendar units.
    public var minutes: Int? {
        let perUnit: Int
        switch unit {
        case .minutes: perUnit = 1
        case .hours: perUnit = 60
        case .days: perUnit = 1440
        case .weeks: perUnit = 10_080
        case .calendarDays, .calendarWeeks, .calendarMonths, .calendarYears: return nil
        }
        return count.multipliedReportingOverflow(by: perUnit).partialValue
    }
}

/// A date with a time of day, in the workspace's zone unless an offset is written.
public struct LocalInstant: Hashable, Sendable {
    public let date: CivilDate
    /// Milliseconds since midnight, 0 to 86,399,999.
    public let milliseconds: Int
    /// Seconds east of UTC where the text has them (`Z` is 0).
    public let offset: Int?

    public init(date: CivilDate, milliseconds: Int, offset: Int? = nil) {
        self.date = date
        self.milliseconds = milliseconds
        self.offset = offset
    }
}

/// A point in time as it is written.
public enum TimePoint: Hashable, Sendable {
    /// `2026-01-01`: its local midnight, or the whole day where a range takes days
    case date(CivilDate)
    /// `2026-05-01T10:00`
    case instant(LocalInstant)
    /// `30 days ago`
    case ago(Span)
    /// The time that a trait holds: `subscribed_at`
    case trait(String)
}

/// A stretch of time as it is written.
public enum TimeRange: Hashable, Sendable {
    /// `within last 30 days`
    case withinLast(Span)
    /// `before 2026-01-01`
    case before(TimePoint)
    /// `after 2026-01-01`
    case after(TimePoint)
    /// `on 2026-01-01`
    case on(TimePoint)
    /// `between 2026-01-01 and 2026-01-31`, both ends included
    case between(TimePoint, TimePoint)
}
