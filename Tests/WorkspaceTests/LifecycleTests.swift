import Analytics
import Customers
import Filters
import Testing
import Workspace

struct LifecycleTests {
    private let shop = SmallShop(people: 50, seed: 34)

    @Test(arguments: ["anything", "product_view", "purchase where revenue > 50"])
    func `the filter of every figure holds as many people as it says`(event: String) async throws {
        let store = try await SharedStore.of(shop)
        let then = try await store.session.instant(of: "2025-10-20T12:00")
        let scope = "device = \"mobile\""
        for (scope, unit) in [(String?.none, Period.month), (scope, .month), (nil, .week)] {
            let report = try await store.session.lifecycle(of: event, by: unit, in: scope, asOf: then)
            #expect(report.entries.contains { $0.resurrected > 0 && $0.dormant > 0 })
            for (number, entry) in report.entries.enumerated() where number % (unit == .week ? 9 : 3) == 0 {
                for stage in LifecycleStage.allCases {
                    let filter = Filter.joining(
                        [report.filter(stage, in: number)] + (try scope.map { [try Filter(parsing: $0)] } ?? []))
                    #expect(try await store.ids(filter.text, asOf: then).count == entry[stage])
                }
            }
            #expect(report.entries.last?.isPartial == true)
        }
    }

    @Test func `the present period's stages are those of the filter language`() async throws {
        let store = try await SharedStore.of(shop)
        let then = try await store.session.instant(of: "2025-10-20T12:00")
        let report = try await store.session.lifecycle(of: "product_view", by: .month, asOf: then)
        let last = try #require(report.entries.last)
        for stage in LifecycleStage.allCases {
            let people = try await store.ids("lifecycle of product_view by month = \"\(stage.rawValue)\"", asOf: then)
            #expect(people.count == last[stage])
        }
    }
}
