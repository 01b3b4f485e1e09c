import Foundation
import Testing

/// What people do with the screens, key by key.
struct FlowTests {
    private static let date = "2026-06-01"

    private func press(_ keys: String, _ terminal: PseudoTerminal) throws {
        try terminal.press(keys)
        try terminal.waitUntilIdle()
    }

    /// The program on a copy of the shop that the test may change.
    private func ownShop(_ screen: String, _ title: String) throws -> (Place, PseudoTerminal) {
        let place = try Place()
        try FileManager.default.copyItem(atPath: Place.shop.get().store, toPath: place.store)
        var subject = try Subject.shop(screen, landmark: title)
        subject.environment = place.environment
        return (place, try subject.start())
    }

    /// What a command prints about the same date.
    private func asked(_ place: Place, _ arguments: String...) throws -> [String: Any] {
        try run(
            Program.path, arguments + ["--as-of", Self.date, "--format", "json"], environment: place.environment
        ).object
    }

    @Test func `browse the profiles: find, open, back`() throws {
        let page = try asked(Place.shop.get(), "profile", "list", "--sort", "revenue", "--descending")
        let name = try #require((page["profiles"] as? [[String: Any]])?.first?["name"] as? String)
        let terminal = try Subject.shop().start()
        #expect(terminal.screen.row(1).contains(" \(page["total"] as? Int ?? 0) "), "\(terminal.screen.text)")
        try press("/", terminal)
        try press(name, terminal)
        try press("<Enter>", terminal)
        try press("<Enter>", terminal)
        #expect(terminal.screen.row(0).contains("▸ \(name.prefix(10))"), "\(terminal.screen.text)")
        #expect(terminal.screen.text.contains("Timeline"))
        try press("<BS>", terminal)
        #expect(terminal.screen.row(0).hasPrefix(" Profiles"))
    }

    @Test func `write a segment, see its count while typing, save it, find it on the command line`() throws {
        let (place, terminal) = try ownShop("segments", "Segments")
        try press("a", terminal)
        try press("did purchse", terminal)
        #expect(terminal.screen.text.contains("›purchase"), "\(terminal.screen.text)")
        try press("<BS><BS>ase", terminal)
        let size = try asked(place, "segment", "count", "did purchase")
        let count = try #require(size["count"] as? Int), base = try #require(size["base"] as? Int)
        #expect(terminal.screen.text.contains("\(count) of \(base)"), "\(terminal.screen.text)")
        try press("<Enter>", terminal)
        try press("<C-s>", terminal)
        try press("Buyers<Enter>", terminal)
        #expect(terminal.screen.text.contains("‘Buyers’ is saved"), "\(terminal.screen.text)")
        #expect(try place.patron("segment", "show", "Buyers").output == "did purchase\n")
        try press("<Esc>", terminal)
        #expect(terminal.screen.row(2).contains("name"))
        #expect(terminal.screen.row(3).contains("Buyers"), "\(terminal.screen.text)")
        try press("<Enter>", terminal)
        #expect(terminal.screen.row(0).contains("▸ Buyers"), "\(terminal.screen.text)")
        #expect(terminal.screen.row(1).contains(" \(count) "), "\(terminal.screen.text)")
    }

    @Test func `the grid of RFM opens the people of a cell, who are those of its filter`() throws {
        let place = try Place.shop.get()
        let terminal = try Subject.shop("rfm", landmark: "RFM").start()
        let report = try asked(place, "rfm")
        let cells = try #require(report["cells"] as? [[String: Any]])
        let best = cells.filter { $0["recency"] as? Int == 5 && $0["frequency"] as? Int == 5 }
            .reduce(0) { $0 + ($1["profiles"] as? Int ?? 0) }
        #expect(terminal.screen.text.contains("\(report["buyers"] as? Int ?? 0) buyers"), "\(terminal.screen.text)")
        try press("<Enter>", terminal)
        #expect(terminal.screen.row(0).contains("R5 F5"), "\(terminal.screen.text)")
        #expect(terminal.screen.row(1).contains(" \(best) "), "\(terminal.screen.text)")
        let size = try asked(place, "segment", "count", "rfm.recency = 5 and rfm.frequency = 5")
        #expect(size["count"] as? Int == best)
        try press("<BS>", terminal)
        #expect(terminal.screen.row(0).hasPrefix(" RFM"))
    }

    @Test func `a cell of a report in seven groups opens its people, and the count is the same`() throws {
        let place = try Place.shop.get()
        let terminal = try Subject.shop("rfm", landmark: "RFM").start()
        for key in ["w", "1", "6"] { try press(key, terminal) }
        let report = try asked(place, "rfm", "--groups", "7")
        let cells = try #require(report["cells"] as? [[String: Any]])
        let best = cells.filter { $0["recency"] as? Int == 7 && $0["frequency"] as? Int == 7 }
            .reduce(0) { $0 + ($1["profiles"] as? Int ?? 0) }
        try press("<Enter>", terminal)
        #expect(terminal.screen.row(0).contains("R7 F7"), "\(terminal.screen.text)")
        #expect(terminal.screen.row(1).contains(" \(best) "), "\(terminal.screen.text)")
        let filter = "rfm(groups 7).recency = 7 and rfm(groups 7).frequency = 7"
        #expect(try asked(place, "segment", "count", filter)["count"] as? Int == best)
    }

    @Test func `one key saves a cell as a segment whose filter says the same`() throws {
        let (place, terminal) = try ownShop("rfm", "RFM")
        try press("e", terminal)
        try press("<Enter>", terminal)
        #expect(terminal.screen.text.contains("is saved"), "\(terminal.screen.text)")
        let segments = try place.patron("segment", "list", "--format", "json").objects
        #expect(segments.first?["filter"] as? String == "rfm.recency = 5 and rfm.frequency = 5")
    }

    @Test(arguments: [
        ("profiles", "Profiles", []), ("profiles", "Profiles", ["<Enter>"]),
        ("profiles", "Profiles", ["<Enter>", "<Tab>"]), ("profiles", "Profiles", ["/", "anna", "<Enter>"]),
        ("profiles", "Profiles", ["f", "did purchase and city != \"Kraków\"", "<Enter>"]),
        ("segments", "Segments", ["<Down><Down><Down>"]),
        ("segments", "Segments", ["a", "did purchase", "<Enter>", "<Tab>"]),
        ("rfm", "RFM", []),
        ("rfm", "RFM", ["[", "["]), ("rfm", "RFM", ["<Down><Left>", "<Enter>"]),
        ("rfm", "RFM", ["w", "1", "6", "w", "2", "3", "4", "<Esc>"]),
        ("rfm", "RFM", ["w", "5", "since 2025-01-01, fixed days (30) purchases (2) revenue (50.5)", "<Enter>"]),
    ])
    func `the command line that a screen shows is one that works`(screen: String, title: String, keys: [String]) throws
    {
        let place = try Place.shop.get()
        let terminal = try Subject.shop(screen, landmark: title).start(columns: 160, rows: 45)
        for key in keys { try press(key, terminal) }
        try press("!", terminal)
        let shown = terminal.screen.text.split(separator: "\n").compactMap { row in
            row.firstRange(of: "patron ").map { row[$0.lowerBound...].prefix { $0 != "│" } }
        }
        let command = String(try #require(shown.first, "\(terminal.screen.text)"))
        let words = try run("/bin/sh", ["-c", "printf '%s\\n' \(command)"]).output.split(separator: "\n").map(
            String.init)
        let result = try run(Program.path, Array(words.dropFirst()), environment: place.environment)
        #expect(result.status == 0, "\(command): \(result.errors)")
    }

    @Test func `an import by another process is seen without a key`() throws {
        let (place, terminal) = try ownShop("profiles", "Profiles")
        let before = terminal.screen.text
        let file = try place.write("more.csv", "profile_id,first_name\n900001,Newcomer\n")
        #expect(try place.patron("import", file, "--as", "profiles").status == 0)
        try terminal.waitFor("a change") { $0.screen.text != before }
    }

    @Test func `a draft outlives the line`() throws {
        let (place, terminal) = try ownShop("segments", "Segments")
        try press("a", terminal)
        try press("did email_open", terminal)
        terminal.hangUp()
        try terminal.waitForEnd()
        var subject = try Subject.shop("segments", landmark: "Segments")
        subject.environment = place.environment
        let again = try subject.start()
        #expect(
            again.screen.text.contains("did email_open") || again.screen.text.contains("draft"), "\(again.screen.text)")
    }

    @Test(arguments: ["profiles", "segments", "rfm"])
    func `every screen has help`(screen: String) throws {
        let titles = ["profiles": "Profiles", "segments": "Segments", "rfm": "RFM"]
        let terminal = try Subject.shop(screen, landmark: titles[screen] ?? "").start()
        let before = terminal.screen.text
        try press("?", terminal)
        #expect(terminal.screen.row(1).contains("Help: "), "\(terminal.screen.text)")
        try press("<Esc>", terminal)
        #expect(terminal.screen.text == before)
    }

    @Test func `a first start leads to a store of one's own or a made-up one`() throws {
        let place = try Place()
        let subject = Subject(
            path: Program.path, environment: place.environment, landmark: "Patron: who are your customers?")
        let terminal = try subject.start()
        #expect(terminal.screen.text.contains("There is no store yet."))
        try press("<Down>", terminal)
        try press("<Enter>", terminal)
        #expect(terminal.screen.row(0).hasPrefix(" Import"), "\(terminal.screen.text)")
        let file = try place.write("visits.csv", "user_id,event,timestamp\n1,visit,2025-01-01T10:00:00Z\n")
        try press(file, terminal)
        try press("<Enter>", terminal)
        #expect(terminal.screen.text.contains("events"), "\(terminal.screen.text)")
        try press("<Enter>", terminal)
        try press("<Enter>", terminal)
        let info = try place.patron("info", "--format", "json")
        #expect(try info.object["events"] as? Int == 1, "\(terminal.screen.text)")
    }
}
