public import Columnar

/// What a retention report counts.
public struct RetentionEvents: Sendable {
    /// The start events before the report's instant, in time order a table.
    public let starts: [EventRun]
    /// The return events before it; none where they are the start events themselves.
    public let returns: [EventRun]?
    /// The purchases before it.
    public let revenue: [RevenueRun]
    /// Refunds of purchases that count at their own dates, with what they take away below 0.
    public let refunds: [RevenueRun]
    /// Whether the purchases are the return events.
    public let returnsBuy: Bool
    /// All of these by profile, where the start and the return events are purchases and nothing else.
    public let purchases: RetentionPurchases?
    /// Which profile each record belongs to.
    public let profiles: ProfileMap
    /// The people who are counted.
    public let members: Bitmap

    public init(
        starts: [EventRun], returns: [EventRun]?, revenue: [RevenueRun], refunds: [RevenueRun] = [], returnsBuy: Bool,
        purchases: RetentionPurchases? = nil, profiles: ProfileMap, members: Bitmap
    ) {
        self.starts = starts
        self.returns = returns
        self.revenue = revenue
        self.refunds = refunds
        self.returnsBuy = returnsBuy
        self.purchases = purchases
        self.profiles = profiles
        self.members = members
    }

    /// The instant of the first start event, in milliseconds since 1970.
    public var firstStart: Int64? { starts.compactMap(\.firstTime).min() }
}
