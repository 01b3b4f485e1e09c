import Customers

/// The days of all years that fall on a stretch of days when the year is ignored.
///
/// 29 February falls on the 28th in common years.
struct Anniversaries {
    /// Years of dates that are looked at; files hold no others.
    static let years = 1800...2200

    /// The stretches of days since 1970-01-01, rising and apart.
    let days: [ClosedRange<Int64>]

    /// The anniversaries of a stretch from its first day up to, and without, its end.
    init(from first: Int, to end: Int) {
        // Places in a leap year, in which every day of every year has one.
        var places = Set<Int>()
        for number in first..<max(first, min(end, first + 366)) {
            let date = CivilDate(dayNumber: Int32(clamping: number))
            let place = Self.place(of: date)
            places.insert(place)
            let endsCommonFebruary = place == Self.leapDay - 1 && date.adding(days: 1).month == 3
            if endsCommonFebruary { places.insert(Self.leapDay) }
        }
        let runs = places.sorted().joinedToRanges
        days = Self.years.flatMap { year in runs.compactMap { Self.days(of: year, at: $0) } }
    }

    /// The place of 29 February, counted from 0.
    private static let leapDay = 59

    /// Days since 1 January, as if the date's year were a leap year.
    private static func place(of date: CivilDate) -> Int {
        let (year, month, _) = date.components
        let place = Int(date.dayNumber) - newYear(year)
        return month > 2 && !isLeap(year) ? place + 1 : place
    }

    /// The days of a year at places of a leap year.
    private static func days(of year: Int, at places: ClosedRange<Int>) -> ClosedRange<Int64>? {
        let newYear = newYear(year)
        let isLeap = isLeap(year)
        let first = isLeap || places.lowerBound <= leapDay ? places.lowerBound : places.lowerBound - 1
        let last = isLeap || places.upperBound < leapDay ? places.upperBound : places.upperBound - 1
        return first <= last ? Int64(newYear + first)...Int64(newYear + last) : nil
    }

    /// 1 January of a year, in days since 1970-01-01.
    private static func newYear(_ year: Int) -> Int {
        Int(CivilDate.earliest.adding(years: year - 1).dayNumber)
    }

    private static func isLeap(_ year: Int) -> Bool {
        newYear(year + 1) - newYear(year) == 366
    }
}

extension [Int] {
    /// Rising values as ranges of neighbours.
    fileprivate var joinedToRanges: [ClosedRange<Int>] {
        var ranges: [ClosedRange<Int>] = []
        for value in self {
            if let last = ranges.last, last.upperBound == value - 1 {
                ranges[ranges.count - 1] = last.lowerBound...value
            } else {
                ranges.append(value...value)
            }
        }
        return ranges
    }
}
