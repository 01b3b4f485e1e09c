import Analytics
import Customers
import Phrases
import Screens
import Terminal
import Testing

struct DashboardTests {
    private func bench(columns: Int = 80, rows: Int = 24) -> Bench {
        var bench = Bench(columns: columns, rows: rows, first: .showDashboard)
        bench.settle()
        _ = bench.takeOrders()
        return bench
    }

    @Test func `data that end days before now are told of, for all figures of the last days fall then`() {
        var bench = Bench(first: .showDashboard)
        bench.settle()
        #expect(!bench.text.contains("t changes the date"))
        bench.now = Instant(milliseconds: bench.now.milliseconds + 5 * 86_400_000)
        bench.press("Tab")
        #expect(bench.text.contains("! Data to 2026-11-22, 5 d ago;"))
    }

    @Test func `the dashboard with a limit that is crossed`() {
        #expect(
            Scene.dashboardLimit.bench(columns: 80, rows: 24).text == """
                 Dashboard                           demo-shop sample · data to 2026-11-22 09:33
                ┌─ Net revenue ────┐┌─ Buyers ─────────┐┌─ New buyers ─────┐┌─ Average order ──┐
                │ € 45 900 ▲ 70.0% ││ 510      ▲ 70.0% ││ 170      ▲ 70.0% ││ € 89.30   ▲ 0.5% │
                │ ▅█▆█▇▅▇▅█▆▄▇▅█▆█ ││ ▅█▆█▇▅▇▅█▆▄▇▅█▆█ ││ ▅▇▅█▆▄▇▅▇▆▄▆▅▇▅█ ││ █████▇████▇█████ │
                └──────────────────┘└──────────────────┘└──────────────────┘└──────────────────┘
                ┌─ Active people ──┐┌─ Conversion ─────┐┌─ Abandonment ────┐┌─ Open rate ──────┐
                │ 4 590    ▲ 70.0% ││ 11.1%     0.0 pt ││ 75.0%     0.0 pt ││ 66.7%     0.0 pt │
                │ ▅█▆█▇▅▇▅█▆▄▇▅█▆█ ││ ████████████████ ││ ████████████████ ││ ████████████████ │
                └──────────────────┘└──────────────────┘└──────────────────┘└──────────────────┘
                ┌─ Segments ────────── change in 30 d ─┐┌─ Flow ────────────────── 2026-10-24 ─┐
                │›VIP                       52   +30.0%││ Old subscribers  400                 │
                │ Lapsed                    30    -3.2%││›→ Buyers  25  6.3%                   │
                │ Staff                      4      new││ half within 12.0 d, brought € 3.6k   │
                │                                      │└──────────────────────────────────────┘
                │                                      │┌─ Needs attention ────────────── ! 2 ─┐
                │                                      ││›! Buyers is 510, limit > 100         │
                │                                      ││ ! orders.csv: 10 rows refused        │
                │                                      ││ i VIP +30.0% to 52                   │
                │                                      ││                                      │
                │                                      ││                                      │
                │                                      ││                                      │
                └──────────────────────────────────────┘└──────────────────────────────────────┘
                 Enter people  Tab pane  w days  c measures  m limit  e segment  ? help
                 up to date                2026-10-24 to 2026-11-22, against as many days before
                """)
    }

    @Test func `a wide dashboard has the course of the measure under the cursor`() {
        var bench = bench(columns: 160, rows: 45)
        #expect(bench.lines[9].hasPrefix("┌─ Net revenue by day "))
        bench.press("Down Right Right")
        #expect(bench.lines[9].hasPrefix("┌─ Abandonment by day "))
        #expect(bench.lines[10].hasPrefix("│77.3%"))
        bench.press("w 5")
        bench.settle()
        #expect(bench.lines[26].contains("change in 90 d"))
    }

    @Test func `a small terminal shows one pane, as a list`() {
        var bench = bench(columns: 40, rows: 10)
        #expect(bench.lines[3] == "›Net revenue          € 45 900   ▲ 70.0%")
        bench.press("Tab Tab")
        #expect(bench.lines[2].hasPrefix(" Old subscribers  400"))
    }

    @Test func `arrows go over the tiles and stay on them`() {
        var bench = bench()
        bench.press("Right Down Down Left")
        #expect(bench.lines[5].hasPrefix("┌─ ›Active people"))
        bench.press("End")
        #expect(bench.lines[5].contains("›Open rate"))
        bench.press("Right Down Home Up")
        #expect(bench.lines[1].hasPrefix("┌─ ›Net revenue"))
    }

    @Test func `Enter opens the people of a measure, of a segment, and of a flow`() {
        let days = "between 2026-10-24 and 2026-11-22"
        for (keys, filter) in [
            ("Right Enter", "did purchase \(days)"), ("Right Right Enter", "first purchase \(days)"),
            ("Tab Down Enter", "in segment \"Lapsed\""),
            (
                "Tab Tab Enter",
                "as of 2026-10-24 (subscribed_at before 30 days ago and did not purchase) and did purchase"
            ),
            ("Tab Tab Tab Down Enter", "in segment \"VIP\""),
        ] {
            var bench = bench()
            bench.press(keys)
            #expect(bench.application.commandLine == "patron profile list '\(filter)'")
        }
    }

    @Test func `the explanation says whom Enter opens where no people are counted`() {
        var bench = bench()
        bench.press("i")
        #expect(bench.text.contains("This is no number of") && bench.text.contains("refunds count  on their own dates"))
        bench.press("Esc Right i")
        #expect(bench.text.contains("Buyers") && !bench.text.contains("This is no number of"))
        #expect(!bench.text.contains("refunds count"))
        bench.press("Esc Down Right i")
        #expect(bench.text.contains("Carts are counted, not people: Enter opens"))
    }

    @Test func `the command prints the same measures of the same days`() {
        #expect(
            bench().application.commandLine
                == "patron metrics --from 2026-10-24 --to 2026-11-22 --measures net_revenue,buyers,new_buyers,aov,active,conversion,abandonment,open_rate"
        )
    }

    @Test func `c chooses the measures and their order, w the days, and both are kept`() {
        var bench = bench()
        bench.press("c Space Enter")
        bench.settle()
        // The first is let go of and comes first among the others.
        #expect(bench.lines[1].hasPrefix("┌─ ›Buyers"))
        bench.press("w 2")
        var measures = DashboardLayout.standard.measures
        measures.remove(.netRevenue)
        #expect(bench.requests.map(\.question) == [.dashboard(Query(), days: 7, of: measures)])
        bench.settle()
        let kept = bench.orders.compactMap { if case .keep(let state) = $0 { state } else { nil } }.last
        #expect(kept?.dashboard.days == 7)
        #expect(kept?.dashboard.tiles.first == .buyers && kept?.dashboard.tiles.contains(.netRevenue) == false)
    }

    @Test func `a limit that is none is refused with the form of one, and an empty one takes it away`() {
        var bench = bench()
        bench.press("m")
        bench.type("many")
        bench.press("Enter")
        #expect(bench.text.contains("A limit is > or < and a number."))
        bench.press("^U")
        bench.type("< 500000")
        bench.press("Enter")
        #expect(bench.text.contains("Net revenue is € 45 900, limit <"))
        bench.press("m ^U Enter")
        #expect(!bench.text.contains("limit <"))
    }

    @Test func `it is read as sentences`() {
        let sentences = Scene.dashboardLimit.bench(columns: 80, rows: 24).application.read()
        #expect(
            sentences == [
                "Dashboard.", "2026-10-24 to 2026-11-22, against as many days before.",
                "Net revenue € 45 900, € 27 000 before.", "Buyers 510, 300 before.", "New buyers 170, 100 before.",
                "Average order € 89.30, € 88.82 before.", "Active people 4 590, 2 700 before.",
                "Conversion 11.1%, 11.1% before.", "Abandonment 75.0%, 75.0% before.", "Open rate 66.7%, 66.7% before.",
                "> VIP: 52 people, 40 before.", "Lapsed: 30 people, 31 before.", "Staff: 4 people, 0 before.",
                "Of 400 people in Old subscribers, 25 are now in Buyers.", "Buyers is 510, limit > 100.",
                "orders.csv: 10 rows refused.", "VIP +30.0% to 52.",
            ])
    }

    @Test func `e saves the people under the cursor, and new data is asked for`() {
        var bench = bench()
        bench.press("Right e ^U")
        bench.type("Lately")
        bench.press("Enter")
        #expect(
            bench.requests.map(\.question).contains(
                .saveSegment(
                    name: "Lately", filter: "did purchase between 2026-10-24 and 2026-11-22", replacing: "", over: nil))
        )
        bench.settle()
        var summary = Sample.store.summary
        summary.version = 2
        bench.send(.changed(summary))
        #expect(
            bench.requests.map(\.question) == [.dashboard(Query(), days: 30, of: DashboardLayout.standard.measures)])
    }

    @Test func `ready segments of the flow bear the names of the language, saved ones their own`() {
        var bench = Bench(first: .showDashboard, language: .polish)
        bench.settle()
        #expect(!bench.text.contains("Old subscribers") && !bench.text.contains("→ Buyers"))
        #expect(bench.text.contains("→ Kupujący"))
        #expect(!bench.application.read().contains { $0.contains("Old subscribers") })
    }
}
