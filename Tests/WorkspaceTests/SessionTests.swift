import Analytics
import Customers
import Filters
import Foundation
import Testing
import Workspace

struct SessionTests {
    private let shop = SmallShop(people: 60, seed: 31)

    @Test(arguments: [nil, "gender = \"F\" or city missing"])
    func `the people and the buyers of visits are those whom their filters hold`(scope: String?) async throws {
        let store = try await SharedStore.of(shop)
        for asOf in [Instant.asked, Instant(seconds: 1_764_940_000)] {
            let report = try await store.session.sessions(SessionRequest(by: .month), in: scope, asOf: asOf)
            #expect(report.total.people > 0 && report.total.sessions >= report.total.people)
            for period in [nil] + report.figures.indices.map(Optional.some) {
                let people = try #require(report.people(in: period)).text
                let buyers = try #require(report.buyersFilter(in: period)).text
                let counted = try await store.session.count(people, in: scope, asOf: asOf).count
                #expect(report.figures(in: period).people == counted, "\(people)")
                let bought = try await store.session.count(buyers, in: scope, asOf: asOf).count
                #expect(report.buyers(in: period) == bought, "\(buyers)")
            }
            #expect((report.buyers?.total ?? 0) > 0)
        }
    }
}
