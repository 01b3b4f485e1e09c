import Testing

/// A shop's clicks of 600 people with published figures of their visits.
@Suite(.enabled(if: SharedData.isThere("rete-ecom")))
struct SessionDatasetTests {
    private func published(_ key: String) throws -> [String: Any] {
        try #require(try SharedData.expected("rete-ecom")[key] as? [String: Any])
    }

    private func total(_ options: String...) throws -> [String: Any] {
        let place = try ShopClicks.place.get()
        let report = try run(
            Program.path, ["sessions", "--as-of", "2030-01-01", "--format", "json"] + options,
            environment: place.environment
        ).object
        return try #require(report["total"] as? [String: Any])
    }

    @Test func `visits with gaps of half an hour are as published`() throws {
        let known = try published("sessions_30min")
        let found = try total()
        #expect(found["sessions"] as? Int == known["sessions"] as? Int)
        #expect(found["single_event_sessions"] as? Int == known["single_event_sessions"] as? Int)
        #expect(found["most_sessions"] as? Int == known["max_sessions_per_user"] as? Int)
        #expect(found["median_seconds"] as? Double == known["duration_s_median"] as? Double)
        for (name, published) in [
            ("events_per_session", "events_per_session_mean"), ("mean_seconds", "duration_s_mean"),
        ] {
            let value = try #require(found[name] as? Double)
            #expect(abs(value - (try #require(known[published] as? Double))) < 0.0001, "\(name)")
        }
        #expect(found["people"] as? Int == 600)
    }

    @Test func `as many visits take the steps of a funnel as published`() throws {
        let known = try published("funnel_within_session")
        let steps = try #require(known["steps"] as? [String])
        let place = try ShopClicks.place.get()
        let report = try run(
            Program.path,
            ["sessions", "--as-of", "2030-01-01", "--format", "json"] + steps.flatMap { ["--step", $0] },
            environment: place.environment
        ).object
        let total = try #require(report["total"] as? [String: Any])
        #expect(total["steps"] as? [Int] == known["sessions"] as? [Int])
    }

    @Test func `the people of a month are those of its filter`() throws {
        let place = try ShopClicks.place.get()
        let report = try place.patron("sessions", "--as-of", "2030-01-01", "--format", "json").object
        let rows = try #require(report["rows"] as? [[String: Any]])
        #expect(rows.count == 6)
        for row in rows {
            let filter = try #require(row["people_filter"] as? String)
            let size = try place.patron("segment", "count", filter, "--as-of", "2030-01-01", "--format", "json").object
            #expect(size["count"] as? Int == row["people"] as? Int)
        }
    }
}
