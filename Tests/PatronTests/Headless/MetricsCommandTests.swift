import Testing

/// What the command of measures prints, and how it ends.
struct MetricsCommandTests {
    private static let months = ["metrics", "--from", "2026-01-01", "--to", "2026-03-31", "--by", "month"]

    private func metrics(_ arguments: String...) throws -> CommandRun {
        let place = try Place.shop.get()
        return try run(Program.path, Self.months + arguments, environment: place.environment)
    }

    @Test func `a row a period, and the filter of a count gives its people`() throws {
        let place = try Place.shop.get()
        let report = try metrics("--as-of", "2026-03-20", "--format", "json", "--where", "email exists").object
        let rows = try #require(report["rows"] as? [[String: Any]])
        #expect(rows.map { $0["start"] as? String } == ["2026-01-01", "2026-02-01", "2026-03-01"])
        #expect(rows.map { $0["complete"] as? Bool } == [true, true, false])
        for row in rows {
            for figure in ["buyers", "active", "new_buyers", "repeat_buyers_to_date"] {
                let filter = try #require(row[figure + "_filter"] as? String)
                let count = try place.patron(
                    "segment", "count", filter, "--as-of", "2026-03-20", "--format", "json"
                ).object
                #expect(count["count"] as? Int == row[figure] as? Int, "\(filter)")
            }
        }
    }

    @Test func `a period after the date has nothing`() throws {
        let csv = try metrics("--as-of", "2026-02-01", "--format", "csv", "--measures", "buyers,net_revenue").output
        let lines = csv.split(separator: "\n").map(String.init)
        #expect(lines[0] == "start,end,complete,buyers,net_revenue_minor")
        #expect(lines[1].hasPrefix("2026-01-01,2026-01-31,true,") && !lines[1].hasSuffix(","))
        #expect(lines[2...] == ["2026-02-01,2026-02-28,false,,", "2026-03-01,2026-03-31,false,,"])
    }

    @Test func `a measure beyond its limit ends with 1, a limit that is none with 2`() throws {
        let beyond = try metrics("--fail-below", "buyers=100000")
        #expect(beyond.status == 1 && beyond.errors.contains("beyond buyers < 100000"))
        #expect(try metrics("--fail-above", "buyers=100000").status == 0)
        #expect(try metrics("--fail-above", "nonsense=1").status == 2)
        #expect(try metrics("--measures", "nonsense").status == 2)
        #expect(try metrics("--alert", "buyers = 3").status == 2)
        #expect(try metrics("--watch", "0").status == 2)
    }

    @Test func `an alert runs the user's command with the facts`() throws {
        let told = try metrics(
            "--alert", "buyers > 0", "--on-alert", "echo told $PATRON_MEASURE $PATRON_START", "--measures", "buyers")
        #expect(told.status == 0)
        // It fires once, at the first month, and does not come back.
        #expect(told.errors.split(separator: "\n").filter { $0.hasPrefix("told ") } == ["told buyers 2026-01-01"])
    }

    @Test func `a watch prints until a limit is crossed, and an interrupt ends it with 130`() throws {
        let watch = try metrics(
            "--watch", "0.1", "--fail-above", "buyers=0", "--format", "json", "--measures", "buyers")
        #expect(watch.status == 1)
        #expect(watch.output.split(separator: "\n").count == 1)
        #expect(watch.output.contains("\"buyers_filter\":\"did purchase between"))
        let place = try Place.shop.get()
        let interrupted = try run(
            "/usr/bin/timeout",
            ["--preserve-status", "-s", "INT", "3", Program.path] + Self.months
                + ["--watch", "0.1", "--measures", "buyers"], environment: place.environment)
        #expect(interrupted.status == 130 && interrupted.errors.isEmpty)
        #expect(interrupted.output.split(separator: "\n").count > 1)
    }
}
