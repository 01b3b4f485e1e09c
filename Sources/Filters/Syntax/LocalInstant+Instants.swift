public import Customers

extension LocalInstant {
    /// The instant in UTC: `2026-05-01T10:00Z`.
    public init(_ instant: Instant) {
        let (date, milliseconds) = CivilCalendar.utc.local(at: instant)
        self.init(date: date, milliseconds: milliseconds, offset: 0)
    }

    /// The instant that is meant; where no offset is written, by the clocks of a calendar.
    public func instant(in calendar: CivilCalendar) -> Instant {
        guard let offset else { return calendar.instant(of: date, milliseconds: milliseconds) }
        let day = Int64(date.dayNumber) * 86_400_000
        return Instant(milliseconds: day + Int64(milliseconds) - Int64(offset) * 1000)
    }
}
