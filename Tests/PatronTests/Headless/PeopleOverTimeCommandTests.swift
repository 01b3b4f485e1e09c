import Foundation
import Testing

/// The commands that tell who came back, who was active when and who went where.
struct PeopleOverTimeCommandTests {
    private static let date = "2026-10-15T12:00"

    private func report(_ arguments: String...) throws -> [String: Any] {
        let place = try Place.shop.get()
        let told = try run(
            Program.path, arguments + ["--as-of", Self.date, "--format", "json"], environment: place.environment)
        #expect(told.status == 0, "\(told.errors)")
        return try told.object
    }

    /// How many people a filter of a report holds.
    private func count(_ filter: Any?) throws -> Int? {
        try report("segment", "count", try #require(filter as? String))["count"] as? Int
    }

    @Test func `retention has a row a cohort, and the filter of a cell holds its people`() throws {
        let report = try report("retention", "--start", "purchase", "--return", "purchase", "--by", "month")
        let cohorts = try #require(report["cohorts"] as? [[String: Any]])
        let cohort = try #require(cohorts.first { $0["cohort"] as? String == "2026-03" })
        #expect(try count(cohort["filter"]) == cohort["size"] as? Int)
        let people = try #require(cohort["people"] as? [Any])
        let filters = try #require(cohort["filters"] as? [Any])
        #expect(people[6] is Int && people[7] is NSNull)
        #expect(try count(filters[2]) == people[2] as? Int)
        #expect((cohort["revenue_minor"] as? [Any])?[0] is Int)
        #expect((report["average"] as? [String: Any])?["share"] is [Any])
    }

    @Test func `a limited report's filters say the limit`() throws {
        let report = try report(
            "lifecycle", "--event", "session_start", "--by", "week", "--where", "device = \"mobile\"")
        let periods = try #require(report["periods"] as? [[String: Any]])
        let last = try #require(periods.last)
        #expect(last["is_partial"] as? Bool == true)
        let whole = periods[periods.count - 2]
        for stage in ["new", "returning", "resurrected", "dormant", "active"] {
            #expect(try count(whole["\(stage)_filter"]) == whole[stage] as? Int)
        }
    }

    @Test func `a flow tells of the people who moved`() throws {
        let report = try report(
            "flow", "old-subscribers", "Buyers", "--from", "2026-02-01", "--to", "2026-09-30")
        #expect(try count(report["started_filter"]) == report["started"] as? Int)
        #expect(try count(report["moved_filter"]) == report["moved"] as? Int)
        #expect(report["median_seconds"] is Int && report["revenue_minor"] is Int)
    }

    @Test func `a matrix has a row and a column more than states`() throws {
        let report = try report("flow", "--segments", "VIP, did purchase where revenue in (1, 2),Buyers")
        let states = try #require(report["states"] as? [String])
        #expect(states == ["VIP", "did purchase where revenue in (1, 2)", "Buyers", "(none)"])
        let matrix = try #require(report["matrix"] as? [[Int]])
        let filters = try #require(report["filters"] as? [[String]])
        #expect(matrix.count == 4 && matrix.allSatisfy { $0.count == 4 })
        for row in 0..<4 { #expect(try count(filters[row][3]) == matrix[row][3]) }
        #expect(report["overlapping"] is [String: Int])
    }

    @Test(arguments: [
        ["retention", "--start", "purchas"], ["retention", "--start", "purchase at least 2 times"],
        ["retention", "--from", "2026-02-01", "--to", "2026-01-01"], ["retention", "--from", "January"],
        ["retention", "--periods", "0"], ["lifecycle", "--event", "nothing"], ["flow"], ["flow", "Buyers"],
        ["flow", "Buyers", "VIP", "--rfm"], ["flow", "--segments", ""], ["flow", "Buyers", "x ="],
        ["flow", "Buyers", "VIP", "--from", "2027-01-01", "--to", "2027-02-01"],
    ])
    func `what cannot be asked ends with status 2 and a sentence`(arguments: [String]) throws {
        let place = try Place.shop.get()
        let told = try run(
            Program.path, arguments + ["--as-of", Self.date], environment: place.environment)
        #expect(told.status == 2)
        #expect(!told.errors.isEmpty && told.output.isEmpty)
    }

    @Test(arguments: [
        (["retention"], "2025-01"), (["retention", "--measure", "money", "--on-or-after"], "average"),
        (["lifecycle", "--by", "month"], "partial"), (["flow", "Buyers", "VIP"], "median time"),
        (["flow", "--rfm"], "Champions"), (["flow", "--lifecycle", "--by", "month"], "dormant"),
    ])
    func `the same is printed for people, and as a table for programs`(arguments: [String], part: String) throws {
        let place = try Place.shop.get()
        let text = try run(
            Program.path, arguments + ["--as-of", Self.date], environment: place.environment)
        #expect(text.status == 0 && text.output.contains(part))
        let table = try run(
            Program.path, arguments + ["--as-of", Self.date, "--format", "csv"], environment: place.environment)
        let columns = table.output.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).count
        }
        #expect(table.status == 0 && columns.count > 1 && Set(columns).count == 1)
    }
}
