import Testing

/// What the commands of customer value and of mailings print.
struct ValueCommandTests {
    @Test func `ltv by a trait has the fields of its contract, and each row's filter gives its people`() throws {
        let place = try Place.shop.get()
        let report = try place.patron(
            "ltv", "--by", "city", "--as-of", "2026-06-01", "--where", "email exists", "--format", "json"
        ).object
        let groups = try #require(report["groups"] as? [[String: Any]])
        #expect(groups.count > 1)
        for group in groups.prefix(4) {
            #expect(
                Set(group.keys) == [
                    "value", "profiles", "buyers", "orders", "revenue_minor", "margin_minor", "per_profile_minor",
                    "filter",
                ])
            let filter = try #require(group["filter"] as? String)
            let count = try place.patron("segment", "count", filter, "--as-of", "2026-06-01", "--format", "json").object
            #expect(count["count"] as? Int == group["profiles"] as? Int, "\(filter)")
        }
    }

    @Test func `one side of value at a time`() throws {
        let place = try Place.shop.get()
        #expect(try place.patron("ltv", "--by-age", "--concentration").status == 2)
        #expect(try place.patron("ltv", "--by", "nonsense").status == 2)
        let curve = try place.patron("ltv", "--concentration", "--format", "csv").output
        #expect(curve.hasPrefix("percent,buyers,buyers_share,revenue_minor,revenue_share,least_minor\n1,"))
        #expect(try place.patron("ltv", "--format", "csv").output.hasPrefix("months,buyers,revenue_minor,"))
    }

    @Test func `costs of mailings are an amount or a file, and belong to a margin`() throws {
        let place = try Place.shop.get()
        #expect(try place.patron("mailings", "--cost", "0.01").status == 2)
        let missing = try place.patron("mailings", "--cost", "nowhere.csv", "--margin", "0.4")
        #expect(missing.status == 2 && missing.errors.contains("there is no file nowhere.csv"))
        let report = try place.patron("mailings", "--cost", "0.01", "--margin", "0.4", "--format", "json").object
        #expect(report["margin_share"] as? Double == 0.4 && report["mailings"] is [Any])
    }
}
