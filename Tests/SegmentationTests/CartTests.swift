import Customers
import Testing

struct CartTests {
    private func person(_ visits: String..., orders: [String] = []) -> Person {
        Person(events: visits.map { Event("visit", at: $0) }, orders: orders.map { Order(at: $0) })
    }

    @Test func `a cart is ordered by a purchase after its last add, at most 24 hours after`() throws {
        let shop = SmallShop([
            person("2026-04-20T10:00:00Z", orders: ["2026-04-20T10:00:00.001Z"]),
            person("2026-04-20T10:00:00Z", orders: ["2026-04-20T10:00:00Z"]),
            person("2026-04-20T10:00:00Z", orders: ["2026-04-21T10:00:00Z"]),
            person("2026-04-20T10:00:00Z", orders: ["2026-04-21T10:00:00.001Z"]),
            person("2026-04-20T10:00:00Z", orders: ["2026-04-20T09:00:00Z"]),
            person(orders: ["2026-04-20T10:00:00Z"]), Person(),
        ])
        #expect(try shop.members("any cart of visit") == [0, 1, 2, 3, 4])
        #expect(try shop.members("ordered cart of visit") == [0, 2])
        #expect(try shop.members("abandoned cart of visit") == [1, 3, 4])
        #expect(try shop.members("open cart of visit").isEmpty)
        #expect(try shop.members("not any cart of visit") == [5, 6])
    }

    @Test func `a cart is open for 24 hours, and abandoned after them`() throws {
        let shop = SmallShop([
            person("2026-05-01T11:59:59Z"), person("2026-04-30T12:00:00Z"), person("2026-04-30T11:59:59.999Z"),
            person("2026-05-01T10:00:00Z", orders: ["2026-05-01T11:00:00Z"]),
            person("2026-05-01T10:00:00Z", orders: ["2026-05-01T12:00:00Z"]), person("2026-05-01T12:00:00Z"),
        ])
        #expect(try shop.members("open cart of visit") == [0, 1, 4])
        #expect(try shop.members("abandoned cart of visit") == [2])
        #expect(try shop.members("ordered cart of visit") == [3])
        #expect(try shop.members("any cart of visit") == [0, 1, 2, 3, 4])
        #expect(try shop.members("open cart of visit", asOf: "2026-05-01T12:00:00.001Z") == [0, 5])
    }

    @Test func `adds less than 24 hours apart are one cart, also where one lies outside the time`() throws {
        let shop = SmallShop([
            person("2026-04-20T10:00:00Z", "2026-04-21T09:59:59.999Z"),
            person("2026-04-20T10:00:00Z", "2026-04-21T10:00:00Z"),
            person("2026-04-19T12:00:00Z", "2026-04-20T10:00:00Z"),
        ])
        #expect(try shop.members("any cart of visit on 2026-04-20") == [1, 2])
        #expect(try shop.members("any cart of visit on 2026-04-21") == [0, 1])
        #expect(try shop.members("any cart of visit on 2026-04-19").isEmpty)
        #expect(try shop.members("any cart of visit before 2026-04-21") == [1, 2])
        #expect(try shop.members("any cart of visit on 2026-04-20", asOf: "2026-04-21T09:59:59.999Z") == [0, 1, 2])
        #expect(try shop.members("as of 2026-04-21 open cart of visit") == [0, 1, 2])
    }

    @Test func `an add that goes on with a cart makes purchases before it irrelevant`() throws {
        let shop = SmallShop([
            person("2026-04-20T10:00:00Z", "2026-04-20T12:00:00Z", orders: ["2026-04-20T11:00:00Z"]),
            person("2026-04-20T10:00:00Z", "2026-04-21T10:00:00Z", orders: ["2026-04-21T10:00:00Z"]),
        ])
        #expect(try shop.members("ordered cart of visit") == [1])
        #expect(try shop.members("abandoned cart of visit") == [0, 1])
        #expect(try shop.members("ordered cart of visit", asOf: "2026-04-20T12:00:00Z") == [0])
        #expect(try shop.members("ordered cart of visit on 2026-04-21").isEmpty)
        #expect(try shop.members("abandoned cart of visit on 2026-04-20") == [0])
    }

    @Test func `purchases are what they are everywhere, once each and without cancelled orders`() throws {
        let add = Event("visit", at: "2026-04-20T10:00:00Z")
        let time = "2026-04-20T11:00:00Z"
        let shop = SmallShop([
            Person(events: [add], orders: [Order(at: time, isCancelled: true)]),
            Person(events: [add, Event("purchase", at: time)]),
            Person(events: [add, Event("purchase", at: time, isCovered: true)]),
        ])
        #expect(try shop.members("ordered cart of visit") == [1])
        #expect(try shop.members("abandoned cart of visit") == [0, 2])
    }

    @Test func `carts of purchases, or of any other event, are carts too`() throws {
        let shop = SmallShop([
            person(orders: ["2026-04-20T10:00:00Z", "2026-04-21T10:00:00Z"]),
            person(orders: ["2026-04-20T10:00:00Z", "2026-04-21T09:00:00Z"]),
        ])
        #expect(try shop.members("ordered cart of purchase") == [0])
        #expect(try shop.members("any cart of order on 2026-04-20") == [0])
    }

    @Test func `records of one profile are one timeline`() throws {
        let merged = Person(records: [
            Record(events: [Event("visit", at: "2026-04-20T10:00:00Z"), Event("visit", at: "2026-04-25T10:00:00Z")]),
            Record(
                events: [Event("visit", at: "2026-04-20T20:00:00Z")],
                orders: [Order(at: "2026-04-20T12:00:00Z"), Order(at: "2026-04-25T12:00:00Z")]),
        ])
        let shop = SmallShop([Person(), merged])
        #expect(try shop.members("any cart of visit before 2026-04-20T15:00").isEmpty)
        #expect(try shop.members("abandoned cart of visit on 2026-04-20") == [1])
        #expect(try shop.members("ordered cart of visit on 2026-04-20").isEmpty)
        #expect(try shop.members("ordered cart of visit on 2026-04-25") == [1])
    }

    @Test func `only adds that satisfy the condition make a cart`() throws {
        func visit(_ time: String, _ page: String) -> Event { Event("visit", at: time, ["page": .text(page)]) }
        let shop = SmallShop([
            Person(events: [visit("2026-04-20T10:00:00Z", "boots"), visit("2026-04-20T22:00:00Z", "home")]),
            Person(events: [visit("2026-04-20T10:00:00Z", "home")]),
        ])
        #expect(try shop.members("any cart of visit where page = \"boots\"") == [0])
        #expect(try shop.members("any cart of visit where page = \"boots\" before 2026-04-20T11:00") == [0])
        #expect(try shop.members("any cart of visit before 2026-04-20T11:00") == [1])
    }

    @Test func `a trait may bound the time, each profile's own`() throws {
        let events = [Event("visit", at: "2026-04-20T10:00:00Z"), Event("visit", at: "2026-04-21T08:00:00Z")]
        func person(seen: String) -> Person { Person(["seen": .time(seen)], events: events) }
        let shop = SmallShop([
            person(seen: "2026-04-20T12:00:00Z"), person(seen: "2026-04-21T08:00:00Z"), Person(events: events),
        ])
        #expect(try shop.members("any cart of visit after seen") == [0])
        #expect(try shop.members("any cart of visit before seen").isEmpty)
        #expect(try shop.members("abandoned cart of visit on seen") == [1])
    }
}
