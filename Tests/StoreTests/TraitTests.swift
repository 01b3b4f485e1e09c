import Columnar
import Customers
import Testing

@testable import Store

struct TraitTests {
    private let shop = TemporaryStore()

    @Test func `the latest value holds, and the change is remembered`() throws {
        let store = try shop.open()
        _ = try importProfiles([(1, "Kraków"), (2, "Łódź"), (3, nil)], into: store, at: 1000)
        let tally = try importProfiles([(1, "Gdańsk"), (2, "Łódź"), (3, nil)], into: store, at: 2000)
        #expect(tally.updated == 1)
        #expect(tally.duplicates == 2)
        let city = try #require(try store.cache().population.traits["city"])
        #expect(city.current[0] == .text("Gdańsk"))
        #expect(city.current[1] == .text("Łódź"))
        #expect(city.current[2] == nil)
        let changes = try #require(city.changes)
        #expect(changes.times[0] == 2_000_000)
        #expect(changes.records.array == [0])
        #expect(changes.previous[0] == .text("Kraków"))
        #expect(try store.check() == [])
    }

    @Test func `a value that comes back is a change like any other`() throws {
        let store = try shop.open()
        for (number, city) in ["A", "B", "A"].enumerated() {
            let tally = try importProfiles([(1, city)], into: store, at: Int64(number + 1) * 1000)
            #expect(tally.inserted + tally.updated == 1)
        }
        let city = try #require(try store.cache().population.traits["city"])
        #expect(city.changes?.records.count == 2)
        #expect(city.current[0] == .text("A"))
    }

    @Test func `each source is remembered with what it said`() throws {
        let store = try shop.open()
        _ = try importProfiles([(1, "Kraków")], into: store, source: "crm", at: 1000)
        _ = try importProfiles([(1, "Gdańsk")], into: store, source: "till", at: 2000)
        let said = try store.observations(of: 0).filter { $0.name == "city" }
        #expect(said.map(\.source) == ["crm", "till"])
        #expect(said.map(\.value) == [.text("Kraków"), .text("Gdańsk")])
    }

    @Test func `profiles of a large file take their columns from blocks`() throws {
        let store = try shop.open()
        let rows = (0..<5000).map { (Int64($0 + 1), $0 % 7 == 0 ? nil : "city \($0 % 20)") }
        _ = try importProfiles(rows, into: store)
        let population = try store.cache().population
        for (record, row) in rows.enumerated() {
            #expect(population.traits["city"]?.current[record] == row.1.map { .text($0) })
            #expect(population.traits["profile_id"]?.current[record] == .integer(row.0, .integer))
        }
        guard case .codes(_, let book, let sets)? = population.traits["city"]?.current else {
            Issue.record("the cities are no codes")
            return
        }
        for code in 0..<book.count {
            let expected = rows.indices.filter { rows[$0].1 == book[code] }
            var found: [Int] = []
            sets[code].bitmap.forEach { found.append($0) }
            #expect(found == expected)
        }
        #expect(try store.check() == [])
    }
}
