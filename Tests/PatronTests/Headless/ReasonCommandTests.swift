import Testing

/// What the commands that explain segments print, and how they end.
struct ReasonCommandTests {
    private static let filter = "did purchase within last 90 days and not city = \"Kraków\""

    @Test func `why has the fields of its contract`() throws {
        let place = try Place.shop.get()
        let reasons = try place.patron(
            "segment", "why", Self.filter, "--profile", "profile_id:17", "--as-of", "2026-06-01", "--format", "json"
        ).object
        #expect(
            Set(reasons.keys) == ["member", "tree", "changes_at", "held", "as_of", "profile", "currency"])
        let tree = try #require(reasons["tree"] as? [String: Any])
        #expect(Set(tree.keys) == ["kind", "text", "holds", "as_of", "evidence", "operands"])
        #expect(tree["holds"] as? Bool == reasons["member"] as? Bool)
        let operands = try #require(tree["operands"] as? [[String: Any]])
        #expect(operands.map { $0["kind"] as? String } == ["condition", "not"])
        let evidence = try #require(operands[0]["evidence"] as? [[String: Any]])
        #expect(evidence.first?["kind"] as? String == "count")
        #expect(evidence.first?["least"] as? Int == 1)
    }

    @Test func `why says in words what decides`() throws {
        let place = try Place.shop.get()
        let text = try place.patron(
            "segment", "why", Self.filter, "--profile", "profile_id:17", "--as-of", "2026-06-01"
        ).output
        #expect(text.contains("profile_id:17 is "))
        #expect(text.contains("did purchase within last 90 days"))
        #expect(text.contains("× purchase, at least 1"))
        #expect(text.contains("city: "))
        let csv = try place.patron(
            "segment", "why", Self.filter, "--profile", "profile_id:17", "--format", "csv"
        ).output
        #expect(csv.hasPrefix("depth,kind,text,holds,evidence\n0,all,"))
    }

    @Test func `why of somebody unknown, or of a filter that does not parse, ends as such`() throws {
        let place = try Place.shop.get()
        #expect(try place.patron("segment", "why", "did purchase", "--profile", "profile_id:999999").status == 1)
        #expect(try place.patron("segment", "why", "did purchse", "--profile", "profile_id:17").status == 2)
    }

    @Test func `a history has a row a period, and the filters of its people`() throws {
        let place = try Place.shop.get()
        let history = try place.patron(
            "segment", "history", "did purchase within last 90 days", "--by", "month", "--from", "2026-01-01", "--to",
            "2026-05-01", "--format", "json"
        ).object
        let rows = try #require(history["history"] as? [[String: Any]])
        #expect(rows.map { $0["time"] as? String } == (1...5).map { "2026-0\($0)-01T00:00:00Z" })
        for row in rows.dropFirst() {
            for figure in ["entered", "left", "members"] {
                let text = try #require(row[figure + "_filter"] as? String)
                let count = try place.patron("segment", "count", text, "--format", "json").object
                #expect(count["count"] as? Int == row[figure] as? Int, "\(text)")
            }
        }
        let csv = try place.patron("segment", "history", "did purchase", "--by", "week", "--format", "csv").output
        #expect(csv.hasPrefix("time,members,base,entered,left\n"))
        let text = try place.patron("segment", "history", "did purchase", "--as-of", "2026-06-01").output
        #expect(text.split(separator: "\n").count == 32)
    }

    @Test func `a difference has the fields of its contract, and lists its people`() throws {
        let place = try Place.shop.get()
        let dates = ["--from", "2026-03-01", "--to", "2026-06-01"]
        func diff(_ options: String...) throws -> CommandRun {
            try run(
                Program.path, ["segment", "diff", "did purchase within last 90 days"] + dates + options,
                environment: place.environment)
        }
        let difference = try diff("--format", "json").object
        for name in ["entered", "left", "stayed"] {
            let count = try #require(difference[name] as? Int)
            let filter = try #require(difference[name + "_filter"] as? String)
            let asked = try place.patron("segment", "count", filter, "--as-of", "2026-06-01", "--format", "json").object
            #expect(asked["count"] as? Int == count)
            let listed = try diff("--list", name, "--format", "json").object
            #expect(listed["total"] as? Int == count)
        }
        let because = try #require(difference["left_because"] as? [String: Any])
        #expect(Set(because.keys) == ["appeared", "several", "anyway", "conditions"])
        #expect(try diff().output.contains("by this alone"))
        #expect(try diff("--format", "csv").output.hasPrefix("what,because,people,alone,filter\n"))
    }

    @Test func `versions of a segment are listed and compared`() throws {
        let place = try Place()
        let sample = try place.patron("sample", "--profiles", "60", "--seed", "3", "--out", place.folder, "--quiet")
        #expect(sample.status == 0)
        let files = ["profiles", "events", "orders", "order_items"].map { "\(place.folder)/\($0).csv" }
        #expect(try run(Program.path, ["import", "--quiet"] + files, environment: place.environment).status == 0)
        _ = try place.patron("segment", "save", "Buyers", "did purchase")
        _ = try place.patron("segment", "save", "Buyers", "did purchase at least 3 times")
        let versions = try place.patron("segment", "show", "Buyers", "--versions", "--format", "json").objects
        #expect(versions.map { $0["version"] as? Int } == [1, 2])
        let difference = try place.patron(
            "segment", "diff", "Buyers", "--versions", "1", "2", "--format", "json"
        ).object
        let left = try #require(difference["left"] as? Int)
        let few = try place.patron(
            "segment", "count", "did purchase and did purchase at most 2 times", "--format", "json")
        #expect(try few.object["count"] as? Int == left)
        #expect(difference["versions"] as? [Int] == [1, 2])
        #expect(try place.patron("segment", "diff", "Buyers", "--versions", "1", "9").status == 2)
        #expect(try place.patron("segment", "diff", "Buyers").status == 2)
        #expect(try place.patron("segment", "show", "Nobody", "--versions").status == 2)
    }
}
