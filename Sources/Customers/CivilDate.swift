/// A calendar date of the Gregorian calendar, without a zone.
///
///     CivilDate(year: 2026, month: 1, day: 31)?.adding(months: 1)  // 2026-02-28
public struct CivilDate: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01, negative before it.
    public let dayNumber: Int32

    public init(dayNumber: Int32) {
        self.dayNumber = dayNumber
    }

    /// A date of the years 1 to 9999, or nothing where the calendar has no such date.
    public init?(year: Int, month: Int, day: Int) {
        guard CivilDate.years.contains(year), (1...12).contains(month), day >= 1,
            day <= CivilDate.days(inMonth: month, of: year)
        else { return nil }
        self.init(unchecked: year, month, day)
    }

    public static func < (lhs: CivilDate, rhs: CivilDate) -> Bool {
        lhs.dayNumber < rhs.dayNumber
    }
}

extension CivilDate {
    /// 0001-01-01, where arithmetic stops.
    public static let earliest = CivilDate(unchecked: 1, 1, 1)
    /// 9999-12-31, where arithmetic stops.
    public static let latest = CivilDate(unchecked: 9999, 12, 31)

    static let years = 1...9999

    /// The year, with 1 BC as 0.
    public var year: Int { components.year }

    /// The month, 1 to 12.
    public var month: Int { components.month }

    /// The day of the month, 1 to 31.
    public var day: Int { components.day }

    /// Year, month and day together, which costs no more than one of them.
    ///
    /// Source: `civil_from_days` of Howard Hinnant, chrono-Compatible Low-Level Date Algorithms.
    public var components: (year: Int, month: Int, day: Int) {
        let shifted = Int(dayNumber) + CivilDate.daysFromMarchOfYear0
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (
            yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        )
    }

    /// Source: `days_from_civil` of Howard Hinnant, chrono-Compatible Low-Level Date Algorithms.
    init(unchecked year: Int, _ month: Int, _ day: Int) {
        let year = month <= 2 ? year - 1 : year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        self.init(dayNumber: Int32(era * 146_097 + dayOfEra - CivilDate.daysFromMarchOfYear0))
    }

    /// Days from 0000-03-01 to 1970-01-01: counting from March puts the leap day at the end of its year.
    private static let daysFromMarchOfYear0 = 719_468

    /// The length of a month, 28 to 31.
    public static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }
}
