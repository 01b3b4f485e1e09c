import Customers
import Phrases
import Testing

/// What is told of the facts that decide.
struct EvidenceTests {
    private let trial: ReasonTrial

    init() throws {
        var person = Person(
            ["birth": .date(1996, 5, 3), "city": .text("Kraków"), "tags": .list(["new", "old"])],
            events: [
                Event("visit", at: "2026-03-01T08:00:00Z", ["product_id": .text("p1")]),
                Event("visit", at: "2026-04-20T10:00:00Z", ["product_id": .text("p2")]),
                Event("visit", at: "2026-04-28T10:00:00Z", ["product_id": .text("p2"), "minutes": .integer(4)]),
                Event("click", at: "2026-04-21T09:00:00Z", ["product": .text("P2")]),
            ], orders: [Order(at: "2026-04-22T09:00:00Z", ["revenue": .money(1250)])])
        person.records[0].traits["city"]?.changes = [(instant("2026-02-01").milliseconds, .text("Łódź"))]
        trial = try ReasonTrial(
            [person, Person()], asOf: "2026-05-01T12:00:00Z", segments: ["Active": "did visit within last 30 days"])
    }

    private func evidence(_ text: String, of person: Int = 0) throws -> [Evidence] {
        try trial.reasons(text, of: person).root.evidence
    }

    @Test func `a trait is told with its value and when it came`() throws {
        #expect(
            try evidence("city = \"Kraków\"")
                == [Evidence(.trait, "city", value: .text("Łódź"), time: instant("2026-02-01"))])
        #expect(try evidence("city exists", of: 1) == [Evidence(.trait, "city")])
        #expect(
            try trial.reasons("as of 2026-01-15 city = \"Kraków\"").root.operands[0].evidence
                == [Evidence(.trait, "city", value: .text("Kraków"))])
    }

    @Test func `an age is told with the birth date that it follows from`() throws {
        #expect(
            try evidence("age >= 30") == [
                Evidence(.trait, "birth", value: .date(1996, 5, 3)), Evidence(.age, "age", value: .integer(29)),
            ])
        #expect(
            try evidence("anniversary of birth within next 7 days").last
                == Evidence(.anniversary, "birth", value: .date(2026, 5, 3)))
    }

    @Test func `events are counted against the bounds, the latest of them told`() throws {
        let found = try evidence("did visit at least 2 times within last 30 days")
        #expect(
            found == [
                Evidence(
                    .count, "visit", count: 2, least: 2, from: instant("2026-04-01T12:00:00Z"),
                    to: instant("2026-05-01T12:00:00Z")),
                Evidence(.event, "visit", time: instant("2026-04-28T10:00:00Z")),
                Evidence(.event, "visit", time: instant("2026-04-20T10:00:00Z")),
            ])
    }

    @Test func `where there are too few, the nearest outside is told, or none`() throws {
        let found = try evidence("did visit within last 2 days")
        #expect(found.map(\.kind) == [.count, .outside])
        #expect(found[0].count == 0)
        #expect(found[1].time == instant("2026-04-28T10:00:00Z"))
        #expect(try evidence("did visit within last 2 days", of: 1).map(\.kind) == [.count])
    }

    @Test func `first and last events are told with their times`() throws {
        #expect(try evidence("first visit before 2026-04-01").map(\.kind) == [.event])
        let last = try evidence("last visit before 2026-04-01")
        #expect(last.map(\.kind) == [.outside])
        #expect(last[0].time == instant("2026-04-28T10:00:00Z"))
        #expect(try evidence("last visit before 2026-04-01", of: 1).map(\.count) == [0])
    }

    @Test func `a sequence is told step by step, as far as it went`() throws {
        let through = try evidence("did visit then same product click within 2 days then purchase within 2 days")
        #expect(through.map(\.kind) == [.step, .step, .step])
        #expect(
            through.map(\.time)
                == ["2026-04-20T10:00:00Z", "2026-04-21T09:00:00Z", "2026-04-22T09:00:00Z"].map(instant))
        let short = try evidence("did click then same product visit within 2 days")
        #expect(short.map(\.time) == [instant("2026-04-21T09:00:00Z"), nil])
        #expect(short.last?.to == instant("2026-04-23T09:00:00Z"))
        let wait = try evidence("did click then not visit within 2 days")
        #expect(wait.map(\.kind) == [.step, .wait])
        #expect(wait.last?.time == instant("2026-04-23T09:00:00Z"))
        #expect(try evidence("did click then visit within 2 days", of: 1).map(\.time) == [nil])
    }

    @Test func `a cart is told by its last add and by what became of it`() throws {
        let order = Evidence(.event, "purchase", time: instant("2026-04-22T09:00:00Z"))
        let click = Evidence(.event, "click", time: instant("2026-04-21T09:00:00Z"))
        #expect(try evidence("ordered cart of click") == [click, order])
        #expect(try evidence("abandoned cart of click") == [click, order])
        #expect(try evidence("any cart of click") == [click])
        let visit = Evidence(.event, "visit", time: instant("2026-04-28T10:00:00Z"))
        let wait = Evidence(
            .count, "purchase", count: 0, from: instant("2026-04-28T10:00:00.001Z"),
            to: instant("2026-04-29T10:00:00.001Z"))
        for state in ["ordered", "abandoned", "open"] {
            #expect(try evidence("\(state) cart of visit") == [visit, wait])
        }
        #expect(
            try evidence("any cart of visit within last 2 days")
                == [
                    Evidence(
                        .outside, "visit", time: instant("2026-04-28T10:00:00Z"), from: instant("2026-04-29T12:00:00Z"),
                        to: instant("2026-05-01T12:00:00Z"))
                ])
        #expect(try evidence("any cart of visit", of: 1) == [Evidence(.count, "visit", count: 0)])
    }

    @Test func `of several carts the latest that is asked for is told`() throws {
        let person = Person(
            events: ["2026-04-02", "2026-04-03", "2026-04-10", "2026-04-20"].map { Event("visit", at: $0) },
            orders: [Order(at: "2026-04-10T08:00:00Z"), Order(at: "2026-04-10T09:00:00Z")])
        let trial = try ReasonTrial([person], asOf: "2026-05-01T12:00:00Z")
        func times(_ text: String) throws -> [Instant?] { try trial.reasons(text).root.evidence.map(\.time) }
        #expect(try times("ordered cart of visit") == [instant("2026-04-10"), instant("2026-04-10T08:00:00Z")])
        #expect(try times("abandoned cart of visit") == [instant("2026-04-20"), nil])
        #expect(try times("abandoned cart of visit before 2026-04-15") == [instant("2026-04-03"), nil])
    }

    @Test func `figures, habits and stages are told with what they are made of`() throws {
        let sum = try evidence("sum(purchase.revenue) >= 500")
        #expect(sum == [Evidence(.figure, "sum(purchase.revenue)", value: .money(1250), count: 1)])
        #expect(try evidence("average(visit.minutes) > 1").map(\.value) == [.number(4)])
        #expect(try evidence("max(visit.minutes) > 1", of: 1).map(\.value) == [nil])
        let habit = try evidence("did visit in at least 2 of last 3 weeks")
        #expect(habit.first == Evidence(.weeks, "visit", count: 2, least: 2, most: 3))
        #expect(habit.dropFirst().map(\.count) == [1, 1, 0])
        let stage = try evidence("lifecycle of visit by month = \"returning\"")
        #expect(stage.filter { $0.kind == .count }.map(\.count) == [0, 2])
    }

    @Test func `entries are told with the time at which they were seen`() throws {
        let found = try evidence("entered segment \"Active\" within last 60 days")
        #expect(found.map(\.kind) == [.segment, .change])
        #expect(found.map(\.value) == [.boolean(true), nil])
        #expect(found.last?.time == instant("2026-04-21"))
    }

    @Test func `of somebody who did not exist yet nothing else is told`() throws {
        var late = Person(["city": .text("Kraków")])
        late.records[0].since = instant("2026-06-01").milliseconds
        let trial = try ReasonTrial([late], asOf: "2026-05-01T12:00:00Z")
        for text in ["city exists", "not city exists"] {
            let reasons = try trial.reasons(text)
            #expect(!reasons.isMember && reasons.changesAt == nil)
            #expect(
                reasons.root.flattened().flatMap(\.node.evidence)
                    == [Evidence(measure: Phrase("evidence.existence", "existence"), value: .boolean(false))])
        }
    }

    @Test func `a sample is told by the place in it`() throws {
        let place = try #require(try evidence("sample 50 % salt \"x\"").first?.count)
        #expect(try trial.reasons("sample 50 % salt \"x\"").isMember == (place < 5000))
        let share = "\((place + 1) / 100).\((place + 1) / 10 % 10)\((place + 1) % 10)"
        #expect(try trial.reasons("sample \(share) % salt \"x\"").isMember)
    }
}
