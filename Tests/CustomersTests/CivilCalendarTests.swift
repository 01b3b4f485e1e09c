import Customers
import Foundation
import Testing

struct CivilCalendarTests {
    static let zones = [
        "Asia/Tokyo", "Europe/Warsaw", "America/St_Johns", "Pacific/Apia", "Europe/Moscow", "Africa/Casablanca",
        "America/Sao_Paulo", "Australia/Lord_Howe", "UTC",
    ]

    private func foundation(_ zone: String) throws -> Calendar {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: zone))
        return calendar
    }

    /// Instants of 1900 to 2199, half of them within two hours of a change of the clocks.
    private func instants(in zone: String, count: Int) throws -> [Instant] {
        var generator = SplitMix(seed: 7)
        let zone = try #require(TimeZone(identifier: zone))
        return (0..<count).map { turn in
            let random = Int64.random(in: -2_208_988_800...7_226_582_400, using: &generator)
            let near = zone.nextDaylightSavingTimeTransition(after: Date(timeIntervalSince1970: Double(random)))
            let wobble = Int64.random(in: -7200...7200, using: &generator)
            guard turn % 2 == 0, let near else { return Instant(milliseconds: random * 1000 + 123) }
            return Instant(seconds: Int64(near.timeIntervalSince1970) + wobble)
        }
    }

    @Test(arguments: zones)
    func `local times agree with Foundation`(zone: String) throws {
        let calendar = try #require(CivilCalendar(zone: zone))
        let reference = try foundation(zone)
        for instant in try instants(in: zone, count: 2000) {
            let (date, milliseconds) = calendar.local(at: instant)
            let parts = reference.dateComponents(
                [.year, .month, .day, .hour, .minute, .second],
                from: Date(timeIntervalSince1970: (Double(instant.milliseconds) / 1000).rounded(.down)))
            let expected = try #require(
                CivilDate(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0))
            let seconds = (parts.hour ?? 0) * 3600 + (parts.minute ?? 0) * 60 + (parts.second ?? 0)
            guard date == expected, milliseconds / 1000 == seconds else {
                Issue.record("\(zone) at \(instant): \(date) \(milliseconds), expected \(expected) \(seconds)")
                return
            }
        }
    }

    @Test(arguments: zones)
    func `local midnights agree with Foundation`(zone: String) throws {
        let calendar = try #require(CivilCalendar(zone: zone))
        let reference = try foundation(zone)
        for instant in try instants(in: zone, count: 1000) {
            let date = calendar.date(at: instant)
            let noon = calendar.instant(of: date, milliseconds: 43_200_000)
            let start = reference.startOfDay(for: Date(timeIntervalSince1970: Double(noon.milliseconds / 1000)))
            let expected = Instant(seconds: Int64(start.timeIntervalSince1970))
            guard calendar.midnight(of: date) == expected else {
                Issue.record("\(zone) \(date): \(calendar.midnight(of: date)), expected \(expected)")
                return
            }
        }
    }

    @Test(arguments: zones)
    func `a local time comes back as itself or as the first of its doubles`(zone: String) throws {
        let calendar = try #require(CivilCalendar(zone: zone))
        var doubled = 0
        for instant in try instants(in: zone, count: 2000) {
            let (date, milliseconds) = calendar.local(at: instant)
            let back = calendar.instant(of: date, milliseconds: milliseconds)
            #expect(back <= instant)
            if back != instant {
                doubled += 1
                #expect(calendar.local(at: back) == (date, milliseconds))
            }
        }
        // Tokyo changed its clocks only from 1948 to 1951, UTC never.
        #expect(doubled > 0 || ["Asia/Tokyo", "UTC"].contains(zone))
    }

    @Test(arguments: [
        ("Europe/Warsaw", "2026-03-29T02:30", "2026-03-29T01:30:00Z"),
        ("Europe/Warsaw", "2026-03-29T03:00", "2026-03-29T01:00:00Z"),
        ("Europe/Warsaw", "2026-10-25T02:30", "2026-10-25T00:30:00Z"),
        ("Europe/Warsaw", "2026-10-25T03:00", "2026-10-25T02:00:00Z"),
        ("America/St_Johns", "2026-03-08T02:15", "2026-03-08T05:45:00Z"),
        ("America/St_Johns", "2010-11-06T23:30", "2010-11-07T02:00:00Z"),
        ("Pacific/Apia", "2011-12-30T12:00", "2011-12-30T22:00:00Z"),
        ("Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00Z"),
        ("Pacific/Apia", "2011-12-31", "2011-12-30T10:00:00Z"),
        ("Europe/Moscow", "2011-03-27T02:30", "2011-03-26T23:30:00Z"),
        ("Europe/Moscow", "2014-10-26T01:30", "2014-10-25T21:30:00Z"),
        ("America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00Z"),
        ("America/Toronto", "1919-03-31", "1919-03-31T04:30:00Z"),
        ("Asia/Tokyo", "2026-01-01", "2025-12-31T15:00:00Z"),
    ])
    func `hours that do not exist move forward and doubled ones are the first`(
        zone: String, local: String, instant: String
    ) throws {
        let calendar = try #require(CivilCalendar(zone: zone))
        #expect(calendar.instant(parsing: local)?.description == instant)
    }

    @Test(arguments: [
        (3, CivilCalendar.Unit.months, "2026-02-27T23:00:00Z"), (1, .days, "2026-05-29T22:00:00Z"),
        (1, .weeks, "2026-05-23T22:00:00Z"), (10, .weeks, "2026-03-21T23:00:00Z"), (2, .years, "2024-05-30T22:00:00Z"),
    ])
    func `calendar spans start at a local midnight`(count: Int, unit: CivilCalendar.Unit, start: String) throws {
        let calendar = try #require(CivilCalendar(zone: "Europe/Warsaw"))
        let now = try #require(calendar.instant(parsing: "2026-05-31T15:20"))
        #expect(calendar.midnight(count, unit, before: now).description == start)
    }

    @Test func `calendar spans end at a local midnight`() throws {
        let calendar = try #require(CivilCalendar(zone: "Europe/Warsaw"))
        let now = try #require(calendar.instant(parsing: "2026-01-31T15:20"))
        #expect(calendar.midnight(2, .months, after: now) == calendar.instant(parsing: "2026-03-31"))
        #expect(calendar.midnight(1, .months, after: now) == calendar.instant(parsing: "2026-02-28"))
    }

    @Test(arguments: zones)
    func `many instants get the dates that single ones get`(zone: String) throws {
        let calendar = try #require(CivilCalendar(zone: zone))
        let instants = try instants(in: zone, count: 2000) + [.min, .max].map(Instant.init(milliseconds:))
        let bulk = calendar.dayNumbers(of: instants.map(\.milliseconds))
        #expect(bulk == instants.map { calendar.date(at: $0).dayNumber })
        #expect(calendar.dayNumbers(of: []).isEmpty)
    }

    @Test func `weeks begin on the day set`() throws {
        let date = try #require(CivilDate(parsing: "2026-11-22"))
        let american = try #require(CivilCalendar(zone: "America/New_York", firstWeekday: .sunday))
        #expect(american.weekStart(of: date) == date)
        #expect(CivilCalendar.utc.weekStart(of: date).description == "2026-11-16")
    }

    @Test func `an unknown zone makes no calendar`() {
        #expect(CivilCalendar(zone: "Europe/Atlantis") == nil)
        #expect(CivilCalendar(zone: "") == nil)
    }

    @Test func `the offset follows the clocks`() throws {
        let calendar = try #require(CivilCalendar(zone: "Europe/Warsaw"))
        #expect(calendar.offset(at: try #require(Instant(parsing: "2026-07-01T00:00Z"))) == 7200)
        #expect(calendar.offset(at: try #require(Instant(parsing: "2199-01-01T00:00Z"))) == 3600)
        #expect(calendar.offset(at: Instant(milliseconds: .max)) == 3600)
    }
}
