import Customers
import Foundation
import Testing

struct CivilCalendarTests {
    static let zones = [
        "UTC", "Asia/Tokyo", "Europe/Warsaw", "America/St_Johns", "Pacific/Apia", "Europe/Moscow", "Asia/Kathmandu",
    ]

    private func foundation(_ zone: String) throws -> Calendar {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: zone))
        return calendar
    }

    @Test(arguments: zones) func `local dates are Foundation's`(zone: String) throws {
        let calendar = try #require(CivilCalendar(zone: zone))
        let judge = try foundation(zone)
        var generator = Splitter(state: 11)
        for _ in 0..<3000 {
            let seconds = Int64.random(in: -1_000_000_000...4_000_000_000, using: &generator)
            let (date, milliseconds) = calendar.local(Instant(seconds: seconds))
            let parts = judge.dateComponents(
                [.year, .month, .day, .hour, .minute, .second], from: Date(timeIntervalSince1970: Double(seconds)))
            #expect(date.parts.year == parts.year && date.parts.month == parts.month && date.parts.day == parts.day)
            #expect(milliseconds == ((parts.hour ?? 0) * 3600 + (parts.minute ?? 0) * 60 + (parts.second ?? 0)) * 1000)
        }
    }

    @Test(arguments: zones) func `an instant is the first that shows its local time`(zone: String) throws {
        let calendar = try #require(CivilCalendar(zone: zone))
        var generator = Splitter(state: 12)
        for _ in 0..<3000 {
            let instant = Instant(seconds: Int64.random(in: 0...4_000_000_000, using: &generator))
            let (date, milliseconds) = calendar.local(instant)
            let back = calendar.instant(of: date, milliseconds: milliseconds)
            #expect(calendar.local(back) == (date, milliseconds))
            #expect(back <= instant)
        }
    }

    @Test func `a local hour that does not exist moves forward, a doubled one is the first`() throws {
        let calendar = try #require(CivilCalendar(zone: "Europe/Warsaw"))
        let spring = try #require(CivilDate(year: 2026, month: 3, day: 29))
        let autumn = try #require(CivilDate(year: 2026, month: 10, day: 25))
        #expect(calendar.instant(of: spring, milliseconds: 9_000_000).description == "2026-03-29T01:30:00Z")
        #expect(calendar.instant(of: autumn, milliseconds: 9_000_000).description == "2026-10-25T00:30:00Z")
        #expect(calendar.start(of: spring).description == "2026-03-28T23:00:00Z")
    }

    @Test func `the day that Apia left out begins when the next one does`() throws {
        let calendar = try #require(CivilCalendar(zone: "Pacific/Apia"))
        let missing = try #require(CivilDate(year: 2011, month: 12, day: 30))
        #expect(calendar.start(of: missing) == calendar.start(of: missing.adding(days: 1)))
    }

    @Test func `weeks begin on the day that the workspace says`() throws {
        let sunday = try #require(CivilCalendar(zone: "UTC", firstWeekday: 7))
        let wednesday = try #require(CivilDate(year: 2026, month: 11, day: 25))
        #expect(sunday.weekStart(of: wednesday).description == "2026-11-22")
        #expect(CivilCalendar.utc.weekStart(of: wednesday).description == "2026-11-23")
    }

    @Test func `an unknown zone makes no calendar`() {
        #expect(CivilCalendar(zone: "Europe/Nowhere") == nil)
        #expect(CivilCalendar(zone: "UTC", firstWeekday: 8) == nil)
    }
}

struct CivilDateTests {
    @Test func `every day of five centuries comes back from its parts`() {
        var expected = (year: 1800, month: 1, day: 1)
        for number in Int32(-62_091)...120_000 {
            let date = CivilDate(dayNumber: number)
            #expect(date.parts == expected)
            #expect(CivilDate(year: expected.year, month: expected.month, day: expected.day) == date)
            expected.day += 1
            if expected.day > CivilDate.days(inMonth: expected.month, of: expected.year) {
                expected.day = 1
                expected.month += 1
            }
            if expected.month > 12 { expected = (expected.year + 1, 1, 1) }
        }
    }

    @Test(arguments: ["2026-02-29", "2026-13-01", "2026-00-10", "2026-1-01", "20260101", "2026-01-01 ", "abcd-01-01"])
    func `a text that is no date is refused`(text: String) {
        #expect(CivilDate(parsing: text) == nil)
    }

    @Test(arguments: [
        ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-03-31", -1, "2026-02-28"),
        ("2026-01-15", -13, "2024-12-15"), ("2024-02-29", 12, "2025-02-28"),
    ])
    func `months are clipped to their ends`(from: String, months: Int, to: String) throws {
        #expect(try #require(CivilDate(parsing: from)).adding(months: months).description == to)
    }

    @Test(arguments: [
        ("1990-06-15", "2026-06-14", 35), ("1990-06-15", "2026-06-15", 36), ("2000-02-29", "2026-02-27", 25),
        ("2000-02-29", "2026-02-28", 26), ("2026-01-01", "2025-12-31", -1),
    ])
    func `age is counted in whole years`(birth: String, day: String, age: Int) throws {
        let birth = try #require(CivilDate(parsing: birth))
        #expect(birth.years(until: try #require(CivilDate(parsing: day))) == age)
    }

    @Test func `the first of January 1970 was a Thursday`() {
        #expect(CivilDate(dayNumber: 0).weekday == 4)
        #expect(CivilDate(dayNumber: -4).weekday == 7)
    }
}

struct InstantTests {
    @Test(arguments: [
        (Int64(0), "1970-01-01T00:00:00Z"), (1_767_225_600_000, "2026-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59.999Z"),
        (1_050, "1970-01-01T00:00:01.050Z"),
    ])
    func `an instant prints in UTC`(milliseconds: Int64, text: String) {
        #expect(Instant(milliseconds: milliseconds).description == text)
    }
}

struct CurrencyTests {
    @Test(arguments: [
        ("EUR", Int64(120_450), "1204.50"), ("EUR", -5, "-0.05"), ("JPY", 700, "700"), ("TND", 1, "0.001"), ("EUR", 0, "0.00"),
    ])
    func `amounts print in major units`(code: String, minor: Int64, text: String) {
        #expect(Currency(code: code).major(minor) == text)
    }
}

/// A generator that gives the same numbers for the same seed (SplitMix64).
struct Splitter: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }
}
