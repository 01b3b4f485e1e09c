import Customers
import Store
import Testing

struct CommitMarkTests {
    @Test func `the mark stays while nothing is committed, and changes with what any connection commits`() throws {
        let folder = TemporaryStore()
        let store = try folder.open()
        let first = try store.mark()
        _ = try store.state()
        #expect(try store.mark() == first)
        try store.set("currency", to: "EUR", by: "author", at: Instant(milliseconds: 0))
        let second = try store.mark()
        #expect(second != first)
        #expect(try store.mark() == second)
        let other = try folder.open()
        _ = try other.save(segment: "All", source: "everyone", by: "author", at: Instant(milliseconds: 1))
        #expect(try store.mark() != second)
    }
}
