/// What the purchases of each profile before an instant come to, one value a row of the table of profiles.
public struct BuyerTotals: Sendable {
    /// Purchases.
    public let counts: [UInt32]
    /// Their revenue in minor units.
    public let revenue: [Int64]
    /// The last of them in milliseconds since 1970; meaningless for a profile that bought nothing.
    public let last: [Int64]

    /// - Precondition: all are of one length.
    public init(counts: [UInt32], revenue: [Int64], last: [Int64]) {
        precondition(counts.count == revenue.count && counts.count == last.count, "totals of different profiles")
        (self.counts, self.revenue, self.last) = (counts, revenue, last)
    }
}

extension RFMOptions {
    /// Whether totals tell all that the options take: neither days nor a beginning.
    public var needsOnlyTotals: Bool { frequency == .orders && since == nil }
}
