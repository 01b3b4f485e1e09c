import Foundation
import Testing

/// A shop's clicks of 600 people with published figures of who came back.
@Suite(.enabled(if: SharedData.isThere("rete-ecom")))
struct RetentionDatasetTests {
    private static func published(_ key: String) throws -> [String: Any] {
        try #require(try SharedData.expected("rete-ecom")[key] as? [String: Any])
    }

    private func report(_ options: String...) throws -> [String: Any] {
        let place = try ShopClicks.place.get()
        return try run(
            Program.path,
            ["retention", "--start", "anything", "--return", "anything", "--format", "json"] + options,
            environment: place.environment
        ).object
    }

    /// The midnight after the last event of the file.
    private static func end() throws -> String {
        let last = try SharedData.rows("rete-ecom/ecom.csv.gz").map { $0[3].prefix(10) }.max() ?? ""
        let formatter = ISO8601DateFormatter()
        formatter.formatOptions = [.withFullDate]
        let date = try #require(formatter.date(from: String(last)))
        return formatter.string(from: date.addingTimeInterval(86_400))
    }

    @Test func `who came back on a day is as published`() throws {
        let average = try #require(try report("--by", "day", "--as-of", Self.end())["average"] as? [String: Any])
        let people = try #require(average["people"] as? [Int])
        let sizes = try #require(average["size"] as? [Int])
        for (key, value) in try Self.published("retention") {
            guard let figures = value as? [String: Int], let day = Int(key.dropFirst(3)) else { continue }
            #expect(people[day] == figures["active"])
            #expect(sizes[day] == figures["eligible"])
        }
    }

    @Test func `weekly cohorts are as published`() throws {
        let published = try Self.published("weekly_cohorts_monday")
        let cohorts = try #require(try report("--by", "week", "--as-of", Self.end())["cohorts"] as? [[String: Any]])
        #expect(published.count == 8)
        for (start, value) in published {
            let cohort = try #require(cohorts.first { $0["from"] as? String == start })
            let people = try #require(cohort["people"] as? [Any]).map { $0 as? Int }
            let expected = try #require(value as? [Int])
            #expect(cohort["size"] as? Int == expected[0])
            for (week, count) in people.enumerated() where count != nil { #expect(count == expected[week]) }
            #expect(people.contains { $0 != nil })
        }
    }
}
