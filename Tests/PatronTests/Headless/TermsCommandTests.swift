import Foundation
import Testing

/// What the terms of a question do on a command line, and what they may not do silently.
struct TermsCommandTests {
    @Test func `terms beside the name of a saved funnel are refused, since they would change nothing`() throws {
        let place = try Place()
        let file = try place.write(
            "events.csv",
            """
            user_id,event,timestamp
            1,home,2025-01-01T10:00:00Z
            1,cart,2025-01-03T10:00:00Z

            """)
        #expect(try place.patron("import", file).status == 0)
        #expect(try place.patron("funnel", "save", "Way", "--step", "home", "--step", "cart").status == 0)
        #expect(try place.patron("funnel", "Way").status == 0)
        for terms in [["--within", "1h"], ["--order", "strict"], ["--exclude", "cart"], ["--first-start"]] {
            let refused = try run(Program.path, ["funnel", "Way"] + terms, environment: place.environment)
            #expect(refused.status == 2 && refused.errors.contains(terms[0]), "\(refused.errors)")
        }
    }

    @Test func `fixed borders say how many groups there are, whatever the settings say`() throws {
        let place = try Place.shop.get()
        for (borders, highest) in [("30,90,180/2,3,5/50,100,250", 4), ("30,90,180,365/2,3,5,10/50,100,250,500", 5)] {
            let report = try place.patron("rfm", "--fixed", borders, "--format", "json").object
            let cells = try #require(report["cells"] as? [[String: Any]])
            #expect(cells.compactMap { $0["recency"] as? Int }.max() ?? 0 <= highest)
            #expect(!cells.isEmpty)
        }
    }

    @Test func `amounts in chosen columns are minor units and say so`() throws {
        let place = try Place.shop.get()
        let columns = "identifier,revenue"
        let list = try place.patron(
            "profile", "list", "--sort", "revenue", "--descending", "--limit", "1", "--columns", columns, "--format",
            "csv")
        let lines = list.output.split(separator: "\n")
        #expect(lines.first == "identifier,revenue_minor")
        let amount = try #require(lines.last?.split(separator: ",").last.flatMap { Int($0) })
        let page = try place.patron(
            "profile", "list", "--sort", "revenue", "--descending", "--limit", "1", "--columns", columns, "--format",
            "json"
        ).object
        #expect(page["currency"] is String)
        #expect((page["profiles"] as? [[String: Any]])?.first?["revenue_minor"] as? Int == amount)
    }

    @Test func `an option before the command is told where it belongs`() throws {
        let place = try Place()
        let run = try place.patron("--store", place.store, "info")
        #expect(run.status == 2 && run.errors.contains("Options stand after the command: `patron info"))
    }
}
