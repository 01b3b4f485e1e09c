/// The refunds of purchases, profile after profile, those of one in the order of time.
public struct PurchaseRefunds: Hashable, Sendable {
    /// Where the refunds of each profile end, a value a row of the table of profiles.
    private let ends: [UInt32]
    /// When, in milliseconds since 1970; not before the purchase.
    public let times: [Int64]
    /// The local dates as days since 1970-01-01.
    public let localDays: [Int32]
    /// What each takes off, in minor units.
    public let amounts: [Int64]
    /// The place of the purchase of each.
    public let purchases: [UInt32]

    /// One refund.
    public struct Refund: Hashable, Sendable {
        /// The number of its purchase among those that are given together with it.
        public let purchase: Int
        /// In milliseconds since 1970.
        public let time: Int64
        /// As days since 1970-01-01.
        public let localDay: Int32
        /// In minor units.
        public let amount: Int64

        public init(purchase: Int, time: Int64, localDay: Int32, amount: Int64) {
            self.purchase = purchase
            self.time = time
            self.localDay = localDay
            self.amount = amount
        }
    }

    /// - `refunds`: in time order.
    /// - `profiles`: the profile of each purchase as it was given.
    /// - `places`: which of them stands at each place.
    init(_ refunds: [Refund], profiles: [UInt32], rows: Int, places: [UInt32]) {
        var placeOfPurchase = [UInt32](repeating: 0, count: places.count)
        for (place, purchase) in places.enumerated() { placeOfPurchase[Int(purchase)] = UInt32(place) }
        let order = refunds.indices.sorted {
            (profiles[refunds[$0].purchase], refunds[$0].time, $0)
                < (profiles[refunds[$1].purchase], refunds[$1].time, $1)
        }
        var ends = [UInt32](repeating: 0, count: rows)
        for refund in refunds { ends[Int(profiles[refund.purchase])] += 1 }
        for row in ends.indices.dropFirst() { ends[row] += ends[row - 1] }
        self.ends = ends
        times = order.map { refunds[$0].time }
        localDays = order.map { refunds[$0].localDay }
        amounts = order.map { refunds[$0].amount }
        purchases = order.map { placeOfPurchase[refunds[$0].purchase] }
    }

    /// The places of a profile's refunds before an instant.
    @inline(__always)
    func range(of profile: Int, before end: Int64) -> Range<Int> {
        let start = profile == 0 ? 0 : Int(ends[profile - 1])
        var last = Int(ends[profile])
        while last > start, times[last - 1] >= end { last -= 1 }
        return start..<last
    }
}

extension Purchases {
    /// Revenue of each purchase after the refunds that are known at an instant, in milliseconds since 1970.
    ///
    /// - Complexity: O(1) where there are no refunds beside `netRevenue`, O(purchases) otherwise
    func netRevenue(knownAt end: Int64) -> [Int64] {
        guard let refunds else { return netRevenue }
        var net = netRevenue
        for (refund, purchase) in refunds.purchases.enumerated() where refunds.times[refund] < end {
            net[Int(purchase)] -= refunds.amounts[refund]
        }
        return net
    }
}
