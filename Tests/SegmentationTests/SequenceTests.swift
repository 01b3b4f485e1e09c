import Customers
import Testing

struct SequenceTests {
    private func click(_ time: String, _ product: String? = nil) -> Event {
        Event("click", at: time, product.map { ["product": .text($0)] } ?? [:])
    }

    private func visit(_ time: String) -> Event { Event("visit", at: time) }

    @Test func `a step comes strictly after the one before, and at most so long after it`() throws {
        let shop = SmallShop([
            Person(events: [click("2026-03-01T10:00:00Z"), visit("2026-03-01T10:00:00Z")]),
            Person(events: [click("2026-03-01T10:00:00Z"), visit("2026-03-01T10:00:00.001Z")]),
            Person(events: [click("2026-03-01T10:00:00Z"), visit("2026-03-02T10:00:00Z")]),
            Person(events: [click("2026-03-01T10:00:00Z"), visit("2026-03-02T10:00:00.001Z")]),
            Person(events: [visit("2026-03-01T10:00:00Z"), click("2026-03-01T11:00:00Z")]), Person(),
        ])
        #expect(try shop.members("did click then visit within 24 hours") == [1, 2])
        #expect(try shop.members("not did click then visit within 24 hours") == [0, 3, 4, 5])
        #expect(try shop.members("did click then visit within 2 days", asOf: "2026-03-02T10:00:00Z") == [1])
        #expect(try shop.members("did click before 2026-03-01T10:00 then visit within 2 days").isEmpty)
    }

    @Test func `events that share an instant follow no one of their kind`() throws {
        let twice = [click("2026-03-01"), click("2026-03-01")]
        let shop = SmallShop([Person(events: twice), Person(events: twice + [click("2026-03-02")])])
        #expect(try shop.members("did click then click within 3 days") == [1])
        #expect(try shop.members("did click then click within 3 days then click within 3 days").isEmpty)
    }

    @Test func `a later event of a step may be followed where an earlier one is not`() throws {
        let shop = SmallShop([
            Person(events: [click("2026-03-01"), click("2026-03-09"), visit("2026-03-10"), visit("2026-03-11")])
        ])
        #expect(try shop.members("did click then visit within 1 day then visit within 1 day") == [0])
        #expect(try shop.members("did click before 2026-03-05 then visit within 1 day").isEmpty)
    }

    @Test func `what did not happen is true once its time is over`() throws {
        let shop = SmallShop([
            Person(events: [click("2026-03-01"), visit("2026-03-02")]),
            Person(events: [click("2026-03-01"), visit("2026-03-02T00:00:00.001Z")]),
            Person(events: [click("2026-03-01")]),
            Person(events: [click("2026-03-01"), click("2026-03-05"), visit("2026-03-05T12:00:00Z")]),
        ])
        let filter = "did click then not visit within 1 day"
        #expect(try shop.members(filter, asOf: "2026-03-02T00:00:00Z").isEmpty)
        #expect(try shop.members(filter, asOf: "2026-03-02T00:00:00.001Z") == [1, 2, 3])
        #expect(try shop.members(filter, asOf: "2026-05-01T00:00:00Z") == [1, 2, 3])
    }

    @Test func `what has not happened since is true at once, until it happens`() throws {
        let shop = SmallShop([
            Person(events: [click("2026-03-01"), visit("2026-03-02")]),
            Person(events: [visit("2026-03-01"), click("2026-03-01")]),
            Person(events: [click("2026-03-01"), visit("2026-03-02"), click("2026-03-04")]),
        ])
        let filter = "did click then not visit"
        #expect(try shop.members(filter, asOf: "2026-03-01T00:00:00.001Z") == [0, 1, 2])
        #expect(try shop.members(filter, asOf: "2026-03-02T00:00:00Z") == [0, 1, 2])
        #expect(try shop.members(filter, asOf: "2026-03-02T00:00:00.001Z") == [1])
        #expect(try shop.members(filter, asOf: "2026-05-01T00:00:00Z") == [1, 2])
        #expect(try shop.members("did click before 2026-03-03 then not visit", asOf: "2026-05-01T00:00:00Z") == [1])
    }

    @Test func `the step after one that did not happen follows the end of its time`() throws {
        let shop = SmallShop([
            Person(events: [click("2026-03-01"), visit("2026-03-03")]),
            Person(events: [click("2026-03-01"), visit("2026-03-01T20:00:00Z")]),
            Person(events: [click("2026-03-01"), click("2026-03-03"), visit("2026-03-03T06:00:00Z")]),
        ])
        let filter = "did click then not purchase within 1 day then visit within 36 hours"
        #expect(try shop.members(filter) == [0, 2])
        #expect(try shop.members("did click then not visit within 1 day then visit within 36 hours") == [0, 2])
    }

    @Test func `joined steps agree on the product, as filters compare texts`() throws {
        let line: [String: Value] = ["product_id": .text("P1")]
        let other: [String: Value] = ["product_id": .text("p2"), "price": .money(20_000)]
        let shop = SmallShop([
            Person(events: [click("2026-03-01", "p1")], orders: [Order(at: "2026-03-02", lines: [other, line])]),
            Person(events: [click("2026-03-01", "p1")], orders: [Order(at: "2026-03-02", lines: [other])]),
            Person(events: [click("2026-03-01")], orders: [Order(at: "2026-03-02", lines: [line])]),
            Person(events: [click("2026-03-01", "p1"), click("2026-03-02", "p2")]),
        ])
        #expect(try shop.members("did click then same product purchase within 7 days") == [0])
        #expect(try shop.members("did click then same product purchase where price >= 100 within 7 days").isEmpty)
        #expect(try shop.members("did click then not same product purchase within 7 days") == [1, 2, 3])
    }

    @Test func `a chain of joins is of one product throughout`() throws {
        let both: [[String: Value]] = [["product_id": .text("p1")], ["product_id": .text("p2")]]
        let shop = SmallShop([
            Person(
                events: [click("2026-03-01", "p1"), click("2026-03-03", "p2")],
                orders: [Order(at: "2026-03-02", lines: both)]),
            Person(
                events: [click("2026-03-01", "p1"), click("2026-03-03", "p1")],
                orders: [Order(at: "2026-03-02", lines: both)]),
        ])
        let start = "did click then same product purchase within 7 days then"
        #expect(try shop.members("\(start) same product click within 7 days") == [1])
        #expect(try shop.members("\(start) click within 7 days") == [0, 1])
    }

    @Test func `of two ways to a step one alone is cut off by an event that must not follow`() throws {
        let (one, two): ([String: Value], [String: Value]) = (["product_id": .text("p1")], ["product_id": .text("p2")])
        func person(clicking product: String) -> Person {
            Person(
                events: [click("2026-03-05", product)],
                orders: [
                    Order(at: "2026-03-01", lines: [two]), Order(at: "2026-03-02", lines: [one]),
                    Order(at: "2026-03-04", lines: [one, two]),
                ])
        }
        // Who bought both products in one order and again stays for neither where one of them is clicked.
        let both = Person(
            events: [click("2026-03-05", "p2")],
            orders: [Order(at: "2026-03-01", lines: [one, two]), Order(at: "2026-03-04", lines: [one, two])])
        let shop = SmallShop([person(clicking: "p2"), person(clicking: "p1"), person(clicking: "p3"), both])
        let start = "did purchase then same product purchase within 7 days then not same product click"
        #expect(try shop.members(start) == [0, 1, 2])
        #expect(try shop.members("\(start) within 2 days") == [0, 1, 2])
        #expect(try shop.members("\(start) within 2 days then same product click within 7 days").isEmpty)
    }

    @Test func `the records of a profile make one sequence`() throws {
        let first = Person(events: [click("2026-03-01")]).records[0]
        let second = Person(events: [visit("2026-03-02")]).records[0]
        let shop = SmallShop([Person(records: [first, second]), Person(records: [first]), Person(records: [second])])
        #expect(try shop.members("did click then visit within 7 days") == [0])
    }

    @Test func `calendar units end at a local midnight`() throws {
        // Midnight in Warsaw is 23:00 UTC in winter.
        let shop = SmallShop(
            [
                Person(events: [click("2026-03-01T12:00:00Z"), visit("2026-03-01T23:00:00Z")]),
                Person(events: [click("2026-03-01T12:00:00Z"), visit("2026-03-01T23:00:00.001Z")]),
            ], zone: "Europe/Warsaw")
        #expect(try shop.members("did click then visit within 1 calendar day") == [0])
    }
}
