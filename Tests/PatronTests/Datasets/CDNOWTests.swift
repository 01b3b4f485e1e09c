import Foundation
import Testing

/// The public sample of CDNOW's customers of 1997: 2,357 people and 6,919 orders, by Fader and Hardie.
@Suite(.enabled(if: SharedData.isThere("cdnow")))
struct CDNOWTests {
    private static let mapping = """
        kind = "orders"
        source = "cdnow"
        [columns.customer_id]
        role = "identifier customer_id"
        [columns.date]
        role = "time"
        [columns.amount]
        to = "revenue"
        type = "money"
        [columns.sample_id]
        role = "ignored"
        [columns.cds]
        to = "quantity"
        """

    private static let place = Result {
        let place = try Place()
        let file = try place.write("cdnow.toml", mapping)
        let imported = try place.patron(
            "import", SharedData.path("cdnow/cdnow_sample.csv.gz"), "--mapping", file, "--quiet")
        guard imported.status == 0 else { throw HarnessError("no import: \(imported.errors)") }
        return place
    }

    private struct Buyer {
        var orders = 0
        var dates: Set<String> = []
        var minor = 0
        var last: String { dates.max() ?? "" }
    }

    /// The buyers of the raw file before 1 July 1998.
    private static func buyers() throws -> [String: Buyer] {
        var buyers: [String: Buyer] = [:]
        for row in try SharedData.rows("cdnow/cdnow_sample.csv.gz") where row[2] < "1998-07-01" {
            let amount = row[4].split(separator: ".", omittingEmptySubsequences: false)
            let cents = amount.count > 1 ? (amount[1] + "00").prefix(2) : "00"
            buyers[row[0], default: Buyer()].orders += 1
            buyers[row[0], default: Buyer()].dates.insert(row[2])
            buyers[row[0], default: Buyer()].minor += (Int(amount[0]) ?? 0) * 100 + (Int(cents) ?? 0)
        }
        return buyers
    }

    /// Days until 1 July 1998, counted month by month.
    private static func days(since date: String) -> Int {
        let parts = date.split(separator: "-").compactMap { Int($0) }
        let months = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        let day = months[..<(parts[1] - 1)].reduce(0, +) + parts[2]
        return (parts[0] == 1997 ? 365 : 0) + 182 - day
    }

    /// People by cell: 1 + floor(5 x strictly worse / buyers), at most 5, on every axis.
    private static func cells(_ frequency: (Buyer) -> Int) throws -> [String: Int] {
        let buyers = Array(try Self.buyers().values)
        func scores(_ values: [Int]) -> [Int] {
            values.map { value in min(5, 1 + 5 * values.count { $0 < value } / values.count) }
        }
        let axes = [
            scores(buyers.map { -days(since: $0.last) }), scores(buyers.map(frequency)), scores(buyers.map(\.minor)),
        ]
        var cells: [String: Int] = [:]
        for buyer in buyers.indices { cells[axes.map { "\($0[buyer])" }.joined(), default: 0] += 1 }
        return cells
    }

    private func report(_ options: String...) throws -> (buyers: Int, sums: [String: Int], cells: [String: Int]) {
        let place = try Self.place.get()
        let report = try run(
            Program.path, ["rfm", "--as-of", "1998-07-01", "--format", "json"] + options, environment: place.environment
        ).object
        var cells: [String: Int] = [:]
        for cell in report["cells"] as? [[String: Any]] ?? [] {
            let name = ["recency", "frequency", "monetary"].map { "\(cell[$0] as? Int ?? 0)" }.joined()
            cells[name] = cell["profiles"] as? Int
        }
        return (report["buyers"] as? Int ?? 0, report["sums"] as? [String: Int] ?? [:], cells)
    }

    @Test func `sums are those of the published figures`() throws {
        let orders = try report()
        #expect(orders.buyers == 2357)
        #expect(orders.sums == ["recency_days": 878_133, "frequency": 6919, "monetary_minor": 24_409_194])
        let days = try report("--frequency", "days")
        #expect(days.sums == ["recency_days": 878_133, "frequency": 6696, "monetary_minor": 24_409_194])
        let published = try #require(try SharedData.expected("cdnow")["rfm_1998-07-01"] as? [String: Any])
        let sums = try #require(published["sums"] as? [String: Double])
        #expect(sums == ["recency": 878_133, "frequency": 6696, "monetary": 244_091.94])
    }

    @Test func `cells by days are the published ones`() throws {
        let published = try #require(try SharedData.expected("cdnow")["rfm_1998-07-01"] as? [String: Any])
        #expect(try report("--frequency", "days").cells == published["cell_counts_share_worse"] as? [String: Int])
    }

    @Test(arguments: [("ntile", "cell_counts_ntile"), ("percentile", "cell_counts_quantile")])
    func `cells by the other rules are the published ones`(rule: String, key: String) throws {
        let published = try #require(try SharedData.expected("cdnow")["rfm_1998-07-01"] as? [String: Any])
        let found = try report("--frequency", "days", "--rule", rule).cells
        #expect(found == published[key] as? [String: Int])
    }

    @Test func `cells by orders and by days follow the rule worked out from the raw file`() throws {
        #expect(try report().cells == Self.cells(\.orders))
        #expect(try report("--frequency", "days").cells == Self.cells(\.dates.count))
    }

    @Test func `the filter of a cell holds its people`() throws {
        let place = try Self.place.get()
        for (name, people) in try report().cells.sorted(by: { $0.key < $1.key }).prefix(12) {
            let scores = name.compactMap(\.wholeNumberValue)
            let filter =
                "rfm.recency = \(scores[0]) and rfm.frequency = \(scores[1]) and rfm.monetary = \(scores[2])"
            let size = try place.patron("segment", "count", filter, "--as-of", "1998-07-01", "--format", "json").object
            #expect(size["count"] as? Int == people, "\(name)")
        }
    }

    @Test func `the screens show it: list, a cell's people, a timeline`() throws {
        let place = try Self.place.get()
        let subject = Subject(
            path: Program.path, arguments: ["open", "rfm", "--as-of", "1998-07-01"], environment: place.environment,
            landmark: "RFM")
        let terminal = try subject.start()
        #expect(terminal.screen.text.contains("2 357 buyers"), "\(terminal.screen.text)")
        try terminal.press("<Enter>")
        try terminal.waitUntilIdle()
        let best = try report().cells.filter { $0.key.hasPrefix("55") }.values.reduce(0, +)
        #expect(terminal.screen.row(1).contains(" \(best) "), "\(terminal.screen.text)")
        try terminal.press("<Enter>")
        try terminal.waitUntilIdle()
        #expect(terminal.screen.text.contains("Timeline"))
        #expect(terminal.screen.text.contains("order"))
    }
}
