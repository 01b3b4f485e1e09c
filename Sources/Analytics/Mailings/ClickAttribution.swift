import Columnar

/// Puts purchases down to the last click before them.
struct ClickAttribution {
    let clicks: [MailingRun]
    let profiles: ProfileMap
    let people: Bitmap
    /// In milliseconds.
    let window: Int64

    private struct Click {
        let time: Int64
        let profile: Int
        let campaign: Int32
    }

    private struct Sale {
        let time: Int64
        let profile: Int
        let revenue: Int64
    }

    /// Calls `body` with the campaign, the profile and the net revenue of every purchase that has a click at most a
    /// window before it; one at the same instant is not before it.
    func forEach(of purchases: [PurchaseRun], _ body: (_ campaign: Int, _ profile: Int, _ revenue: Int64) -> Void) {
        let clicks = orderedClicks()
        guard let first = clicks.first?.time else { return }
        var sales: [Sale] = []
        for sale in purchases {
            sale.run.forEach(in: first..<Int64.max) { row, record, time in
                let profile = profiles.profile(of: record)
                if people[profile] { sales.append(Sale(time: time, profile: profile, revenue: sale.net[row])) }
            }
        }
        if purchases.count > 1 { sales.sort { $0.time < $1.time } }
        var last = [Int32](repeating: -1, count: profiles.count)
        var next = 0
        for sale in sales {
            while next < clicks.count, clicks[next].time < sale.time {
                last[clicks[next].profile] = Int32(next)
                next += 1
            }
            guard last[sale.profile] >= 0 else { continue }
            let click = clicks[Int(last[sale.profile])]
            if click.campaign >= 0, sale.time - click.time <= window {
                body(Int(click.campaign), sale.profile, sale.revenue)
            }
        }
    }

    private func orderedClicks() -> [Click] {
        var ordered: [Click] = []
        for mailing in clicks {
            mailing.run.forEach { row, record, time in
                let profile = profiles.profile(of: record)
                if people[profile] {
                    ordered.append(Click(time: time, profile: profile, campaign: mailing.campaigns[row]))
                }
            }
        }
        if clicks.count > 1 { ordered.sort { $0.time < $1.time } }
        return ordered
    }
}
