import Analytics
import Filters
import Screens
import Terminal
import Testing

struct FlowTests {
    private func bench(columns: Int = 80, rows: Int = 24) -> Bench {
        var bench = Bench(columns: columns, rows: rows, first: .showFlow)
        bench.settle()
        _ = bench.takeOrders()
        return bench
    }

    @Test func `an arrow opens its people by a filter that asks both dates`() {
        var bench = bench()
        let from = bench.lines[23].contains("2026-") ? "" : "?"
        #expect(from.isEmpty)
        bench.press("w 1 Space Down Space Enter")
        bench.settle()
        bench.press("Enter")
        #expect(bench.application.commandLine.contains("as of "))
        #expect(bench.application.commandLine.contains(" and as of "))
    }

    @Test func `b changes the period and w what people go between`() {
        var bench = bench()
        bench.press("b")
        bench.settle()
        #expect(bench.text.contains("365 days"))
        bench.press("w 4")
        bench.settle()
        #expect(bench.text.contains("returning"))
        #expect(bench.application.commandLine.contains("--lifecycle --event anything --by month"))
        bench.press("w 2")
        bench.settle()
        #expect(bench.application.commandLine.contains("--rfm"))
    }

    @Test func `the detail tells how many, how fast, what they brought and what they touched`() {
        var bench = bench()
        bench.press("w 1 Space Down Space Enter")
        bench.settle()
        for fact in ["people", "of those who were", "median time", "they brought", "c24"] {
            #expect(bench.text.contains(fact))
        }
    }

    @Test func `a failure says how to go on`() {
        var bench = Bench(first: .showFlow)
        bench.settle()
        bench.press("r")
        for request in bench.requests { bench.send(.failed(request, Failure("There is no trait ‘x’."))) }
        #expect(bench.text.contains("w changes what the report is about."))
    }
}
