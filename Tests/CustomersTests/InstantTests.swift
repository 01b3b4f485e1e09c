import Customers
import Testing

struct InstantTests {
    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0), ("2026-01-01T00:00:00Z", 1_767_225_600_000), ("1969-12-31T23:59:59.999Z", -1),
        ("2026-05-01T10:00:00.050Z", 1_777_629_600_050), ("0001-01-01T00:00:00Z", -62_135_596_800_000),
    ])
    func `prints what it reads`(text: String, milliseconds: Int64) {
        #expect(Instant(parsing: text)?.milliseconds == milliseconds)
        #expect(Instant(milliseconds: milliseconds).description == text)
    }

    @Test(arguments: [
        ("2026-01-01T02:00:00+02:00", "2026-01-01T00:00:00Z"), ("2026-01-01 02:00+02", "2026-01-01T00:00:00Z"),
        ("2026-01-01t00:00z", "2026-01-01T00:00:00Z"), ("2026-01-01T00:00:00-0330", "2026-01-01T03:30:00Z"),
        ("2026-01-01T00:00:00,5Z", "2026-01-01T00:00:00.500Z"),
        ("2026-01-01T00:00:00.123999999Z", "2026-01-01T00:00:00.123Z"),
        ("1969-12-31T23:59:59.9999Z", "1969-12-31T23:59:59.999Z"),
    ])
    func `reads the forms of ISO 8601`(text: String, canonical: String) {
        #expect(Instant(parsing: text)?.description == canonical)
    }

    @Test(arguments: [
        "", "2026-01-01", "2026-01-01T00:00:00", "2026-01-01T00:00:00 Z", "2026-01-01T24:00:00Z", "2026-01-01T00:60Z",
        "2026-01-01T00:00:60Z", "2026-01-01T0:00Z", "2026-01-01T00:00:00.Z", "2026-02-30T00:00:00Z",
        "2026-01-01T00:00:00+2", "2026-01-01T00:00:00+02:", "2026-01-01T00:00:00Zx", "2026-01-01T00:00:00+24:00",
    ])
    func `refuses what is no instant`(text: String) {
        #expect(Instant(parsing: text) == nil)
    }

    @Test(arguments: [
        ("2026-07-01", "2026-06-30T22:00:00Z"), ("2026-07-01T12:00", "2026-07-01T10:00:00Z"),
        ("2026-01-01 12:00:30.25", "2026-01-01T11:00:30.250Z"), ("2026-07-01T12:00Z", "2026-07-01T12:00:00Z"),
        ("2026-07-01T12:00-05:00", "2026-07-01T17:00:00Z"),
    ])
    func `a calendar reads times without a zone as its own`(text: String, canonical: String) throws {
        let calendar = try #require(CivilCalendar(zone: "Europe/Warsaw"))
        #expect(calendar.instant(parsing: text)?.description == canonical)
    }

    @Test(arguments: ["", "yesterday", "2026-07-01T", "2026-07-01T12:00 ", "2026-07-01T12:00+", "12:00"])
    func `a calendar refuses what is no time`(text: String) {
        #expect(CivilCalendar.utc.instant(parsing: text) == nil)
    }
}
