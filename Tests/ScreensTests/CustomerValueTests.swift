import Screens
import Terminal
import Testing

struct CustomerValueTests {
    private func bench(columns: Int = 80, rows: Int = 24) -> Bench {
        var bench = Bench(columns: columns, rows: rows, first: .showValue)
        bench.settle()
        return bench
    }

    @Test(arguments: [(80, 24), (160, 45), (40, 10)])
    func `the best buyers and what they bring`(columns: Int, rows: Int) {
        let text = bench(columns: columns, rows: rows).text
        #expect(text.contains("How few bring how much"))
        #expect(text.contains("›1%"))
        #expect(text.contains("2.0%"))
    }

    @Test func `a row opens its buyers, and the command prints the same`() {
        var bench = bench()
        #expect(bench.application.commandLine == "patron ltv --concentration")
        bench.press("Down Down Enter")
        #expect(bench.application.commandLine == "patron profile list 'net_revenue >= 910'")
    }

    @Test func `b asks for a trait, m goes through the views`() {
        var bench = bench()
        bench.press("b 1")
        bench.settle()
        #expect(bench.application.commandLine == "patron ltv --by city")
        #expect(bench.lines[3].contains("€ 5 050") && bench.lines[4].contains("no value"))
        bench.press("m m")
        #expect(bench.application.commandLine == "patron ltv --by-age")
    }

    @Test(arguments: [(40, 10), (80, 24), (160, 45)])
    func `the views are tabs that arrows and clicks go through`(columns: Int, rows: Int) {
        var bench = bench(columns: columns, rows: rows)
        #expect(bench.text.contains("[How few bring how much]"))
        bench.press("Left")
        #expect(bench.text.contains("[How few bring how much]"))
        bench.press("Right")
        bench.settle()
        #expect(bench.text.contains("[By months since the first purchase]"))
        #expect(bench.application.commandLine == "patron ltv --by-age")
        bench.press("Right")
        bench.settle()
        #expect(bench.text.contains("─ By which trait") || bench.text.contains("By which trait"))
        bench.press("1")
        bench.settle()
        #expect(bench.text.contains("[By city]"))
        bench.press("Left Left")
        bench.settle()
        guard columns > 40 else { return }
        bench.click("By city")
        #expect(bench.application.commandLine == "patron ltv --by city")
    }

    @Test func `it is read as sentences`() {
        let sentences = bench().application.read()
        #expect(sentences[1...2] == ["How few bring how much.", "100 buyers, € 50 500, Gini 0.330."])
        #expect(sentences[3] == "> best buyers 1%, bring 2.0%, each from € 1 000, people 1.")
    }

    @Test func `the menu offers what puts people in groups, and what nearly tells each apart behind its last entry`() {
        var bench = bench()
        bench.press("b")
        #expect(bench.text.contains("1 city") && bench.text.contains("2 tier"))
        #expect(!bench.text.contains("birth_date"))
        #expect(bench.text.contains("3 others, of many values each"))
        bench.press("3")
        bench.settle()
        #expect(bench.text.contains("1 birth_date") && !bench.text.contains(" tier"))
        bench.press("1")
        bench.settle()
        #expect(bench.application.commandLine == "patron ltv --by birth_date")
    }
}
