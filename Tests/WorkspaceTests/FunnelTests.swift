import Analytics
import Customers
import Filters
import Foundation
import Testing
import Workspace

struct FunnelTests {
    private let shop = SmallShop(people: 120, seed: 31)

    private static let way = Funnel(
        [
            Funnel.Step("page_view"), Funnel.Step("product_view"),
            Funnel.Step(
                "purchase", where: .property("revenue", .compare(.atLeast, .number(DecimalLiteral(coefficient: 20))))),
        ], within: Span(60, .days))

    private var days: ClosedRange<CivilDate> {
        CivilDate(dayNumber: 20_000)...CivilDate(dayNumber: 20_400)
    }

    /// Every step and state of a report holds as many people as its filter, in the whole and in every group.
    private func check(_ request: FunnelRequest, in scope: String? = nil, asOf: Instant = .asked) async throws {
        let session = try await SharedStore.of(shop).session
        let report = try await session.funnel(request, in: scope, asOf: asOf)
        let time = request.days.map { TimeRange.between(.date($0.lowerBound), .date($0.upperBound)) }
        let groups: [Int?] = [nil] + report.groups.indices.map { $0 }
        var seen = 0
        for group in groups {
            let part = group.map { report.groups[$0] } ?? report.whole
            for (place, step) in part.steps.enumerated() {
                for (state, count) in [
                    (FunnelState.reached, step.profiles), (.dropped, step.dropped), (.open, step.open),
                ] {
                    let filter = report.filter(
                        state, at: place + 1, of: .defined(request.funnel), begun: time, in: group)
                    let size = try await session.count(filter.text, in: scope, asOf: asOf)
                    #expect(size.count == count, "\(filter.text)")
                    seen += count
                }
            }
        }
        #expect(seen > 20)
        if case .eachValue? = request.split { return }
        guard request.split != nil else { return }
        for (place, step) in report.whole.steps.enumerated() {
            #expect(step.profiles == report.groups.reduce(0) { $0 + $1.steps[place].profiles })
            #expect(step.open == report.groups.reduce(0) { $0 + $1.steps[place].open })
        }
    }

    @Test(arguments: Funnel.Order.allCases)
    func `a step's number is the number of its people`(order: Funnel.Order) async throws {
        var funnel = Self.way
        funnel.order = order
        try await check(FunnelRequest(funnel, days: days))
        try await check(FunnelRequest(funnel), in: "country = \"PL\"", asOf: Instant(seconds: 1_750_000_000))
    }

    @Test func `excluded events take people out or end their attempts`() async throws {
        var funnel = Self.way
        funnel.excluded = [Funnel.Step("email_open")]
        try await check(FunnelRequest(funnel, days: days))
        funnel.endsAtExcluded = true
        try await check(FunnelRequest(funnel, days: days))
    }

    @Test func `who was stopped is dropped, and open no longer`() async throws {
        let store = try TestStore()
        let events = """
            profile_id,timestamp,type
            1,2025-03-01T10:00:00Z,home
            1,2025-03-01T10:00:30Z,leave
            2,2025-03-01T10:00:00Z,home

            """
        try await store.importFile("events.csv", Data(events.utf8))
        for window in [Span(300, .days), nil] {
            let funnel = Funnel(
                [Funnel.Step("home"), Funnel.Step("leave", where: nil)], within: window,
                excluding: [Funnel.Step("leave")], endsAtExcluded: true)
            var other = funnel
            other.steps[1] = Funnel.Step("home")
            let asOf = Instant(seconds: 1_740_910_000)
            let report = try await store.session.funnel(FunnelRequest(other), asOf: asOf)
            #expect(report.whole.steps[0].dropped == 1 && report.whole.steps[0].open == 1)
            for (state, id) in [(FunnelState.dropped, "1"), (.open, "2")] {
                let filter = report.filter(state, at: 1, of: .defined(other), begun: nil)
                #expect(try await store.ids(filter.text, asOf: asOf) == [id])
            }
        }
    }

    @Test func `each value of the first step has its people, or is refused where there is no such number`() async throws
    {
        var request = FunnelRequest(Self.way, days: days)
        request.split = .eachValue("device")
        request.funnel.order = .strict
        try await check(request)
        request.funnel.order = .ordered
        request.funnel.startsAtFirst = true
        try await check(request)
        request.funnel.startsAtFirst = false
        request.funnel.order = .any
        let session = try await SharedStore.of(shop).session
        let anyOrder = request
        await #expect(throws: FunnelProblem.eachValueInAnyOrder) {
            _ = try await session.funnel(anyOrder, asOf: .asked)
        }
    }

    @Test(arguments: [
        FunnelSplit.Subject.trait("city"), .trait("shoe_size"), .trait("birth_date"), .property("device", .first),
        .property("category", .last), .eachValue("device"),
    ])
    func `groups hold their people and add up`(subject: FunnelSplit.Subject) async throws {
        var request = FunnelRequest(Self.way, days: days)
        request.split = subject
        try await check(request)
        try await check(request, in: "gender = \"F\"")
    }

    @Test func `a saved funnel is asked by its name, and kept while a segment refers to it`() async throws {
        let store = try await TestStore(SmallShop(people: 30, seed: 5))
        let session = store.session
        _ = try await session.save(funnel: "Buy", Self.way, at: .asked)
        let named = try await session.count("reached step 2 of funnel \"Buy\"", asOf: .asked)
        let said = try await session.count("reached step 2 of funnel \(Self.way.text)", asOf: .asked)
        #expect(named.count == said.count)
        await #expect(throws: FilterProblem.self) {
            try await session.count("reached step 2 of funnel \"Bye\"", asOf: .asked)
        }
        await #expect(throws: FilterProblem.self) {
            try await session.count("reached step 4 of funnel \"Buy\"", asOf: .asked)
        }
        _ = try await session.save(segment: "Movers", source: "dropped at step 1 of funnel \"Buy\"", at: .asked)
        await #expect(throws: SegmentNameProblem.inUse("Buy", by: ["Movers"])) {
            try await session.delete(funnel: "Buy", at: .asked)
        }
        try await session.delete(segment: "Movers", at: .asked)
        try await session.delete(funnel: "Buy", at: .asked)
        #expect(try await session.funnels().isEmpty)
    }

    @Test func `a funnel of unknown events or properties is refused by name`() async throws {
        let session = try await SharedStore.of(shop).session
        for funnel in [
            Funnel([Funnel.Step("page_view"), Funnel.Step("purchas")]),
            Funnel([Funnel.Step("page_view", where: .property("kolour", .exists)), Funnel.Step("purchase")]),
        ] {
            await #expect(throws: (any Error).self) { try await session.funnel(FunnelRequest(funnel), asOf: .asked) }
            await #expect(throws: (any Error).self) { try await session.save(funnel: "x", funnel, at: .asked) }
        }
    }

    @Test func `from the first event ever there is one attempt, whose people the filter holds`() async throws {
        var funnel = Self.way
        funnel.startsAtFirst = true
        try await check(FunnelRequest(funnel))
        let session = try await SharedStore.of(shop).session
        let viewers = try await session.count("did page_view", asOf: .asked).count
        let report = try await session.funnel(FunnelRequest(funnel), asOf: .asked)
        #expect(report.whole.entered == viewers)
        var attempts = FunnelRequest(funnel)
        attempts.unit = .attempts
        #expect(try await session.funnel(attempts, asOf: .asked).whole.entered == viewers)
        let entered = try await session.funnel(FunnelRequest(funnel, days: days), asOf: .asked).whole.entered
        let began = "first page_view between \(days.lowerBound) and \(days.upperBound)"
        #expect(try await session.count(began, asOf: .asked).count == entered)
    }
}
