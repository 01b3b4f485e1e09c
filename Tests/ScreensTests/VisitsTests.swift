import Analytics
import Filters
import Screens
import Terminal
import Testing

struct VisitsTests {
    private func bench(columns: Int = 80, rows: Int = 24) -> Bench {
        var bench = Bench(columns: columns, rows: rows, first: .showSessions)
        bench.settle()
        return bench
    }

    @Test func `a week shows its visits, people, lengths and buyers`() {
        let bench = bench()
        #expect(bench.lines[0].hasPrefix(" Visits"))
        let last = bench.lines.first { $0.contains("2026-11-16") } ?? ""
        for fact in ["[72]", " 52 ", "5.0", "5 m 50 s", "25.0%", " 5 ", "9.6%"] {
            #expect(last.contains(fact), "\(fact)")
        }
        for fact in [
            "72 visits, 52 people; the most of one person: 7.",
            "Half are over after 5 m 50 s; 5 m 55 s on average, 5.0 events a visit.",
            "18 visits are of one event (25.0%).", "5 people bought: 9.6% of those with an event.",
        ] {
            #expect(bench.text.contains(fact), "\(fact)")
        }
    }

    @Test func `the people of a week open by the filter that counts them`() {
        var bench = bench()
        bench.press("Right Enter")
        #expect(
            bench.application.commandLine
                == "patron profile list 'did page_view between 2026-11-16 and 2026-11-22'")
        bench.press("Esc Right Right Right Right Enter")
        #expect(
            bench.application.commandLine
                == "patron profile list 'did purchase between 2026-11-16 and 2026-11-22'")
    }

    @Test func `below the periods stands the row of all of them, which opens to everybody in them`() {
        var bench = bench()
        #expect(bench.lines.contains { $0.contains("all") && $0.contains("2 400") })
        bench.press("Down Right Enter")
        #expect(bench.application.commandLine.contains("did page_view between 2026-08-25 and 2026-11-22"))
    }

    @Test func `a figure that is not of people says so, and whom Enter opens`() {
        var bench = bench()
        bench.press("i")
        #expect(bench.text.contains("This figure is of visits, not of people"))
        #expect(bench.text.contains("30 m;"))
        bench.press("Esc Right i")
        #expect(bench.text.contains("an order alone does not"))
    }

    @Test func `b, w and m change the periods, the days and the gap of the question and of the command`() {
        var bench = bench()
        #expect(
            bench.application.commandLine
                == "patron sessions --gap 30m --by week --from 2026-08-25 --to 2026-11-22")
        bench.press("b w w m")
        #expect(bench.requests.contains { $0.question == .sessions(Query(), gapMinutes: 60, days: nil, by: .month) })
        bench.settle()
        #expect(bench.application.commandLine == "patron sessions --gap 60m --by month")
        bench.press("m m")
        #expect(bench.application.commandLine.contains("--gap 15m"))
    }

    @Test func `a period that the days cut carries a sign`() {
        let lines = bench(columns: 160, rows: 45).lines
        #expect(lines.contains { $0.contains("2026-08-25…") })
        #expect(lines.contains { $0.contains("2026-08-31 ") && !$0.contains("2026-08-31…") })
    }

    @Test func `a click on the row of all periods goes there, past those out of view`() {
        var bench = bench()
        bench.press("Up Up Up Up Up Up Up Up Up Up")
        bench.click("2 400")
        #expect(bench.lines.contains { $0.hasPrefix("│›all") })
        #expect(bench.lines.count { $0.hasPrefix("│›") } == 1)
    }

    @Test(arguments: [(40, 10), (70, 24), (80, 24), (160, 45)])
    func `every size shows visits, people and their median`(columns: Int, rows: Int) {
        let bench = bench(columns: columns, rows: rows)
        #expect(bench.text.contains("[72]") && bench.text.contains(" 52 ") && bench.text.contains("5 m 50 s"))
        #expect(bench.text.contains("2 400"))
    }

    @Test func `the palette and the menu know the screen`() {
        var bench = Bench()
        bench.settle()
        bench.press("g")
        #expect(bench.text.contains("Visits"))
        bench.press("e")
        bench.settle()
        #expect(bench.lines[0].hasPrefix(" Visits"))
    }
}
