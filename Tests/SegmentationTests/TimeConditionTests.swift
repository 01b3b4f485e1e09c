import Customers
import Testing

struct TimeConditionTests {
    /// 31 March 2026 in Warsaw begins at 22:00 UTC of the 30th, and ends two hours before that of UTC.
    @Test(arguments: [
        ("= 2026-03-31", [1, 2]), ("< 2026-03-31", [0]), ("<= 2026-03-31", [0, 1, 2]), ("> 2026-03-31", [3]),
        (">= 2026-03-31", [1, 2, 3]), ("!= 2026-03-31", [0, 3, 4]), ("on 2026-03-31", [1, 2]),
        ("before 2026-03-31", [0]), ("after 2026-03-31", [3]), ("between 2026-03-31 and 2026-04-01", [1, 2, 3]),
        ("in (2026-03-30, 2026-04-01)", [0, 3]), ("= 2026-03-31T00:00", [1]), ("> 2026-03-31T00:00", [2, 3]),
        (">= 2026-03-30T22:00Z", [1, 2, 3]), ("on 2026-03-31T15:00", [1, 2]),
    ])
    func `a date is the whole local day of a time`(test: String, members: [Int]) throws {
        let times = [
            "2026-03-30T21:59:59.999Z", "2026-03-30T22:00:00Z", "2026-03-31T21:59:59.999Z", "2026-03-31T22:00:00Z",
        ]
        let shop = SmallShop(times.map { Person(["seen": .time($0)]) } + [Person()], zone: "Europe/Warsaw")
        #expect(try shop.members("seen \(test)") == members)
    }

    @Test(arguments: [
        ("within last 24 hours", "2026-03-29T10:00:00Z", [1, 2]),
        ("within last 1 day", "2026-03-29T10:00:00Z", [1, 2]),
        ("within last 1 calendar day", "2026-03-29T10:00:00Z", [0, 1, 2]),
        ("within last 1 calendar month", "2026-03-31T10:00:00Z", [0, 1, 2, 3]),
        ("within next 1 day", "2026-03-28T10:00:00Z", [1, 2]),
        ("between 2 days ago and 1 day ago", "2026-03-30T10:00:00Z", [1, 2]),
        ("before 1 calendar day ago", "2026-03-30T10:00:00Z", [0, 1]),
    ])
    func `lengths of time lead back and ahead`(test: String, now: String, members: [Int]) throws {
        // Clocks go forward in Warsaw at 01:00 UTC on 29 March 2026.
        let times = ["2026-03-28T09:59:59Z", "2026-03-28T10:00:00Z", "2026-03-29T09:59:59Z", "2026-03-30T10:00:00Z"]
        let shop = SmallShop(times.map { Person(["seen": .time($0)]) }, zone: "Europe/Warsaw")
        #expect(try shop.members("seen \(test)", asOf: now) == members)
    }

    @Test func `dates compare without a zone, and today is not past`() throws {
        let shop = SmallShop(
            [29, 30, 31].map { Person(["birth": .date(2026, 3, $0)]) }, zone: "Europe/Warsaw")
        // 23:30 UTC is the 31st in Warsaw.
        let now = "2026-03-30T23:30:00Z"
        #expect(try shop.members("birth within last 1 day", asOf: now) == [1])
        #expect(try shop.members("birth within last 7 days", asOf: now) == [0, 1])
        #expect(try shop.members("birth within next 1 day", asOf: now) == [2])
        #expect(try shop.members("birth on 2026-03-31", asOf: now) == [2])
        #expect(try shop.members("birth before 1 day ago", asOf: now) == [0])
    }

    @Test func `only what happened strictly before the date counts`() throws {
        let shop = SmallShop([Person(events: [Event("visit", at: "2026-03-01T00:00:00Z")])])
        #expect(try shop.members("did visit", asOf: "2026-03-01T00:00:00Z").isEmpty)
        #expect(try shop.members("did visit", asOf: "2026-03-01T00:00:00.001Z") == [0])
        #expect(try shop.members("as of 2026-03-02 did visit", asOf: "2026-01-01T00:00:00Z") == [0])
        #expect(try shop.members("as of 2026-03-01 not did visit", asOf: "2026-05-01T00:00:00Z") == [0])
    }

    @Test func `an event may be timed by the person's own trait`() throws {
        let visit = [Event("visit", at: "2026-03-10T12:00:00Z")]
        let shop = SmallShop([
            Person(["seen": .time("2026-03-10T12:00:00Z")], events: visit),
            Person(["seen": .time("2026-03-10T12:00:00.001Z")], events: visit),
            Person(["birth": .date(2026, 3, 10)], events: visit), Person(events: visit),
        ])
        #expect(try shop.members("did visit before seen") == [1])
        #expect(try shop.members("did not visit before seen") == [0, 2, 3])
        #expect(try shop.members("did visit on birth") == [2])
        #expect(try shop.members("did visit between seen and seen") == [0])
        #expect(try shop.members("last visit on seen") == [0, 1])
    }

    @Test func `a trait is as it was at the date`() throws {
        var person = Person()
        person.records[0].traits["city"] = History(
            first: .text("Łódź"), changes: [(instant("2026-02-01").milliseconds, .text("Kraków"))])
        let shop = SmallShop([person])
        #expect(try shop.members("city = \"kraków\"") == [0])
        #expect(try shop.members("city = \"łódź\"", asOf: "2026-02-01T00:00:00Z") == [0])
        #expect(try shop.members("city = \"kraków\" and as of 2026-02-01 city = \"łódź\"") == [0])
    }
}
