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
            let date = GregorianDay(number)
            places.insert(date.placeInLeapYear)
            let endsCommonFebruary = date.month == 2 && date.day == 28 && GregorianDay(number + 1).month == 3
            if endsCommonFebruary { places.insert(Self.leapDay) }
        }
        let runs = places.sorted().joinedToRanges
        days = Self.years.flatMap { year in runs.compactMap { Self.days(of: year, at: $0) } }
    }

    private static let leapDay = 59

    /// The days of a year at places of a leap year.
    private static func days(of year: Int, at places: ClosedRange<Int>) -> ClosedRange<Int64>? {
        let newYear = GregorianDay(year: year, month: 1, clipping: 1).number
        let isLeapYear = GregorianDay(newYear + leapDay).month == 2
        let first = isLeapYear || places.lowerBound <= leapDay ? places.lowerBound : places.lowerBound - 1
        let last = isLeapYear || places.upperBound < leapDay ? places.upperBound : places.upperBound - 1
        return first <= last ? Int64(newYear + first)...Int64(newYear + last) : nil
    }
}

extension GregorianDay {
    /// Days since 1 January, as if the year were a leap year.
    fileprivate var placeInLeapYear: Int {
        GregorianDay(year: 2000, month: month, clipping: day).number - 10_957
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
