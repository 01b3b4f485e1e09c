import Customers
import Testing
import Workspace

/// Estimates against counts: so few people are taken whole, and both must be the same.
struct EstimateTests {
    private static let filters = [
        "city = \"kraków\"", "did purchase", "did anything at least 2 times", "not did purchase within last 90 days",
        "sum(purchase.revenue) >= 100", "net_revenue >= 50", "rfm.recency >= 3", "reachable by email",
        "did product_view then purchase within 30 days",
    ]

    @Test(arguments: filters) func `of few people the estimate is the count`(filter: String) async throws {
        let session = try await SharedStore.of(SmallShop(people: 60, seed: 11)).session
        let now = Instant(seconds: 1_767_225_600)
        let counted = try await session.count(filter, asOf: now)
        let estimated = try await session.estimatedCount(filter, asOf: now)
        #expect((estimated.count, estimated.base, estimated.margin) == (counted.count, counted.base, 0))
        #expect(estimated.reach == counted.reach)
        let conditions = try await session.explain(filter, asOf: now).conditions
        let about = try await session.estimatedConditions(of: filter, asOf: now)
        #expect(about.map { [$0.alone, $0.after, $0.without] } == conditions.map { [$0.alone, $0.after, $0.without] })
        let scoped = try await session.sizes(of: [filter, "everyone"], in: "city exists", asOf: now)
        #expect(try await session.estimatedSizes(of: [filter, "everyone"], in: "city exists", asOf: now) == scoped)
    }

    @Test func `a segment is estimated by its rule, and one that is missing is refused`() async throws {
        let store = try await TestStore(SmallShop(people: 60, seed: 11))
        let session = store.session
        defer { withExtendedLifetime(store) {} }
        let now = Instant(seconds: 1_767_225_600)
        _ = try await session.save(segment: "Buyers", source: "did purchase", at: now)
        let counted = try await session.count("in segment \"Buyers\"", asOf: now)
        #expect(try await session.estimatedCount("in segment \"Buyers\"", asOf: now).count == counted.count)
        #expect(counted.count > 0)
        await #expect(throws: FilterProblem.self) {
            try await session.estimatedCount("in segment \"Nobody\"", asOf: now)
        }
    }
}
