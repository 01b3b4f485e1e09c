import Customers
import Testing

struct HabitTests {
    private func person(_ times: String...) -> Person { Person(events: times.map { Event("visit", at: $0) }) }

    @Test func `a habit counts weeks of 168 hours that end at the date`() throws {
        let shop = SmallShop([
            person("2026-04-24T12:00:00Z", "2026-04-20"), person("2026-04-24T11:59:59Z", "2026-04-23"),
            person("2026-04-30", "2026-04-29", "2026-04-28"), Person(),
        ])
        #expect(try shop.members("did visit in at least 2 of last 3 weeks") == [0])
        #expect(try shop.members("did visit in at least 1 of last 1 weeks") == [0, 2])
        #expect(try shop.members("not did visit in at least 1 of last 2 weeks") == [3])
        #expect(try shop.members("did anything in at least 1 of last 2 weeks") == [0, 1, 2])
    }

    @Test func `who stopped did before, and who restarted paused`() throws {
        let shop = SmallShop([
            person("2026-04-15"), person("2026-04-15", "2026-04-25"), person("2026-03-01", "2026-04-25"),
            person("2026-04-25"), person("2026-03-01"),
        ])
        #expect(try shop.members("stopped visit within last 10 days") == [0])
        #expect(try shop.members("restarted visit within last 10 days") == [2])
    }

    @Test func `a lifecycle has its stages in the week that holds the date`() throws {
        // The date is a Friday; its week began on Monday, 27 April.
        let shop = SmallShop([
            person("2026-04-27"), person("2026-04-20", "2026-04-27"), person("2026-04-01", "2026-04-28"),
            person("2026-04-26T23:59:59Z"), person("2026-04-01"), Person(),
        ])
        func stage(_ name: String) throws -> [Int] { try shop.members("lifecycle of visit by week = \"\(name)\"") }
        #expect(try stage("new") == [0])
        #expect(try stage("returning") == [1])
        #expect(try stage("resurrected") == [2])
        #expect(try stage("dormant") == [3])
        #expect(try shop.members("lifecycle of visit by month = \"dormant\"") == [0, 1, 2, 3, 4])
        #expect(try shop.members("lifecycle of visit by week = \"new\"", asOf: "2026-04-27T00:00:00Z").isEmpty)
    }

    @Test(arguments: [
        ("2026-04", [0, 1]), ("2026-05", []), ("2026-W17", [1]), ("2026-W18", [0]), ("2026-04-27", [0]),
    ])
    func `a cohort began in its period`(period: String, members: [Int]) throws {
        let shop = SmallShop([person("2026-04-27", "2026-05-01"), person("2026-04-26", "2026-04-28")])
        #expect(try shop.members("in cohort \(period) of visit") == members)
    }

    @Test func `weeks begin where the workspace says, days in its zone`() throws {
        // 26 April 2026 is a Sunday; in Warsaw it begins at 22:00 UTC of the 25th.
        let people = [person("2026-04-25T21:59:59Z"), person("2026-04-25T22:00:00Z"), person("2026-04-26T22:00:00Z")]
        let monday = SmallShop(people, zone: "Europe/Warsaw")
        #expect(try monday.members("in cohort 2026-W18 of visit") == [2])
        #expect(try monday.members("in cohort 2026-04-26 of visit") == [1])
        let sunday = SmallShop(people, zone: "Europe/Warsaw", firstWeekday: .sunday)
        #expect(try sunday.members("in cohort 2026-W18 of visit") == [1, 2])
        #expect(try sunday.members("lifecycle of visit by week = \"new\"") == [1, 2])
    }
}
