import Screens
import Terminal
import Testing

/// Tables are ordered by `s` and by a click on a title, and keys and people follow what is shown.
struct OrderedTablesTests {
    private func bench(_ first: Action, _ keys: String..., columns: Int = 160, rows: Int = 45) -> Bench {
        var bench = Bench(columns: columns, rows: rows, first: first)
        bench.settle()
        for press in keys {
            bench.press(press)
            bench.settle()
        }
        return bench
    }

    /// The rows in which texts stand first, from the top.
    private func rows(_ texts: String..., in bench: Bench) -> [Int?] { texts.map { bench.place(of: $0)?.row } }

    private func isRising(_ rows: [Int?]) -> Bool {
        let known = rows.compactMap(\.self)
        return known.count == rows.count && known == known.sorted()
    }

    @Test func `facts of a contrast are ordered, and Enter opens the one under the cursor`() {
        var bench = bench(.showCohorts, "V")
        bench.press("s")
        #expect(bench.text.contains("Sort by"))
        bench.press("3")
        #expect(bench.text.contains("value ▲"))
        #expect(isRising(rows("email_click", "Kraków", "mobile", in: bench)))
        bench.click("people")
        #expect(bench.text.contains("people ▼"))
        #expect(isRising(rows("mobile", "Kraków", "email_click", in: bench)))
        bench.click("people ▼")
        bench.press("Enter")
        #expect(bench.application.commandLine.contains("email_click"))
    }

    @Test func `named groups are ordered by the names of the language, and Enter opens the one under the cursor`() {
        var bench = bench(.showRFM, "n")
        bench.press("s")
        bench.press("2")
        #expect(bench.text.contains("group ▲"))
        #expect(isRising(rows("›Champions", "Lost", "Promising", in: bench)))
        bench.press("Down Enter")
        #expect(bench.application.commandLine.contains("\"Lost\""))
    }

    @Test func `s shows the groups where the grid alone is there`() {
        var bench = bench(.showRFM, "s", "3", columns: 40, rows: 10)
        #expect(bench.text.contains("peop…▼"))
        bench.press("s 3")
        #expect(bench.text.contains("peop…▲"))
    }

    @Test func `a click on a title orders the named groups`() {
        var bench = bench(.showRFM, "n")
        bench.click("share")
        #expect(bench.text.contains("share▼"))
    }

    @Test func `groups of a funnel are ordered, those without a value last`() {
        var bench = bench(.showFunnels, "Enter", "b", "2", "s")
        #expect(bench.text.contains("Sort by"))
        bench.press("2")
        #expect(bench.text.contains("group ▲"))
        #expect(isRising(rows("desktop", "mobile", "none", in: bench)))
        bench.press("Enter")
        #expect(bench.application.commandLine.contains("\"desktop\""))
        bench.press("Esc Down Enter")
        #expect(bench.application.commandLine.contains("\"mobile\""))
        bench.press("Esc")
        bench.click("entered")
        #expect(bench.text.contains("entered ▼"))
        #expect(isRising(rows("mobile", "desktop", in: bench)))
    }

    @Test func `without groups s on a funnel says where groups come from`() {
        let bench = bench(.showFunnels, "Enter", "s")
        #expect(bench.lines[44].contains("b breaks down"))
    }

    @Test func `overlaps are ordered, and Enter opens the people of both`() {
        var store = Sample.store
        store.drafts = [Draft(original: "", name: "Grown", filter: "age >= 30")]
        var bench = Bench(columns: 160, rows: 45, store: store, first: .showSegments)
        bench.settle()
        bench.press("a")
        bench.settle()
        bench.press("Tab Tab s")
        #expect(bench.text.contains("Sort by"))
        bench.press("2")
        #expect(bench.text.contains("segment ▲"))
        bench.press("Enter")
        #expect(bench.application.commandLine.contains("in segment \"Lapsed\""))
        bench.press("Esc")
        bench.click("in both")
        #expect(bench.text.contains("in both ▼"))
        bench.press("Enter")
        #expect(bench.application.commandLine.contains("in segment \"VIP\""))
    }
}
