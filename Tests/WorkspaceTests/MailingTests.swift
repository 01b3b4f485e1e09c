import Analytics
import Customers
import Filters
import Foundation
import Testing
import Workspace

struct MailingTests {
    private let shop = SmallShop(people: 60, seed: 53)

    @Test func `the filters of a campaign hold as many people as it counts`() async throws {
        let store = try await SharedStore.of(shop)
        let first = try #require(CivilDate(parsing: "2025-02-01"))
        for (days, scope) in [(nil, nil), (first...first.adding(days: 200), "gender = \"F\"")] {
            let mailings = try await store.session.mailings(in: days, scope: scope, asOf: .asked)
            var opened = 0
            #expect(mailings.map(\.campaign) == ["c001", "c002", "c003"])
            for mailing in mailings {
                #expect(Set(mailing.filters.keys) == [.sent, .opened])
                for (event, filter) in mailing.filters {
                    let count = try await store.session.count(filter.text, in: scope, asOf: .asked).count
                    #expect(mailing.figures.events[event]?.profiles == count, "\(filter.text)")
                    if event == .opened { opened += count }
                }
                // Nothing tells of clicks here.
                #expect(mailing.figures.conversion == nil && mailing.clickThenPurchase == nil)
            }
            #expect(opened > 0)
        }
    }

    @Test func `a purchase goes to the last click within the window, whatever the campaigns are called`() async throws {
        let store = try TestStore()
        let events = """
            event_id,profile_id,timestamp,type,campaign_id
            1,1,2025-03-01T10:00:00Z,email_sent,7
            2,1,2025-03-01T11:00:00Z,email_click,7
            3,1,2025-03-02T11:00:00Z,email_click,8
            4,2,2025-03-01T11:00:00Z,email_click,7
            5,3,2025-03-01T11:00:00Z,email_click,7
            6,2,2025-03-01T10:00:00Z,email_sent,7
            7,3,2025-03-01T10:00:00Z,email_sent,7
            8,1,2025-03-01T10:00:00Z,email_sent,8

            """
        let orders = """
            order_id,profile_id,timestamp,status,revenue
            1,1,2025-03-03T00:00:00Z,completed,10.00
            2,2,2025-03-06T11:00:00Z,completed,20.00
            3,3,2025-03-06T11:00:01Z,completed,40.00
            4,1,2025-03-01T10:30:00Z,completed,80.00

            """
        try await store.importFile("events.csv", Data(events.utf8))
        try await store.importFile("orders.csv", Data(orders.utf8))
        let mailings = try await store.session.mailings(asOf: .asked)
        #expect(mailings.map(\.campaign) == ["7", "8"])
        #expect(mailings.map(\.figures.revenue) == [2000, 1000])
        #expect(mailings.map(\.figures.converted) == [1, 1])
        for mailing in mailings {
            let filter = try #require(mailing.filters[.clicked]).text
            #expect(
                try await store.session.count(filter, asOf: .asked).count
                    == mailing.figures.events[.clicked]?.profiles)
            // Who clicked here and then elsewhere before buying is not among them.
            let bought = try #require(mailing.clickThenPurchase).text
            #expect(try await store.session.count(bought, asOf: .asked).count == mailing.figures.converted, "\(bought)")
        }
        withExtendedLifetime(store) {}
    }

    @Test func `rates of a period are of mails sent in it, answered whenever since it began`() async throws {
        let store = try TestStore()
        let events = """
            event_id,profile_id,timestamp,type,campaign_id
            1,1,2025-02-20T10:00:00Z,email_sent,old
            2,2,2025-02-27T10:00:00Z,email_sent,c
            3,3,2025-03-01T10:00:00Z,email_sent,c
            4,4,2025-03-02T10:00:00Z,email_sent,c
            5,1,2025-03-01T11:00:00Z,email_open,old
            6,2,2025-03-01T11:00:00Z,email_open,c
            7,3,2025-03-09T11:00:00Z,email_open,c
            8,3,2025-03-09T11:01:00Z,email_click,c
            9,2,2025-03-01T11:01:00Z,email_click,c

            """
        let orders = """
            order_id,profile_id,timestamp,status,revenue
            1,2,2025-03-02T00:00:00Z,completed,10.00
            2,3,2025-03-10T00:00:00Z,completed,20.00

            """
        try await store.importFile("events.csv", Data(events.utf8))
        try await store.importFile("orders.csv", Data(orders.utf8))
        let first = try #require(CivilDate(parsing: "2025-03-01"))
        let mailings = try await store.session.mailings(in: first...first.adding(days: 2), asOf: .asked)
        #expect(mailings.map(\.campaign) == ["c"])
        let figures = try #require(mailings.first?.figures)
        #expect(figures.delivered?.profiles == 2)
        // What went to profile 2 before the first day is told, and not counted.
        #expect(mailings[0].mailsBefore == 1)
        #expect(try await store.session.mailings(asOf: .asked).allSatisfy { $0.mailsBefore == 0 })
        #expect(figures.share(of: .opened) == 0.5 && figures.share(of: .clicked) == 0.5)
        #expect(figures.conversion == 0.5 && figures.revenue == 2000)
        for (event, filter) in mailings[0].filters {
            let count = try await store.session.count(filter.text, asOf: .asked).count
            #expect(figures.events[event]?.profiles == count, "\(filter.text)")
        }
        let bought = try #require(mailings[0].clickThenPurchase).text
        #expect(try await store.session.count(bought, asOf: .asked).count == 1)
        withExtendedLifetime(store) {}
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `who bought after a click opens to exactly those, whatever else they clicked`(seed: UInt64) async throws {
        let store = try TestStore()
        var random = SplitMix(seed: seed)
        func time() -> String {
            let parts = [random.number(1...9), random.number(0...23), random.number(0...59), random.number(0...59)]
            let digits = parts.map { $0 < 10 ? "0\($0)" : "\($0)" }
            return "2025-03-\(digits[0])T\(digits[1]):\(digits[2]):\(digits[3])Z"
        }
        var events = "event_id,profile_id,timestamp,type,campaign_id\n"
        for number in 1...600 {
            let campaign = random.pick(["a", "b", "c", ""])
            let type = random.pick(["email_sent", "email_click", "email_click"])
            events += "\(number),\(random.number(1...50)),\(time()),\(type),\(campaign)\n"
        }
        var orders = "order_id,profile_id,timestamp,status,revenue\n"
        for number in 1...120 { orders += "\(number),\(random.number(1...50)),\(time()),completed,10.00\n" }
        try await store.importFile("events.csv", Data(events.utf8))
        try await store.importFile("orders.csv", Data(orders.utf8))
        let first = try #require(CivilDate(parsing: "2025-03-03"))
        var converted = 0
        for (days, window) in [(nil, 5), (nil, 1), (first...first.adding(days: 2), 2)] {
            for mailing in try await store.session.mailings(in: days, windowDays: window, asOf: .asked) {
                let bought = try #require(mailing.clickThenPurchase).text
                let count = try await store.session.count(bought, asOf: .asked).count
                #expect(count == mailing.figures.converted, "\(bought)")
                converted += count
            }
        }
        #expect(converted > 50)
        withExtendedLifetime(store) {}
    }

    @Test func `what mails cost is a setting`() async throws {
        let store = try TestStore()
        #expect(try await store.session.settings().mailingCosts == nil)
        try await store.session.set("mail_cost", to: "0.02", at: .asked)
        try await store.session.set("margin", to: "0.4", at: .asked)
        try await store.session.set("cost.spring", to: "12.50", at: .asked)
        let costs = try #require(try await store.session.settings().mailingCosts)
        var figures = MailingFigures()
        figures.events[.sent] = EventFigures(profiles: 90, times: 100)
        figures.revenue = 5000
        #expect(costs.cost(of: "spring", figures) == 1250)
        #expect(costs.cost(of: "summer", figures) == 200)
        #expect(costs.returnOnCost(of: "summer", figures) == 9)
        await #expect(throws: (any Error).self) { try await store.session.set("margin", to: "4", at: .asked) }
        withExtendedLifetime(store) {}
    }
}
