import Customers
import Filters

/// The workspace's calendar in the units of columns: days since 1970-01-01 and milliseconds since then.
struct LocalTime: Sendable {
    let calendar: CivilCalendar

    /// Days that no date of a file lies beyond; what a filter says is clipped to them.
    private static let days = -1_000_000...1_000_000

    /// The local day of an instant.
    func day(of milliseconds: Int64) -> Int {
        Int(calendar.date(at: Instant(milliseconds: milliseconds)).dayNumber)
    }

    /// The instant at which a local day begins.
    func midnight(of day: Int) -> Int64 {
        calendar.midnight(of: CivilDate(dayNumber: Int32(day.clamped(to: Self.days)))).milliseconds
    }

    /// The instant that a text names.
    func milliseconds(of written: LocalInstant) -> Int64 {
        guard let offset = written.offset else {
            return calendar.instant(of: written.date, milliseconds: written.milliseconds).milliseconds
        }
        let day = Int64(written.date.dayNumber) * 86_400_000
        return day + Int64(written.milliseconds) - Int64(offset) * 1000
    }

    /// The instant a length of time before (or with `forward` after) another.
    ///
    /// Calendar units lead to the local midnight of the day that is so many days, weeks, months or years away.
    func milliseconds(_ span: Span, from instant: Int64, forward: Bool) -> Int64 {
        guard let hours = span.hours else { return midnight(of: day(span, from: instant, forward: forward)) }
        let limit = 1_000_000 * 24
        let distance = Int64(min(hours, limit)) * 3_600_000
        return instant + (forward ? distance : -distance)
    }

    /// The local day a length of time before (or with `forward` after) that of an instant.
    func day(_ span: Span, from instant: Int64, forward: Bool) -> Int {
        let sign = forward ? 1 : -1
        let today = day(of: instant)
        let count = min(span.count, 1_000_000) * sign
        switch span.unit {
        case .hours: return day(of: milliseconds(span, from: instant, forward: forward))
        case .days, .calendarDays: return today + count
        case .weeks, .calendarWeeks: return today + 7 * count
        case .calendarMonths: return GregorianDay(today).adding(months: count).number
        case .calendarYears: return GregorianDay(today).adding(months: 12 * count).number
        }
    }
}

extension Span {
    /// The length in hours where it is one of hours; days and weeks are of 24 and 168 hours.
    fileprivate var hours: Int? {
        let perUnit: Int
        switch unit {
        case .hours: perUnit = 1
        case .days: perUnit = 24
        case .weeks: perUnit = 168
        case .calendarDays, .calendarWeeks, .calendarMonths, .calendarYears: return nil
        }
        let (hours, overflow) = count.multipliedReportingOverflow(by: perUnit)
        return overflow ? .max : hours
    }
}

extension Comparable {
    /// The nearest value of a range.
    func clamped(to range: ClosedRange<Self>) -> Self {
        min(max(self, range.lowerBound), range.upperBound)
    }
}
