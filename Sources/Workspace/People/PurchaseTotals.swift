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

    /// - Complexity: O(purchases), on two threads
    init(state: WorkspaceState, extent: Extent) {
        let middle = state.population.profiles.count / 2
        let halves = [0..<middle, middle..<state.population.profiles.count]
        let sums = shared(2) { Self.sums(of: halves[$0], state, extent) }
        self.extent = extent
        ofBuyers = BuyerTotals(
            counts: sums.flatMap { $0.map(\.count) }, revenue: sums.flatMap { $0.map(\.revenue) },
            last: sums.flatMap { $0.map(\.last) })
    }

    private static func sums(of profiles: Range<Int>, _ state: WorkspaceState, _ extent: Extent) -> [Sum] {
        let population = state.population
        let orders = population.orders
        // Read one by one: writing down those of all orders first would take longer than all else here.
        let amount = state.orderAmount
        var sums = [Sum](repeating: Sum(), count: profiles.count)
        /// Where a record's purchases are summed up; none where that is another thread's.
        func place(of record: Int) -> Int? {
            let profile = population.profiles.profile(of: record)
            return profiles.contains(profile) ? profile - profiles.lowerBound : nil
        }
        orders.records.withValues { records in
            orders.times.forEach(in: 0..<extent.orders) { row, time in
                guard let place = place(of: Int(records[row])), orders.purchases[row] else { return }
                sums[place].count += 1
                sums[place].revenue += extent.takesGross ? amount.gross(of: row) : amount.net(of: row)
                sums[place].last = time
            }
        }
        PurchaseEvents(population).forEach(first: extent.events) { record, time, amount in
            guard let place = place(of: record) else { return }
            sums[place].count += 1
            sums[place].revenue += amount
            sums[place].last = max(sums[place].last, time)
        }
        RefundRows(population).forEach(in: 0..<extent.refunds) { record, _, amount in
            if let place = place(of: record) { sums[place].revenue -= amount }
        }
        return sums
    }

    /// What is summed up of one profile, in one place: the orders come by time, so that each meets another profile, and
    /// what it adds to would be fetched from three places of memory otherwise.
    private struct Sum {
        var count: UInt32 = 0
        var revenue: Int64 = 0
        var last = Int64.min
    }
}
