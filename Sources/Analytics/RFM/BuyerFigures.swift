internal import Customers

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

    private struct Tally {
        var last = Int64.min
        var revenue: Int64 = 0
        var orders: Int32 = 0
        var days: Int32 = 0
        var lastDay = Int32.min
    }

    /// Counts what happened before an instant.
    ///
    /// - Complexity: O(purchases + profiles); purchases in no order of time cost a sort where days are counted.
    init(of purchases: Purchases, asOf: Instant, options: RFMOptions) {
        let span = (options.since?.milliseconds ?? .min)..<max(asOf.milliseconds, options.since?.milliseconds ?? .min)
        var tallies = [Tally](repeating: Tally(), count: purchases.profileRows)
        let revenue = options.revenue == .net ? purchases.netRevenue : purchases.grossRevenue
        for (index, profile) in purchases.profiles.enumerated() where span.contains(purchases.times[index]) {
            tallies[Int(profile)].orders += 1
            tallies[Int(profile)].revenue += revenue[index]
            tallies[Int(profile)].last = max(tallies[Int(profile)].last, purchases.times[index])
        }
        if options.frequency == .days { BuyerFigures.countDays(of: purchases, in: span, into: &tallies) }
        collect(tallies, asOf: asOf, options: options)
    }

    private mutating func collect(_ tallies: [Tally], asOf: Instant, options: RFMOptions) {
        let buyers = tallies.reduce(0) { $0 + ($1.orders > 0 ? 1 : 0) }
        rows.reserveCapacity(buyers)
        recencyDays.reserveCapacity(buyers)
        orders.reserveCapacity(buyers)
        frequency.reserveCapacity(buyers)
        revenue.reserveCapacity(buyers)
        for (row, tally) in tallies.enumerated() where tally.orders > 0 {
            rows.append(UInt32(row))
            recencyDays.append((asOf.milliseconds - tally.last) / 86_400_000)
            orders.append(Int64(tally.orders))
            frequency.append(Int64(options.frequency == .days ? tally.days : tally.orders))
            revenue.append(tally.revenue)
        }
    }

    /// Counts the local days with a purchase: in one pass where each buyer's days do not fall, otherwise sorted.
    private static func countDays(of purchases: Purchases, in span: Range<Int64>, into tallies: inout [Tally]) {
        precondition(purchases.localDays.count == purchases.count, "days are counted by their local dates")
        for (index, profile) in purchases.profiles.enumerated() where span.contains(purchases.times[index]) {
            let day = purchases.localDays[index]
            guard day >= tallies[Int(profile)].lastDay else {
                countSortedDays(of: purchases, in: span, into: &tallies)
                return
            }
            if day > tallies[Int(profile)].lastDay { tallies[Int(profile)].days += 1 }
            tallies[Int(profile)].lastDay = day
        }
    }

    private static func countSortedDays(of purchases: Purchases, in span: Range<Int64>, into tallies: inout [Tally]) {
        var visits: [Int64] = []
        for (index, profile) in purchases.profiles.enumerated() where span.contains(purchases.times[index]) {
            tallies[Int(profile)].days = 0
            visits.append(Int64(profile) << 32 + (Int64(purchases.localDays[index]) - Int64(Int32.min)))
        }
        visits.sort()
        var previous: Int64?
        for visit in visits where visit != previous {
            tallies[Int(visit >> 32)].days += 1
            previous = visit
        }
    }
}
