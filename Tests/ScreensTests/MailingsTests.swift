import Screens
import Terminal
import Testing

struct MailingsTests {
    private func bench(columns: Int = 80, rows: Int = 24) -> Bench {
        var bench = Bench(columns: columns, rows: rows, first: .showMailings)
        bench.settle()
        return bench
    }

    @Test func `a campaign shows its people, rates and revenue, and what is not known as such`() {
        let bench = bench()
        #expect(bench.lines[0].hasPrefix(" Mailings"))
        for fact in ["spring", "1 200", "[400]", "90", "12", "33.3%", "7.5%", "€ 600"] {
            #expect(bench.text.contains(fact), "\(fact)")
        }
        #expect(bench.lines.first { $0.contains("summer") }?.contains("-") == true)
    }

    @Test func `Left and Right choose whose people Enter opens`() {
        var bench = bench()
        bench.press("Enter")
        #expect(bench.application.commandLine.contains("did email_open where campaign_id"))
        bench.press("Esc Right Enter")
        #expect(bench.application.commandLine.contains("'did email_click'"))
        bench.press("Esc Right Right Enter")
        #expect(bench.application.commandLine.contains("then purchase within 5 days"))
    }

    @Test func `people of whom the data does not tell are not made up`() {
        var bench = bench()
        bench.press("Down Right Enter")
        #expect(bench.lines[23].contains("does not tell"))
    }

    @Test func `w changes the days of the question and of the command`() {
        var bench = bench()
        #expect(bench.application.commandLine == "patron mailings --from 2026-08-25 --to 2026-11-22")
        bench.press("w w")
        bench.settle()
        #expect(bench.application.commandLine == "patron mailings")
        #expect(bench.text.contains("all time"))
    }

    @Test(arguments: [(40, 10), (80, 24), (160, 45)])
    func `every size shows the campaigns`(columns: Int, rows: Int) {
        let bench = bench(columns: columns, rows: rows)
        #expect(bench.text.contains("spring") && bench.text.contains("[400]"))
    }

    @Test func `where the cost is known, cost and return stand beside the revenue`() {
        let bench = bench(columns: 160, rows: 45)
        let spring = bench.lines.first { $0.contains("spring") } ?? ""
        #expect(spring.contains("€ 24") && spring.contains("900%"))
        #expect(bench.text.contains("Cost € 24, ROMI 900%"))
        #expect(bench.text.contains("1 200 mails to 1 200 people; nothing tells which arrived."))
    }

    @Test func `below the campaigns stands all that is known of the one under the cursor`() {
        var bench = bench()
        #expect(bench.text.contains("12 people bought within 5 days of a click (1.0%): 12 orders, € 600."))
        bench.press("Down")
        #expect(bench.text.contains("Nothing tells of clicks"))
        #expect(bench.text.contains("No ROMI: patron settings mail_cost"))
    }

    @Test func `a campaign that began before the days says what they do not hold`() {
        var bench = bench()
        #expect(bench.text.contains("…summer") && !bench.text.contains("…spring"))
        #expect(!bench.text.contains("before these days"))
        bench.press("Down")
        #expect(bench.text.contains("4 100 mails of it went out before these days and are not counted"))
    }
}
