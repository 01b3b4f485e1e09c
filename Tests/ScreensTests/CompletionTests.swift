import Customers
import Filters
import Screens
import Terminal
import Testing

/// The list of what may stand at the cursor of a filter.
struct CompletionTests {
    private func editor(columns: Int = 80, rows: Int = 24) -> Bench {
        var bench = Bench(columns: columns, rows: rows, first: .showSegments)
        bench.settle()
        bench.writeSegmentAsText()
        _ = bench.takeOrders()
        return bench
    }

    /// The filter as the command line of the view shows it.
    private func filter(_ bench: Bench) -> String {
        bench.application.commandLine.replacing("patron segment explain ", with: "")
    }

    @Test func `Tab opens the list, arrows choose, Enter takes the choice`() {
        var bench = editor()
        bench.type("ci")
        bench.press("Tab")
        #expect(bench.text.contains("›city"))
        #expect(bench.text.contains(" trait "))
        bench.press("Enter")
        #expect(!bench.text.contains("›city"))
        #expect(filter(bench) == "city")
        bench.type("= 3")
        #expect(filter(bench) == "'city = 3'")
    }

    @Test func `the hardware cursor stays in the text`() {
        var bench = editor()
        bench.type("ci")
        let before = bench.canvas.cursor
        bench.press("Tab")
        #expect(bench.canvas.cursor == before)
    }

    @Test func `values are asked for, and stand with their counts`() {
        var bench = editor()
        bench.type("city = kr")
        bench.press("Tab")
        #expect(bench.requests.map(\.question) == [.values(ValueWish(.trait("city"), beginning: "kr"), limit: 50)])
        bench.settle()
        #expect(bench.text.contains("›\"Kraków\""))
        #expect(bench.text.contains("value 40"))
        bench.press("Tab")
        #expect(filter(bench) == "'city = \"Kraków\"'")
    }

    @Test func `letters narrow the list while it is open`() {
        var bench = editor()
        bench.type("city = ")
        bench.press("Tab")
        bench.settle()
        #expect(bench.text.contains("›\"Москва\""))
        bench.type("lo")
        #expect(bench.text.contains("›\"Łódź\""))
        #expect(!bench.text.contains("\"Москва\""))
        bench.settle()
        bench.press("Tab")
        #expect(filter(bench) == "'city = \"Łódź\"'")
    }

    @Test func `Esc closes the list first and leaves the editor then`() {
        var bench = editor()
        bench.type("ci")
        bench.press("Tab Esc")
        #expect(!bench.text.contains("›city"))
        #expect(bench.lines[0].hasPrefix(" Segments ▸ new segment*"))
        bench.press("Esc")
        #expect(bench.lines[0].hasPrefix(" Segments  "))
    }

    @Test(arguments: ["Space", "Left", "Home", "Shift-Tab"])
    func `a blank or a move of the cursor closes the list`(key: String) {
        var bench = editor()
        bench.type("ci")
        bench.press("Tab " + key)
        #expect(!bench.text.contains("›city"))
    }

    @Test func `behind a whole word Tab goes on to the next pane`() {
        var bench = editor()
        bench.type("did purchase within last 30 days")
        bench.settle()
        bench.press("Tab")
        bench.type("x")
        #expect(bench.application.commandLine == "patron segment makeup 'did purchase within last 30 days'")
    }

    @Test func `where no value fits Tab says so once and then goes on`() {
        var bench = editor()
        bench.type("age = 30")
        bench.settle()
        bench.press("Tab")
        bench.settle()
        bench.press("Tab")
        bench.type("x")
        #expect(bench.application.commandLine == "patron segment makeup 'age = 30'")
    }

    @Test func `a fix at the cursor stands last in the list`() {
        var bench = editor()
        bench.type("city = Krak")
        bench.press("Tab")
        bench.settle()
        bench.press("Up Enter")
        #expect(filter(bench) == "'city = \"Krak\"'")
    }

    @Test func `taking a choice can be undone`() {
        var bench = editor()
        bench.type("ci")
        bench.press("Tab Enter ^_")
        #expect(filter(bench) == "ci")
    }

    @Test func `a choice is kept as a draft`() {
        var bench = editor()
        bench.type("ci")
        _ = bench.takeOrders()
        bench.press("Tab Down Up")
        #expect(bench.takeOrders().isEmpty)
        bench.press("Enter")
        #expect(bench.takeOrders().last == .saveDraft(Draft(original: "", name: "", filter: "city")))
    }

    @Test func `the command line of an open list prints the same list`() {
        var bench = editor()
        bench.type("city = kr and")
        bench.press("Left Left Left Left Tab")
        #expect(bench.application.commandLine == "patron segment complete 'city = kr and' --at 9")
    }

    @Test func `the filter of profiles completes the same way`() {
        var bench = Bench()
        bench.settle()
        bench.press("f")
        bench.settle()
        bench.type("tie")
        bench.press("Tab")
        #expect(bench.text.contains("›tier"))
        bench.press("Esc")
        #expect(!bench.text.contains("›tier"))
        bench.press("Tab Tab")
        bench.type("exists")
        bench.press("Enter")
        #expect(bench.application.commandLine == "patron profile list 'tier exists'")
    }

    @Test(arguments: [(80, 24), (40, 10), (160, 45)])
    func `the list leaves the line of the cursor free`(columns: Int, rows: Int) throws {
        for text in ["", "city = \"Łódź\" and age > 30 and did purchase within last 30 days and "] {
            var bench = editor(columns: columns, rows: rows)
            bench.type(text)
            let line = try #require(bench.canvas.cursor).row
            let before = bench.lines[line]
            bench.press("Tab")
            #expect(bench.lines[line] == before)
            #expect(bench.text.contains("›did"), "\(bench.text)")
        }
    }

    @Test func `the open list is read out`() {
        var bench = editor()
        bench.type("ci")
        bench.press("Tab")
        #expect(bench.application.read().contains("city, trait."))
    }

    @Test func `words and values are told apart by their kinds on a small terminal too`() {
        var bench = editor(columns: 40, rows: 10)
        bench.type("city = ")
        bench.press("Tab")
        bench.settle()
        let line = bench.lines.first { $0.contains("Москва") }
        #expect(line?.hasSuffix("value 50") ?? false, "\(bench.text)")
    }

    @Test func `a value that is also the form that works stands once, with its count`() {
        var bench = editor()
        bench.type("city = Kraków")
        bench.press("Tab")
        bench.settle()
        let offered = bench.lines.filter { $0.contains("\"Kraków\"") }
        #expect(offered.count == 1 && offered[0].contains("40"))
    }
}
