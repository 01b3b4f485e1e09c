import Analytics
import Customers
import Filters
import Testing
import Workspace

struct ValueTests {
    private let shop = SmallShop(people: 80, seed: 47)

    private var buyers: [Person] { shop.people.values.filter { !$0.purchases(before: .asked).isEmpty } }

    @Test(arguments: ["acquisition_source", "city", "gender", "shoe_size", "email_consent"], [false, true])
    func `groups by a trait are sums over their people, whom their filters hold`(
        trait: String, isGross: Bool
    ) async throws {
        let store = try await SharedStore.of(shop)
        let groups = try await store.session.value(byTrait: trait, isGross: isGross, asOf: .asked)
        let expected = Dictionary(grouping: shop.people.values.filter { $0.exists(asOf: .asked) }) { $0[trait] }
        #expect(groups.count == expected.count)
        for group in groups {
            let ids = try await store.ids(try #require(group.filter).text)
            let people = try #require(expected.values.first { Set($0.map(\.id)) == ids }, "\(trait) \(group)")
            let orders = people.flatMap { $0.purchases(before: .asked) }
            let kept = isGross ? orders : orders.filter { $0.row["status"] != "returned" }
            let revenue = kept.reduce(0) { $0 + $1.revenue }
            let cost = kept.reduce(0) { $0 + Person.Order.minor($1.row["cost"] ?? "") }
            #expect(group.figures.profiles == people.count)
            #expect(group.figures.buyers == people.count { !$0.purchases(before: .asked).isEmpty })
            #expect(group.figures.orders == orders.count)
            #expect(group.figures.revenue == Int64(revenue))
            #expect(group.figures.margin == Int64(revenue - cost))
        }
    }

    @Test func `a trait that is not there is refused by its name`() async throws {
        let store = try await SharedStore.of(shop)
        await #expect(throws: (any Error).self) {
            try await store.session.value(byTrait: "acquisition_sorce", asOf: .asked)
        }
    }

    @Test func `value by age counts whole months alone, and its filter holds its buyers`() async throws {
        let store = try await SharedStore.of(shop)
        let value = try await store.session.valueByAge(asOf: .asked)
        #expect(value.buyers == buyers.count)
        #expect(value.rows.map(\.months) == Array(1...value.rows.count) && value.rows.count > 20)
        let asked = try #require(CivilDate(parsing: "2026-01-01"))
        for row in value.rows {
            var (count, revenue) = (0, 0)
            for buyer in buyers {
                let bought = buyer.purchases(before: .asked)
                let first = try #require(CivilDate(parsing: bought.map(\.time).min()?.prefix(10) ?? ""))
                guard first.adding(months: row.months) <= asked else { continue }
                count += 1
                for order in bought {
                    let day = try #require(CivilDate(parsing: order.time.prefix(10)))
                    if day < first.adding(months: row.months) { revenue += order.net }
                }
            }
            #expect(row.buyers == count, "\(row.months) months")
            #expect(row.revenue == Int64(revenue), "\(row.months) months")
            #expect(try await store.session.count(row.filter.text, asOf: .asked).count == count)
        }
    }

    @Test func `the curve of concentration says exact shares, and its filters hold its buyers`() async throws {
        let store = try await SharedStore.of(shop)
        let curve = try await store.session.concentration(asOf: .asked)
        let revenues = buyers.map { $0.purchases(before: .asked).reduce(0) { $0 + $1.net } }
        #expect(curve.buyers == revenues.count && curve.revenue == Int64(revenues.reduce(0, +)))
        var differences = 0
        for first in revenues { for second in revenues { differences += abs(first - second) } }
        let gini = Double(differences) / Double(2 * revenues.count * revenues.reduce(0, +))
        #expect(abs(try #require(curve.gini) - gini) < 1e-9)
        for point in curve.points {
            let best = revenues.filter { $0 >= point.least }
            #expect(best.count == point.buyers && Int64(best.reduce(0, +)) == point.revenue)
            #expect(best.count * 100 >= point.percent * revenues.count)
            #expect(revenues.count { $0 > point.least } * 100 < point.percent * revenues.count)
            let filter = point.filter(digits: 2).text
            #expect(try await store.session.count(filter, asOf: .asked).count == point.buyers, "\(filter)")
        }
    }
}
