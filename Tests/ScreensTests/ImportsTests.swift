import Customers
import Phrases
import Screens
import Terminal
import Testing

struct ImportsTests {
    private func listed(columns: Int = 80, rows: Int = 24) -> Bench {
        var bench = Bench(columns: columns, rows: rows, first: .showImports)
        bench.settle()
        return bench
    }

    @Test func `the imports stand in a list, the newest first`() {
        let lines = listed(columns: 160, rows: 45).lines
        #expect(
            lines[2].components([
                "id", "file", "kind", "source", "when", "by", "rows", "inserted", "updated", "duplicates", "rejected",
            ]))
        #expect(lines[3].components(["2", "orders.csv", "orders", "shop", "olga", "1 000", "940", "0", "50", "10"]))
        #expect(lines[4].contains("people.csv"))
        #expect(listed().application.commandLine == "patron import list")
    }

    @Test func `Enter shows one with all its counts and the command that takes it back`() {
        var bench = listed()
        bench.press("Down Enter")
        #expect(bench.text.contains("Import 1"))
        #expect(bench.text.contains("rejected       0"))
        #expect(bench.text.contains("patron import undo 1"))
    }

    @Test func `taking one back asks for the number of its rows`() {
        var bench = listed()
        bench.press("u")
        #expect(bench.text.contains("Type the number of its rows, 1 000:"))
        bench.type("999")
        bench.press("Enter")
        #expect(bench.requests.isEmpty)
        bench.press("^U")
        bench.type("1000")
        bench.press("Enter")
        #expect(bench.requests.map(\.question) == [.undoImport(2)])
        bench.settle()
        #expect(!bench.text.contains("orders.csv"))
        #expect(bench.lines[23].contains("Import 2 is taken back."))
    }

    @Test func `an empty list says which key brings a file in`() throws {
        var bench = Bench(first: .showImports)
        bench.send(.answered(try #require(bench.requests.first), .imports([])))
        #expect(bench.text.contains("Nothing has been imported yet. a brings a file in"))
        bench.press("u")
        #expect(bench.lines[23].contains("There is no import here"))
        bench.press("a")
        #expect(bench.lines[0].hasPrefix(" Imports ▸ Import"))
        bench.press("Esc")
        #expect(bench.lines[0].hasPrefix(" Imports  "))
    }

    @Test func `what the rows of a file are is said in the language of the screen`() {
        var bench = Bench(columns: 160, rows: 45, first: .showImports, language: .polish)
        bench.settle()
        #expect(bench.lines[3].contains("zamówienia") && bench.lines[4].contains("profile"))
    }
}
