import Customers
import Screens
import Terminal
import Testing

/// Numbers that are told about before they are counted.
struct EstimateTests {
    @Test func `what answers read is prepared while a text is typed, anew when the data changes`() {
        var bench = Bench(first: .showSegments)
        bench.settle()
        func prepared() -> [Preparation?] {
            bench.takeOrders().compactMap { if case .prepare(let wanted) = $0 { .some(wanted) } else { nil } }
        }
        #expect(prepared() == [])
        bench.press("e")
        #expect(prepared() == [.estimates])
        bench.settle()
        bench.press("Down")
        #expect(prepared() == [])
        var summary = Sample.store.summary
        summary.version += 1
        bench.send(.changed(summary))
        #expect(prepared() == [.estimates])
        bench.press("Esc")
        #expect(prepared() == [nil])
        bench.press("2")
        bench.settle()
        #expect(prepared() == [.cards])
        bench.press("f")
        #expect(prepared() == [.estimates])
        bench.press("Esc Esc")
        #expect(prepared() == [.cards])
        bench.press("/")
        #expect(prepared() == [.names])
        bench.press("Esc")
        #expect(prepared() == [.cards])
    }

    private func size(_ count: Int, margin: Int) -> SegmentSize {
        SegmentSize(
            count: count, base: 1_000_000, asOf: Instant(seconds: 1_795_348_800), reach: [:], milliseconds: 3,
            margin: margin)
    }

    private func editor() -> Bench {
        var bench = Bench(first: .showSegments)
        bench.settle()
        bench.press("e")
        return bench
    }

    private func count(_ bench: Bench) -> Request? { bench.requests.first { $0.slot == .count } }

    @Test func `an estimate shows with its sign and how far it may be off, and the count takes its place`() throws {
        var bench = editor()
        let request = try #require(count(bench))
        bench.send(.estimated(request, .size(size(4_700, margin: 120))))
        #expect(bench.text.contains("≈4 700 ±120 of 1 000 000, 0.47%"))
        #expect(bench.text.contains("─ ≈4 700 people ─"))
        #expect(!bench.application.isIdle, "the count is still awaited")
        #expect(!bench.requests.contains { $0.slot == .conditions })
        bench.send(.answered(request, .size(size(4_731, margin: 0))))
        #expect(bench.text.contains(" 4 731 of 1 000 000, 0.47%"))
        #expect(!bench.text.contains("≈"))
        #expect(bench.requests.contains { $0.slot == .conditions })
    }

    @Test func `an estimate that comes after the count is of no interest`() throws {
        var bench = editor()
        let request = try #require(count(bench))
        bench.send(.answered(request, .size(size(4_731, margin: 0))))
        let before = bench.text
        bench.send(.estimated(request, .size(size(4_700, margin: 120))))
        #expect(bench.text == before)
    }

    @Test func `an estimate of an earlier text is old while the present one is asked`() throws {
        var bench = editor()
        bench.send(.estimated(try #require(count(bench)), .size(size(4_700, margin: 120))))
        bench.press("n")
        let request = try #require(count(bench))
        #expect(bench.text.contains("~4 700 of"))
        bench.send(.estimated(request, .size(size(5_300, margin: 130))))
        #expect(bench.text.contains("≈5 300 ±130"))
    }

    @Test func `a count that the data has outlived says more than an estimate`() throws {
        var bench = editor()
        bench.settle()
        var summary = Sample.store.summary
        summary.version = 77
        bench.send(.changed(summary))
        let before = bench.text
        bench.send(.estimated(try #require(count(bench)), .size(size(4_700, margin: 120))))
        #expect(bench.text == before)
    }

    @Test func `lines and neighbouring numbers are estimated too`() throws {
        var bench = editor()
        bench.settle()
        bench.press("n")
        if let request = count(bench) { bench.send(Sample.message(to: request)) }
        let rested = bench.orders.compactMap { if case .schedule(_, .rested(let moves)) = $0 { moves } else { nil } }
        bench.send(.rang(.rested(moves: try #require(rested.last))))
        let request = try #require(bench.requests.first { $0.slot == .conditions })
        guard case .conditions(let query) = request.question else { return }
        bench.send(.estimated(request, Sample.answer(to: .conditions(query))))
        #expect(bench.text.contains("≈"))
        bench.settle()
        #expect(!bench.text.contains("≈"))
    }

    @Test func `over the people a filter's count is told about in the same way`() throws {
        var bench = Bench()
        bench.settle()
        bench.press("f")
        bench.type("age >= 30")
        bench.send(.estimated(try #require(count(bench)), .size(size(310_000, margin: 2_600))))
        #expect(bench.text.contains("≈310 000 ±2 600 of 1 000 000, 31.0%"))
    }
}
