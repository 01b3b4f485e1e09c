import Analytics
import Filters
import Screens
import Terminal
import Testing

struct CohortsTests {
    private func bench(columns: Int = 80, rows: Int = 24) -> Bench {
        var bench = Bench(columns: columns, rows: rows, first: .showCohorts)
        bench.settle()
        _ = bench.takeOrders()
        return bench
    }

    @Test func `the cell under the cursor opens its people by the filter that says it`() {
        var bench = bench()
        bench.press("Up Up Right Enter")
        #expect(bench.lines[0].hasPrefix(" Cohorts ▸ 2026-07 +2"))
        #expect(
            bench.application.commandLine
                == "patron profile list 'in cohort 2026-07 of purchase and did purchase between 2026-09-01 and 2026-09-30'"
        )
    }

    @Test func `a period that is not over says so and opens the cohort`() {
        var bench = bench()
        #expect(bench.text.contains("2026-09 +1"))
        bench.press("Down Down")
        #expect(bench.text.contains("That month is not over yet"))
        bench.press("Enter")
        #expect(bench.application.commandLine == "patron profile list 'in cohort 2026-11 of purchase'")
    }

    @Test func `m goes through the measures and b through the periods`() {
        var bench = bench()
        for title in ["Came back, people", "Revenue a person", "Revenue", "Came back, percent"] {
            bench.press("m")
            #expect(bench.lines[1].contains(title))
        }
        bench.press("b")
        bench.settle()
        #expect(bench.text.contains("by week"))
        #expect(bench.application.commandLine == "patron retention --start purchase --return purchase --by week")
    }

    @Test func `refunds count on their own dates or with their orders, which the first line says of money`() {
        var bench = bench()
        bench.press("w 6")
        #expect(bench.text.contains("6 refunds count  with their orders"))
        bench.press("Esc")
        bench.settle()
        #expect(!bench.lines[0].contains("refunds with orders"))
        bench.press("m m")
        #expect(bench.lines[0].contains("refunds with orders"))
        #expect(bench.application.commandLine.contains("--refunds order-date"))
        bench.press("b")
        #expect(bench.application.commandLine.contains("--refunds order-date"))
    }

    @Test func `the average opens everybody whose period is over`() {
        var bench = bench()
        bench.press("Down Down Down Right Right Right Right Right Right Right Right Enter")
        #expect(bench.lines[0].contains("average +9"))
        #expect(bench.application.commandLine.contains(" or "))
    }

    @Test func `another event is chosen from those that there are, or said in words`() {
        var bench = bench()
        bench.press("w 2 1")
        #expect(
            bench.requests.map(\.question).contains(
                .retention(Query(), start: "purchase", returning: "anything", RetentionOptions())))
        bench.press("w 1 End Enter")
        bench.type(" at least")
        bench.press("Enter")
        #expect(bench.text.contains("begins with"))
        bench.press("^U")
        bench.type("purchase where revenue > 100")
        bench.press("Enter")
        bench.settle()
        #expect(bench.application.commandLine.contains("--start 'purchase where revenue > 100'"))
    }

    @Test func `e saves the cell under a name that is offered`() {
        var bench = bench()
        bench.press("Down e Enter")
        #expect(
            bench.requests.map(\.question).contains(
                .saveSegment(
                    name: "2026-10 +1", filter: "in cohort 2026-10 of purchase", replacing: "", over: nil)))
    }
}
