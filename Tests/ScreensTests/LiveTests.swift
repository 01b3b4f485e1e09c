import Customers
import Screens
import Terminal
import Testing

/// What the screens show of a store that somebody else writes to.
struct LiveTests {
    private func changed(_ bench: inout Bench, to version: Int) {
        var summary = Sample.store.summary
        summary.version = version
        bench.send(.changed(summary))
    }

    private func answerCount(_ bench: inout Bench, _ count: Int) {
        for request in bench.requests where request.slot == .count {
            bench.send(.answered(request, .size(Sample.size(count))))
        }
    }

    @Test func `a count that the data moved shows which way it went, then settles`() {
        var bench = Bench(first: .showSegments)
        bench.settle()
        changed(&bench, to: 90)
        bench.send(
            .answered(
                bench.requests.first { $0.question == .segments } ?? bench.requests[0], .segments(Sample.segments)))
        answerCount(&bench, 60)
        #expect(bench.lines[3].contains("▲60"))
        bench.settle()
        bench.send(.rang(.settled))
        #expect(bench.lines[3].contains(" 60 "))
        #expect(!bench.lines[3].contains("▲"))
    }

    @Test func `the status line says when the data changed`() {
        var bench = Bench(first: .showSegments)
        bench.settle()
        #expect(bench.lines[23].hasPrefix(" up to date  "))
        changed(&bench, to: 91)
        bench.settle()
        #expect(bench.lines[23].hasPrefix(" up to date, the data changed at 12:00:00"))
    }

    @Test func `long work says how long it has run`() {
        var bench = Bench(first: .showSegments)
        for _ in 0..<10 { bench.send(.rang(.spinner)) }
        #expect(bench.lines[23].contains(" · 1 s · Esc stops"))
    }

    @Test func `all screens are limited to a segment from a menu, and the first line names it`() {
        var bench = Bench(first: .showSegments)
        bench.settle()
        bench.press("S")
        bench.settle()
        #expect(bench.text.contains("everyone"))
        bench.press("2")
        #expect(bench.lines[0].hasPrefix(" Segments ▸ VIP  "))
        #expect(
            bench.requests.contains {
                $0.question == .count(Query(filter: "in segment \"VIP\"", scope: "in segment \"VIP\""))
            })
        bench.press("S")
        bench.settle()
        bench.press("4 ^U")
        bench.type("age > 30")
        bench.press("Enter")
        #expect(bench.lines[0].hasPrefix(" Segments ▸ age > 30  "))
    }
}
