import Customers
import Testing

struct AggregateTests {
    private let shop = SmallShop([
        Person(orders: [
            Order(
                at: "2026-03-01", ["revenue": .money(30_000), "status": .text("paid")],
                lines: [
                    ["category": .text("boots"), "price": .money(10_000), "quantity": .integer(1)],
                    ["category": .text("Hats"), "price": .money(20_000), "quantity": .integer(2)],
                ]), Order(at: "2026-04-01", ["revenue": .money(20_000)], lines: [["category": .text("hats")]]),
            Order(at: "2026-04-02", isCancelled: true, ["revenue": .money(90_000)]),
        ]),
        Person(orders: [Order(at: "2026-03-01", ["status": .text("paid")])]), Person(),
    ])

    @Test(arguments: [
        ("sum(purchase.revenue) >= 500", [0]), ("sum(purchase.revenue) > 500", []), ("sum(order.revenue) >= 1400", [0]),
        ("sum(purchase.revenue) = 0", [1, 2]), ("sum(purchase.revenue) < 500", [1, 2]),
        ("sum(purchase.revenue) within last 40 days >= 200", [0]),
        ("sum(purchase.revenue) where category = \"boots\" = 300", [0]), ("average(purchase.revenue) = 250", [0]),
        ("average(purchase.revenue) < 1000", [0]), ("average(purchase.revenue) != 250", [1, 2]),
        ("average(purchase.revenue) missing", [1, 2]), ("min(purchase.revenue) = 200", [0]),
        ("max(order.revenue) exists", [0]), ("max(order.revenue) between 900 and 900.01", [0]),
        ("not max(order.revenue) > 0", [1, 2]), ("count(purchase) = 2", [0]), ("count(purchase) <= 1", [1, 2]),
        ("count(order.revenue) = 3", [0]), ("count(order.revenue) = 0", [1, 2]), ("distinct(order.category) = 2", [0]),
        ("distinct(order.category) < 1", [1, 2]), ("count(order) in (0, 3)", [0, 2]),
    ])
    func `figures of orders are compared in major units`(text: String, members: [Int]) throws {
        #expect(try shop.members(text) == members)
    }

    @Test(arguments: [
        ("sum(purchase.quantity) = 3", [0]), ("sum(purchase.price) where category = \"hats\" = 200", [0]),
        ("sum(purchase.price) where status = \"paid\" = 300", [0]), ("count(purchase.category) = 3", [0]),
        ("count(purchase.category) where quantity >= 2 = 1", [0]), ("min(purchase.price) = 100", [0]),
        ("average(purchase.quantity) = 1.5", [0]),
    ])
    func `properties of lines are figures of the lines that match`(text: String, members: [Int]) throws {
        #expect(try shop.members(text) == members)
    }

    @Test func `fractions add up as decimals, in whatever order`() throws {
        func visit(_ weight: Double) -> Event { Event("visit", at: "2026-03-01", ["weight": .number(weight)]) }
        let shop = SmallShop([Person(events: [visit(0.1), visit(0.2)]), Person(events: [visit(0.3), visit(1e300)])])
        #expect(try shop.members("sum(visit.weight) = 0.3") == [0])
        #expect(try shop.members("average(visit.weight) = 0.15") == [0])
        #expect(try shop.members("max(visit.weight) > 1000000") == [1])
        #expect(try shop.members("sum(visit.weight) > 1000000") == [1])
    }

    @Test func `times have a first and a last, and booleans count`() throws {
        let visits = ["2026-03-05T00:00:00Z", "2026-03-09T00:00:00Z"].map {
            Event("visit", at: "2026-03-01", ["until": .time($0), "mobile": .boolean(true)])
        }
        let shop = SmallShop([Person(["seen": .time("2026-03-07T00:00:00Z")], events: visits), Person()])
        #expect(try shop.members("min(visit.until) < 2026-03-06") == [0])
        #expect(try shop.members("max(visit.until) <= 2026-03-08").isEmpty)
        #expect(try shop.members("max(visit.until) = 2026-03-09") == [0])
        #expect(try shop.members("sum(visit.mobile) = 2") == [0])
        #expect(try shop.members("did visit where until before seen exactly 1 times") == [0])
    }

    @Test func `the records of a profile add up`() throws {
        let record = Person(orders: [Order(at: "2026-03-01", ["revenue": .money(300)])]).records[0]
        let shop = SmallShop([Person(records: [record, record]), Person(records: [record])])
        #expect(try shop.members("sum(purchase.revenue) = 6") == [0])
        #expect(try shop.members("count(purchase) = 2") == [0])
    }
}
