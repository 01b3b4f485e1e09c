import Customers
import Screens
import Terminal
import Testing

struct TourTests {
    @Test func `five cards lead to a segment that is saved`() {
        var bench = Bench()
        bench.settle()
        bench.press("^P")
        bench.type("tour")
        bench.press("Enter")
        #expect(bench.text.contains("Who your customers are"))
        #expect(bench.text.contains("1 of 5"))
        bench.press("Enter Enter Left Enter Enter Enter")
        #expect(bench.text.contains("5 of 5"))
        bench.press("Enter")
        bench.settle()
        #expect(bench.lines[0].hasPrefix(" Segments ▸ Repeat buyers*"))
        bench.press("^S")
        #expect(bench.requests.contains { $0.slot == .writing })
    }

    @Test func `the made-up shop tells of the tour once`() {
        var setup = Setup(store: Sample.store, guesses: Sample.guesses)
        let now = Instant(seconds: 1_795_348_800)
        func first(_ setup: Setup) -> (told: Bool, kept: KeptState?) {
            var application = Application(setup, at: now)
            _ = application.update(.resized(columns: 80, rows: 24), at: now)
            let commands = application.start()
            var canvas = Canvas(columns: 80, rows: 24)
            application.draw(on: &canvas)
            let kept = commands.compactMap { if case .keep(let state) = $0 { state } else { nil } }.last
            return (canvas.line(23).contains("New here?"), kept)
        }
        let start = first(setup)
        #expect(start.told)
        setup.kept = start.kept ?? KeptState()
        #expect(!first(setup).told)
    }

    @Test func `Esc skips the tour`() {
        var bench = Bench()
        bench.settle()
        bench.press("^P")
        bench.type("tour")
        bench.press("Enter Esc")
        #expect(bench.lines[0].hasPrefix(" Profiles "))
        #expect(!bench.text.contains("1 of 5"))
    }

    @Test func `who begins with the sample shop is shown around`() {
        var bench = Bench(store: nil)
        bench.press("Enter")
        bench.settle()
        #expect(bench.text.contains("Who your customers are"))
    }

    @Test func `every card fits a small screen`() {
        for (columns, rows) in [(40, 10), (80, 24)] {
            var bench = Bench(columns: columns, rows: rows)
            bench.settle()
            bench.press("^P")
            bench.type("tour")
            bench.press("Enter")
            for number in 1...5 {
                #expect(bench.text.contains(columns == 40 ? "─" : "\(number) of 5"))
                bench.press("Right")
            }
        }
    }
}
