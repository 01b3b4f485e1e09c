/// The calendar of a workspace: local dates and times of one zone, and weeks that begin on one day.
///
/// Zones are exact from 1900 to 2200. A local time that the clocks jump over moves forward by the length of the jump
/// (02:30 becomes 03:30); one that they show twice is the first.
///
///     let calendar = CivilCalendar(zone: "Europe/Warsaw", firstWeekday: .monday)
///     calendar?.midnight(3, .months, before: now)
public struct CivilCalendar: Hashable, Sendable {
    /// The zone's IANA name.
    public let zone: String
    /// The day on which weeks begin.
    public let firstWeekday: Weekday
    let offsets: ZoneOffsets

    /// The calendar of UTC with weeks that begin on Monday: a workspace's until it is set.
    public static let utc = CivilCalendar(zone: "UTC", firstWeekday: .monday, offsets: .utc)

    /// The calendar of an IANA zone, or nothing where the system knows no zone of that name.
    ///
    /// - Complexity: about a millisecond for a zone that changes its clocks, so keep the value.
    public init?(zone identifier: String, firstWeekday: Weekday = .monday) {
        let offsets = identifier == "UTC" ? .utc : ZoneOffsets(identifier: identifier)
        guard let offsets else { return nil }
        self.init(zone: identifier, firstWeekday: firstWeekday, offsets: offsets)
    }

    private init(zone: String, firstWeekday: Weekday, offsets: ZoneOffsets) {
        self.zone = zone
        self.firstWeekday = firstWeekday
        self.offsets = offsets
    }

    /// Seconds east of UTC at an instant.
    public func offset(at instant: Instant) -> Int {
        Int(offsets.offsets[offsets.index(at: instant.milliseconds)] / 1000)
    }

    /// The local date at an instant.
    public func date(at instant: Instant) -> CivilDate {
        local(at: instant).date
    }

    /// The local date and the milliseconds that the clock shows past midnight, 0 to 86,399,999.
    public func local(at instant: Instant) -> (date: CivilDate, milliseconds: Int) {
        let offset = offsets.offsets[offsets.index(at: instant.milliseconds)]
        let (days, rest) = instant.milliseconds.addingClamped(offset)
            .quotientAndRemainder(flooringBy: Instant.millisecondsInDay)
        return (CivilDate(dayNumber: Int32(clamping: days)), Int(rest))
    }

    /// The instant at which the clocks show a local date and some milliseconds past midnight, 0 to 86,399,999.
    public func instant(of date: CivilDate, milliseconds: Int) -> Instant {
        let local = Int64(date.dayNumber) * Instant.millisecondsInDay + Int64(milliseconds)
        switch offsets.reading(of: local) {
        case .shown(let instant): return Instant(milliseconds: instant)
        case .skipped(_, let before): return Instant(milliseconds: local - before)
        }
    }

    /// The instant at which a local date begins.
    ///
    /// Where the clocks jump over midnight, the date begins at the jump.
    public func midnight(of date: CivilDate) -> Instant {
        switch offsets.reading(of: Int64(date.dayNumber) * Instant.millisecondsInDay) {
        case .shown(let instant), .skipped(at: let instant, _): Instant(milliseconds: instant)
        }
    }

    /// Reads an ISO 8601 time: one with a zone as it says, one without in this calendar, a date as its midnight.
    public func instant(parsing text: some StringProtocol) -> Instant? {
        var scanner = TimeScanner(text)
        guard let date = scanner.date() else { return nil }
        guard !scanner.isAtEnd else { return midnight(of: date) }
        guard scanner.separator(), let time = scanner.timeOfDay() else { return nil }
        guard !scanner.isAtEnd else { return instant(of: date, milliseconds: time) }
        guard let offset = scanner.offset(), scanner.isAtEnd else { return nil }
        return Instant(date: date, milliseconds: time, offset: Int64(offset) * 1000)
    }
}

extension Int64 {
    /// The sum, or the nearest number there is.
    func addingClamped(_ other: Int64) -> Int64 {
        let (sum, overflow) = addingReportingOverflow(other)
        guard overflow else { return sum }
        return other < 0 ? .min : .max
    }
}
