import Analytics
import Columnar
import Customers

/// Purchases of every profile before a date.
struct PurchaseTotals: Sendable {
    /// What was counted; dates between which nothing was bought have it in common.
    struct Extent: Hashable, Sendable {
        /// The first so many orders, and the first so many events of purchase.
        let orders: Int
        let events: Int
        /// The first so many refunds.
        let refunds: Int
        /// Whether revenue is taken before refunds.
        let takesGross: Bool

        init(_ population: Population, asOf: Instant, takesGross: Bool) {
            orders = population.orders.times.lowerBound(asOf.milliseconds)
            events = population.events["purchase"]?.times.lowerBound(asOf.milliseconds) ?? 0
            refunds = takesGross ? 0 : RefundRows(population).count(before: asOf.milliseconds)
            self.takesGross = takesGross
        }
    }

    let extent: Extent
    /// The times of those who bought nothing are `Int64.min`.
    let ofBuyers: BuyerTotals
    var counts: [UInt32] { ofBuyers.counts }
    var revenue: [Int64] { ofBuyers.revenue }
    var last: [Int64] { ofBuyers.last }

    init(state: WorkspaceState, extent: Extent) {
        let population = state.population
        let orders = population.orders
        // Read one by one: writing down those of all orders first would take longer than all else here.
        let amount = state.orderAmount
        var sums = [Sum](repeating: Sum(), count: population.profiles.count)
        orders.records.withValues { records in
            orders.times.forEach(in: 0..<extent.orders) { row, time in
                guard orders.purchases[row] else { return }
                let profile = population.profiles.profile(of: Int(records[row]))
                sums[profile].count += 1
                sums[profile].revenue += extent.takesGross ? amount.gross(of: row) : amount.net(of: row)
                sums[profile].last = time
            }
        }
        PurchaseEvents(population).forEach(first: extent.events) { record, time, amount in
            let profile = population.profiles.profile(of: record)
            sums[profile].count += 1
            sums[profile].revenue += amount
            sums[profile].last = max(sums[profile].last, time)
        }
        RefundRows(population).forEach(in: 0..<extent.refunds) { record, _, amount in
            revenue[population.profiles.profile(of: record)] -= amount
        }
        self.extent = extent
        ofBuyers = BuyerTotals(counts: sums.map(\.count), revenue: sums.map(\.revenue), last: sums.map(\.last))
    }

    /// What is summed up of one profile, in one place: the orders come by time, so that each meets another profile, and
    /// what it adds to would be fetched from three places of memory otherwise.
    private struct Sum {
        var count: UInt32 = 0
        var revenue: Int64 = 0
        var last = Int64.min
    }
}
