public import Columnar

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
/// Net revenue takes nothing of an order that was refunded, and its cost neither, since the goods came back.
public struct ValueGroups: Sendable {
    /// One a group, in their order.
    public let groups: [ValueGroup]

    /// - Parameters:
    ///   - runs: the purchases before the date of the question.
    ///   - profiles: which profile each record belongs to.
    ///   - group: the group of each profile, -1 for those who are not counted.
    ///   - count: the number of groups.
    ///   - isGross: whether revenue is taken before refunds.
    /// - Complexity: O(profiles + purchases)
    public init(
        of runs: [PurchaseRun], profiles: ProfileMap, group: [Int32], count: Int, isGross: Bool = false
    ) {
        precondition(group.count == profiles.count, "groups of other profiles")
        let knowsCost = !runs.isEmpty && runs.allSatisfy { $0.cost != nil }
        var groups = [ValueGroup](repeating: ValueGroup(), count: count)
        var orders = [UInt32](repeating: 0, count: profiles.count)
        var margins = [Int64](repeating: 0, count: count)
        for sale in runs {
            sale.run.forEach { row, record, _ in
                let profile = profiles.profile(of: record)
                let place = Int(group[profile])
                guard place >= 0 else { return }
                orders[profile] += 1
                let revenue = isGross ? sale.gross[row] : sale.net[row]
                groups[place].orders += 1
                groups[place].revenue += revenue
                let isRefunded = !isGross && sale.net[row] == 0 && sale.gross[row] != 0
                if !isRefunded { margins[place] += revenue - (sale.cost?[row] ?? 0) }
            }
        }
        for (profile, place) in group.enumerated() where place >= 0 {
            groups[Int(place)].profiles += 1
            if orders[profile] > 0 { groups[Int(place)].buyers += 1 }
        }
        if knowsCost { for place in groups.indices { groups[place].margin = margins[place] } }
        self.groups = groups
    }
}
