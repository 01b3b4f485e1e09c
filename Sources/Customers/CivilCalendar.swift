/// Calendar words in one time zone.
public struct CivilCalendar: Sendable {
    /// The calendar of UTC.
    public static let utc = CivilCalendar()

    private init() {}

    /// The local date of an instant.
    public func date(of instant: Instant) -> CivilDate {
        let days = instant.milliseconds / 86_400_000 - (instant.milliseconds % 86_400_000 < 0 ? 1 : 0)
        return CivilDate(dayNumber: Int32(days))
    }

    /// The instant at which a local date begins.
    public func start(of date: CivilDate) -> Instant {
        Instant(milliseconds: Int64(date.dayNumber) * 86_400_000)
    }

    /// The instant of a local date and time of day.
    public func instant(of date: CivilDate, milliseconds: Int) -> Instant {
        Instant(milliseconds: Int64(date.dayNumber) * 86_400_000 + Int64(milliseconds))
    }
}
