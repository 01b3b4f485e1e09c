public import Analytics

/// One campaign of mails with the filters of its people.
public struct MailingRow: Hashable, Sendable {
    public let campaign: String
    public let figures: MailingFigures
    /// The filters of the people of each event, as texts.
    public let filters: [TrackedEvent: String]
    /// People who clicked and then bought within the window, before they clicked in another campaign.
    public let clickThenPurchase: String?
    /// In minor units; none where it is not known.
    public let cost: Int64?
    /// What came back by what was spent; none where the cost is not known.
    public let returnOnCost: Double?
    /// Mails of the campaign that went out before the days; they are in no figure.
    public let mailsBefore: Int

    public init(
        campaign: String, figures: MailingFigures, filters: [TrackedEvent: String], clickThenPurchase: String?,
        cost: Int64? = nil, returnOnCost: Double? = nil, mailsBefore: Int = 0
    ) {
        self.campaign = campaign
        self.figures = figures
        self.filters = filters
        self.clickThenPurchase = clickThenPurchase
        self.cost = cost
        self.returnOnCost = returnOnCost
        self.mailsBefore = mailsBefore
    }
}
