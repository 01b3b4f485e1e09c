import Columnar

/// Finds carts, which are adds of one profile with gaps under 24 hours, and what became of them.
///
/// A cart counts in the period of its last add. It is ordered when a purchase follows that add within 24 hours.
struct CartPass {
    private let sources: MeasureSources
    private let periods: CutPeriods
    private let adds: EventTable

    private static let day: Int64 = 86_400_000

    /// None where the store has no events of adding to a cart.
    init?(sources: MeasureSources, periods: CutPeriods) {
        guard let adds = sources.table(of: .cart) else { return nil }
        self.sources = sources
        self.periods = periods
        self.adds = adds
    }

    /// The last add of a profile's present cart, and whether it was ordered.
    private struct Cart {
        var last: Int64 = .min
        var isOrdered = false
    }

    /// What the carts of some profiles add to each period.
    func figures(of range: Range<Int>) -> [CartFigures] {
        var figures = [CartFigures](repeating: CartFigures(), count: periods.count)
        guard let start = periods.bounds.first, let end = periods.bounds.last, periods.count > 0 else { return figures }
        let limit = min(end + Self.day, periods.asOf)
        let purchases = purchases(of: range, in: start..<min(limit + 1, periods.asOf))
        var carts = [Cart](repeating: Cart(), count: range.count)
        carts.withUnsafeMutableBufferPointer { carts in
            var next = 0
            adds.records.withValues { records in
                adds.times.forEach(in: adds.times.rows(in: start..<limit)) { row, time in
                    let profile = sources.profiles.profile(of: Int(records[row]))
                    guard range.contains(profile), sources.people[profile] else { return }
                    Self.follow(purchases, from: &next, through: time, in: carts)
                    let cart = carts[profile - range.lowerBound]
                    if cart.last > .min, time - cart.last >= Self.day { close(cart, in: &figures) }
                    carts[profile - range.lowerBound] = Cart(last: time)
                }
            }
            Self.follow(purchases, from: &next, through: .max, in: carts)
            for cart in carts where cart.last > .min { close(cart, in: &figures) }
        }
        return figures
    }

    /// Marks the carts that purchases up to a time order.
    @inline(__always)
    private static func follow(
        _ purchases: [(time: Int64, place: Int)], from next: inout Int, through time: Int64,
        in carts: UnsafeMutableBufferPointer<Cart>
    ) {
        while next < purchases.count, purchases[next].time <= time {
            let (time, place) = purchases[next]
            let last = carts[place].last
            if last > .min, last < time, time - last <= day { carts[place].isOrdered = true }
            next += 1
        }
    }

    private func close(_ cart: Cart, in figures: inout [CartFigures]) {
        guard let period = periods.index(of: cart.last) else { return }
        figures[period].carts += 1
        if cart.isOrdered {
            figures[period].ordered += 1
        } else if periods.asOf - cart.last <= Self.day {
            figures[period].open += 1
        }
    }

    /// The purchases of some profiles in a stretch of time, in time order, with the place of each one's profile.
    private func purchases(of range: Range<Int>, in span: Range<Int64>) -> [(time: Int64, place: Int)] {
        var purchases: [(time: Int64, place: Int)] = []
        for sale in sources.purchases ?? [] {
            sale.run.forEach(in: span) { _, record, time in
                let profile = sources.profiles.profile(of: record)
                if range.contains(profile) { purchases.append((time, profile - range.lowerBound)) }
            }
        }
        if (sources.purchases?.count ?? 0) > 1 { purchases.sort { $0.time < $1.time } }
        return purchases
    }
}
