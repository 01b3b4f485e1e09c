import Analytics
import Customers
import Screens
import Terminal
import Testing

/// Reports about nobody: everything is drawn, every key may be pressed.
struct EmptyReportsTests {
    private static let screens: [Action] = [.showCohorts, .showLifecycle, .showMailings]

    /// Answers what is asked, with reports of nobody.
    private func settle(_ bench: inout Bench) {
        for _ in 0..<20 {
            let open = bench.requests
            guard !open.isEmpty else { return }
            for request in open {
                switch request.question {
                case .retention(_, let start, let returning, let options):
                    let report = RetentionReport(
                        asOf: Instant(seconds: 1_795_348_800), start: Sample.event(start),
                        returning: Sample.event(returning), options: options, cohorts: [], edges: [])
                    bench.send(.answered(request, .retention(report)))
                case .lifecycle(_, let event, let unit):
                    let report = LifecycleReport(
                        asOf: Instant(seconds: 1_795_348_800), event: Sample.event(event), unit: unit, entries: [],
                        dayBefore: CivilDate(dayNumber: 20_000))
                    bench.send(.answered(request, .lifecycle(report)))
                case .mailings: bench.send(.answered(request, .mailings([])))
                default: bench.send(Sample.message(to: request))
                }
            }
        }
    }

    @Test(arguments: screens, [(40, 10), (80, 24), (160, 45)])
    func `a report about nobody is drawn, read and gone through`(screen: Action, size: (columns: Int, rows: Int)) {
        var bench = Bench(columns: size.columns, rows: size.rows, first: screen)
        settle(&bench)
        for key in [
            "", "Up", "Down", "Left", "Right", "Home", "End", "PageUp", "PageDown", "Tab", "m", "b", "i", "Esc", "e",
            "Esc", "y", "Enter", "Esc",
        ] {
            bench.press(key)
            settle(&bench)
            #expect(!bench.lines.isEmpty && !bench.application.read().isEmpty)
        }
    }
}
