import Customers
import Testing
import Workspace

/// Filters against a plain reading of the files' rows, at the first instant of 2026 and at a date before.
///
/// Times are compared as they are written, so that nothing of the program takes part.
struct FilterCountTests {
    typealias Reading = @Sendable (Person) -> Bool

    /// Filters on what files say of people.
    static let traits: [(String, Reading)] = [
        ("city = \"kraków\"", { $0["city"] == "Kraków" }),
        ("city = \"МОСКВА\"", { $0["city"] == "Москва" }),
        ("city != \"Kraków\"", { $0["city"] != "Kraków" }),
        ("not city = \"Kraków\"", { $0["city"] != "Kraków" }),
        ("city exactly \"kraków\"", { _ in false }),
        ("city missing", { $0["city"] == nil }),
        ("city exists and gender = \"F\"", { $0["city"] != nil && $0["gender"] == "F" }),
        ("city in (\"Łódź\", \"Berlin\")", { ["Łódź", "Berlin"].contains($0["city"]) }),
        ("city not in (\"Łódź\", \"Berlin\")", { !["Łódź", "Berlin"].contains($0["city"]) }),
        (
            "last_name starts with \"ŻA\" or last_name contains \"'\"",
            { ["Żak", "O'Connor"].contains($0["last_name"]) }
        ),
        ("email ends with \"1@example.org\"", { $0["email"]?.hasSuffix("1@example.org") ?? false }),
        ("shoe_size >= 38.5", { $0["shoe_size"].flatMap(Double.init).map { $0 >= 38.5 } ?? false }),
        ("shoe_size between 37 and 41", { $0["shoe_size"].flatMap(Double.init).map { $0 >= 37 && $0 <= 41 } ?? false }),
        ("birth_date before 1980-01-01", { $0["birth_date"].map { $0 < "1980-01-01" } ?? false }),
        (
            "birth_date between 1980-01-01 and 1990-12-31",
            { person in
                person["birth_date"].map { $0 >= "1980-01-01" && $0 <= "1990-12-31" } ?? false
            }
        ),
        ("subscribed_at after 2024-12-31", { $0["subscribed_at"].map { $0 >= "2025-01-01" } ?? false }),
        (
            "subscribed_at within last 365 days",
            { person in
                person["subscribed_at"].map { $0 >= "2025-01-01T00:00:00Z" && $0 < .asked } ?? false
            }
        ),
        ("email_consent = true", { $0["email_consent"] == "1" }),
        (
            "email_consent = 0 and (sms_consent = 1 or gender missing)",
            { person in
                person["email_consent"] == "0" && (person["sms_consent"] == "1" || person["gender"] == nil)
            }
        ),
        ("profile_id <= 10", { Int($0.id).map { $0 <= 10 } ?? false }),
    ]

    /// Filters on what people did.
    static let events: [(String, Reading)] = [
        ("did product_view", { !$0.views.isEmpty }),
        ("did not product_view", { $0.views.isEmpty }),
        ("did product_view where category = \"Boots\" at least 2 times", { $0.views("boots").count >= 2 }),
        (
            "did product_view where category != \"boots\" exactly 1 times",
            { $0.views.count - $0.views("boots").count == 1 }
        ),
        (
            "did product_view where (category = \"boots\" and device = \"mobile\") within last 200 days",
            { person in
                person.views("boots").contains {
                    $0["device"] == "mobile" && $0["timestamp"] ?? "" >= "2025-06-15T00:00:00Z"
                }
            }
        ),
        ("did product_view at most 1 times", { $0.views.count <= 1 }),
        ("did product_view less than 1 times", { $0.views.isEmpty }),
        ("did product_view between 2 and 3 times", { (2...3).contains($0.views.count) }),
        (
            "did email_open more than 1 times between 2025-02-01 and 2025-08-31",
            { person in
                person.events("email_open", before: .asked).count {
                    ("2025-02-01"..<"2025-09-01").contains($0["timestamp"] ?? "")
                } > 1
            }
        ),
        (
            "did add_to_cart on 2025-05-05 or did add_to_cart before 2024-07-01",
            { person in
                person.events("add_to_cart", before: .asked).contains {
                    let time = $0["timestamp"] ?? ""
                    return time.hasPrefix("2025-05-05") || time < "2024-07-01"
                }
            }
        ),
        (
            "first product_view after 2025-01-31",
            { $0.views.compactMap { $0["timestamp"] }.min().map { $0 >= "2025-02-01" } ?? false }
        ),
        (
            "last product_view where category = \"bags\" before 2025-10-01",
            { person in
                person.views("bags").compactMap { $0["timestamp"] }.max().map { $0 < "2025-10-01" } ?? false
            }
        ),
        ("did anything within last 30 days", { $0.times.contains { $0 >= "2025-12-02T00:00:00Z" && $0 < .asked } }),
        ("did not anything", { person in !person.times.contains { $0 < .asked } }),
        (
            "did email_sent and not did email_open",
            { person in
                !person.events("email_sent", before: .asked).isEmpty
                    && person.events("email_open", before: .asked).isEmpty
            }
        ),
    ]

    /// Filters on what people bought.
    static let orders: [(String, Reading)] = [
        ("did purchase", { !$0.bought.isEmpty }),
        ("did order", { !$0.ordered.isEmpty }),
        ("did order at least 3 times", { $0.ordered.count >= 3 }),
        (
            "did order where status = \"cancelled\" and did not purchase",
            { person in
                person.ordered.contains { $0.row["status"] == "cancelled" } && person.bought.isEmpty
            }
        ),
        ("did purchase where category = \"shoes\"", { _ in false }),
        (
            "did purchase where (category = \"boots\" and colour = \"red\")",
            { person in
                person.bought.contains { $0.lines.contains { $0["category"] == "boots" && $0["colour"] == "red" } }
            }
        ),
        (
            "did purchase where category = \"boots\" and did purchase where colour = \"red\"",
            { person in
                person.bought.contains { $0.lines.contains { $0["category"] == "boots" } }
                    && person.bought.contains { $0.lines.contains { $0["colour"] == "red" } }
            }
        ),
        (
            "did purchase where (price >= 150 and quantity = 2) within last 300 days",
            { person in
                person.bought.contains { order in
                    order.time >= "2025-03-07T00:00:00Z"
                        && order.lines.contains {
                            Person.Order.minor($0["price"] ?? "") >= 15_000 && $0["quantity"] == "2"
                        }
                }
            }
        ),
        (
            "did purchase where (channel = \"web\" and category = \"bags\") at least 2 times",
            { person in
                person.bought.count { $0.row["channel"] == "web" && $0.lines.contains { $0["category"] == "bags" } }
                    >= 2
            }
        ),
        ("did purchase where revenue >= 199.99", { $0.bought.contains { $0.revenue >= 19_999 } }),
        (
            "did purchase where discount > 0 exactly 1 times",
            { person in
                person.bought.count { Person.Order.minor($0.row["discount"] ?? "") > 0 } == 1
            }
        ),
        (
            "first purchase within last 365 days",
            { person in
                person.bought.map(\.time).min().map { $0 >= "2025-01-01T00:00:00Z" } ?? false
            }
        ),
        (
            "last order where status = \"returned\" after 2025-06-30",
            { person in
                person.ordered.filter { $0.row["status"] == "returned" }.map(\.time).max().map { $0 >= "2025-07-01" }
                    ?? false
            }
        ),
        ("as of 2025-03-01 did purchase", { !$0.purchases(before: "2025-03-01").isEmpty }),
        (
            "did purchase and not as of 2025-10-01 did purchase",
            { person in
                !person.bought.isEmpty && person.purchases(before: "2025-10-01").isEmpty
            }
        ),
        (
            "as of 30 days ago did purchase within last 60 days",
            { person in
                person.bought.contains { ("2025-10-03T00:00:00Z"..<"2025-12-02T00:00:00Z").contains($0.time) }
            }
        ),
    ]

    @Test(arguments: traits + events + orders)
    func `holds the people whom a plain reading of the rows finds`(filter: String, reading: @escaping Reading)
        async throws
    {
        let shop = SmallShop(people: 60, seed: 11)
        let store = try await SharedStore.of(shop)
        let expected = Set(shop.people.values.filter { $0.exists(asOf: .asked) && reading($0) }.map(\.id))
        #expect(try await store.ids(filter) == expected)
        let size = try await store.session.count(filter, asOf: .asked)
        #expect(size.count == expected.count)
        #expect(size.base == shop.people.values.count { $0.exists(asOf: .asked) })
    }

    @Test(arguments: ["2024-02-01", "2024-11-05", "2025-06-30", "2026-01-20"])
    func `a question as of a date knows only what happened before`(date: String) async throws {
        let shop = SmallShop(people: 60, seed: 11)
        let store = try await SharedStore.of(shop)
        let time = try await store.session.instant(of: date)
        let there = shop.people.values.filter { $0.exists(asOf: date) }
        let buyers = there.filter { !$0.purchases(before: date).isEmpty }
        #expect(try await store.ids("did purchase", asOf: time) == Set(buyers.map(\.id)))
        let views = there.filter { $0.events("product_view", before: date).count >= 2 }
        #expect(try await store.ids("did product_view at least 2 times", asOf: time) == Set(views.map(\.id)))
        #expect(try await store.session.count("", asOf: time).count == there.count)
    }

    @Test(arguments: traits + events + orders)
    func `what is left after the last condition is the count`(filter: String, reading: @escaping Reading) async throws {
        let store = try await SharedStore.of(SmallShop(people: 60, seed: 11))
        let explanation = try await store.session.explain(filter, asOf: .asked)
        let size = try await store.session.count(filter, asOf: .asked)
        #expect(explanation.count == size.count)
        #expect(explanation.conditions.last?.after == size.count)
        #expect(explanation.conditions.allSatisfy { (0...size.base).contains($0.alone) })
    }

    @Test func `each line of an explanation says what it does by itself, up to there, and left out`() async throws {
        let store = try await SharedStore.of(SmallShop(people: 60, seed: 11))
        let lines = ["city = \"Kraków\"", "did purchase", "did email_open"]
        let filter = "\(lines[0]) and (\(lines[1]) or not \(lines[2]))"
        func count(_ filter: String) async throws -> Int { try await store.session.count(filter, asOf: .asked).count }
        let explanation = try await store.session.explain(filter, asOf: .asked).conditions
        #expect(explanation.map(\.text) == [lines[0], lines[1], "not \(lines[2])"])
        #expect(explanation.map(\.depth) == [0, 1, 1])
        #expect(
            explanation.map(\.alone) == [
                try await count(lines[0]), try await count(lines[1]), try await count("not \(lines[2])"),
            ])
        #expect(
            explanation.map(\.after) == [
                try await count(lines[0]), try await count("\(lines[0]) and \(lines[1])"), try await count(filter),
            ])
        #expect(
            explanation.map(\.without) == [
                try await count("\(lines[1]) or not \(lines[2])"), try await count("\(lines[0]) and not \(lines[2])"),
                try await count("\(lines[0]) and \(lines[1])"),
            ])
    }
}

extension Person {
    fileprivate var views: [[String: String]] { events("product_view", before: .asked) }
    fileprivate func views(_ category: String) -> [[String: String]] { views.filter { $0["category"] == category } }
    fileprivate var bought: [Order] { purchases(before: .asked) }
    fileprivate var ordered: [Order] { orders.filter { $0.time < .asked } }
}
