import Analytics
import Filters
import Screens
import Terminal
import Testing

struct LifecycleTests {
    private func bench() -> Bench {
        var bench = Bench(first: .showLifecycle)
        bench.settle()
        _ = bench.takeOrders()
        return bench
    }

    @Test func `a figure opens its people by the filter that says it`() {
        var bench = bench()
        bench.press("Up Right Right Right Enter")
        #expect(bench.lines[0].hasPrefix(" Lifecycle ▸ dormant 2026-11-16"))
        #expect(
            bench.application.commandLine
                == "patron profile list 'did anything between 2026-11-09 and 2026-11-15 and did not anything between 2026-11-16 and 2026-11-22'"
        )
    }

    @Test func `the last period says that it is not over`() {
        let bench = bench()
        #expect(bench.text.contains("2026-11-23…"))
        #expect(bench.text.contains("This week is not over yet."))
    }

    @Test func `another event and another period ask anew`() {
        var bench = bench()
        bench.press("b")
        #expect(
            bench.requests.map(\.question).contains(.lifecycle(Query(), event: "anything", by: .month)))
        bench.settle()
        bench.press("w 2")
        bench.settle()
        #expect(bench.application.commandLine.hasPrefix("patron lifecycle --event "))
        #expect(!bench.application.commandLine.contains("anything"))
    }
}
