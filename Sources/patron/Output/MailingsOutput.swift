import Analytics
import Customers
import Filters
import Terminal
import Workspace

/// Prints mailings by campaign.
struct MailingsOutput {
    let scope: Filter?
    let currency: Currency
    let asOf: Instant
    let windowDays: Int
    let costs: MailingCosts?

    func print(_ mailings: [Mailing], as format: OutputFormat) throws {
        let rows = mailings.map { row($0) }
        switch format {
        case .json:
            let knowsDelivered = mailings.contains { $0.figures.events[.delivered] != nil }
            try Printer.json(
                Report(
                    asOf: asOf.description, currency: currency.code, windowDays: windowDays, marginShare: costs?.margin,
                    deliveredFrom: knowsDelivered ? "delivered" : "sent", mailings: rows))
        case .csv:
            Printer.csv(
                [
                    "campaign", "sent", "delivered", "opens", "clicks", "unsubscribes", "open_rate", "click_rate",
                    "click_to_open", "unsubscribe_rate", "converted", "conversion", "orders", "revenue_minor",
                    "cost_minor", "romi", "mails_before",
                ], rows.map(\.fields))
        case .text:
            printTable(rows)
            if mailings.isEmpty { Printer.note("No events of mailings name a campaign in this time.") }
            for mailing in mailings where mailing.mailsBefore > 0 {
                Printer.note(
                    """
                    \(mailing.campaign) began earlier: \(Numbers.grouped(mailing.mailsBefore)) of its mails went out before \
                    these days and are not counted.
                    """)
            }
        }
    }

    private func printTable(_ rows: [Row]) {
        var titles: [(String, TextTable.Alignment)] = [("campaign", .left)]
        titles += ["sent", "opened", "clicked", "left", "open", "click", "bought", "conversion", "revenue"].map {
            ($0, .right)
        }
        if costs != nil { titles += [("cost", .right), ("ROMI", .right)] }
        var table = TextTable(titles)
        let amounts = Amounts(currency: currency)
        let count = { (count: Int?) in count.map { Numbers.grouped($0) } ?? "-" }
        let share = { (share: Double?) in share.map { Numbers.percent($0) } ?? "-" }
        for row in rows {
            var cells = [
                row.campaign, count(row.sent), count(row.opens), count(row.clicks), count(row.unsubscribes),
                share(row.openRate), share(row.clickRate), count(row.converted), share(row.conversion),
                amounts.money(row.revenueMinor),
            ]
            if costs != nil { cells += [row.costMinor.map { amounts.money($0) } ?? "-", share(row.romi)] }
            table.append(cells)
        }
        table.print()
    }

    private func row(_ mailing: Mailing) -> Row {
        let figures = mailing.figures
        let cost = costs?.cost(of: mailing.campaign, figures)
        let text = { (filter: Filter?) in filter?.text(in: scope) }
        return Row(
            campaign: mailing.campaign, sent: figures.events[.sent]?.profiles, sentTotal: figures.events[.sent]?.times,
            delivered: figures.delivered?.profiles, opens: figures.events[.opened]?.profiles,
            clicks: figures.events[.clicked]?.profiles, unsubscribes: figures.events[.unsubscribed]?.profiles,
            openRate: figures.share(of: .opened), clickRate: figures.share(of: .clicked),
            clickToOpen: figures.clickToOpen, unsubscribeRate: figures.share(of: .unsubscribed),
            converted: figures.events[.clicked] == nil ? nil : figures.converted, conversion: figures.conversion,
            orders: figures.purchases, revenueMinor: figures.revenue, costMinor: cost,
            romi: costs?.returnOnCost(of: mailing.campaign, figures),
            sentFilter: text(mailing.filters[.sent]),
            deliveredFilter: text(mailing.filters[.delivered] ?? mailing.filters[.sent]),
            opensFilter: text(mailing.filters[.opened]), clicksFilter: text(mailing.filters[.clicked]),
            unsubscribesFilter: text(mailing.filters[.unsubscribed]),
            clickThenPurchaseFilter: text(mailing.clickThenPurchase), mailsBefore: mailing.mailsBefore)
    }

    private struct Report: Encodable {
        let asOf, currency: String
        let windowDays: Int
        let marginShare: Double?
        let deliveredFrom: String
        let mailings: [Row]
    }

    private struct Row: Encodable {
        let campaign: String
        let sent, sentTotal, delivered, opens, clicks, unsubscribes: Int?
        let openRate, clickRate, clickToOpen, unsubscribeRate: Double?
        let converted: Int?
        let conversion: Double?
        let orders: Int
        let revenueMinor: Int64
        let costMinor: Int64?
        let romi: Double?
        let sentFilter, deliveredFilter, opensFilter, clicksFilter, unsubscribesFilter: String?
        let clickThenPurchaseFilter: String?
        let mailsBefore: Int

        var fields: [String] {
            let counts = [sent, delivered, opens, clicks, unsubscribes].map { $0.map { "\($0)" } ?? "" }
            let rates = [openRate, clickRate, clickToOpen, unsubscribeRate].map { $0.map { "\($0)" } ?? "" }
            return [campaign] + counts + rates + [
                converted.map { "\($0)" } ?? "", conversion.map { "\($0)" } ?? "", "\(orders)", "\(revenueMinor)",
                costMinor.map { "\($0)" } ?? "", romi.map { "\($0)" } ?? "", "\(mailsBefore)",
            ]
        }
    }
}
