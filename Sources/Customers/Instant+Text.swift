extension Instant: CustomStringConvertible {
    /// The instant in UTC, `2026-01-01T00:00:00Z`, with milliseconds where it has some.
    public var description: String {
        let (days, milliseconds) = self.milliseconds.quotientAndRemainder(flooringBy: Instant.millisecondsInDay)
        let date = CivilDate(dayNumber: Int32(clamping: days))
        let (seconds, fraction) = Int(milliseconds).quotientAndRemainder(dividingBy: 1000)
        let time = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { $0.padded(to: 2) }.joined(separator: ":")
        return "\(date)T\(time)\(fraction == 0 ? "" : "." + fraction.padded(to: 3))Z"
    }

    /// Reads an ISO 8601 instant with its zone: `2026-01-01T00:00:00Z`, `2026-01-01 02:00+02:00`.
    ///
    /// Seconds may be left out; a fraction is cut to milliseconds. A text without a zone is no instant: read it with
    /// ``CivilCalendar/instant(parsing:)``.
    public init?(parsing text: some StringProtocol) {
        var scanner = TimeScanner(text)
        guard let date = scanner.date(), scanner.separator(), let time = scanner.timeOfDay(),
            let offset = scanner.offset(), scanner.isAtEnd
        else { return nil }
        self.init(date: date, milliseconds: time, offset: Int64(offset) * 1000)
    }

    /// The length of a day without a change of the clocks.
    static let millisecondsInDay: Int64 = 86_400_000

    /// A local time whose offset from UTC is known.
    ///
    /// - Parameters:
    ///   - date: the local date.
    ///   - milliseconds: the time since local midnight.
    ///   - offset: milliseconds east of UTC.
    init(date: CivilDate, milliseconds: Int, offset: Int64) {
        self.init(milliseconds: Int64(date.dayNumber) * Instant.millisecondsInDay + Int64(milliseconds) - offset)
    }
}

extension Int64 {
    /// The quotient rounded down, and the remainder from 0 up to the divisor, which is positive.
    func quotientAndRemainder(flooringBy divisor: Int64) -> (quotient: Int64, remainder: Int64) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
