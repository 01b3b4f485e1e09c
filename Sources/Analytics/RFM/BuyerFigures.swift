import Columnar
import Customers

/// What is known of every buyer, one value each, in the order of their rows.
struct BuyerFigures: Sendable {
    /// The rows of the profiles that bought.
    private(set) var rows: [UInt32] = []
    /// Whole days of 24 hours from the last purchase to the report's instant.
    private(set) var recencyDays: [Int64] = []
    /// Orders.
    private(set) var orders: [Int64] = []
    /// Orders or local days with one, as the options say.
    private(set) var frequency: [Int64] = []
    /// Revenue of all orders, in minor units.
    private(set) var revenue: [Int64] = []

    /// Counts what happened before an instant.
    ///
    /// - Complexity: O(purchases + profiles), on two threads
    init(of purchases: Purchases, asOf: Instant, options: RFMOptions) {
        precondition(
            options.frequency != .days || purchases.localDays.count == purchases.count,
            "days are counted by their local dates")
        // Refunds go with their purchases, so that a window holds both or none.
        let amounts =
            options.revenue == .net ? purchases.netRevenue(knownAt: asOf.milliseconds) : purchases.grossRevenue
        self.init(inHalvesOf: purchases.profileRows) {
            BuyerFigures(of: purchases, bringing: amounts, in: $0, asOf: asOf, options)
        }
    }

    /// Takes what is added up already.
    ///
    /// - Complexity: O(profiles), on two threads
    init(of totals: BuyerTotals, asOf: Instant) {
        self.init(inHalvesOf: totals.counts.count) { BuyerFigures(of: totals, in: $0, asOf: asOf) }
    }

    private init(inHalvesOf count: Int, _ part: @Sendable (Range<Int>) -> BuyerFigures) {
        let halves = [0..<count / 2, count / 2..<count]
        let parts = shared(halves.count) { part(halves[$0]) }
        self = parts[0]
        rows += parts[1].rows
        recencyDays += parts[1].recencyDays
        orders += parts[1].orders
        frequency += parts[1].frequency
        revenue += parts[1].revenue
    }

    private init(
        of purchases: Purchases, bringing amounts: [Int64], in profiles: Range<Int>, asOf: Instant,
        _ options: RFMOptions
    ) {
        reserve(profiles.count)
        let start = options.since?.milliseconds ?? .min
        let span = start..<max(asOf.milliseconds, start)
        for profile in profiles {
            let range = purchases.range(of: profile, in: span)
            guard let last = range.last else { continue }
            rows.append(UInt32(profile))
            recencyDays.append((asOf.milliseconds - purchases.times[last]) / 86_400_000)
            orders.append(Int64(range.count))
            revenue.append(range.reduce(0) { $0 + amounts[$1] })
            if options.frequency == .days { frequency.append(BuyerFigures.days(of: purchases, in: range)) }
        }
        if options.frequency != .days { frequency = orders }
    }

    private init(of totals: BuyerTotals, in profiles: Range<Int>, asOf: Instant) {
        reserve(profiles.count)
        for profile in profiles where totals.counts[profile] > 0 {
            rows.append(UInt32(profile))
            recencyDays.append((asOf.milliseconds - totals.last[profile]) / 86_400_000)
            orders.append(Int64(totals.counts[profile]))
            revenue.append(totals.revenue[profile])
        }
        frequency = orders
    }

    /// Makes room for as many buyers, so that no column moves while it grows; what is not used takes no memory.
    private mutating func reserve(_ count: Int) {
        rows.reserveCapacity(count)
        recencyDays.reserveCapacity(count)
        orders.reserveCapacity(count)
        revenue.reserveCapacity(count)
    }

    /// The local days on which some purchases of one profile lie.
    private static func days(of purchases: Purchases, in range: Range<Int>) -> Int64 {
        let days = purchases.localDays[range]
        return 1 + zip(days, days.dropFirst()).reduce(0) { $0 + ($1.0 == $1.1 ? 0 : 1) }
    }
}
