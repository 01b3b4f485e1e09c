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
            #expect(mailings.map(\.campaign) == ["c001", "c002", "c003"])
            for mailing in mailings {
                #expect(Set(mailing.filters.keys) == [.sent, .opened])
                for (event, filter) in mailing.filters {
                    let count = try await store.session.count(filter.text, in: scope, asOf: .asked).count
                    #expect(mailing.figures.events[event]?.profiles == count, "\(filter.text)")
                    #expect(count > 0)
                }
                // Nothing tells of clicks here.
                #expect(mailing.figures.conversion == nil && mailing.clickThenPurchase == nil)
            }
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
        }
        withExtendedLifetime(store) {}
    }
}
