import Foundation
import Testing

/// What commands print for programs, and how they end.
struct CommandTests {
    @Test func `info has the fields of its contract`() throws {
        let place = try Place.shop.get()
        let info = try place.patron("info", "--format", "json").object
        let fields = [
            "records", "profiles", "events", "orders", "sources", "first_event", "last_event", "bytes", "cache_bytes",
            "time_zone", "currency", "version",
        ]
        #expect(Set(fields).isSubset(of: info.keys))
        #expect(info["profiles"] as? Int ?? 0 >= 400)
        #expect(info["bytes"] as? Int ?? 0 > 100_000)
        let csv = try place.patron("info", "--format", "csv").output
        #expect(csv.contains("profiles,\(info["profiles"] as? Int ?? 0)\n"))
        #expect(csv.contains("events,\(info["events"] as? Int ?? 0)\n"))
    }

    @Test func `a count has the fields of its contract`() throws {
        let place = try Place.shop.get()
        let size = try place.patron(
            "segment", "count", "did purchase", "--as-of", "2026-01-01", "--format", "json"
        ).object
        let count = try #require(size["count"] as? Int), base = try #require(size["base"] as? Int)
        #expect(count > 0 && count < base)
        let share = try #require(size["share"] as? Double)
        #expect(abs(share - Double(count) / Double(base)) < 1e-9)
        #expect(size["as_of"] as? String == "2026-01-01T00:00:00Z")
        let reach = try #require(size["reach"] as? [String: Int])
        #expect(Set(reach.keys) == ["email", "sms", "push"])
        #expect(size["milliseconds"] is Double)
    }

    @Test func `an explanation lists its conditions in reading order`() throws {
        let place = try Place.shop.get()
        let filter = "did purchase and city = \"Kraków\""
        let explained = try place.patron("segment", "explain", filter, "--format", "json").object
        let conditions = try #require(explained["conditions"] as? [[String: Any]])
        #expect(conditions.map { $0["text"] as? String } == ["did purchase", "city = \"Kraków\""])
        for condition in conditions {
            #expect(Set(condition.keys) == ["text", "depth", "alone", "after", "without", "milliseconds"])
        }
        #expect(conditions.last?["after"] as? Int == explained["count"] as? Int)
    }

    @Test(arguments: ["count", "explain"])
    func `a scope limits the question`(command: String) throws {
        let place = try Place.shop.get()
        let filter = "did purchase"
        let both = try place.patron("segment", "count", "\(filter) and city = \"Kraków\"", "--format", "json").object
        let scoped = try place.patron(
            "segment", command, filter, "--where", "city = \"Kraków\"", "--format", "json"
        ).object
        #expect(scoped["count"] as? Int == both["count"] as? Int)
        #expect(both["count"] as? Int ?? 0 > 0)
    }

    @Test func `a search within a scope finds its people alone`() throws {
        let place = try Place.shop.get()
        let found = try place.patron(
            "profile", "search", "example", "--where", "city = \"Kraków\"", "--format", "json"
        ).object
        let count = try place.patron("segment", "count", "city = \"Kraków\"", "--format", "json").object
        #expect(found["total"] as? Int ?? 0 <= count["count"] as? Int ?? 0)
        #expect(found["total"] as? Int ?? 0 > 0)
    }

    @Test func `completions have the fields of their contract`() throws {
        let place = try Place.shop.get()
        let found = try place.patron("segment", "complete", "city = kra", "--format", "json").object
        #expect(found["start"] as? Int == 7)
        #expect(found["end"] as? Int == 10)
        let candidates = try #require(found["candidates"] as? [[String: Any]])
        let first = try #require(candidates.first)
        #expect(first["text"] as? String == "\"Kraków\"")
        #expect(first["kind"] as? String == "value")
        let count = try place.patron("segment", "count", "city = \"Kraków\"", "--format", "json").object
        #expect(first["count"] as? Int == count["count"] as? Int)
        let csv = try place.patron("segment", "complete", "did purchase wh", "--format", "csv").output
        #expect(csv.hasPrefix("text,kind,count,start,end\nwhere,word,,13,15\n"))
        let text = try place.patron("segment", "complete", "ci and did purchase", "--at", "2").output
        #expect(text.contains("city") && text.hasSuffix("for bytes 0..<2\n"))
    }

    @Test func `RFM has the fields of its contract, and its cells are all buyers`() throws {
        let place = try Place.shop.get()
        let report = try place.patron("rfm", "--as-of", "2026-06-01", "--format", "json").object
        let buyers = try #require(report["buyers"] as? Int)
        let cells = try #require(report["cells"] as? [[String: Any]])
        #expect(buyers > 0)
        #expect(cells.reduce(0) { $0 + ($1["profiles"] as? Int ?? 0) } == buyers)
        for cell in cells {
            #expect(
                Set(cell.keys) == ["recency", "frequency", "monetary", "profiles", "revenue_minor", "group", "filter"])
        }
        let borders = try #require(report["borders"] as? [String: Any])
        #expect(Set(borders.keys) == ["recency", "frequency", "monetary"])
        for options in [
            ["--groups", "3"], ["--fixed", "30,90,180,365/2,3,5,10/50,100,250,500"], ["--frequency", "days"],
            ["--monetary", "average"], ["--revenue", "gross"], ["--where", "did email_open"],
            ["--groups", "7", "--since", "200 days ago"], ["--since", "2025-06-01"],
        ] {
            let other = try run(
                Program.path, ["rfm", "--as-of", "2026-06-01", "--format", "json"] + options,
                environment: place.environment)
            #expect(other.status == 0, "\(options): \(other.errors)")
            #expect(try other.object["buyers"] as? Int ?? 0 > 0)
            let cell = try #require((try other.object["cells"] as? [[String: Any]])?.last)
            let filter = try #require(cell["filter"] as? String)
            let scope = options.first == "--where" ? " and \(options[1])" : ""
            let count = try place.patron(
                "segment", "count", filter + scope, "--as-of", "2026-06-01", "--format", "json")
            #expect(try count.object["count"] as? Int == cell["profiles"] as? Int, "\(options)")
        }
    }

    @Test func `profiles are listed page by page, shown and followed`() throws {
        let place = try Place.shop.get()
        var names: [String] = []
        var after: String? = "0"
        while let cursor = after {
            let page = try place.patron(
                "profile", "list", "did purchase", "--sort", "revenue", "--descending", "--limit", "60", "--after",
                cursor, "--format", "json"
            ).object
            let rows = try #require(page["profiles"] as? [[String: Any]])
            names += rows.compactMap { $0["identifier"] as? String }
            after = page["next"] as? String
            if after == nil { #expect(names.count == page["total"] as? Int) }
        }
        #expect(Set(names).count == names.count)
        let best = try #require(names.first)
        let card = try place.patron("profile", "show", best, "--format", "json").object
        for field in ["profile", "identifiers", "traits", "sources", "events", "orders"] { #expect(card[field] != nil) }
        let trait = try #require((card["traits"] as? [[String: Any]])?.first)
        #expect(trait["name"] is String && trait["source"] as? String == "profiles" && trait["value"] != nil)
        let timeline = try place.patron("profile", "timeline", best, "--format", "json").object
        let entries = try #require(timeline["entries"] as? [[String: Any]])
        #expect(entries.contains { $0["kind"] as? String == "order" && ($0["lines"] as? [Any])?.isEmpty == false })
        let times = entries.compactMap { $0["time"] as? String }
        #expect(times == times.sorted(by: >))
    }

    @Test func `segments are saved, listed, shown, used and deleted`() throws {
        let place = try Place()
        #expect(
            try place.patron("import", try place.write("v.csv", "user_id,event,timestamp\n1,visit,2025-01-01\n")).status
                == 0)
        let saved = try place.patron("segment", "save", "Came", "did visit", "--format", "json").object
        #expect(
            saved["name"] as? String == "Came" && saved["version"] as? Int == 1
                && saved["author"] as? String == "tester")
        #expect(try place.patron("segment", "list", "--format", "json").objects.count == 1)
        #expect(try place.patron("segment", "show", "Came").output == "did visit\n")
        #expect(try place.patron("rfm", "--segment", "Came", "--format", "json").object["buyers"] as? Int == 0)
        #expect(try place.patron("segment", "delete", "Came").status == 0)
        #expect(try place.patron("segment", "list", "--format", "json").objects.isEmpty)
        for arguments in [["show", "Came"], ["delete", "Came"]] {
            let gone = try run(Program.path, ["segment"] + arguments, environment: place.environment)
            #expect(gone.status == 2)
            #expect(gone.errors == "There is no segment ‘Came’; `patron segment list` shows them.\n")
        }
    }

    @Test func `an overlap counts the people of every two segments as their filters do`() throws {
        let place = try Place.shop.get()
        let filters = ["Polish": "country = \"PL\"", "Buyers": "did purchase"]
        for (name, filter) in filters { #expect(try place.patron("segment", "save", name, filter).status == 0) }
        defer { for name in filters.keys { _ = try? place.patron("segment", "delete", name) } }
        func count(_ filter: String) throws -> Int {
            let size = try place.patron("segment", "count", filter, "--as-of", "2026-01-01", "--format", "json").object
            return try #require(size["count"] as? Int)
        }
        let overlap = try place.patron(
            "segment", "overlap", "Polish", "Buyers", "--as-of", "2026-01-01", "--format", "json"
        ).object
        let both = try count("country = \"PL\" and did purchase")
        #expect(both > 0)
        #expect(
            overlap["overlap"] as? [[Int]]
                == [[try count("country = \"PL\""), both], [both, try count("did purchase")]])
        #expect(overlap["segments"] as? [String] == ["Polish", "Buyers"])
        #expect(try place.patron("segment", "overlap", "Polish").status == 2)
        #expect(try place.patron("segment", "overlap", "Polish", "Nobody").status == 2)
    }

    @Test func `settings are listed, shown and changed`() throws {
        let place = try Place()
        #expect(try place.patron("settings", "time_zone", "Europe/Warsaw").output == "Europe/Warsaw\n")
        #expect(try place.patron("settings", "--format", "json").object["time_zone"] as? String == "Europe/Warsaw")
        let wrong = try place.patron("settings", "time_zone", "Mars")
        #expect(wrong.status == 2)
        #expect(wrong.errors.contains("‘Mars’ is no IANA zone"))
        #expect(try place.patron("settings", "colour").status == 2)
    }

    @Test func `a sound store is said to be sound`() throws {
        let place = try Place.shop.get()
        #expect(try place.patron("check").output == "The store is sound.\n")
        #expect(try place.patron("check", "--format", "json").object["ok"] as? Bool == true)
    }

    @Test(.enabled(if: SQLiteShell.isThere)) func `a store that was tampered with is found out`() throws {
        let place = try Place()
        #expect(
            try place.patron("import", try place.write("v.csv", "user_id,event,timestamp\n1,visit,2025-01-01\n")).status
                == 0)
        let edited = try run(SQLiteShell.path, [place.store, "DELETE FROM log"])
        try #require(edited.status == 0)
        let check = try place.patron("check", "--format", "json")
        #expect(check.status == 1)
        #expect(try check.object["ok"] as? Bool == false)
    }

    @Test func `a sample is the same for the same seed`() throws {
        let place = try Place()
        for folder in ["a", "b"] {
            #expect(
                try place.patron("sample", "--profiles", "30", "--seed", "5", "--out", "\(place.folder)/\(folder)")
                    .status == 0)
        }
        for name in ["profiles", "events", "orders", "order_items", "products", "consents"] {
            let texts = try ["a", "b"].map {
                try Data(contentsOf: URL(fileURLWithPath: "\(place.folder)/\($0)/\(name).csv"))
            }
            #expect(texts[0] == texts[1] && !texts[0].isEmpty)
        }
    }

    @Test func `the demo makes its store once and says what it holds`() throws {
        let place = try Place()
        let data = "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/") + "/SampleData"
        let first = try place.patron(
            "demo", "--headless", "--format", "json", environment: ["PATRON_SAMPLE_DATA": data])
        #expect(first.status == 0, "\(first.errors)")
        #expect(try first.object["profiles"] as? Int ?? 0 >= 5000)
        #expect(try place.patron("demo", "--headless", "--format", "json").output == first.output)
    }
}
