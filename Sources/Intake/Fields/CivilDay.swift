/// Days of the Gregorian calendar as days since 1970-01-01.
enum CivilDay {
    /// The day, or nil if there is none of that date; years 1 to 9999.
    @inline(__always) static func number(year: Int, month: Int, day: Int) -> Int32? {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= length(year, month) else {
            return nil
        }
        // The year is counted from March, so that the leap day is its last.
        let shifted = month > 2 ? year : year - 1
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return Int32(365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468)
    }

    @inline(__always) private static func length(_ year: Int, _ month: Int) -> Int {
        if month == 2 { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28 }
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31
    }
}
