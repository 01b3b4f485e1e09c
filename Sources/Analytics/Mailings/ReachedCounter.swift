import Columnar

/// Counts what the people whom a campaign reached did with its mails.
struct ReachedCounter {
    /// Whom the campaign at hand reached, and whom of them was counted already; both are empty between campaigns.
    private var reached: Bitmap
    private var seen: Bitmap

    init(profiles: Int) {
        reached = Bitmap(rows: profiles)
        seen = Bitmap(rows: profiles)
    }

    /// The figures of one campaign.
    ///
    /// - Parameters:
    ///   - members: the profiles of each of its events, one an event.
    ///   - sales: purchases put down to it.
    ///   - mailed: the profiles whom its mails reached, one a mail; none where nothing tells.
    /// - Returns: counts of the profiles that were reached.
    mutating func figures(
        of members: [TrackedEvent: [UInt32]], sales: [(profile: UInt32, revenue: Int64)], reached mailed: [UInt32]?
    ) -> MailingFigures {
        for profile in mailed ?? [] { reached[Int(profile)] = true }
        defer { for profile in mailed ?? [] { reached[Int(profile)] = false } }
        var figures = MailingFigures()
        for (event, profiles) in members {
            let isOfMails = event == .sent || event == .delivered
            let own = mailed == nil || isOfMails ? profiles : profiles.filter { reached[Int($0)] }
            figures.events[event] = EventFigures(profiles: distinct(own), times: own.count)
        }
        let own = mailed == nil ? sales : sales.filter { reached[Int($0.profile)] }
        figures.purchases = own.count
        figures.revenue = own.reduce(0) { $0 + $1.revenue }
        figures.converted = distinct(own.map(\.profile))
        return figures
    }

    private mutating func distinct(_ profiles: [UInt32]) -> Int {
        var count = 0
        for profile in profiles where !seen[Int(profile)] {
            seen[Int(profile)] = true
            count += 1
        }
        for profile in profiles { seen[Int(profile)] = false }
        return count
    }
}
