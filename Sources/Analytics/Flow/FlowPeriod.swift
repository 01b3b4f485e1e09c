public import Customers
public import Filters
public import Phrases

/// The two dates between which people are followed.
public struct FlowPeriod: Hashable, Sendable {
    /// The local days of the period.
    public let days: ClosedRange<CivilDate>
    /// The local midnight that begins it.
    public let start: Instant
    /// The local midnight after its last day, or the report's instant where that is earlier.
    public let end: Instant
    /// The instants at which people are looked at after the start: local midnights, and the end.
    public let looks: [Instant]
    private let endsAtMidnight: Bool

    /// The period of some local days as far as it is past.
    ///
    /// - Throws: `FlowError` where the first day has not begun.
    public init(_ days: ClosedRange<CivilDate>, asOf: Instant, in calendar: CivilCalendar) throws(FlowError) {
        self.days = days
        start = calendar.midnight(of: days.lowerBound)
        let midnight = calendar.midnight(of: days.upperBound.adding(days: 1))
        end = min(midnight, asOf)
        guard start < end else { throw .notBegun(days.lowerBound) }
        endsAtMidnight = midnight <= asOf
        let last = calendar.date(at: end)
        var looks: [Instant] = []
        var day = days.lowerBound.adding(days: 1)
        while day <= last {
            let midnight = calendar.midnight(of: day)
            if midnight < end { looks.append(midnight) }
            day = day.adding(days: 1)
        }
        self.looks = looks + [end]
    }

    /// The start as a filter says it.
    public var startPoint: TimePoint { .date(days.lowerBound) }

    /// The end as a filter says it.
    public var endPoint: TimePoint {
        endsAtMidnight ? .date(days.upperBound.adding(days: 1)) : .instant(LocalInstant(end))
    }
}

/// Why no flow can be told.
public enum FlowError: Phrased, Hashable, CustomStringConvertible {
    /// The period has not begun at the date of the question.
    case notBegun(CivilDate)
    /// There are no states to go between.
    case noStates

    public var description: String { phrase.description }

    public var phrase: Phrase {
        switch self {
        case .notBegun(let day):
            Phrase(
                "flow.notbegun",
                "The period begins on %1, which is not past at the date of the question; begin earlier.",
                "\(day)")
        case .noStates:
            Phrase("flow.nostates", "A matrix needs at least one segment; name some, separated by commas.")
        }
    }
}
