import Columnar
import Customers
import Filters
import Segmentation
import Testing

struct EvaluatorTests {
    private let people = (0..<200).map { Person(["size": .integer(Int64($0 % 3))]) }

    @Test func `a full cache forgets what was longest out of use, and answers stay right`() throws {
        let cache = EvaluationCache(capacity: 2_000)
        let shop = SmallShop(people, cache: cache)
        for _ in 0..<3 {
            for size in 0..<30 {
                #expect(try shop.members("size = \(size)").count == (size < 3 ? 66 + (size < 2 ? 1 : 0) : 0))
            }
            #expect(cache.bytes > 0 && cache.bytes <= 2_000)
        }
        cache.removeAll()
        #expect(cache.bytes == 0)
    }

    @Test func `another version of the store is asked anew`() throws {
        let cache = EvaluationCache()
        let first = SmallShop(people, cache: cache)
        #expect(try first.members("size = 0").count == 67)
        let second = SmallShop([Person(["size": .integer(0)])], cache: cache, version: 1)
        #expect(try second.members("size = 0") == [0])
        #expect(try first.members("size = 0").count == 67)
    }

    @Test func `a cancelled task stops with an error`() async throws {
        let shop = SmallShop(people)
        let task = Task {
            while !Task.isCancelled { await Task.yield() }
            return try shop.members("size = 1")
        }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test func `nobody is asked without complaint`() throws {
        let shop = SmallShop([])
        #expect(
            try shop.members("everyone or size = 1 or did visit at least 2 times or last order before seen").isEmpty)
    }
}

struct DerivedColumnsTests {
    /// Scores that say the month of the date asked about; the first person has none.
    private let shop = SmallShop(
        [Person(), Person(), Person()],
        derived: DerivedColumns { derivation in
            switch derivation {
            case .measure(.recency): .integer
            case .measure(.group): .text
            case .measure(.netRevenue): .money
            default: nil
            }
        } column: { derivation, instant in
            switch derivation {
            case .measure(.recency): .scores([0, UInt8(CivilCalendar.utc.date(at: instant).month), 5])
            case .measure(.netRevenue):
                .integers(.words(Lane([0, 1999, 2000])), .money, present: nil)
            default: .groups([0, 2, 1], names: ["Lost", "Champions"])
            }
        })

    @Test(arguments: [
        ("rfm.recency >= 4", [2]), ("rfm.recency missing", [0]), ("rfm.recency != 5", [0, 1]),
        ("rfm.recency between 1 and 5", [1, 2]), ("rfm.group = \"champions\"", [1]), ("rfm.group in (\"lost\")", [2]),
        ("not rfm.group exists", [0]), ("net_revenue > 19.99", [2]),
        ("as of 2026-05-01 rfm.recency = 5", [1, 2]),
    ])
    func `a derived figure is tested like a trait, as of the date asked about`(text: String, members: [Int]) throws {
        #expect(try shop.members(text, asOf: "2026-03-31T00:00:00Z") == members)
    }
}
