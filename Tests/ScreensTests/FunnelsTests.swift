import Filters
import Phrases
import Screens
import Terminal
import Testing

struct FunnelsTests {
    private func bench(columns: Int = 80, rows: Int = 24) -> Bench {
        var bench = Bench(columns: columns, rows: rows, first: .showFunnels)
        bench.settle()
        return bench
    }

    /// The funnel that is saved, opened.
    private func opened() -> Bench {
        var bench = bench()
        bench.press("Enter")
        bench.settle()
        return bench
    }

    @Test func `saved funnels stand before those that are ready, with their steps beside`() {
        let bench = bench()
        #expect(bench.lines[0].hasPrefix(" Funnels"))
        #expect(bench.text.contains("›Checkout"))
        #expect(bench.text.contains("1 session_s"))
        #expect(bench.text.contains("3 purchase"))
    }

    @Test func `a step opens the people who reached it, dropped there or are still open`() {
        var bench = opened()
        let line = { (bench: Bench) in bench.application.commandLine }
        bench.press("Down Enter")
        #expect(line(bench).contains("'reached step 2 of funnel \"Checkout\" between 2026-10-24 and 2026-11-22'"))
        bench.press("Esc Right Enter")
        #expect(line(bench).contains("dropped at step 2 of funnel"))
        bench.press("Esc Right Enter")
        #expect(line(bench).contains("open at step 2 of funnel"))
    }

    @Test func `numbers, losses and times stand beside the bars`() {
        let text = opened().text
        for fact in ["4 000", "2 000  50.0%  50.0%", "1 800 lost", "200 still open", "half within 4 m"] {
            #expect(text.contains(fact), "\(fact)")
        }
    }

    @Test(arguments: Language.allCases)
    func `losses and times stand whole beside the list in every language`(language: Language) {
        var bench = Bench(first: .showFunnels, language: language)
        bench.settle()
        let catalogue = Catalogue(of: language)
        let minutes = catalogue.text(Phrase("unit.minute", "m"))
        let facts = [
            Phrase("funnel.lost", "%1 lost", "1 800"), Phrase("funnel.open", "%1 still open", "200"),
            Phrase("funnel.median", "half within %1", "4 \(minutes)"),
        ].map { catalogue.text($0) }
        let line = facts.joined(separator: " · ")
        #expect(bench.text.contains(line), "\(line)")
    }

    @Test func `what does not fit beside the losses stands below them`() {
        let lines = bench(columns: 66).lines
        #expect(lines.contains { $0.contains("1 800 lost · 200 still open") && !$0.contains("half") })
        #expect(lines.contains { $0.contains("half within 4 m") })
    }

    @Test func `b breaks down, Tab enters the groups and Enter opens a group's people`() {
        var bench = opened()
        bench.press("b")
        #expect(bench.text.contains("Break down by"))
        bench.press("2")
        bench.settle()
        #expect(bench.text.contains("mobile"))
        bench.press("Tab Down Enter")
        #expect(bench.application.commandLine.contains("city exactly \"desktop\" and reached step 1"))
    }

    @Test func `steps are added, changed, dropped and brought back`() {
        var bench = opened()
        bench.press("a")
        bench.type("product_view where price > 10")
        bench.press("Enter")
        bench.settle()
        #expect(bench.text.contains("2 product_view"))
        #expect(bench.application.commandLine.contains("--step 'product_view where price > 10'"))
        bench.press("d u u")
        bench.settle()
        #expect(bench.application.commandLine.hasPrefix("patron funnel Checkout"))
        bench.press("a")
        bench.type("product view")
        bench.press("Enter")
        #expect(bench.text.contains("Add a step"))
    }

    @Test func `w changes days, window, order and what is excluded`() {
        var bench = opened()
        bench.press("w 1")
        bench.settle()
        #expect(bench.text.contains("last 90 days"))
        bench.press("3 Esc")
        bench.settle()
        #expect(bench.application.commandLine.contains("--order strict"))
        bench.press("w 4")
        bench.type("unsubscribe")
        bench.press("Enter")
        bench.settle()
        #expect(bench.application.commandLine.contains("--exclude unsubscribe"))
    }

    @Test func `a new funnel is written, saved and found again`() {
        var bench = bench()
        bench.press("a")
        bench.type("add_to_cart then purchase within 2 days")
        bench.press("Enter")
        bench.settle()
        #expect(bench.application.commandLine.contains("--step add_to_cart --step purchase --within 2d"))
        bench.press("^S")
        bench.type("Quick")
        bench.press("Enter")
        bench.settle()
        #expect(bench.lines[0].contains("Quick"))
    }

    @Test func `attempts and a comparison with the days before are a key away`() {
        var bench = opened()
        bench.press("m")
        bench.settle()
        #expect(bench.text.contains("attempts, of step 1"))
        bench.press("v")
        bench.settle()
        #expect(bench.text.contains("before: 50.0%"))
    }

    @Test func `a comparison is left out until that of the changed steps is there`() {
        var bench = opened()
        bench.press("v")
        bench.settle()
        bench.press("a")
        bench.type("product_view")
        bench.press("Enter")
        // The report with one step more comes; the one of the days before still has the steps of before.
        for request in bench.requests { bench.send(Sample.message(to: request)) }
        #expect(bench.text.contains("2 product_view"))
        #expect(!bench.text.contains("before:"))
        bench.settle()
        #expect(bench.text.contains("before: 50.0%"))
    }

    @Test(arguments: [(40, 10), (80, 24), (160, 45)])
    func `every size has room for the steps`(columns: Int, rows: Int) {
        var bench = bench(columns: columns, rows: rows)
        bench.press("Enter")
        bench.settle()
        #expect(bench.text.contains("2 000"))
        #expect(bench.lines.allSatisfy { $0.count <= columns })
    }

    @Test func `i tells the filter, the rows read and the time of the number under the cursor`() {
        var bench = opened()
        bench.press("Down i")
        for fact in ["reached 2 add_to_cart: 2 000 people", "reached step 2 of funnel", "120 000", "42.0 ms"] {
            #expect(bench.text.contains(fact), "\(fact)")
        }
    }

    @Test func `at an instant the days of a report end with its own day, at a date with the day before`() {
        for (date, last) in [("2026-05-01T10:00", "2026-05-01"), ("2026-05-01", "2026-04-30")] {
            var bench = opened()
            bench.press("t")
            bench.type(date)
            bench.press("Enter")
            bench.settle()
            #expect(bench.application.commandLine.contains("--to \(last)"), "\(bench.application.commandLine)")
        }
    }

    @Test func `facts of a step have their whole names where values leave the room`() {
        var bench = Bench(first: .showFunnels, language: .polish)
        bench.settle()
        bench.press("Enter")
        bench.settle()
        #expect(bench.text.contains("wszystkie kroki") && bench.text.contains("z zamkniętych"))
    }
}
