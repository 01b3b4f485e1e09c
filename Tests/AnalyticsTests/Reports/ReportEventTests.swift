import Analytics
import Customers
import Filters
import Testing

struct ReportEventTests {
    @Test(arguments: [
        "purchase", "purchase where category = \"boots\"", "`sign up` where (a = 1 and b = 2)", "anything",
    ])
    func `an event reads back as it is written`(text: String) throws {
        #expect(try ReportEvent(parsing: text).text == text)
    }

    @Test(arguments: ["purchase at least 2 times", "not purchase", "a then b within 1 days", "purchase on 2026-01-01"])
    func `a text that says more than an event is refused`(text: String) {
        #expect(throws: (any Error).self) { try ReportEvent(parsing: text) }
    }

    @Test func `the first of any event is one that none came before`() throws {
        let day = try #require(CivilDate(parsing: "2026-01-01"))
        #expect(
            try ReportEvent(parsing: "anything").began(on: day...day).text
                == "did anything between 2026-01-01 and 2026-01-01 and did not anything before 2026-01-01")
        #expect(
            try ReportEvent(parsing: "a where b = 1").began(on: day...day).text
                == "first a where b = 1 between 2026-01-01 and 2026-01-01")
    }

    @Test(arguments: ["2026-12-28", "2026-12-31", "2027-01-01", "2024-12-30", "2024-12-29", "2021-01-03"])
    func `a week is the one that its name says`(text: String) throws {
        for first in [Weekday.monday, .sunday, .saturday] {
            let day = try #require(CivilDate(parsing: text)).weekStart(from: first)
            guard case .week(let year, let week) = CohortPeriod(.week, from: day) else {
                Issue.record("no week")
                return
            }
            // 4 January always lies in the first week.
            let fourth = try #require(CivilDate(year: year, month: 1, day: 4))
            let thursday = fourth.weekStart(from: .monday).adding(days: 7 * (week - 1) + 3)
            #expect(thursday.weekStart(from: first) == day)
        }
    }
}
