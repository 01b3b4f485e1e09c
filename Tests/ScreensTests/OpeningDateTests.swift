import Customers
import Screens
import Terminal
import Testing

/// The date with which a store is shown first.
struct OpeningDateTests {
    /// The first line of a store whose last event is so many days old.
    private func firstLine(days: Int64, isSample: Bool, asOf: Moment = .now) -> String {
        var store = Sample.store
        store.summary.isSample = isSample
        store.summary.lastEvent = Instant(seconds: 1_795_340_000 - days * 86_400)
        var bench = Bench(store: store, asOf: asOf)
        bench.settle()
        return bench.lines[0]
    }

    @Test func `the made-up shop is shown as of the end of its data, which is long past`() throws {
        #expect(firstLine(days: 5, isSample: true).contains("as of 2026-11-18"))
        let day = try #require(CivilDate(parsing: "2026-11-01"))
        #expect(firstLine(days: 5, isSample: true, asOf: .day(day)).contains("as of 2026-11-01"))
    }

    @Test(arguments: [(Int64(0), true), (1, true), (5, false)])
    func `a shop of today, and every store of somebody's own, is shown as of now`(days: Int64, isSample: Bool) {
        #expect(!firstLine(days: days, isSample: isSample).contains("as of"))
    }
}
