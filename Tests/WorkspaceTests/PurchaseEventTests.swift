import Analytics
import Customers
import Foundation
import Testing
import Workspace

/// Purchases that come as events, without a file of orders.
struct PurchaseEventTests {
    private static let text = """
        event_id,user_id,event,timestamp
        1,a,purchase,2025-03-01T10:00:00Z
        2,a,purchase,2025-05-01T10:00:00Z
        3,a,visit,2025-06-01T10:00:00Z
        4,b,purchase,2025-04-01T10:00:00Z
        5,b,purchase,2026-02-01T10:00:00Z
        6,c,visit,2025-04-01T10:00:00Z

        """

    @Test func `lists, cards, filters and RFM count them alike`() async throws {
        let store = try TestStore()
        try await store.importFile("events.csv", Data(Self.text.utf8))
        let rows = try await store.session.profiles(
            asOf: .asked, sort: .purchases, isDescending: true, offset: 0, limit: 10
        ).rows
        #expect(rows.map(\.identifier?.value) == ["a", "b", "c"])
        #expect(rows.map(\.purchases) == [2, 1, 0])
        #expect(rows[0].lastPurchase?.description == "2025-05-01T10:00:00Z")
        #expect(rows[1].lastPurchase?.description == "2025-04-01T10:00:00Z")
        for row in rows {
            let card = try await store.session.card(of: row.number, asOf: .asked)
            #expect(card.row == row)
            #expect((card.rfm != nil) == (row.purchases > 0))
        }
        #expect(try await store.session.count("did purchase at least 2 times", asOf: .asked).count == 1)
        let report = try await store.session.rfm(asOf: .asked)
        #expect(report.buyers == 2)
        #expect(report.frequencyTotal == 3)
    }
}
