/// The calendar dates from 1930 to 2030 as text, laid out once so that writing one is a copy.
enum CivilDays {
    /// Bytes a date takes, as `2026-10-31`.
    static let width = 10

    /// The text of a date between 1930 and 2030, given in days since 1970-01-01.
    static func text(of day: Int) -> ArraySlice<UInt8> {
        let offset = (day - first) * width
        return texts[offset..<offset + width]
    }

    static func month(of day: Int) -> Int {
        let digits = text(of: day)
        let tens = digits[digits.startIndex + 5] - 48
        let ones = digits[digits.startIndex + 6] - 48
        return Int(tens * 10 + ones)
    }

    /// 1930-01-01 in days since 1970-01-01.
    private static let first = -14_610

    private static let texts: [UInt8] = {
        var bytes: [UInt8] = []
        for year in 1930...2030 {
            for month in 1...12 {
                for day in 1...length(ofMonth: month, year: year) {
                    bytes += [year / 1000, year / 100 % 10, year / 10 % 10, year % 10].map { UInt8($0 + 48) }
                    bytes += [45, UInt8(month / 10 + 48), UInt8(month % 10 + 48)]
                    bytes += [45, UInt8(day / 10 + 48), UInt8(day % 10 + 48)]
                }
            }
        }
        return bytes
    }()

    private static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
