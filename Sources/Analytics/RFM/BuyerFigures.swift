import Customers

/// What is known of every buyer, one value each, in the order of their rows.
struct BuyerFigures {
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

    /// What a profile bought, kept small because purchases in no order meet it at random.
    private struct Tally {
        var last = Int64.min
        var revenue: Int64 = 0
        var orders: Int64 = 0

        mutating func add(revenue: Int64, at time: Int64) {
            last = max(last, time)
            self.revenue += revenue
            orders += 1
        }
    }

    /// Counts what happened before an instant.
    ///
    /// - Complexity: O(purchases + profiles); purchases in no order of time cost a sort where days are counted.
    init(of purchases: Purchases, asOf: Instant, options: RFMOptions) {
        let span = (options.since?.milliseconds ?? .min)..<max(asOf.milliseconds, options.since?.milliseconds ?? .min)
        var tallies = [Tally](repeating: Tally(), count: purchases.profileRows)
        let revenue = options.revenue == .net ? purchases.netRevenue : purchases.grossRevenue
        for (index, profile) in purchases.profiles.enumerated() where span.contains(purchases.times[index]) {
            tallies[Int(profile)].add(revenue: revenue[index], at: purchases.times[index])
        }
        collect(tallies, asOf: asOf)
        if options.frequency == .days {
            let days = BuyerFigures.days(of: purchases, in: span)
            frequency = rows.map { Int64(days[Int($0)]) }
        } else {
            frequency = orders
        }
    }

    private mutating func collect(_ tallies: [Tally], asOf: Instant) {
        let buyers = tallies.reduce(0) { $0 + ($1.orders > 0 ? 1 : 0) }
        rows.reserveCapacity(buyers)
        recencyDays.reserveCapacity(buyers)
        orders.reserveCapacity(buyers)
        revenue.reserveCapacity(buyers)
        for (row, tally) in tallies.enumerated() where tally.orders > 0 {
            rows.append(UInt32(row))
            recencyDays.append((asOf.milliseconds - tally.last) / 86_400_000)
            orders.append(tally.orders)
            revenue.append(tally.revenue)
        }
    }

    /// The local days with a purchase, one number a profile.
    ///
    /// One pass where each buyer's days do not fall, as they do where purchases are in the order of time.
    private static func days(of purchases: Purchases, in span: Range<Int64>) -> [Int32] {
        precondition(purchases.localDays.count == purchases.count, "days are counted by their local dates")
        var found = [(days: Int32, last: Int32)](repeating: (0, .min), count: purchases.profileRows)
        for (index, profile) in purchases.profiles.enumerated() where span.contains(purchases.times[index]) {
            let day = purchases.localDays[index]
            let (days, last) = found[Int(profile)]
            guard day >= last else { return sortedDays(of: purchases, in: span) }
            found[Int(profile)] = (day > last ? days + 1 : days, day)
        }
        return found.map(\.days)
    }

    private static func sortedDays(of purchases: Purchases, in span: Range<Int64>) -> [Int32] {
        let counted = purchases.profiles.indices.filter { span.contains(purchases.times[$0]) }
        var visits = counted.map {
            Int64(purchases.profiles[$0]) << 32 | Int64(UInt32(bitPattern: purchases.localDays[$0]))
        }
        visits.sort()
        var days = [Int32](repeating: 0, count: purchases.profileRows)
        for (index, visit) in visits.enumerated() where index == 0 || visit != visits[index - 1] {
            days[Int(visit >> 32)] += 1
        }
        return days
    }
}
