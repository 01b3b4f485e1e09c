import Customers
import Foundation
import Testing
import Workspace

/// What the people of a filter are made up of, against counts and sums that are asked one by one.
struct MakeupTests {
    private static let earlier = Instant(milliseconds: Instant.asked.milliseconds - 200 * 86_400_000)

    @Test(arguments: ["", "did purchase", "city exists and did product_view", "age >= 40", "not did anything"])
    func `every part is the count of its filter, and the parts add up`(filter: String) async throws {
        let store = try await SharedStore.of(SmallShop(people: 60, seed: 21))
        for asOf in [Instant.asked, Self.earlier] {
            let makeup = try await store.session.makeup(of: filter, asOf: asOf)
            let size = try await store.session.count(filter, asOf: asOf)
            #expect(makeup.people == size.count)
            #expect(makeup.breakdowns.map(\.trait) == ["city", "age"])
            for breakdown in makeup.breakdowns {
                let sum = breakdown.values.reduce(breakdown.others + breakdown.unknown) { $0 + $1.people.count }
                #expect(sum == size.count)
                for part in breakdown.values {
                    let whole = filter.isEmpty ? part.people.filter : "(\(filter)) and \(part.people.filter)"
                    #expect(try await store.session.count(whole, asOf: asOf).count == part.people.count)
                }
            }
        }
    }

    @Test(arguments: ["", "did purchase at least 2 times", "age between 20 and 50"])
    func `buyers, purchases and revenue are the sums over the people`(filter: String) async throws {
        let store = try await SharedStore.of(SmallShop(people: 60, seed: 21))
        let makeup = try await store.session.makeup(of: filter, asOf: .asked)
        let list = try await store.session.profiles(
            filter, asOf: .asked, sort: .number, isDescending: false, offset: 0, limit: 1000)
        #expect(makeup.purchases == list.rows.reduce(0) { $0 + $1.purchases })
        #expect(makeup.revenueMinor == list.rows.reduce(0) { $0 + $1.revenueMinor })
        #expect(makeup.buyers == list.rows.count { $0.purchases > 0 })
        #expect(makeup.yearPurchases <= makeup.purchases && makeup.yearPurchases > 0)
        let within = try await store.session.makeup(of: filter, asOf: Self.yearLater)
        #expect(within.yearPurchases == 0 && within.yearRevenueMinor == 0)
        #expect(within.purchases >= makeup.purchases)
    }

    private static let yearLater = Instant(milliseconds: Instant.asked.milliseconds + 800 * 86_400_000)

    @Test func `a value that changed since counts as it was`() async throws {
        let store = try TestStore()
        let header = "profile_id,city,updated_at\n"
        try await store.importFile("a.csv", Data((header + "1,Berlin,2025-01-01\n2,Berlin,2025-01-01\n").utf8))
        try await store.importFile("b.csv", Data((header + "2,Paris,2025-06-01\n").utf8))
        func cities(_ date: String) async throws -> [String: Int] {
            let asOf = try #require(Instant(parsing: date))
            let makeup = try await store.session.makeup(of: "", asOf: asOf)
            return Dictionary(uniqueKeysWithValues: makeup.breakdowns[0].values.map { ($0.label, $0.people.count) })
        }
        #expect(try await cities("2025-12-01T00:00:00Z") == ["Berlin": 1, "Paris": 1])
        let before = try await store.session.count(
            "city = \"Paris\"", asOf: #require(Instant(parsing: "2025-03-01T00:00:00Z")))
        #expect(try await cities("2025-03-01T00:00:00Z")["Paris"] ?? 0 == before.count)
    }

    @Test func `the overlap with each segment is what both hold, the most first`() async throws {
        let store = try await TestStore(SmallShop(people: 40, seed: 22))
        for (name, rule) in [("Buyers", "did purchase"), ("Lookers", "did product_view"), ("Broken", "did anything")] {
            _ = try await store.session.save(segment: name, source: rule, at: .asked)
        }
        let filter = "city exists"
        let overlaps = try await store.session.overlaps(of: filter, asOf: .asked)
        #expect(Set(overlaps.map(\.segment)) == ["Buyers", "Lookers", "Broken"])
        #expect(overlaps.map(\.shared) == overlaps.map(\.shared).sorted(by: >))
        for overlap in overlaps {
            let both = try await store.session.count("\(filter) and in segment \"\(overlap.segment)\"", asOf: .asked)
            let segment = try await store.session.count("in segment \"\(overlap.segment)\"", asOf: .asked)
            #expect((overlap.shared, overlap.size) == (both.count, segment.count))
        }
        let chosen = try await store.session.overlaps(of: filter, with: ["Lookers", "nobody"], asOf: .asked)
        #expect(chosen.map(\.segment) == ["Lookers"])
        let sizes = try await store.session.sizes(of: ["did purchase", filter], asOf: .asked)
        #expect(sizes[1] == (try await store.session.count(filter, asOf: .asked)).count)
    }
}
