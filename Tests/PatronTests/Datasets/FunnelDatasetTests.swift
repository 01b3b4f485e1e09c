import Testing

/// A shop's clicks of 600 people with published figures of how far they came.
@Suite(.enabled(if: SharedData.isThere("rete-ecom")))
struct FunnelDatasetTests {
    private struct Published {
        let steps: [String]
        let figures: [String: [Int]]
        /// Half of the times of those who got all the way, in seconds.
        let median: Double
    }

    private func published() throws -> [Published] {
        let all = try #require(try SharedData.expected("rete-ecom")["funnels"] as? [[String: Any]])
        return try all.map { funnel in
            Published(
                steps: try #require(funnel["steps"] as? [String]),
                figures: funnel.compactMapValues { $0 as? [Int] },
                median: try #require((funnel["seconds_to_convert"] as? [String: Any])?["median"] as? Double))
        }
    }

    private func report(_ steps: [String], _ options: String...) throws -> [String: Any] {
        let place = try ShopClicks.place.get()
        return try run(
            Program.path,
            ["funnel"] + steps.flatMap { ["--step", $0] } + ["--as-of", "2030-01-01", "--format", "json"] + options,
            environment: place.environment
        ).object
    }

    private func people(_ report: [String: Any]) throws -> [Int] {
        try #require(report["steps"] as? [[String: Any]]).map { try #require($0["profiles"] as? Int) }
    }

    @Test(arguments: [
        ("any_start_no_window", "none"), ("any_start_30min", "30m"), ("any_start_1h", "1h"), ("any_start_1day", "1d"),
        ("any_start_7days", "7d"),
    ])
    func `from any start within a window as many come as far as published`(key: String, window: String) throws {
        for funnel in try published() {
            #expect(try people(report(funnel.steps, "--within", window)) == funnel.figures[key], "\(funnel.steps)")
        }
    }

    @Test func `in any order as many come as far as published`() throws {
        for funnel in try published() {
            #expect(
                try people(report(funnel.steps, "--within", "none", "--order", "any")) == funnel.figures["unordered"])
        }
    }

    /// Events that share an instant, 163 of them, count in the order of the steps here and in that of the rows there.
    @Test func `strictly nearly as many come as far as published`() throws {
        for funnel in try published() {
            let found = try people(report(funnel.steps, "--within", "none", "--order", "strict"))
            let known = try #require(funnel.figures["strict_any_start_no_window"])
            #expect(zip(found, known).allSatisfy { abs($0 - $1) <= 2 }, "\(found) \(known)")
        }
    }

    @Test func `with the events of one platform alone as many come as far as published`() throws {
        let steps = try published()[1].steps
        let known = try #require(try SharedData.expected("rete-ecom")["funnel_by_platform"] as? [String: [Int]])
        for (platform, figures) in known {
            let limited = steps.map { "\($0) where platform = \"\(platform)\"" }
            #expect(try people(report(limited, "--within", "none")) == figures)
        }
    }

    @Test func `half of the first attempts take as long as published`() throws {
        let funnel = try published()[0]
        let found = try report(funnel.steps, "--within", "none", "--attempt", "earliest")
        #expect(found["median_seconds"] as? Double == funnel.median)
    }

    @Test(arguments: [
        ("first_start_no_window", "none"), ("first_start_30min", "30m"), ("first_start_1h", "1h"),
        ("first_start_1day", "1d"), ("first_start_7days", "7d"),
    ])
    func `from the first start alone as many come as far as published`(key: String, window: String) throws {
        for funnel in try published() {
            let found = try people(report(funnel.steps, "--within", window, "--first-start"))
            #expect(found == funnel.figures[key], "\(funnel.steps)")
        }
    }
}
