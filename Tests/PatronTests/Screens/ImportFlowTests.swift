import Customers
import Foundation
import Screens
import Testing

/// A file whose columns must be changed before it can go in, brought in on the screen.
struct ImportFlowTests {
    private static let text = "nr;klient;kiedy;razem\n1;A7;2025-03-01;12,50\n2;B8;2025-03-02;8,00\n3;B8;never;1,00\n"

    /// The program on a store with one person, with the file looked into.
    private func planned(columns: Int = 160, rows: Int = 45) throws -> (Place, PseudoTerminal) {
        let place = try Place()
        let people = try place.write("people.csv", "card,city\nA7,Kraków\nB8,Berlin\n")
        let imported = try place.patron(
            "import", people, "--as", "profiles", "--column", "card = { role = \"identifier card\" }")
        #expect(imported.status == 0, "\(imported.errors)")
        let file = try place.write("till.csv", Self.text)
        let terminal = try Subject(
            path: Program.path, arguments: ["open", "imports"], environment: place.environment, landmark: "people.csv"
        ).start(columns: columns, rows: rows)
        try press("a", terminal)
        try press(file, terminal)
        try press("<Enter>", terminal)
        return (place, terminal)
    }

    private func press(_ keys: String, _ terminal: PseudoTerminal) throws {
        try terminal.press(keys)
        try terminal.waitUntilIdle()
    }

    /// Says on the screen: orders, `klient` is the card, `kiedy` the time, `razem` the revenue.
    private func decide(_ terminal: PseudoTerminal) throws {
        try press("<Home><Enter>", terminal)
        try press("3", terminal)
        try press("<Tab><Home><Down><Enter>", terminal)
        let row = try #require(
            terminal.screen.text.split(separator: "\n").first { $0.contains(" identifier card") },
            "\(terminal.screen.text)")
        let key = try #require(row.firstRange(of: " identifier card").map { row[..<$0.lowerBound].last })
        try press(String(try #require(key)), terminal)
        try press("<Down><Enter>", terminal)
        try press("3", terminal)
        try press("<Down><Right><Enter>", terminal)
        try press("revenue<Enter>", terminal)
        try press("<Right><Enter>", terminal)
        try press("7", terminal)
    }

    @Test func `columns are decided on the screen, rehearsed, imported, and the command line does the same`() throws {
        let (place, terminal) = try planned()
        try decide(terminal)
        let text = terminal.screen.text
        #expect(text.contains("identifier card") && text.contains("[money]"), "\(text)")
        try press("<Tab><End><Up><Up><Enter>", terminal)
        #expect(
            terminal.screen.text.contains("Dry run, nothing kept: rows 3, new 2"), "\(terminal.screen.text)")
        #expect(terminal.screen.text.contains("Line 4, ‘kiedy’: The value is not a time."), "\(terminal.screen.text)")
        try press("<C-s>", terminal)
        let mapping = place.folder + "/till.toml"
        try press(mapping + "<Enter>", terminal)
        #expect(terminal.screen.text.contains("The mapping is saved"), "\(terminal.screen.text)")
        try press("<End><Up><Enter>", terminal)
        #expect(terminal.screen.text.contains("Imported"), "\(terminal.screen.text)")
        #expect(terminal.screen.text.contains("till.csv.rejects.csv"), "\(terminal.screen.text)")
        let count = { (place: Place) in
            try place.patron("segment", "count", "did order where revenue = 12.50", "--format", "json").object["count"]
                as? Int
        }
        #expect(try count(place) == 1)
        let other = try Place()
        let file = try other.write("till.csv", Self.text)
        #expect(try other.patron("import", file, "--mapping", mapping).status == 0)
        #expect(try count(other) == 1)
    }

    @Test func `decisions as the screen's command line writes them make the same plan`() throws {
        let place = try Place()
        let file = try place.write("till.csv", Self.text)
        let decisions = [
            ColumnWish(header: "klient", role: "identifier card"), ColumnWish(header: "kiedy", role: "time"),
            ColumnWish(header: "razem", target: "revenue", type: .money),
        ].flatMap { ["--column", $0.line] }
        let result = try run(
            Program.path, ["import", file, "--as", "orders"] + decisions, environment: place.environment)
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.errors.contains("klient → identifier card, kiedy → time, razem → revenue money"))
        let size = try place.patron("segment", "count", "did order where revenue = 12.50", "--format", "json")
        #expect(try size.object["count"] as? Int == 1)
    }

    @Test func `an import is taken back on the screen`() throws {
        let (place, terminal) = try planned()
        try press("<Esc>", terminal)
        try press("<Esc>", terminal)
        #expect(terminal.screen.row(0).hasPrefix(" Imports"), "\(terminal.screen.text)")
        try press("u", terminal)
        try press("2<Enter>", terminal)
        #expect(terminal.screen.text.contains("Import 1 is taken back."), "\(terminal.screen.text)")
        #expect(try place.patron("import", "list", "--format", "json").objects.isEmpty)
    }
}
