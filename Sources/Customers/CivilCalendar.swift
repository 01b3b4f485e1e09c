/// Calendar words in one time zone.
public struct CivilCalendar: Sendable {
    /// The calendar of UTC.
    public static let utc = CivilCalendar()

    private init() {}

    /// The local date of an instant.
    public func date(of instant: Instant) -> CivilDate {
        CivilDate(dayNumber: Int32(Double(instant.milliseconds) / 86_400_000))
    }

    /// The instant at which a local date begins.
    public func start(of date: CivilDate) -> Instant {
        Instant(milliseconds: Int64(date.dayNumber) * 86_400_000)
    }
}
