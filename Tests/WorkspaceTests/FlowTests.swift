import Analytics
import Customers
import Filters
import Testing
import Workspace

struct FlowTests {
    private static let shop = SmallShop(people: 70, seed: 35)
    private static let start = "did product_view and did not purchase"
    private static let first = "2025-02-10"
    private static let last = "2025-05-20"

    private static func days(_ first: String = first, _ last: String = last) throws -> ClosedRange<CivilDate> {
        try #require(CivilDate(parsing: first))...(try #require(CivilDate(parsing: last)))
    }

    /// Who moved, and when each was first seen there, by asking at every midnight.
    private func slow(
        _ store: TestStore, _ start: String, _ end: String, _ days: ClosedRange<CivilDate>, asOf: Instant = .asked
    ) async throws -> (started: Int, hours: [String: Int64]) {
        let calendar = try await store.session.calendar()
        let began = calendar.midnight(of: days.lowerBound)
        let started = try await store.ids(start, asOf: began)
        let there = try await store.ids(end, asOf: began)
        let ended = try await store.ids(
            end, asOf: min(asOf, calendar.midnight(of: days.upperBound.adding(days: 1))))
        let movers = started.intersection(ended).subtracting(there)
        var hours: [String: Int64] = [:]
        var day = days.lowerBound
        while hours.count < movers.count {
            day = day.adding(days: 1)
            let look = min(asOf, calendar.midnight(of: day))
            for id in try await store.ids(end, asOf: look).intersection(movers) where hours[id] == nil {
                hours[id] = (look.milliseconds - began.milliseconds) / 1000
            }
        }
        return (started.count, hours)
    }

    @Test func `who went from looking to buying is what asking at every midnight gives`() async throws {
        let store = try await SharedStore.of(Self.shop)
        let days = try Self.days()
        let report = try await store.session.flow(from: Self.start, to: "Buyers", on: days, asOf: .asked)
        let slow = try await slow(store, Self.start, "did purchase", days)
        #expect(report.started == slow.started)
        #expect(report.moved == slow.hours.count)
        #expect(report.moved > 3)
        let times = slow.hours.values.sorted()
        let median = (times[(times.count - 1) / 2] + times[times.count / 2]) / 2
        #expect(report.medianSeconds == median)
        #expect(try await store.ids(report.movedFilter.text) == Set(slow.hours.keys))
        #expect(try await store.ids(report.startedFilter.text).count == report.started)
        let revenue = slow.hours.keys.compactMap { Self.shop.people[$0] }.reduce(0) { sum, person in
            sum
                + person.purchases(before: "2025-05-21").filter { $0.time >= Self.first }.reduce(0) { $0 + $1.net }
        }
        #expect(report.revenueMinor == Int64(revenue))
    }

    @Test func `campaigns are those that the movers opened meanwhile`() async throws {
        let store = try await SharedStore.of(Self.shop)
        let report = try await store.session.flow(from: Self.start, to: "buyers", on: Self.days(), asOf: .asked)
        let movers = try await store.ids(report.movedFilter.text)
        var expected: [String: Int] = [:]
        for id in movers {
            let opened = (Self.shop.people[id]?.events ?? []).filter {
                $0["type"] == "email_open" && ($0["timestamp"] ?? "") >= Self.first
                    && ($0["timestamp"] ?? "") < "2025-05-21"
            }
            for campaign in Set(opened.compactMap { $0["campaign_id"] }) { expected[campaign, default: 0] += 1 }
        }
        #expect(Dictionary(uniqueKeysWithValues: report.campaigns.map { ($0.name, $0.people) }) == expected)
        #expect(report.campaigns.map(\.people) == report.campaigns.map(\.people).sorted(by: >))
        for campaign in report.campaigns {
            #expect(try await store.ids(campaign.filter.text).count == campaign.people)
        }
        #expect(!report.campaigns.isEmpty)
    }

    @Test(arguments: ["Asia/Tokyo", "Europe/Warsaw", "America/St_Johns"])
    func `local midnights and a date within the period count in every zone`(zone: String) async throws {
        let store = try await TestStore(SmallShop(people: 40, seed: 36))
        try await store.session.set("time_zone", to: zone, at: .importing)
        let days = try Self.days("2025-03-01", "2025-09-30")
        let asOf = try await store.session.instant(of: "2025-08-03T13:30")
        let report = try await store.session.flow(
            from: "did page_view", to: "did purchase where revenue > 100", on: days, asOf: asOf)
        let slow = try await slow(
            store, "did page_view", "did purchase where revenue > 100", days, asOf: asOf)
        #expect(report.started == slow.started)
        #expect(report.moved == slow.hours.count)
        #expect(report.arrivals.reduce(0) { $0 + $1.people } == report.moved)
        #expect(try await store.ids(report.movedFilter.text, asOf: asOf) == Set(slow.hours.keys))
    }

    @Test(arguments: [
        FlowStates.segments(["did purchase at least 2 times", "Buyers", "did email_open"]), .rfm,
        .lifecycle(event: "product_view", by: .month), .segments(["Buyers"]), .segments(["not did purchase"]),
        .segments(["not city = \"Berlin\"", "not did email_open"]),
    ])
    func `everybody is in one cell, and every cell and edge is a filter of its people`(states: FlowStates) async throws
    {
        let store = try await SharedStore.of(Self.shop)
        let scope = "device = \"mobile\""
        for scope in [String?.none, scope] {
            let matrix = try await store.session.flows(between: states, on: Self.days(), in: scope, asOf: .asked)
            let limit = try scope.map { [try Filter(parsing: $0)] } ?? []
            func count(_ filter: Filter) async throws -> Int {
                try await store.ids(Filter.joining(limit + [filter]).text).count
            }
            let everyone = try await store.ids(scope ?? "everyone").count
            #expect(matrix.counts.joined().reduce(0, +) == everyone)
            for row in 0...matrix.none {
                #expect(try await count(matrix.filter(started: row)) == matrix.started(row))
                #expect(try await count(matrix.filter(ended: row)) == matrix.ended(row))
                for column in 0...matrix.none {
                    #expect(try await count(matrix.filter(from: row, to: column)) == matrix.counts[row][column])
                }
            }
        }
    }

    @Test func `whoever did not exist yet was in no segment, a negative one neither`() async throws {
        let store = try await SharedStore.of(Self.shop)
        let days = try Self.days("2024-03-01", "2025-10-01")
        for (start, end) in [("not did purchase", "did purchase"), ("did page_view", "not did purchase")] {
            let report = try await store.session.flow(from: start, to: end, on: days, asOf: .asked)
            let slow = try await slow(store, start, end, days)
            #expect(report.started == slow.started)
            #expect(report.moved == slow.hours.count)
            #expect(try await store.ids(report.movedFilter.text) == Set(slow.hours.keys))
        }
    }

    @Test func `of segments that share people the first named counts, and how many are shared is told`() async throws {
        let store = try await SharedStore.of(Self.shop)
        let twice = "did purchase at least 2 times"
        let matrix = try await store.session.flows(
            between: .segments([twice, "Buyers"]), on: Self.days(), asOf: .asked)
        let asOf = matrix.period.end
        #expect(try await store.ids(twice, asOf: asOf).count == matrix.overlapping.after)
        #expect(matrix.ended(0) == matrix.overlapping.after)
        #expect(try await store.ids("did purchase exactly 1 time", asOf: asOf).count == matrix.ended(1))
    }

    @Test func `an arrow tells of the people of its cell`() async throws {
        let store = try await SharedStore.of(Self.shop)
        let states = FlowStates.segments(["Buyers"])
        let report = try await store.session.flow(
            from: 1, to: 0, between: states, on: Self.days(), asOf: .asked)
        let matrix = try await store.session.flows(between: states, on: Self.days(), asOf: .asked)
        #expect(report.moved == matrix.counts[1][0])
        #expect(report.started == matrix.started(1))
        let days = try Self.days()
        let slow = try await slow(store, "did not purchase", "did purchase", days)
        // People who did not exist yet when the period began were no buyers either.
        #expect(report.moved >= slow.hours.count)
        #expect(report.medianSeconds != nil)
    }

    @Test func `a period that has not begun is refused`() async throws {
        let store = try await SharedStore.of(Self.shop)
        await #expect(throws: FlowError.self) {
            try await store.session.flow(
                from: "Buyers", to: "VIP", on: Self.days("2026-01-01", "2026-01-05"), asOf: .asked)
        }
    }
}
