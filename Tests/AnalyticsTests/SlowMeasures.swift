import Analytics
import Customers

/// Measures as their definitions read, one fact looked at after the other.
struct SlowMeasures {
    let doings: RandomDoings
    let asOf: Int64

    private static let day: Int64 = 86_400_000

    private func profile(_ record: Int) -> Int { doings.profileOfRecord[record] }

    private func counts(_ record: Int) -> Bool { doings.people.contains(profile(record)) }

    private var sales: [RandomDoings.Sale] { doings.sales.filter { counts($0.record) && $0.time < asOf } }

    private var events: [RandomDoings.Event] { doings.events.filter { counts($0.record) && $0.time < asOf } }

    /// The value of every measure in a stretch of time, by key; what nothing tells is left out.
    func values(in span: Range<Int64>) -> [Metric: Double] {
        let end = min(span.upperBound, asOf)
        let events = events.filter { span.contains($0.time) }
        let sales = sales.filter { span.contains($0.time) }
        func who(_ name: String) -> Int { Set(events.filter { $0.name == name }.map { profile($0.record) }).count }
        func times(_ name: String) -> Int { events.count { $0.name == name } }
        let refunds = doings.refunds.filter { counts($0.record) && $0.time < asOf && span.contains($0.time) }
        let net = sales.reduce(0) { $0 + $1.net } - refunds.reduce(0) { $0 + $1.amount }
        let gross = sales.reduce(0) { $0 + $1.gross }
        let buyers = Set(sales.map { profile($0.record) })
        let active = Set(events.map { profile($0.record) }).count
        let old = Set(self.sales.filter { $0.time < span.lowerBound }.map { profile($0.record) })
        let new = buyers.subtracting(old)
        let ofNew = refunds.filter { new.contains(profile($0.record)) }
        let newNet =
            sales.filter { new.contains(profile($0.record)) }.reduce(0) { $0 + $1.net }
            - ofNew.reduce(0) { $0 + $1.amount }
        let byEnd = Dictionary(grouping: self.sales.filter { $0.time < end }) { profile($0.record) }
        let repeaters = byEnd.values.count { $0.count >= 2 }
        var values: [Metric: Int] = [
            .netRevenue: Int(net), .grossRevenue: Int(gross), .refunds: Int(gross - net), .purchases: sales.count,
            .buyers: buyers.count, .active: active, .newBuyers: new.count, .repeatBuyers: buyers.count - new.count,
            .newRevenue: Int(newNet), .repeatRevenue: Int(net - newNet), .buyersByEnd: byEnd.count,
            .repeatersByEnd: repeaters, .sessions: times("session_start"), .visitors: who("session_start"),
            .cartAdds: times("add_to_cart"), .cartProfiles: who("add_to_cart"), .sent: times("email_sent"),
            .sentProfiles: who("email_sent"), .delivered: times("email_sent"), .deliveredProfiles: who("email_sent"),
            .opens: times("email_open"), .openProfiles: who("email_open"), .clicks: times("email_click"),
            .clickProfiles: who("email_click"), .unsubscribes: times("unsubscribe"),
            .unsubscribedProfiles: who("unsubscribe"),
        ]
        values.merge(base(in: span, end: end)) { $1 }
        values.merge(carts(in: span)) { $1 }
        values.merge(growth(in: span, end: end)) { $1 }
        var all = values.mapValues { Double($0) }
        func share(_ metric: Metric, _ part: Int?, _ whole: Int?) {
            if let part, let whole, whole > 0 { all[metric] = Double(part) / Double(whole) }
        }
        func mean(_ metric: Metric, _ whole: Int) {
            if whole > 0 { all[metric] = (Double(net) / Double(whole)).rounded() }
        }
        mean(.averageOrder, sales.count)
        mean(.revenuePerActive, active)
        share(.conversion, buyers.count, active)
        share(.repeatRate, repeaters, byEnd.count)
        func whoDid(_ names: String...) -> Int {
            let mailed = Set(events.filter { $0.name == "email_sent" }.map { profile($0.record) })
            return names.reduce(mailed) { people, name in
                people.filter { person in events.contains { $0.name == name && profile($0.record) == person } }
            }.count
        }
        share(.openRate, whoDid("email_open"), whoDid())
        share(.clickRate, whoDid("email_click"), whoDid())
        share(.clickToOpen, whoDid("email_open", "email_click"), whoDid("email_open"))
        share(.unsubscribeRate, whoDid("unsubscribe"), whoDid())
        share(.baseLoss, values[.lostSubscribers], subscribers(before: span.lowerBound, left: span.lowerBound).count)
        let (carts, ordered) = (values[.carts] ?? 0, values[.cartsOrdered] ?? 0)
        share(.abandonment, carts - ordered, carts)
        return all
    }

    /// Who subscribed before one time and had not unsubscribed before another.
    private func subscribers(before time: Int64, left end: Int64) -> Set<Int> {
        let subscribed = doings.profileOfRecord.indices.filter { doings.subscribed[$0].map { $0 < time } ?? false }
        let left = Set(events.filter { $0.name == "unsubscribe" && $0.time < end }.map { profile($0.record) })
        return Set(subscribed.map { profile($0) }).intersection(doings.people).subtracting(left)
    }

    private func base(in span: Range<Int64>, end: Int64) -> [Metric: Int] {
        let atStart = subscribers(before: span.lowerBound, left: span.lowerBound)
        let leaving = Set(
            events.filter { $0.name == "unsubscribe" && span.contains($0.time) }.map { profile($0.record) })
        let lately = events.filter { $0.time < end && $0.time >= end - 90 * Self.day }
        let silent = doings.people.count { person in
            let own = lately.filter { profile($0.record) == person }
            return own.count { $0.name == "email_sent" } >= 5 && !own.contains { $0.name == "email_open" }
        }
        return [
            .subscribers: subscribers(before: span.upperBound, left: end).count,
            .lostSubscribers: atStart.intersection(leaving).count, .silent: silent,
        ]
    }

    private func carts(in span: Range<Int64>) -> [Metric: Int] {
        let adds = Dictionary(grouping: events.filter { $0.name == "add_to_cart" }) { profile($0.record) }
        var counts: [Metric: Int] = [.carts: 0, .cartsOrdered: 0, .cartsOpen: 0]
        for (buyer, own) in adds {
            let times = own.map(\.time).sorted()
            for (place, time) in times.enumerated() where span.contains(time) {
                if place + 1 < times.count, times[place + 1] - time < Self.day { continue }
                counts[.carts, default: 0] += 1
                if sales.contains(where: {
                    profile($0.record) == buyer && $0.time > time && $0.time - time <= Self.day
                }) {
                    counts[.cartsOrdered, default: 0] += 1
                } else if asOf - time <= Self.day {
                    counts[.cartsOpen, default: 0] += 1
                }
            }
        }
        return counts
    }

    private func growth(in span: Range<Int64>, end: Int64) -> [Metric: Int] {
        let people = doings.people
        return [
            .profiles: people.count { doings.since[$0] < end },
            .newProfiles: people.count { doings.since[$0] >= span.lowerBound && doings.since[$0] < end },
            .newSubscribers: people.count { person in
                doings.profileOfRecord.indices.contains { record in
                    profile(record) == person && doings.subscribed[record].map { span.contains($0) } ?? false
                }
            },
        ]
    }
}
