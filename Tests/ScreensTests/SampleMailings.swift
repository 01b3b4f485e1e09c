import Analytics
import Screens

extension Sample {
    /// Two campaigns, of which the second tells nothing of clicks.
    static let mailings = [
        mailing("spring", sent: 1200, opened: 400, clicked: 90, left: 6, bought: 12),
        mailing("summer", sent: 900, opened: 200, clicked: nil, left: 2, bought: 0, before: 4100),
    ]

    private static func mailing(
        _ campaign: String, sent: Int, opened: Int, clicked: Int?, left: Int, bought: Int,
        before: Int = 0
    ) -> MailingRow {
        var figures = MailingFigures()
        figures.events = [
            .sent: EventFigures(profiles: sent, times: sent), .opened: EventFigures(profiles: opened, times: opened),
            .unsubscribed: EventFigures(profiles: left, times: left),
        ]
        if let clicked { figures.events[.clicked] = EventFigures(profiles: clicked, times: clicked) }
        figures.converted = bought
        figures.purchases = bought
        figures.revenue = Int64(bought) * 5000
        var filters = [
            TrackedEvent.sent: "did email_sent", .opened: "did email_open where campaign_id = \"\(campaign)\"",
        ]
        filters[.unsubscribed] = "did unsubscribe"
        if clicked != nil { filters[.clicked] = "did email_click" }
        return MailingRow(
            campaign: campaign, figures: figures, filters: filters,
            clickThenPurchase: clicked == nil ? nil : "did email_click then purchase within 5 days",
            cost: clicked == nil ? nil : 2400, returnOnCost: clicked == nil ? nil : 9, mailsBefore: before)
    }
}
