import Customers
import Filters

extension EventReasons {
    /// The cart that decides, and what became of it: its last add, with the purchase that ordered it or the time without.
    ///
    /// It is the latest of those that are asked for. Where there is none, it is the latest one in the stretch of time, or
    /// the nearest outside.
    func evidence(of cart: CartCondition, named name: String) throws -> [Evidence] {
        let window = resolver.instants(cart.adds.window).own
        let purchases = try times(of: cart.purchases, in: .min..<(.max))
        let carts = try times(of: cart.adds, in: .min..<(.max)).lastsOfCarts.map { last in
            (last: last, order: purchases.first { $0 > last && $0 - last <= CartCondition.day })
        }
        let inside = carts.filter { window.contains($0.last) }
        let meant = inside.last { cart.isMeant(last: $0.last, isOrdered: $0.order != nil, now: now) }
        guard let (last, order) = meant ?? inside.last else {
            let nearest = carts.last { $0.last < window.lowerBound } ?? carts.first { $0.last >= window.upperBound }
            return [
                nearest.map {
                    Evidence(
                        .outside, name, time: Instant(milliseconds: $0.last), from: window.start, to: window.end)
                } ?? Evidence(.count, name, count: 0, from: window.start, to: window.end)
            ]
        }
        let add = Evidence(
            .event, name, time: Instant(milliseconds: last), from: window.start, to: window.end)
        guard cart.state != .any else { return [add] }
        if let order { return [add, Evidence(.event, "purchase", time: Instant(milliseconds: order))] }
        let wait = last + 1..<last + CartCondition.day + 1
        return [add, Evidence(.count, "purchase", count: 0, from: wait.start, to: wait.end)]
    }
}

extension [Int64] {
    /// Of instants of adds, which rise, those that are the last of their carts.
    fileprivate var lastsOfCarts: [Int64] {
        enumerated().filter { place, time in
            place + 1 == count || self[place + 1] - time >= CartCondition.day
        }.map(\.element)
    }
}
