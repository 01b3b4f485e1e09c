import Analytics
import Customers
import Filters
import Foundation
import Testing
import Workspace

struct RFMTests {
    private let shop = SmallShop(people: 80, seed: 21)

    /// A buyer's three values: whole days, purchases, minor units; larger is better but for days.
    private struct Buyer {
        let id: String
        let days, purchases, revenue: Int

        init?(_ person: Person, days: (String) -> Int) {
            let bought = person.purchases(before: .asked)
            guard let last = bought.map(\.time).max() else { return nil }
            id = person.id
            self.days = days(last)
            purchases = bought.count
            revenue = bought.reduce(0) { $0 + $1.net }
        }
    }

    /// The rule as it is written: 1 + floor(5 x strictly worse / buyers), at most 5.
    private static func score(_ value: Int, among values: [Int]) -> Int {
        min(5, 1 + 5 * values.count { $0 < value } / values.count)
    }

    /// Whole days of 24 hours from a time to the date of the question, by the tables of the calendar.
    private static func days(since time: String) -> Int {
        let parts = time.split { "-T:Z".contains($0) }.compactMap { Int($0) }
        let date = CivilDate(year: parts[0], month: parts[1], day: parts[2])?.dayNumber ?? 0
        let seconds = Int(date) * 86_400 + parts[3] * 3600 + parts[4] * 60 + parts[5]
        return (1_767_225_600 - seconds) / 86_400
    }

    private var buyers: [Buyer] { shop.people.values.compactMap { Buyer($0, days: Self.days) } }

    /// The people of each cell by the rule.
    private var cells: [[Int]: Set<String>] {
        let buyers = buyers
        var cells: [[Int]: Set<String>] = [:]
        for buyer in buyers {
            let cell = [
                Self.score(-buyer.days, among: buyers.map { -$0.days }),
                Self.score(buyer.purchases, among: buyers.map(\.purchases)),
                Self.score(buyer.revenue, among: buyers.map(\.revenue)),
            ]
            cells[cell, default: []].insert(buyer.id)
        }
        return cells
    }

    @Test func `the report equals the rule carried out one buyer at a time`() async throws {
        let report = try await SharedStore.of(shop).session.rfm(asOf: .asked)
        let buyers = buyers
        #expect(report.buyers == buyers.count)
        #expect(report.recencyTotal == Int64(buyers.reduce(0) { $0 + $1.days }))
        #expect(report.frequencyTotal == Int64(buyers.reduce(0) { $0 + $1.purchases }))
        #expect(report.revenueTotal == Int64(buyers.reduce(0) { $0 + $1.revenue }))
        let expected = cells
        #expect(report.cells.count == expected.count)
        for cell in report.cells {
            let people = expected[[cell.score.recency, cell.score.frequency, cell.score.monetary]]
            #expect(cell.profiles == people?.count)
            #expect(
                cell.revenueMinor
                    == Int64(buyers.filter { people?.contains($0.id) ?? false }.reduce(0) { $0 + $1.revenue }))
        }
    }

    @Test func `the filter of every one of the 125 cells holds its people and nobody else`() async throws {
        let store = try await SharedStore.of(shop)
        let expected = cells
        for recency in 1...5 {
            for frequency in 1...5 {
                for monetary in 1...5 {
                    let filter =
                        "rfm.recency = \(recency) and rfm.frequency = \(frequency) and rfm.monetary = \(monetary)"
                    #expect(try await store.ids(filter) == expected[[recency, frequency, monetary]] ?? [])
                }
            }
        }
    }

    @Test func `named groups hold the people of their cells, every buyer in exactly one`() async throws {
        let store = try await SharedStore.of(shop)
        let report = try await store.session.rfm(asOf: .asked)
        var people: Set<String> = []
        for (group, share) in report.groups {
            let members = try await store.ids("rfm.group = \"\(group.name)\"")
            #expect(members.count == share.profiles)
            #expect(people.isDisjoint(with: members))
            people.formUnion(members)
        }
        #expect(people == Set(buyers.map(\.id)))
    }

    @Test func `a report within a filter ranks its people alone`() async throws {
        let store = try await SharedStore.of(shop)
        let report = try await store.session.rfm(in: "city = \"Kraków\"", asOf: .asked)
        let expected = shop.people.values.filter { $0["city"] == "Kraków" && !$0.purchases(before: .asked).isEmpty }
        #expect(report.buyers == expected.count)
        #expect(report.buyers > 0)
    }

    /// Reports that differ from the workspace's own in one thing, and one that differs in all.
    static let variants = [
        "groups 2", "groups 7", "groups 10", "frequency days", "monetary average", "revenue gross", "since 2025-06-01",
        "since 200 days ago", "since 2025-06-01T12:00", "fixed days (30, 90) purchases (2, 5) revenue (50, 200.50)",
        "fixed days (10, 300) purchases (2, 3) revenue (-1, 400), frequency days, monetary average, revenue gross, "
            + "since 2025-01-15",
    ]

    @Test(arguments: variants)
    func `every cell and group of every report is a filter of its people`(terms: String) async throws {
        let store = try await SharedStore.of(shop)
        let variant = try RFMVariant(parsing: terms)
        let report = try await store.session.rfm(asOf: .asked, variant: variant)
        var people: Set<String> = []
        for cell in report.cells {
            let members = try await store.ids(Filter.rfm(cell: cell.score, of: variant).text)
            #expect(members.count == cell.profiles)
            #expect(people.isDisjoint(with: members))
            people.formUnion(members)
        }
        #expect(people.count == report.buyers)
        #expect(report.buyers > 0)
        for (group, share) in report.groups {
            #expect(try await store.ids(Filter.rfm(group: group, of: variant).text).count == share.profiles)
        }
        let again = try await store.session.variant(of: report.options)
        #expect(try await store.session.rfm(asOf: .asked, variant: again) == report)
    }

    @Test func `as of another date the report is that of the other date`() async throws {
        let store = try await SharedStore.of(shop)
        let then = try await store.session.instant(of: "2025-07-01")
        let variant = try RFMVariant(parsing: "groups 3, since 90 days ago")
        let report = try await store.session.rfm(asOf: then, variant: variant)
        for cell in report.cells {
            let filter = "as of 2025-07-01 (\(Filter.rfm(cell: cell.score, of: variant).text))"
            #expect(try await store.ids(filter).count == cell.profiles)
        }
        #expect(report.buyers > 0)
    }

    @Test func `gross revenue counts returned orders too`() async throws {
        let store = try await SharedStore.of(shop)
        let report = try await store.session.rfm(asOf: .asked, options: RFMOptions(revenue: .gross))
        let gross = shop.people.values.flatMap { $0.purchases(before: .asked) }.reduce(0) { $0 + $1.revenue }
        #expect(report.revenueTotal == Int64(gross))
    }

    @Test func `frequency by days counts each day once`() async throws {
        let store = try await SharedStore.of(shop)
        let report = try await store.session.rfm(asOf: .asked, options: RFMOptions(frequency: .days))
        let days = shop.people.values.reduce(0) { sum, person in
            sum + Set(person.purchases(before: .asked).map { $0.time.prefix(10) }).count
        }
        #expect(report.frequencyTotal == Int64(days))
    }

    @Test func `who was not known yet moves from no group`() async throws {
        let store = try TestStore()
        let orders = "order_id,user_id,timestamp,revenue\no1,u1,2024-05-01 10:00:00,12.50\n"
        try await store.importFile("orders.csv", Data(orders.utf8))
        let earlier = Instant(seconds: 1_709_251_200), now = Instant(seconds: 1_719_792_000)
        let moves = try await store.session.rfmMoves(from: earlier, to: now, options: .standard).moves
        #expect(moves.map(\.profiles) == [1])
        for move in moves {
            let filter = Filter.rfm(move: move, since: earlier).text
            #expect(try await store.session.count(filter, asOf: now).count == 1, "\(filter)")
        }
    }

    @Test func `a move between groups is the number of its people`() async throws {
        let session = try await SharedStore.of(shop).session
        let earlier = Instant(seconds: 1_750_000_000)
        for scope in [nil, "country = \"PL\""] {
            let moves = try await session.rfmMoves(in: scope, from: earlier, to: .asked, options: .standard).moves
            #expect(moves.count > 5)
            for move in moves {
                let filter = Filter.rfm(move: move, since: earlier).text
                #expect(try await session.count(filter, in: scope, asOf: .asked).count == move.profiles, "\(filter)")
            }
        }
    }
}
