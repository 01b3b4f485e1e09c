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
        let middle = purchases.profileRows / 2
        let halves = [0..<middle, middle..<purchases.profileRows]
        // Room for the other half too, which is added to the first one.
        let buyers = halves.map { profiles in profiles.reduce(0) { $0 + (purchases.range(of: $1).isEmpty ? 0 : 1) } }
        let room = [buyers[0] + buyers[1], buyers[1]]
        let parts = shared(halves.count) {
            BuyerFigures(of: purchases, in: halves[$0], room: room[$0], asOf: asOf, options)
        }
        self = parts[0]
        rows += parts[1].rows
        recencyDays += parts[1].recencyDays
        orders += parts[1].orders
        frequency += parts[1].frequency
        revenue += parts[1].revenue
    }

    private init(
        of purchases: Purchases, in profiles: Range<Int>, room: Int, asOf: Instant, _ options: RFMOptions
    ) {
        rows.reserveCapacity(room)
        recencyDays.reserveCapacity(room)
        orders.reserveCapacity(room)
        revenue.reserveCapacity(room)
        let start = options.since?.milliseconds ?? .min
        let span = start..<max(asOf.milliseconds, start)
        let amounts = options.revenue == .net ? purchases.netRevenue : purchases.grossRevenue
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

    /// The local days on which some purchases of one profile lie.
    private static func days(of purchases: Purchases, in range: Range<Int>) -> Int64 {
        let days = purchases.localDays[range]
        return 1 + zip(days, days.dropFirst()).reduce(0) { $0 + ($1.0 == $1.1 ? 0 : 1) }
    }
}
