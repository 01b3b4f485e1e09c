import Customers
import Filters
import Testing
import Workspace

struct ContrastTests {
    private let shop = SmallShop(people: 200, seed: 83)

    @Test func `what is told of people is the number of its filter, and of the others the rest`() async throws {
        let session = try await SharedStore.of(shop).session
        var told = 0
        for (people, against, scope) in [
            ("gender = \"F\"", nil, nil), ("did email_open", "did email_sent", nil),
            ("rfm.recency >= 4 or city = \"Kraków\"", nil, "country = \"PL\""),
        ] as [(String, String?, String?)] {
            let found = try await session.contrast(of: people, against: against, in: scope, asOf: .asked)
            let size = try await session.count(people, in: scope, asOf: .asked)
            #expect(found.people == size.count)
            let rest = "(\(against ?? "did purchase or not did purchase")) and not (\(people))"
            #expect(found.others == (try await session.count(rest, in: scope, asOf: .asked)).count)
            told += found.facts.count
            for fact in found.facts {
                #expect(try await session.count(fact.people.filter, in: scope, asOf: .asked).count == fact.people.count)
                #expect(fact.share == Double(fact.people.count) / Double(found.people))
                #expect(fact.othersShare == Double(fact.others) / Double(found.others))
                #expect(abs(fact.distance) >= 3)
            }
        }
        #expect(told > 5)
    }

    @Test func `the clearest comes first, and nobody is set apart from nobody`() async throws {
        let session = try await SharedStore.of(shop).session
        let found = try await session.contrast(of: "gender = \"F\"", asOf: .asked)
        #expect(found.facts.first.map { $0.subject == "gender" } == true)
        let distances = found.facts.map { abs($0.distance) }
        #expect(distances == distances.sorted(by: >))
        #expect(try await session.contrast(of: "gender = \"X\"", asOf: .asked).facts.isEmpty)
    }
}
