import Customers
import Store
import Testing

struct ChangeWatchTests {
    @Test func `the mark stays while nothing is committed, and changes with what any connection commits`() throws {
        let folder = TemporaryStore()
        let store = try folder.open()
        let watch = try ChangeWatch(store)
        let first = try watch.mark()
        _ = try store.state()
        #expect(try watch.mark() == first)
        try store.set("currency", to: "EUR", by: "author", at: Instant(milliseconds: 0))
        let second = try watch.mark()
        #expect(second != first)
        #expect(try watch.mark() == second)
        let other = try folder.open()
        _ = try other.save(segment: "All", source: "everyone", by: "author", at: Instant(milliseconds: 1))
        #expect(try watch.mark() != second)
    }
}
