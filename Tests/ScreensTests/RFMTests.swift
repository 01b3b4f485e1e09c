import Analytics
import Customers
import Filters
import Screens
import Terminal
import Testing

struct RFMTests {
    private func bench() -> Bench {
        var bench = Bench(first: .showRFM)
        bench.settle()
        _ = bench.takeOrders()
        return bench
    }

    @Test func `the cell under the cursor opens its people by the filter that says it`() {
        var bench = bench()
        bench.press("Down Down Left Enter")
        #expect(bench.lines[0].hasPrefix(" RFM ▸ R3 F4"))
        #expect(
            bench.application.commandLine == "patron profile list 'rfm.recency = 3 and rfm.frequency = 4'")
    }

    @Test func `the cursor stays on the grid`() {
        var bench = bench()
        bench.press("Up Up Right Right Enter")
        #expect(bench.lines[0].hasPrefix(" RFM ▸ R5 F5"))
    }

    @Test(arguments: [
        (0, "People by R x F", "11.1%"), (1, "Revenue by R x F", "25k"), (2, "Revenue a person by R x F", "250"),
    ])
    func `m goes through the measures`(presses: Int, title: String, number: String) {
        var bench = bench()
        for _ in 0..<presses { bench.press("m") }
        #expect(bench.lines[1].contains(title))
        #expect(bench.lines[2].contains(number))
    }

    @Test func `v shows how many more or fewer people a cell holds, since longer at each press`() {
        var bench = bench()
        bench.press("v")
        bench.settle()
        #expect(bench.lines[1].contains("Change in 30 days by R x F"))
        bench.press("v")
        #expect(
            bench.requests.contains { request in
                if case .rfm(let query, _) = request.question {
                    query.asOf == .day(CivilDate(dayNumber: 20_689))
                } else {
                    false
                }
            }, "\(bench.requests)")
        bench.settle()
        #expect(bench.lines[1].contains("Change in 90 days"))
        #expect(bench.lines[2].contains("0"))
    }

    @Test func `the detail shows people, share, money, the values behind the scores, and the groups`() {
        let text = bench().text
        for fact in [
            "people     100", "of buyers  11.1%", "revenue    € 25 000", "a person   € 250", "days ago   0 to 14",
            "purchases  7 to 40", "M1 9-49     100", "Champions  100",
        ] {
            #expect(text.contains(fact))
        }
    }

    @Test func `n goes through the named groups, the largest first, and Enter opens the group`() {
        var bench = bench()
        bench.press("n")
        #expect(bench.text.contains("›Lost"))
        bench.press("n Enter")
        #expect(bench.application.commandLine == "patron profile list 'rfm.group = \"Champions\"'")
        bench.press("Esc n n")
        #expect(bench.text.contains("R5 F5"))
    }

    @Test func `e saves the cell under a name that is offered`() {
        var bench = bench()
        bench.press("e")
        #expect(bench.text.contains("R5 F5"))
        bench.press("^U")
        bench.type("Best")
        bench.press("Enter")
        #expect(
            bench.requests.map(\.question)
                == [
                    .saveSegment(
                        name: "Best", filter: "rfm.recency = 5 and rfm.frequency = 5", replacing: "", over: nil)
                ])
        bench.settle()
        #expect(bench.lines[23] == " ‘Best’ is saved.")
    }

    @Test func `the selected cell stands in brackets, so that no colour is needed`() {
        var bench = bench()
        #expect(bench.lines[2].contains("[11.1%]"))
        bench.press("Left")
        #expect(bench.lines[2].contains("[8.9%█]"))
        #expect(!bench.lines[2].contains("[11.1%]"))
    }

    @Test func `without buyers the reason and the key are told`() {
        var bench = Bench(first: .showRFM)
        bench.send(.answered(bench.requests[0], .rfm(RFMFigures(asOf: bench.now, buyers: 0, cells: []))))
        #expect(bench.text.contains("Nobody has bought yet. g i imports orders."))
    }

    @Test func `w changes the report, and every cell of it opens by the filter that says which report is meant`() {
        var bench = bench()
        bench.press("w")
        for line in ["1 groups on every axis  5", "2 frequency counts  purchases", "4 revenue  after refunds"] {
            #expect(bench.text.contains(line))
        }
        bench.press("1 6")
        #expect(bench.requests.map(\.question) == [.rfm(Query(), RFMVariant(division: .groups(7)))])
        bench.settle()
        #expect(bench.text.contains("R7 F7"))
        bench.press("w 2 3 4 Esc")
        bench.settle()
        #expect(
            bench.application.commandLine
                == "patron rfm --groups 7 --frequency days --monetary average --revenue gross")
        bench.press("Down Enter")
        let report = "rfm(groups 7, frequency days, monetary average, revenue gross)"
        #expect(
            bench.application.commandLine
                == "patron profile list '\(report).recency = 6 and \(report).frequency = 7'")
    }

    @Test func `the terms of a report are taken in words, and a fault is told`() {
        var bench = bench()
        bench.press("w 5")
        bench.type("groups 7, sinse 2026-01-01")
        bench.press("Enter")
        #expect(bench.text.contains("‘sinse’ stands where"))
        bench.press("^U")
        bench.type("fixed days (30) purchases (2) revenue (50.5), since 2026-01-01")
        bench.press("Enter")
        bench.settle()
        #expect(
            bench.application.commandLine
                == "patron rfm --groups 2 --fixed 30/2/50.5 --since 2026-01-01")
        bench.press("w 6")
        bench.settle()
        #expect(bench.application.commandLine == "patron rfm")
    }

    @Test(arguments: [(80, 24), (40, 10), (60, 14), (160, 45), (30, 8), (100, 20)], 2...10)
    func `a grid of any size shows the cell under the cursor and no label over it`(
        size: (columns: Int, rows: Int), groups: Int
    ) {
        var bench = Bench(columns: size.columns, rows: size.rows, first: .showRFM)
        bench.settle()
        bench.press("w 1 \("123456789abc".map(String.init)[groups - 2])")
        bench.settle()
        for presses in ["", "Down Left", "Home Down Down Down", "Down Down Down Down Down Down Down"] {
            bench.press(presses)
            let canvas = bench.canvas
            let cursor = canvas.cursor
            #expect(cursor != nil)
            let row = bench.lines[cursor?.row ?? 0]
            #expect(row.contains(#/R\d+ /#))
            #expect(!row.contains(#/F\d+ +F\d+/#))
        }
    }

    @Test func `the borders of all scores stand with the grid`() {
        let regular = Scene.rfm.bench(columns: 80, rows: 24).text
        for border in ["0-14 d", "200-900 ", "7-40x", "1x", "M5 400-9.1k"] { #expect(regular.contains(border)) }
        let wide = Scene.rfm.bench(columns: 160, rows: 45).text
        for border in ["200 to 900", "7 to 40", "€ 400 to € 9 120", "€ 10 to € 50"] { #expect(wide.contains(border)) }
    }

    @Test func `a report becomes figures with the same people, money and values behind the scores`() {
        let purchases = Purchases(
            profileRows: 6, profiles: [0, 1, 2, 3, 4], times: [1, 2, 3, 4, 5].map { $0 * 86_400_000 },
            netRevenue: [100, 200, 300, 400, 500], grossRevenue: [100, 200, 300, 400, 500])
        let figures = RFMFigures(RFMReport(of: purchases, asOf: Instant(milliseconds: 10 * 86_400_000)))
        #expect(figures.buyers == 5)
        #expect(figures.cells.map(\.profiles).reduce(0, +) == 5)
        #expect(figures.cells.map(\.revenueMinor).reduce(0, +) == 1500)
        #expect(figures.ranges.recency == [9...9, 8...8, 7...7, 6...6, 5...5])
        #expect(figures.ranges.monetary == [100...100, 200...200, 300...300, 400...400, 500...500])
        #expect(figures.ranges.frequency.compactMap { $0 } == [1...1])
    }
}
