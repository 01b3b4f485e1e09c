import Analytics
import Customers

/// RFM as its definition reads: every buyer is compared with every other.
struct SlowRFM {
    /// The three scores of every profile row, none for those without a purchase.
    private(set) var scores: [RFMScore?] = []
    private(set) var recencyTotal: Int64 = 0
    private(set) var frequencyTotal: Int64 = 0
    private(set) var revenueTotal: Int64 = 0

    private struct Buyer {
        var days: Int64
        var frequency: Int64
        var revenue: Int64
        var orders: Int64
    }

    init(of purchases: Purchases, asOf: Instant, options: RFMOptions) {
        let owners = purchases.profiles
        let own = Dictionary(grouping: owners.indices) { Int(owners[$0]) }
        let buyers = (0..<purchases.profileRows).map { row in
            SlowRFM.buyer(own[row] ?? [], of: purchases, asOf: asOf, options: options)
        }
        let all = buyers.compactMap(\.self)
        recencyTotal = all.reduce(0) { $0 + $1.days }
        frequencyTotal = all.reduce(0) { $0 + $1.frequency }
        revenueTotal = all.reduce(0) { $0 + $1.revenue }
        func score(_ isWorse: (Buyer) -> Bool) -> Int {
            min(1 + options.groups * all.count(where: isWorse) / all.count, options.groups)
        }
        scores = buyers.map { buyer in
            guard let buyer else { return nil }
            return RFMScore(
                recency: score { $0.days > buyer.days }, frequency: score { $0.frequency < buyer.frequency },
                monetary: score { other in
                    options.monetary == .sum
                        ? other.revenue < buyer.revenue
                        : other.revenue * buyer.orders < buyer.revenue * other.orders
                })
        }
    }

    /// What one profile bought, of the places that its purchases have in the columns.
    private static func buyer(_ all: [Int], of purchases: Purchases, asOf: Instant, options: RFMOptions) -> Buyer? {
        let own = all.filter { index in
            let time = Instant(milliseconds: purchases.times[index])
            return time < asOf && options.since.map { time >= $0 } ?? true
        }
        guard let last = own.map({ purchases.times[$0] }).max() else { return nil }
        let revenue = options.revenue == .net ? purchases.netRevenue : purchases.grossRevenue
        let days = Set(own.map { purchases.localDays[$0] }).count
        return Buyer(
            days: (asOf.milliseconds - last) / 86_400_000,
            frequency: Int64(options.frequency == .days ? days : own.count),
            revenue: own.reduce(0) { $0 + revenue[$1] }, orders: Int64(own.count))
    }
}
