public import Customers
public import Filters

extension CohortPeriod {
    /// The day, week or month that begins on a day.
    ///
    /// A week bears the number of its Thursday in ISO 8601, wherever the workspace's weeks begin.
    public init(_ unit: Period, from first: CivilDate) {
        switch unit {
        case .day: self = .day(first)
        case .week:
            let days = (Weekday.thursday.rawValue - first.weekday.rawValue + 7) % 7
            let thursday = first.adding(days: days)
            let newYear = CivilDate(year: thursday.year, month: 1, day: 1) ?? thursday
            self = .week(
                year: thursday.year, week: Int(thursday.dayNumber - newYear.dayNumber) / 7 + 1)
        case .month: self = .month(year: first.year, month: first.month)
        }
    }
}
