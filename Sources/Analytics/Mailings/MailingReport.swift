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
public struct MailingReport: Hashable, Sendable {
    /// One a campaign, in the order of the names.
    public let figures: [MailingFigures]

    /// - Parameters:
    ///   - mailings: the events of mailings within the period.
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
        var figures = [MailingFigures](repeating: MailingFigures(), count: campaigns)
        var seen = Bitmap(rows: profiles.count)
        for mailing in mailings {
            let members = Self.members(of: mailing, count: campaigns, profiles: profiles, people: people)
            for (campaign, own) in members.enumerated() {
                figures[campaign].events[mailing.event] = EventFigures(
                    profiles: Self.distinct(own, &seen), times: own.count)
            }
        }
        let attribution = ClickAttribution(
            clicks: mailings.filter { $0.event == .clicked }, profiles: profiles, people: people, window: window)
        var converted = [[UInt32]](repeating: [], count: campaigns)
        attribution.forEach(of: purchases) { campaign, profile, revenue in
            figures[campaign].purchases += 1
            figures[campaign].revenue += revenue
            converted[campaign].append(UInt32(profile))
        }
        for campaign in converted.indices {
            figures[campaign].converted = Self.distinct(converted[campaign], &seen)
        }
        self.figures = figures
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

    /// The number of different profiles; the set is empty before and after.
    private static func distinct(_ profiles: [UInt32], _ seen: inout Bitmap) -> Int {
        var count = 0
        for profile in profiles where !seen[Int(profile)] {
            seen[Int(profile)] = true
            count += 1
        }
        for profile in profiles { seen[Int(profile)] = false }
        return count
    }
}
