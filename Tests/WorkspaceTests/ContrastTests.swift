import Customers
import Filters
import Phrases
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
        #expect(told > 2)
    }

    @Test func `the clearest comes first, and nobody is set apart from nobody`() async throws {
        let session = try await SharedStore.of(shop).session
        let found = try await session.contrast(of: "did purchase at least 3 times", asOf: .asked)
        let distances = found.facts.map { abs($0.distance) }
        #expect(distances == distances.sorted(by: >))
        #expect(try await session.contrast(of: "gender = \"X\"", asOf: .asked).facts.isEmpty)
    }

    @Test(
        arguments: [
            ("gender = \"F\"", nil, ["gender"]), ("did email_open", "did email_sent", ["email_open", "email_sent"]),
            (
                "dropped at step 1 of funnel (product_view then add_to_cart within 7 days)",
                "reached step 2 of funnel (product_view then add_to_cart within 7 days)",
                ["product_view", "add_to_cart"]
            ),
            ("dropped at step 1 of funnel \"Carts\"", nil, ["product_view", "add_to_cart"]),
            ("in segment \"Elders\"", "in segment \"Carts\"", ["18–24", "65+", "purchase", "add_to_cart"]),
            ("rfm.recency >= 4", nil, ["purchase"]), ("last order before 2025-06-01", nil, ["purchase"]),
        ] as [(String, String?, [String])])
    func `what the two filters ask about themselves is not told`(
        people: String, against: String?, known: [String]
    ) async throws {
        let store = try TestStore()
        try await store.importAll(shop.files)
        let funnel = try Funnel(parsing: "(product_view then add_to_cart within 7 days)")
        _ = try await store.session.save(funnel: "Carts", funnel, at: .asked)
        for (name, rule) in [
            ("Old", "age >= 60"), ("Elders", "in segment \"Old\" and did order"), ("Carts", "did add_to_cart"),
        ] {
            _ = try await store.session.save(segment: name, source: rule, at: .asked)
        }
        let facts = try await store.session.contrast(of: people, against: against, asOf: .asked).facts
        let told = Set(facts.flatMap { [$0.subject, $0.label.description] })
        #expect(told.isDisjoint(with: known), "\(told)")
        withExtendedLifetime(store) {}
    }
}
