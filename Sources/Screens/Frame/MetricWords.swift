import Analytics
import Phrases
import Terminal

extension Metric {
    /// What the measure is called.
    var phrase: Phrase { Phrase("metric.\(rawValue)", Self.words[self]?.name ?? rawValue) }

    /// What the measure means, in a sentence or two.
    var meaning: Phrase { Phrase("metric.meaning.\(rawValue)", Self.words[self]?.meaning ?? "") }

    /// Whether less of it is better.
    var isBetterLow: Bool {
        switch self {
        case .refunds, .abandonment, .unsubscribes, .unsubscribedProfiles, .unsubscribeRate, .cartsOpen,
            .lostSubscribers, .baseLoss, .silent:
            true
        default: false
        }
    }

    private static let words: [Metric: (name: String, meaning: String)] = [
        .netRevenue: ("Net revenue", "Revenue of purchases after discounts, less refunds."),
        .grossRevenue: ("Gross revenue", "Revenue of purchases after discounts and before refunds."),
        .refunds: (
            "Refunds",
            "What was paid back; of an order that is only marked as returned all, on the day of the order."
        ),
        .purchases: ("Purchases", "Orders that were not cancelled."),
        .buyers: ("Buyers", "People with a purchase in the period."),
        .averageOrder: ("Average order", "Net revenue by purchases."),
        .active: ("Active people", "People with an imported event in the period; an order alone does not count."),
        .revenuePerActive: ("Revenue a person", "Net revenue by active people."),
        .conversion: ("Conversion", "Buyers by active people."),
        .newBuyers: ("New buyers", "Buyers whose first purchase ever lies in the period."),
        .repeatBuyers: ("Repeat buyers", "Buyers of the period who had bought before it."),
        .newRevenue: ("New spend", "Net revenue of those whose first purchase ever lies in the period."),
        .repeatRevenue: (
            "Regular spend",
            "Net revenue of those who had bought before the period; refunds may take it below 0."
        ),
        .buyersByEnd: ("Buyers so far", "People who had bought by the end of the period."),
        .repeatersByEnd: ("Repeaters so far", "People who had bought twice or more by the end of the period."),
        .repeatRate: (
            "Repeat rate", "Of all who had bought by the end of the period, those with two purchases or more."
        ),
        .sessions: ("Sessions", "Visits that began in the period."),
        .visitors: ("Visitors", "People of whom a visit began in the period."),
        .cartProfiles: ("People with carts", "People who put something into a cart."),
        .cartAdds: ("Adds to cart", "How often something was put into a cart."),
        .carts: (
            "Carts", "Adds of one person with gaps under 24 hours are one cart; it counts where its last add lies."
        ),
        .cartsOrdered: ("Carts ordered", "Carts with a purchase within 24 hours after the last add."),
        .cartsOpen: (
            "Carts open", "Carts without a purchase whose 24 hours have not passed: one at most of each person."
        ),
        .abandonment: ("Abandonment", "The share of carts without a purchase within 24 hours after the last add."),
        .sent: ("Mails sent", "How many mails were sent."),
        .sentProfiles: ("Mailed people", "People to whom a mail was sent."),
        .delivered: ("Mails delivered", "Mails that arrived; those sent where the data does not tell."),
        .deliveredProfiles: (
            "Reached by mail", "People whom a mail reached; was sent to where the data does not tell."
        ),
        .opens: ("Opens", "How often mails were opened."),
        .openProfiles: ("Mail openers", "People who opened a mail."),
        .clicks: ("Clicks", "How often mails were clicked."),
        .clickProfiles: ("Mail clickers", "People who clicked in a mail."),
        .unsubscribes: ("Unsubscribes", "How often somebody unsubscribed."),
        .unsubscribedProfiles: ("Unsubscribed", "People who unsubscribed."),
        .openRate: ("Open rate", "Of the people whom a mail reached in the period, those who opened one in it."),
        .clickRate: ("Click rate", "Of the people whom a mail reached in the period, those who clicked in one in it."),
        .clickToOpen: (
            "Click to open",
            "Of the people whom a mail reached and who opened one in the period, those who clicked in it."
        ),
        .unsubscribeRate: (
            "Unsubscribe rate", "Of the people whom a mail reached in the period, those who unsubscribed in it."
        ),
        .profiles: ("Profiles", "People who exist at the end of the period."),
        .newProfiles: ("New profiles", "People who began to exist in the period."),
        .newSubscribers: ("New subscribers", "People who subscribed in the period."),
        .subscribers: ("Subscribers", "People who had subscribed by the end of the period and not unsubscribed since."),
        .lostSubscribers: (
            "Subscribers lost", "Of the subscribers at the start of the period, who unsubscribed in it."
        ),
        .baseLoss: (
            "Base burn-out", "Subscribers who unsubscribed in the period, by the subscribers at its start."
        ),
        .silent: (
            "Silent",
            "People who got mail after mail, 5 in 90 days where the settings say no other number, and opened none."
        ),
    ]
}

extension Context {
    /// The value of a measure as people read it.
    func text(_ value: MetricValue?, isShort: Bool = false) -> String {
        switch value {
        case nil: "-"
        case .count(let count): isShort ? Numbers.short(count) : Numbers.grouped(count)
        case .money(let minor):
            isShort ? briefMoney(minor) : money(minor, isWhole: minor.magnitude >= UInt64(1000 * minorUnits))
        case .share(let share): Numbers.percent(share)
        }
    }

    /// Whom Enter opens where a measure is no number of people; empty where it is one.
    func note(on metric: Metric) -> String {
        switch metric {
        case .carts, .cartsOrdered, .abandonment, .cartAdds:
            say("metric.note.carts", "Carts are counted, not people: Enter opens the people who had such carts.") + " "
        case _ where MetricFilters.isExact(metric): ""
        default: say("metric.note.others", "This is no number of people: Enter opens the people it is about.") + " "
        }
    }

    /// How a measure changed, `3.1%` or, of shares, `1.2 pt`, with the sign of the direction; none where nothing tells.
    func change(_ metric: Metric, from before: MetricValue?, to now: MetricValue?) -> Line? {
        guard let before, let now else { return nil }
        let difference = now.number - before.number
        let text: String
        if case .share = now {
            text = Numbers.decimal(abs(difference) * 100) + " " + say("metric.points", "pt")
        } else {
            guard before.number != 0 else { return nil }
            text = Numbers.percent(abs(difference / before.number), places: 1)
        }
        guard difference != 0 else { return Line(text, .muted) }
        let sign = difference > 0 ? drawing.glyphs.up : drawing.glyphs.down
        return Line("\(sign) \(text)", (difference > 0) == metric.isBetterLow ? .warning : .good)
    }
}
