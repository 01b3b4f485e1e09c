import Analytics
import Phrases
import Screens
import Terminal
import Testing

struct OptionsTests {
    private func bench() -> Bench {
        var bench = Bench(first: .showOptions)
        bench.settle()
        _ = bench.takeOrders()
        return bench
    }

    @Test func `a theme is chosen from a list and taken over at once`() {
        var bench = bench()
        bench.press("Enter")
        #expect(bench.text.contains("gruvbox"))
        bench.press("2")
        #expect(bench.application.themeName == "gruvbox")
        #expect(bench.takeOrders() == [.configure(ConfigurationEntry("theme", "\"gruvbox\""))])
        bench.press("Left")
        #expect(bench.application.themeName == "colorblind")
    }

    @Test func `another language speaks at once`() {
        var bench = bench()
        bench.press("Down Right")
        #expect(bench.takeOrders() == [.configure(ConfigurationEntry("language", "\"ru\""))])
        bench.press("3")
        #expect(bench.lines[0].hasPrefix(" Сегменты"))
    }

    @Test func `panes lose their borders at once`() {
        var bench = bench()
        #expect(bench.lines[1].contains("┌─ Options"))
        bench.press("Down Down Down Down Right")
        #expect(!bench.text.contains("┌"))
        #expect(bench.takeOrders() == [.configure(ConfigurationEntry("borders", "false"))])
    }

    @Test func `the mouse is switched off for good`() {
        var bench = bench()
        bench.press("Down Down Down Enter")
        #expect(
            bench.takeOrders() == [.mouse(false), .configure(ConfigurationEntry("mouse", "false"))])
    }

    /// The way in which refunds count in the questions of money that wait.
    private func datings(_ bench: Bench) -> [RefundDating] {
        bench.requests.compactMap {
            switch $0.question {
            case .dashboard(let query, _, _), .value(let query, _), .retention(let query, _, _, _),
                .flow(let query, _, _, _, _):
                query.refunds
            default: nil
            }
        }
    }

    @Test(arguments: [
        ("1", "", "r"), ("6", "m m", "r"), ("g v", "m", "r"), ("g w", "w 1 Space Down Space Enter", "Right"),
    ])
    func `reports of money count refunds as is chosen, say so and ask so`(screen: String, view: String, again: String) {
        var bench = bench()
        bench.press("End Right")
        #expect(bench.text.contains("refunds count in reports"))
        #expect(bench.takeOrders() == [.configure(ConfigurationEntry("refunds", "\"order-date\""))])
        for keys in [screen, view] {
            bench.press(keys)
            bench.settle()
        }
        bench.press(again)
        #expect(datings(bench) == [.orderDate])
        bench.settle()
        #expect(bench.lines[0].contains("refunds with orders"))
        #expect(bench.application.read().contains("Refunds count with their orders."))
    }

    @Test func `what does not hang on refunds says nothing of them`() {
        var bench = bench()
        bench.press("End Right g v")
        bench.settle()
        #expect(!bench.lines[0].contains("refunds"))
        #expect(!bench.application.read().contains("Refunds count with their orders."))
    }

    @Test func `what the workspace has decided stands beside the command that changes it`() {
        let bench = bench()
        #expect(bench.text.contains("Time zone of this store: UTC. patron settings time_zone ZONE"))
        #expect(bench.application.read().contains("> theme: colorblind."))
    }
}
