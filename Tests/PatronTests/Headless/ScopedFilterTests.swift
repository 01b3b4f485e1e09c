import Foundation
import Testing

/// The filter beside a figure says its people by itself, also where the report was limited.
struct ScopedFilterTests {
    @Test(arguments: [
        (["rfm"], ["cells"], "profiles"), (["rfm", "--versus", "2025-06-01"], ["moves"], "profiles"),
        (["funnel", "--step", "product_view", "--step", "add_to_cart"], ["steps"], "profiles"),
        (["segment", "makeup", "did purchase"], ["breakdowns", "values"], "people"),
        (["segment", "contrast", "did purchase at least 2 times"], ["facts"], "people"),
        (["retention", "--start", "purchase", "--return", "purchase"], ["cohorts"], "size"),
        (["ltv", "--by", "device"], ["groups"], "profiles"), (["ltv", "--concentration"], ["points"], "buyers"),
    ])
    func `a limited report prints filters that hold its people`(
        command: [String], path: [String], number: String
    ) throws {
        let place = try Place.shop.get()
        let asked = try run(
            Program.path,
            command + ["--where", "gender = \"F\"", "--as-of", "2025-12-01", "--format", "json"],
            environment: place.environment)
        var rows = [try asked.object]
        for key in path { rows = rows.flatMap { $0[key] as? [[String: Any]] ?? [] } }
        let full = rows.filter { ($0[number] as? Int ?? 0) > 0 }.prefix(3)
        #expect(!full.isEmpty, "\(asked.output) \(asked.errors)")
        for row in full {
            let filter = try #require(row["filter"] as? String)
            let count = try place.patron("segment", "count", filter, "--as-of", "2025-12-01", "--format", "json").object
            #expect(count["count"] as? Int == row[number] as? Int, "\(filter)")
        }
    }
}
