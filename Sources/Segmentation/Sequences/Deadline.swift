import Filters

/// How long after one event another may happen.
enum Deadline {
    /// So many milliseconds.
    case after(Int64)
    /// Until the local midnight to which calendar units lead.
    case calendar(Filters.Span, LocalTime)
    /// Until an instant, whenever the first was.
    case until(Int64)

    init(_ span: Filters.Span, _ local: LocalTime) {
        switch span.unit {
        case .minutes, .hours, .days, .weeks: self = .after(local.milliseconds(span, from: 0, forward: true))
        case .calendarDays, .calendarWeeks, .calendarMonths, .calendarYears: self = .calendar(span, local)
        }
    }

    /// The last instant at which the other event may happen.
    func instant(after time: Int64) -> Int64 {
        switch self {
        case .after(let length): time &+ length
        case .calendar(let span, let local): local.milliseconds(span, from: time, forward: true)
        case .until(let instant): instant
        }
    }
}
