import Customers
import Testing

struct CivilDateTests {
    private func date(_ text: String) throws -> CivilDate {
        try #require(CivilDate(parsing: text))
    }

    @Test(arguments: [
        ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2026-03-01", 20_513), ("1900-01-01", -25_567),
        ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
    ])
    func `a date and its day number say the same`(text: String, dayNumber: Int32) throws {
        #expect(try date(text).dayNumber == dayNumber)
        #expect(CivilDate(dayNumber: dayNumber).description == text)
    }

    @Test func `every day of 800 years follows the one before`() throws {
        var expected = (year: 1600, month: 1, day: 1)
        let first = try date("1600-01-01").dayNumber
        for dayNumber in first..<first + 2 * 146_097 {
            let found = CivilDate(dayNumber: dayNumber)
            guard found.components == expected,
                CivilDate(year: expected.year, month: expected.month, day: expected.day) == found
            else {
                Issue.record("day \(dayNumber) is \(found)")
                return
            }
            expected.day += 1
            if CivilDate(year: expected.year, month: expected.month, day: expected.day) == nil {
                expected = expected.month == 12 ? (expected.year + 1, 1, 1) : (expected.year, expected.month + 1, 1)
            }
        }
        #expect(expected == (2400, 1, 1))
    }

    @Test(arguments: [
        "", "2026", "2026-3-01", "2026-03-1", "2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-03-00",
        "2026-03-01 ", " 2026-03-01", "2026/03/01", "+026-03-01", "0000-01-01", "10000-01-01", "２026-03-01",
    ])
    func `refuses what is no date`(text: String) {
        #expect(CivilDate(parsing: text) == nil)
    }

    @Test(arguments: [
        ("2026-03-31", -1, "2026-02-28"), ("2024-03-31", -1, "2024-02-29"), ("2026-01-31", 1, "2026-02-28"),
        ("2026-05-15", -3, "2026-02-15"), ("2026-01-15", -1, "2025-12-15"), ("2025-12-31", 2, "2026-02-28"),
        ("2024-02-29", -12, "2023-02-28"), ("2024-02-29", 48, "2028-02-29"), ("2026-05-31", 0, "2026-05-31"),
        ("2026-05-31", .max, "9999-12-31"), ("2026-05-31", .min, "0001-01-01"), ("9999-01-05", 12, "9999-12-31"),
    ])
    func `months keep the day or clip it`(from: String, months: Int, to: String) throws {
        #expect(try date(from).adding(months: months) == date(to))
    }

    @Test(arguments: [
        ("2024-02-29", 1, CivilCalendar.Unit.years, "2025-02-28"), ("2024-02-29", -4, .years, "2020-02-29"),
        ("2026-01-01", -1, .days, "2025-12-31"), ("2026-01-01", 2, .weeks, "2026-01-15"),
        ("2026-01-01", .max, .weeks, "9999-12-31"), ("2026-01-01", .min, .years, "0001-01-01"),
        ("2026-01-01", .max, .days, "9999-12-31"),
    ])
    func `counts in every unit and stops at the ends`(from: String, count: Int, unit: CivilCalendar.Unit, to: String)
        throws
    {
        #expect(try date(from).adding(count, unit) == date(to))
    }

    @Test(arguments: [
        ("2026-11-22", Weekday.sunday), ("1970-01-01", .thursday), ("1969-12-28", .sunday), ("2000-01-01", .saturday),
        ("1600-02-29", .tuesday),
    ])
    func `knows the day of the week`(text: String, weekday: Weekday) throws {
        #expect(try date(text).weekday == weekday)
    }

    @Test(arguments: [
        ("2026-11-22", Weekday.monday, "2026-11-16"), ("2026-11-22", .sunday, "2026-11-22"),
        ("2026-11-21", .sunday, "2026-11-15"), ("2026-11-22", .saturday, "2026-11-21"),
        ("1969-12-29", .monday, "1969-12-29"),
    ])
    func `a week starts on the day asked for`(text: String, first: Weekday, start: String) throws {
        #expect(try date(text).weekStart(from: first) == date(start))
    }

    @Test func `a month starts on its first day`() throws {
        #expect(try date("2024-02-29").monthStart == date("2024-02-01"))
        #expect(try date("1969-12-31").monthStart == date("1969-12-01"))
    }

    @Test(arguments: [
        ("1990-06-10", "2026-06-03", 7), ("1990-06-10", "2026-06-10", 0), ("1990-06-10", "2026-06-11", 364),
        ("1992-02-29", "2026-02-28", 0), ("1992-02-29", "2028-02-28", 1), ("1992-02-29", "2028-02-29", 0),
        ("1990-01-01", "2026-12-31", 1), ("1990-03-01", "2027-03-02", 365),
    ])
    func `counts the days to the next anniversary`(born: String, from: String, days: Int) throws {
        #expect(try date(born).daysUntilAnniversary(from: date(from)) == days)
    }

    @Test(arguments: [
        ("1990-06-10", "2026-06-09", 35), ("1990-06-10", "2026-06-10", 36), ("1990-06-10", "1990-06-10", 0),
        ("1992-02-29", "2026-02-27", 33), ("1992-02-29", "2026-02-28", 34), ("1992-02-29", "2028-02-28", 35),
        ("1990-06-10", "1990-06-09", nil),
    ])
    func `counts whole years`(born: String, at: String, years: Int?) throws {
        #expect(try date(born).wholeYears(at: date(at)) == years)
    }
}
