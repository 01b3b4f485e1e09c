/// What became of one campaign's mails.
public struct MailingFigures: Hashable, Sendable {
    /// Profiles and times of each event; one that the data does not have is missing.
    public var events: [TrackedEvent: EventFigures] = [:]
    /// Profiles with a purchase whose last click before it, within the window, was in this campaign.
    public var converted = 0
    /// Such purchases, and their net revenue in minor units.
    public var purchases = 0
    public var revenue: Int64 = 0

    public init() {}

    /// Mails that arrived; those sent stand in where the data does not tell.
    public var delivered: EventFigures? { events[.delivered] ?? events[.sent] }

    /// A share of the profiles that were reached; none where nobody was.
    public func share(of event: TrackedEvent) -> Double? { share(events[event]?.profiles, of: delivered?.profiles) }

    /// Profiles that clicked by profiles that opened.
    public var clickToOpen: Double? { share(events[.clicked]?.profiles, of: events[.opened]?.profiles) }

    /// Profiles with an attributed purchase by profiles that were reached; none where clicks are not known.
    public var conversion: Double? { events[.clicked] == nil ? nil : share(converted, of: delivered?.profiles) }

    /// What came back by what was spent: (revenue x margin share - cost) / cost; none without a cost.
    public func returnOnCost(_ cost: Int64, margin: Double) -> Double? {
        cost > 0 ? (Double(revenue) * margin - Double(cost)) / Double(cost) : nil
    }

    private func share(_ part: Int?, of whole: Int?) -> Double? {
        guard let part, let whole, whole > 0 else { return nil }
        return Double(part) / Double(whole)
    }
}
