import Analytics
import Phrases
import Terminal

/// All that is known of the campaign under the cursor.
extension Mailings {
    func drawDetail(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let room = context.pane(row?.campaign ?? "", detail: total(context), in: rect, on: &canvas)
            .inset(left: 1, right: 1)
        guard let row else { return }
        for (line, text) in details(of: row, context).enumerated() where line < room.rows {
            canvas.write(text, in: room, row: line)
        }
    }

    /// What the campaign brought.
    private func total(_ context: Context) -> String { row.map { context.money($0.figures.revenue) } ?? "" }

    /// Sentences about a campaign.
    func details(of row: MailingRow, _ context: Context) -> [String] {
        [reach(of: row, context), answers(of: row, context), sales(of: row, context), costs(of: row, context)]
            + (row.mailsBefore > 0 ? [earlier(row, context)] : [])
    }

    private func earlier(_ row: MailingRow, _ context: Context) -> String {
        context.say(
            Phrase(
                "mailings.detail.before",
                one: "%1 mail of it went out before these days and is not counted: w more days.",
                other: "%1 mails of it went out before these days and are not counted: w more days.",
                count: row.mailsBefore, Numbers.grouped(row.mailsBefore)))
    }

    private func reach(of row: MailingRow, _ context: Context) -> String {
        let events = row.figures.events
        let mails = Numbers.grouped((events[.sent] ?? events[.delivered])?.times ?? 0)
        if let delivered = events[.delivered]?.profiles {
            return context.say(
                "mailings.detail.reach", "%1 mails, which reached %2.", mails, context.people(delivered))
        }
        guard let sent = events[.sent]?.profiles else {
            return context.say(
                "mailings.detail.unknown", "Nothing tells to whom mails were sent, so there are no rates.")
        }
        return context.say(
            "mailings.detail.sent", "%1 mails to %2; nothing tells which arrived.", mails, context.people(sent))
    }

    private func answers(of row: MailingRow, _ context: Context) -> String {
        let share = { (share: Double?) in share.map { Numbers.percent($0) } ?? "-" }
        return context.say(
            "mailings.detail.answers", "Opened %1, clicked %2 (%3 of openers), left %4.",
            share(row.figures.share(of: .opened)), share(row.figures.share(of: .clicked)),
            share(row.figures.clickToOpen), share(row.figures.share(of: .unsubscribed)))
    }

    private func sales(of row: MailingRow, _ context: Context) -> String {
        guard let conversion = row.figures.conversion else {
            return context.say("mailings.detail.noclicks", "Nothing tells of clicks, so no purchase is put down to it.")
        }
        return context.say(
            "mailings.detail.sales", "%1 bought within 5 days of a click (%2): %3 orders, %4.",
            context.people(row.figures.converted), Numbers.percent(conversion),
            Numbers.grouped(row.figures.purchases), context.money(row.figures.revenue))
    }

    private func costs(of row: MailingRow, _ context: Context) -> String {
        guard let cost = row.cost else {
            return context.say(
                "mailings.detail.nocost", "No ROMI: patron settings mail_cost 0.002 and margin 0.4 tell the cost.")
        }
        return context.say(
            "mailings.detail.cost", "Cost %1, ROMI %2: (brought × margin − cost) / cost.",
            context.money(cost), returned(row))
    }
}
