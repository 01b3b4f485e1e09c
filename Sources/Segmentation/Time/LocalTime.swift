import Customers
import Filters

/// The workspace's calendar in the units of columns: days since 1970-01-01 and milliseconds since then.
struct LocalTime: Sendable {
    let calendar: CivilCalendar

    /// The local day of an instant.
    func day(of milliseconds: Int64) -> Int {
        Int(calendar.date(at: Instant(milliseconds: milliseconds)).dayNumber)
    }

    /// The instant at which a local day begins.
    func midnight(of day: Int) -> Int64 {
        calendar.midnight(of: CivilDate(dayNumber: Int32(clamping: day))).milliseconds
    }

    /// The instant that a text names.
    func milliseconds(of written: LocalInstant) -> Int64 {
        written.instant(in: calendar).milliseconds
    }

    /// The instant a length of time before (or with `forward` after) another.
    ///
    /// Calendar units lead to the local midnight of the day that is so many days, weeks, months or years away.
    func milliseconds(_ span: Span, from instant: Int64, forward: Bool) -> Int64 {
        guard let minutes = span.minutes else { return midnight(of: day(span, from: instant, forward: forward)) }
        // No time of a file is so far away.
        let distance = Int64(min(minutes, 6_000_000_000)) * 60_000
        return instant + (forward ? distance : -distance)
    }

    /// The local day a length of time before (or with `forward` after) that of an instant.
    func day(_ span: Span, from instant: Int64, forward: Bool) -> Int {
        let count = forward ? span.count : -span.count
        let unit: CivilCalendar.Unit
        switch span.unit {
        case .minutes, .hours: return day(of: milliseconds(span, from: instant, forward: forward))
        case .days, .calendarDays: unit = .days
        case .weeks, .calendarWeeks: unit = .weeks
        case .calendarMonths: unit = .months
        case .calendarYears: unit = .years
        }
        return Int(calendar.date(at: Instant(milliseconds: instant)).adding(count, unit).dayNumber)
    }
}
