import Columnar
public import Customers

/// What the people of one group bought before a date; amounts in minor units.
public struct ValueGroup: Hashable, Sendable {
    public var profiles = 0
    public var buyers = 0
    public var orders = 0
    public var revenue: Int64 = 0
    /// Revenue less the cost of the orders; none where nothing tells what an order cost.
    public var margin: Int64?

    public init() {}

    /// Revenue by profile, rounded; none where there is nobody.
    public var perProfile: Int64? { profiles > 0 ? Ratio(revenue, over: Int64(profiles)).rounded : nil }
}

/// Adds up purchases by group of profiles.
///
/// Net revenue is that of the purchases before the date after the refunds before it. Of an order that was refunded in full
/// the cost is left out of the margin too, since the goods came back.
public struct ValueGroups: Sendable {
    /// One a group, in their order.
    public let groups: [ValueGroup]

    /// Counts what happened before an instant.
    ///
    /// - Parameters:
    ///   - purchases: of all profiles.
    ///   - asOf: the instant.
    ///   - group: the group of each profile, -1 for those who are not counted.
    ///   - count: the number of groups.
    ///   - isGross: whether revenue is taken before refunds.
    /// - Complexity: O(profiles + purchases), on two threads
    public init(of purchases: Purchases, asOf: Instant, group: [Int32], count: Int, isGross: Bool = false) {
        precondition(group.count == purchases.profileRows, "groups of other profiles")
        let middle = group.count / 2
        let halves = [0..<middle, middle..<group.count]
        let end = asOf.milliseconds
        let amounts = isGross ? purchases.grossRevenue : purchases.netRevenue(knownAt: end)
        let parts = shared(halves.count) { half in
            Self.groups(of: purchases, in: halves[half], before: end, group, count: count, amounts)
        }
        groups = zip(parts[0], parts[1]).map { first, second in
            var sum = first
            sum.add(second)
            if purchases.costs == nil { sum.margin = nil }
            return sum
        }
    }

    private static func groups(
        of purchases: Purchases, in profiles: Range<Int>, before end: Int64, _ group: [Int32], count: Int,
        _ amounts: [Int64]
    ) -> [ValueGroup] {
        var groups = [ValueGroup](repeating: ValueGroup(), count: count)
        let (gross, costs) = (purchases.grossRevenue, purchases.costs)
        for profile in profiles where group[profile] >= 0 {
            let bought = purchases.range(of: profile, in: .min..<end)
            var (revenue, kept) = (Int64(0), Int64(0))
            for place in bought {
                let amount = amounts[place]
                revenue += amount
                let isRefunded = amount == 0 && gross[place] != 0
                if !isRefunded { kept += amount - (costs?[place] ?? 0) }
            }
            let place = Int(group[profile])
            groups[place].profiles += 1
            groups[place].buyers += bought.isEmpty ? 0 : 1
            groups[place].orders += bought.count
            groups[place].revenue += revenue
            groups[place].margin = (groups[place].margin ?? 0) + kept
        }
        return groups
    }
}

extension ValueGroup {
    fileprivate mutating func add(_ other: ValueGroup) {
        profiles += other.profiles
        buyers += other.buyers
        orders += other.orders
        revenue += other.revenue
        margin = (margin ?? 0) + (other.margin ?? 0)
    }
}
