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

    /// The figures of each period.
    func figures() -> [CartFigures] {
        var figures = [CartFigures](repeating: CartFigures(), count: periods.count)
        guard let start = periods.bounds.first, let end = periods.bounds.last, periods.count > 0 else { return figures }
        let limit = min(end + Self.day, periods.asOf)
        let purchases = purchases(in: start..<min(limit + 1, periods.asOf))
        var carts = [Cart](repeating: Cart(), count: sources.profiles.count)
        var next = 0
        func follow(through time: Int64) {
            while next < purchases.count, purchases[next].time <= time {
                let (time, profile) = purchases[next]
                let last = carts[profile].last
                if last > .min, last < time, time - last <= Self.day { carts[profile].isOrdered = true }
                next += 1
            }
        }
        adds.records.withValues { records in
            adds.times.forEach(in: adds.times.rows(in: start..<limit)) { row, time in
                let profile = sources.profiles.profile(of: Int(records[row]))
                guard sources.people[profile] else { return }
                follow(through: time)
                if carts[profile].last > .min, time - carts[profile].last >= Self.day {
                    close(carts[profile], in: &figures)
                }
                carts[profile] = Cart(last: time)
            }
        }
        follow(through: .max)
        for cart in carts where cart.last > .min { close(cart, in: &figures) }
        return figures
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

    /// The purchases of a stretch of time in time order.
    private func purchases(in span: Range<Int64>) -> [(time: Int64, profile: Int)] {
        var purchases: [(time: Int64, profile: Int)] = []
        for sale in sources.purchases ?? [] {
            sale.run.forEach(in: span) { _, record, time in
                purchases.append((time, sources.profiles.profile(of: record)))
            }
        }
        if (sources.purchases?.count ?? 0) > 1 { purchases.sort { $0.time < $1.time } }
        return purchases
    }
}
