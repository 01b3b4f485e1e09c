import Customers

extension CivilDate {
    /// The number of ISO weeks of a year, 52 or 53.
    static func isoWeeks(of year: Int) -> Int {
        func lastWeekday(_ year: Int) -> Int { (year + year / 4 - year / 100 + year / 400) % 7 }
        return lastWeekday(year) == 4 || lastWeekday(year - 1) == 3 ? 53 : 52
    }
}
