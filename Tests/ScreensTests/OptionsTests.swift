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

    @Test func `reports of money count refunds as is chosen, say so and ask so`() {
        var bench = bench()
        bench.press("End Right")
        #expect(bench.text.contains("refunds count in reports"))
        #expect(bench.takeOrders() == [.configure(ConfigurationEntry("refunds", "\"order-date\""))])
        bench.press("1")
        let asked = bench.requests.compactMap { request -> RefundDating? in
            if case .dashboard(let query, _, _) = request.question { query.refunds } else { nil }
        }
        #expect(asked == [.orderDate])
        bench.settle()
        #expect(bench.lines[0].contains("refunds with orders"))
        #expect(bench.application.commandLine.contains("--refunds order-date"))
    }

    @Test func `what the workspace has decided stands beside the command that changes it`() {
        let bench = bench()
        #expect(bench.text.contains("Time zone of this store: UTC. patron settings time_zone ZONE"))
        #expect(bench.application.read().contains("> theme: colorblind."))
    }
}
