public import Columnar

/// Events of mailings with the campaign of each row.
public struct MailingRun: Sendable {
    public let event: TrackedEvent
    public let run: EventRun
    /// The campaign of every row of the table by its place among the names, -1 for none.
    public let campaigns: [Int32]

    /// - Precondition: every row of the table has a place.
    public init(_ event: TrackedEvent, _ run: EventRun, campaigns: [Int32]) {
        precondition(campaigns.count == run.times.count, "campaigns of another table")
        self.event = event
        self.run = run
        self.campaigns = campaigns
    }
}

/// Mailings by campaign.
///
/// People are those whom a campaign's mails reached: what somebody else did with an older mail of it does not count. Where
/// no event tells to whom mails went, everybody with an event of the campaign is counted, and there are no rates.
public struct MailingReport: Hashable, Sendable {
    /// One a campaign, in the order of the names.
    public let figures: [MailingFigures]

    /// - Parameters:
    ///   - mailings: mails sent and delivered within the period, and what was done with mails since it began.
    ///   - purchases: all purchases before the date of the question.
    ///   - campaigns: the number of campaigns.
    ///   - profiles: which profile each record belongs to.
    ///   - people: who is counted.
    ///   - window: how long after a click a purchase is still put down to it, in milliseconds.
    /// - Complexity: O(events + purchases)
    public init(
        of mailings: [MailingRun], purchases: [PurchaseRun], campaigns: Int, profiles: ProfileMap, people: Bitmap,
        window: Int64
    ) {
        var members: [TrackedEvent: [[UInt32]]] = [:]
        for mailing in mailings {
            let own = Self.members(of: mailing, count: campaigns, profiles: profiles, people: people)
            members[mailing.event] = members[mailing.event].map { zip($0, own).map { $0 + $1 } } ?? own
        }
        let attribution = ClickAttribution(
            clicks: mailings.filter { $0.event == .clicked }, profiles: profiles, people: people, window: window)
        var sales = [[(profile: UInt32, revenue: Int64)]](repeating: [], count: campaigns)
        attribution.forEach(of: purchases) { campaign, profile, revenue in
            sales[campaign].append((UInt32(profile), revenue))
        }
        let reached = members[.delivered] ?? members[.sent]
        var counter = ReachedCounter(profiles: profiles.count)
        figures = (0..<campaigns).map { campaign in
            counter.figures(
                of: members.mapValues { $0[campaign] }, sales: sales[campaign], reached: reached?[campaign])
        }
    }

    /// The profiles of each campaign's events, one an event.
    private static func members(
        of mailing: MailingRun, count: Int, profiles: ProfileMap, people: Bitmap
    ) -> [[UInt32]] {
        var members = [[UInt32]](repeating: [], count: count)
        mailing.run.forEach { row, record, _ in
            let campaign = Int(mailing.campaigns[row])
            let profile = profiles.profile(of: record)
            if campaign >= 0, people[profile] { members[campaign].append(UInt32(profile)) }
        }
        return members
    }
}
