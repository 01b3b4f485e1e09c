/// What mails cost, and which share of what they bring is margin.
public struct MailingCosts: Hashable, Sendable {
    /// Minor units for every mail sent; none where that is not known.
    public let perMail: Double?
    /// Minor units for each campaign as a whole, by name; they go before the cost of every mail.
    public let campaigns: [String: Int64]
    /// The share of revenue that is margin, above 0 up to 1.
    public let margin: Double

    public init(perMail: Double? = nil, campaigns: [String: Int64] = [:], margin: Double) {
        self.perMail = perMail
        self.campaigns = campaigns
        self.margin = margin
    }

    /// What a campaign cost in minor units; none where nothing tells.
    public func cost(of campaign: String, _ figures: MailingFigures) -> Int64? {
        if let known = campaigns[campaign] { return known }
        guard let perMail, let sent = figures.events[.sent] ?? figures.events[.delivered] else { return nil }
        return Int64((perMail * Double(sent.times)).rounded())
    }

    /// What a campaign returned on its cost; none without a cost.
    public func returnOnCost(of campaign: String, _ figures: MailingFigures) -> Double? {
        cost(of: campaign, figures).flatMap { figures.returnOnCost($0, margin: margin) }
    }
}
