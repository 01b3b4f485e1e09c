import Customers
import Testing

struct MovementTests {
    /// Who visited in the last two days is in the segment.
    private func shop(_ visits: [[String]], zone: String = "UTC") -> SmallShop {
        SmallShop(
            visits.map { times in Person(events: times.map { Event("visit", at: $0) }) }, zone: zone,
            segments: ["Active": "did visit within last 2 days", "Others": "not did visit within last 2 days"])
    }

    @Test(arguments: [
        ("entered segment \"Active\" on 2026-04-20", [0]), ("entered segment \"Active\" on 2026-04-21", [1]),
        ("entered segment \"Active\" between 2026-04-20 and 2026-04-21", [0, 1]),
        ("left segment \"Active\" on 2026-04-22", [0]), ("left segment \"Active\" on 2026-04-23", [1]),
        ("entered segment \"Active\" before 2026-04-21", [0]), ("entered segment \"Active\" after 2026-04-21", [2]),
        ("entered segment \"Active\" within last 1 hour", [2]), ("left segment \"Others\" within last 2 days", [2]),
        ("entered segment \"Others\" within last 30 days", [0, 1]),
        ("not entered segment \"Active\" on 2026-04-20", [1, 2, 3]),
        ("as of 2026-04-21 entered segment \"Active\" within last 1 day", [0]),
    ])
    func `a change belongs to the day after which it is seen`(text: String, members: [Int]) throws {
        let shop = shop([["2026-04-20T15:00:00Z"], ["2026-04-21T00:00:00Z"], ["2026-05-01T11:00:00Z"], []])
        #expect(try shop.members(text) == members)
    }

    @Test func `days begin at local midnight`() throws {
        let shop = shop([["2026-04-20T21:59:59Z"], ["2026-04-20T22:00:00Z"]], zone: "Europe/Warsaw")
        #expect(try shop.members("entered segment \"Active\" on 2026-04-20") == [0])
        #expect(try shop.members("entered segment \"Active\" on 2026-04-21") == [1])
    }

    @Test func `who came to be a member without having been anybody entered`() throws {
        var late = Person(["size": .integer(1)], events: [])
        late.records[0].since = instant("2026-04-20T12:00:00Z").milliseconds
        let shop = SmallShop([late, Person(["size": .integer(1)])], segments: ["One": "size = 1"])
        #expect(try shop.members("entered segment \"One\" on 2026-04-20") == [0])
        #expect(try shop.members("entered segment \"One\" before 2026-05-01") == [0])
    }

    @Test func `each may have a stretch of time of its own`() throws {
        let visit = [Event("visit", at: "2026-04-20T15:00:00Z")]
        let shop = SmallShop(
            [
                Person(["seen": .time("2026-04-20T20:00:00Z")], events: visit),
                Person(["seen": .time("2026-04-21T00:00:00Z")], events: visit), Person(events: visit),
            ], segments: ["Active": "did visit"])
        #expect(try shop.members("entered segment \"Active\" after seen") == [0])
        #expect(try shop.members("entered segment \"Active\" before seen") == [1])
    }

    @Test func `a cancelled task stops between days`() async throws {
        let shop = shop([["2020-01-01"], ["2026-04-21"]])
        let task = Task {
            while !Task.isCancelled { await Task.yield() }
            return try shop.members("entered segment \"Active\" before 2026-05-01")
        }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }
}

struct SampleTests {
    @Test func `a sample is drawn by the smallest identifier and the salt`() throws {
        // The first eight bytes of SHA-256 of "email:a@example.org", a byte 0 and "x" are 2,171 modulo 10,000.
        var person = Person()
        person.records[0].identifiers = ["id:1", "email:a@example.org"]
        let shop = SmallShop([person])
        #expect(try shop.members("sample 21.71 % salt \"x\"").isEmpty)
        #expect(try shop.members("sample 21.72 % salt \"x\"") == [0])
    }

    @Test func `shares add up, and salts are apart`() throws {
        let people = (0..<2_000).map { number in
            var person = Person()
            person.records[0].identifiers = ["id:\(number)"]
            return person
        }
        let shop = SmallShop(people)
        let tenth = try shop.members("sample 10 % salt \"a\"")
        #expect((150...250).contains(tenth.count))
        #expect(Set(tenth).isSubset(of: try shop.members("sample 20 % salt \"a\"")))
        #expect(try (5...40).contains(shop.members("sample 10 % salt \"a\" and sample 10 % salt \"b\"").count))
        #expect(try shop.members("sample 100 % salt \"a\"").count == 2_000)
        #expect(try shop.members("sample 0 % salt \"a\"").isEmpty)
    }
}
