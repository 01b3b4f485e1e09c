import Filters

/// The days of all years that fall on a stretch of days when the year is ignored.
///
/// 29 February falls on the 28th in common years.
struct Anniversaries {
    /// Years of dates that are looked at; files hold no others.
    static let years = 1800...2200

    /// The stretches of days since 1970-01-01, rising and apart.
    let days: [ClosedRange<Int64>]

    /// - Parameters:
    ///   - first: the first day of the stretch.
    ///   - end: the day after its last.
    init(from first: Int, to end: Int) {
        let dates = (first..<max(first, min(end, first + 366))).map(GregorianDay.init)
        var marks = Set(dates.map { Mark(month: $0.month, day: $0.day) })
        for date in dates where date.month == 2 && date.day == 28 {
            let isCommonYear = GregorianDay(date.number + 1).month == 3
            if isCommonYear { marks.insert(Mark(month: 2, day: 29)) }
        }
        days =
            Self.years.flatMap { year in
                marks.compactMap { mark in
                    let date = GregorianDay(year: year, month: mark.month, clipping: mark.day)
                    return date.day == mark.day ? Int64(date.number) : nil
                }
            }.sorted().joinedToRanges
    }

    private struct Mark: Hashable {
        let month: Int
        let day: Int
    }
}

extension [Int64] {
    /// Rising values as ranges of neighbours.
    fileprivate var joinedToRanges: [ClosedRange<Int64>] {
        var ranges: [ClosedRange<Int64>] = []
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
