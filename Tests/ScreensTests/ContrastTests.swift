import Screens
import Terminal
import Testing

struct ContrastTests {
    private func bench(_ first: Action, _ keys: String, columns: Int = 80, rows: Int = 24) -> Bench {
        var bench = Bench(columns: columns, rows: rows, first: first)
        bench.settle()
        bench.press(keys)
        bench.settle()
        return bench
    }

    @Test func `V on a cell of cohorts tells what sets its people apart, and opens to them`() {
        var bench = bench(.showCohorts, "V")
        #expect(bench.lines[0].contains("What sets them apart"))
        for fact in ["mobile", "71.0%", "58.0%", "1.22", "email_click", "against the rest of"] {
            #expect(bench.text.contains(fact), "\(fact)")
        }
        #expect(bench.application.commandLine.hasPrefix("patron segment contrast 'in cohort "))
        #expect(bench.application.commandLine.contains(" --against 'in cohort "))
        bench.press("Enter")
        #expect(bench.application.commandLine.contains("device ="))
    }

    @Test func `V on a step of a funnel compares those who were lost with those who went on`() {
        var bench = bench(.showFunnels, "Enter")
        bench.press("V")
        bench.settle()
        #expect(bench.application.commandLine.contains("dropped at step 1 of funnel"))
        #expect(bench.application.commandLine.contains("--against 'reached step 2 of funnel"))
    }

    @Test(arguments: [(40, 10), (80, 24), (160, 45)])
    func `every size shows the clearest first`(columns: Int, rows: Int) {
        let bench = bench(.showCohorts, "V", columns: columns, rows: rows)
        #expect(bench.text.contains("mobile"))
    }
}
