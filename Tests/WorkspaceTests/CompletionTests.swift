import Customers
import Filters
import Foundation
import Testing
import Workspace

/// Values and names for completion, against filters that ask the same.
struct CompletionTests {
    private static let shop = SmallShop(people: 200)

    @Test(arguments: ["city", "gender"])
    func `as many profiles are counted for a value as a filter finds`(trait: String) async throws {
        let store = try await SharedStore.of(Self.shop)
        let values = try await store.session.values(of: .trait(trait), beginning: "", limit: 1000)
        #expect(values.count > 1)
        for counted in values {
            guard case .text(let text) = counted.value else {
                Issue.record("a value that is no text")
                continue
            }
            let size = try await store.session.count("\(trait) = \"\(text)\"", asOf: .importing)
            #expect(size.count == counted.count, "\(text)")
        }
        #expect(values.map(\.count) == values.map(\.count).sorted(by: >))
        let known = try await store.session.count("\(trait) exists", asOf: .importing).count
        #expect(values.reduce(0) { $0 + $1.count } == known)
    }

    @Test func `traits of few values put people in groups, those of nearly as many values as people do not`()
        async throws
    {
        let names = try await SharedStore.of(Self.shop).session.vocabulary()
        #expect(names.grouping.isSuperset(of: ["city", "gender"]), "\(names.grouping.sorted())")
        #expect(names.traits.keys.contains("birth_date"))
        #expect(!names.grouping.contains("birth_date") && !names.grouping.contains("email"))
    }

    @Test func `as many events are counted for a value as the files have`() async throws {
        let store = try await SharedStore.of(Self.shop)
        let values = try await store.session.values(
            of: .property(event: "product_view", name: "category"), beginning: "", limit: 100)
        let events = Self.shop.people.values.flatMap(\.events).filter { $0["type"] == "product_view" }
        let expected = Dictionary(grouping: events.compactMap { $0["category"] }.filter { !$0.isEmpty }) { $0 }
        #expect(
            Dictionary(uniqueKeysWithValues: values.map { ($0.value, $0.count) })
                == Dictionary(uniqueKeysWithValues: expected.map { (Value.text($0.key), $0.value.count) }))
    }

    @Test func `a purchase counts once for a value that several of its lines have, and a cancelled one not`()
        async throws
    {
        let store = try await SharedStore.of(Self.shop)
        let values = try await store.session.values(
            of: .property(event: "purchase", name: "category"), beginning: "", limit: 100)
        let purchases = Self.shop.people.values.flatMap(\.orders).filter(\.isPurchase)
        let expected = purchases.flatMap { order in
            Set(order.lines.compactMap { $0["category"] }.filter { !$0.isEmpty })
        }
        #expect(!values.isEmpty)
        for counted in values {
            guard case .text(let text) = counted.value else { continue }
            #expect(counted.count == expected.count { $0 == text }, "\(text)")
        }
    }

    @Test func `a value is found without its accents and strokes`() async throws {
        let store = try await SharedStore.of(Self.shop)
        let values = try await store.session.values(of: .trait("city"), beginning: "lodz", limit: 5)
        #expect(values.map(\.value) == [.text("Łódź")])
        let few = try await store.session.values(of: .trait("city"), beginning: "", limit: 2)
        #expect(few.count == 2)
        #expect(try await store.session.values(of: .trait("no such"), beginning: "", limit: 2) == [])
    }

    @Test func `addresses have no values to choose from`() async throws {
        let store = try await SharedStore.of(Self.shop)
        #expect(try await store.session.values(of: .trait("subscribed_at"), beginning: "", limit: 5) == [])
    }

    @Test func `new data is counted anew`() async throws {
        let store = try await TestStore(SmallShop(people: 20))
        let before = try await store.session.values(of: .trait("city"), beginning: "", limit: 100)
        try await store.importFile("more.csv", Data("profile_id,city\n900001,Radom\n900002,Radom\n".utf8))
        let after = try await store.session.values(of: .trait("city"), beginning: "rad", limit: 100)
        #expect(after == [CountedValue(.text("Radom"), count: 2)])
        #expect(!before.contains { $0.value == .text("Radom") })
    }

    @Test func `the vocabulary knows the traits, the events with their properties, and the segments`() async throws {
        let store = try await TestStore(SmallShop(people: 20))
        _ = try await store.session.save(segment: "Loyal", source: "did purchase", at: .asked)
        let names = try await store.session.vocabulary()
        #expect(names.traits["city"] == .text)
        #expect(names.traits["birth_date"] == .date)
        #expect(names.events["purchase"]?.properties["category"] == .text)
        #expect(names.events["purchase"]?.properties["revenue"] == .money)
        #expect(names.segments == ["Loyal"])
        #expect(names.groups.contains("Champions"))
    }

    @Test func `every test that is offered for a trait is one that its type takes`() async throws {
        let store = try await SharedStore.of(Self.shop)
        let names = try await store.session.vocabulary()
        for trait in names.traits.keys.sorted() {
            let text = "`\(trait)` "
            let tests = candidates(in: text, at: text.utf8.count, vocabulary: names).items.filter { $0.kind == .test }
            #expect(!tests.isEmpty, "\(trait)")
            let value = Self.literals[names.traits[trait] ?? .text] ?? "1"
            for test in tests {
                let filter = text + Self.test(test.text, value)
                await #expect(throws: Never.self, "\(filter)") {
                    try await store.session.count(filter, asOf: .asked)
                }
            }
        }
    }

    /// A test made whole with a value.
    private static func test(_ test: String, _ value: String) -> String {
        if test == "between" { return "between \(value) and \(value)" }
        return whole[test] ?? "\(test) \(value)" + (test.hasSuffix("(") ? ")" : "")
    }

    private static let literals: [ValueType: String] = [
        .text: "\"x\"", .list: "\"x\"", .boolean: "true", .date: "2026-01-01", .timestamp: "2026-01-01",
    ]

    private static let whole = [
        "exists": "exists", "missing": "missing", "matches": "matches /x/", "within last": "within last 2 days",
        "within next": "within next 2 days", "before": "before 2026-01-01", "after": "after 2026-01-01",
        "on": "on 2026-01-01",
    ]
}
