import Customers
import Testing

struct EventConditionTests {
    @Test func `counts range over everyone`() throws {
        let visits = (0..<3).map { Event("visit", at: "2026-03-0\($0 + 1)T00:00:00Z") }
        let shop = SmallShop([Person(events: visits), Person(events: [visits[0]]), Person()])
        #expect(try shop.members("did visit at most 0 times") == [2])
        #expect(try shop.members("did visit less than 2 times") == [1, 2])
        #expect(try shop.members("did visit at least 0 times") == [0, 1, 2])
        #expect(try shop.members("did visit exactly 3 times") == [0])
        #expect(try shop.members("did visit more than 0 times") == [0, 1])
        #expect(try shop.members("did not visit") == [2])
        #expect(try shop.members("did visit between 1 and 2 times") == [1])
        #expect(try shop.members("did visit at most 400 times") == [0, 1, 2])
    }

    @Test func `counts beyond what a byte holds`() throws {
        let many = (0..<300).map { _ in Event("visit", at: "2026-03-01T00:00:00Z") }
        let shop = SmallShop([Person(events: many), Person(events: Array(many.prefix(255)))])
        #expect(try shop.members("did visit at least 255 times") == [0, 1])
        #expect(try shop.members("did visit at least 256 times") == [0])
        #expect(try shop.members("did visit exactly 255 times") == [1])
        #expect(try shop.members("did visit at most 254 times").isEmpty)
        #expect(try shop.members("did visit at most 299 times") == [1])
    }

    @Test func `conditions on lines hold together on one line`() throws {
        let lines: [[String: Value]] = [
            ["category": .text("shoes"), "price": .money(5000)], ["category": .text("hats"), "price": .money(20_000)],
        ]
        let shop = SmallShop([
            Person(orders: [Order(at: "2026-03-01", ["status": .text("paid")], lines: lines)]),
            Person(orders: [Order(at: "2026-03-01", ["status": .text("returned")], lines: [lines[1]])]),
            Person(orders: [Order(at: "2026-03-01", ["status": .text("paid")])]),
        ])
        #expect(try shop.members("did order where (category = \"shoes\" and price >= 100)").isEmpty)
        #expect(try shop.members("did order where (category = \"hats\" and price >= 100)") == [0, 1])
        #expect(try shop.members("did order where (category = \"hats\" and status = \"paid\")") == [0])
        #expect(try shop.members("did order where category != \"shoes\"") == [0, 1])
        #expect(try shop.members("did order where not status = \"paid\"") == [1])
        #expect(try shop.members("did order where (status = \"paid\" or category = \"shoes\")") == [0])
    }

    @Test func `a purchase is an order that was not cancelled, and one in two files counts once`() throws {
        let shop = SmallShop([
            Person(orders: [Order(at: "2026-03-01", isCancelled: true)]), Person(orders: [Order(at: "2026-03-01")]),
            Person(
                events: [Event("purchase", at: "2026-03-01", isCovered: true)], orders: [Order(at: "2026-03-01")]),
            Person(events: [Event("purchase", at: "2026-03-01", ["till": .text("one")])]),
        ])
        #expect(try shop.members("did order") == [0, 1, 2])
        #expect(try shop.members("did purchase exactly 1 times") == [1, 2, 3])
        #expect(try shop.members("did anything exactly 1 times") == [0, 1, 2, 3])
        #expect(try shop.members("did purchase where till = \"one\"") == [3])
        #expect(try shop.members("did purchase where till missing") == [1, 2])
    }

    @Test func `any event may be asked for a property that some events have`() throws {
        let shop = SmallShop([
            Person(events: [Event("visit", at: "2026-03-01", ["page": .text("home")])]),
            Person(events: [Event("click", at: "2026-03-01")]), Person(orders: [Order(at: "2026-03-01")]), Person(),
        ])
        #expect(try shop.members("did anything where page = \"home\"") == [0])
        #expect(try shop.members("did anything where page != \"home\"") == [1, 2])
        #expect(try shop.members("did not anything where page missing") == [0, 3])
    }

    @Test func `a property may be compared with a time of the person's own`() throws {
        let lines: [[String: Value]] = [["sent": .time("2026-03-04T00:00:00Z"), "category": .text("hats")]]
        func person(_ time: String?) -> Person {
            Person(
                time.map { ["seen": .time($0)] } ?? [:],
                events: [Event("visit", at: "2026-03-01", ["until": .time("2026-03-03T00:00:00Z")])],
                orders: [Order(at: "2026-03-01", lines: lines)])
        }
        let shop = SmallShop([person("2026-03-03T12:00:00Z"), person("2026-03-05T00:00:00Z"), person(nil)])
        #expect(try shop.members("did visit where until before seen") == [0, 1])
        #expect(try shop.members("did visit where until on seen") == [0])
        #expect(try shop.members("did visit where not until before seen") == [2])
        #expect(try shop.members("did order where (sent before seen and category = \"hats\")") == [1])
    }

    @Test func `the product of a line has two names`() throws {
        let order = Order(at: "2026-03-01", lines: [["product_id": .text("p1")]])
        let shop = SmallShop([Person(orders: [order]), Person()])
        #expect(try shop.members("did purchase where product = \"P1\"") == [0])
        #expect(try shop.members("did purchase where product_id = \"p1\"") == [0])
    }

    @Test func `the records of a profile answer together`() throws {
        var first = Person(["city": .text("Łódź")], events: [Event("visit", at: "2026-03-01")]).records[0]
        let second = Person(["city": .text("Kraków")], events: [Event("visit", at: "2026-04-01")]).records[0]
        first.since = instant("2026-03-15").milliseconds
        let shop = SmallShop([Person(records: [first, second]), Person(records: [first]), Person(records: [second])])
        #expect(try shop.members("did visit at least 2 times") == [0])
        #expect(try shop.members("city = \"łódź\" and city = \"kraków\"") == [0])
        #expect(try shop.members("city != \"łódź\"") == [2])
        #expect(try shop.members("first visit before 2026-03-15") == [0, 1])
        #expect(try shop.members("last visit before 2026-03-15") == [1])
        #expect(try shop.members("everyone", asOf: "2026-03-10T00:00:00Z") == [0, 2])
    }
}
