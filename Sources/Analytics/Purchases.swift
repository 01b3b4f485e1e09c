/// The purchases that reports count, profile after profile, those of one in the order of time.
public struct Purchases: Hashable, Sendable {
    /// Where the purchases of each profile end, a value a row of the table of profiles.
    public let ends: [UInt32]
    /// When, in milliseconds since 1970-01-01T00:00:00Z.
    public let times: [Int64]
    /// Revenue after refunds that are not among `refunds`, in minor units of the reporting currency.
    public let netRevenue: [Int64]
    /// Revenue before refunds, in minor units of the reporting currency.
    public let grossRevenue: [Int64]
    /// The local date as days since 1970-01-01; empty where no report counts days.
    public let localDays: [Int32]
    /// What each cost the shop, in minor units; none where nothing tells.
    public let costs: [Int64]?
    /// Refunds with dates of their own; none where nothing tells of any.
    public let refunds: PurchaseRefunds?

    /// Purchases in any order, whose columns fit each other.
    ///
    /// `refunds`: in time order, none where `netRevenue` tells all.
    ///
    /// - Precondition: the columns are equally long, but `localDays` may be empty, and every row is below `profileRows`.
    /// - Complexity: O(purchases + profiles) where those of each profile come in the order of time
    public init(
        profileRows: Int, profiles: [UInt32], times: [Int64], netRevenue: [Int64], grossRevenue: [Int64],
        localDays: [Int32] = [], costs: [Int64]? = nil, refunds: [PurchaseRefunds.Refund]? = nil
    ) {
        let count = profiles.count
        precondition(times.count == count, "as many times as purchases")
        precondition(netRevenue.count == count && grossRevenue.count == count, "as many amounts as purchases")
        precondition(localDays.isEmpty || localDays.count == count, "as many local days as purchases, or none")
        precondition(costs?.count ?? count == count, "as many costs as purchases, or none")
        let (ends, places) = Self.order(of: profiles, rows: profileRows, times: times)
        self.ends = ends
        self.times = places.map { times[Int($0)] }
        self.netRevenue = places.map { netRevenue[Int($0)] }
        self.grossRevenue = places.map { grossRevenue[Int($0)] }
        self.localDays = localDays.isEmpty ? [] : places.map { localDays[Int($0)] }
        self.costs = costs.map { costs in places.map { costs[Int($0)] } }
        self.refunds = refunds.map { PurchaseRefunds($0, profiles: profiles, rows: profileRows, places: places) }
    }

    /// Where the purchases of each profile end in their order, and which purchase stands at each place of it.
    private static func order(of profiles: [UInt32], rows: Int, times: [Int64]) -> (ends: [UInt32], places: [UInt32]) {
        var ends = [UInt32](repeating: 0, count: rows)
        for profile in profiles { ends[Int(profile)] += 1 }
        var total: UInt32 = 0
        for row in ends.indices {
            let count = ends[row]
            ends[row] = total
            total += count
        }
        var places = [UInt32](repeating: 0, count: profiles.count)
        for (purchase, profile) in profiles.enumerated() {
            places[Int(ends[Int(profile)])] = UInt32(purchase)
            ends[Int(profile)] += 1
        }
        var start = 0
        for end in ends {
            let range = start..<Int(end)
            start = range.upperBound
            guard range.count > 1 else { continue }
            let isOrdered = range.dropFirst().allSatisfy { times[Int(places[$0 - 1])] <= times[Int(places[$0])] }
            if !isOrdered { places[range].sort { (times[Int($0)], $0) < (times[Int($1)], $1) } }
        }
        return (ends, places)
    }

    /// The number of purchases.
    public var count: Int { times.count }

    /// Rows of the table of profiles, with purchases or not.
    public var profileRows: Int { ends.count }

    /// The places of a profile's purchases.
    @inline(__always)
    public func range(of profile: Int) -> Range<Int> {
        (profile == 0 ? 0 : Int(ends[profile - 1]))..<Int(ends[profile])
    }

    /// The same of those in a stretch of time.
    @inline(__always)
    func range(of profile: Int, in span: Range<Int64>) -> Range<Int> {
        let all = range(of: profile)
        var (start, end) = (all.lowerBound, all.upperBound)
        while start < end, times[start] < span.lowerBound { start += 1 }
        while end > start, times[end - 1] >= span.upperBound { end -= 1 }
        return start..<end
    }
}
