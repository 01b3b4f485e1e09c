/// A score of an axis of RFM, or the named group that the scores make.
public enum RFMFigure: String, Hashable, Sendable, CaseIterable {
    case recency, frequency, monetary, group
}

/// The RFM report that a score is of: `rfm(groups 7, frequency days, revenue gross, since 2026-01-01)`.
///
/// What is not said is as in the workspace's own report, which a bare `rfm.recency` means.
public struct RFMVariant: Hashable, Sendable {
    /// How an axis is divided into scores.
    public enum Division: Hashable, Sendable {
        /// `groups 7`: quantiles, 2 to 10
        case groups(Int)
        /// `fixed days (30, 90) purchases (2, 5) revenue (50, 200)`
        case fixed(Borders)
    }

    /// Where an axis of quantiles changes its score.
    public enum Rule: String, Hashable, Sendable, CaseIterable {
        /// By the share of buyers that are worse: equal values have equal scores.
        case share
        /// `rule ntile`: groups of equal size; equal values are parted by the order of identifiers.
        case ntile
        /// `rule percentile`: at percentiles, between two values by how near they are.
        case percentile
    }

    /// Borders that stay the same whoever buys, one fewer than there are scores, each axis rising.
    public struct Borders: Hashable, Sendable {
        /// The most days since the last purchase for the best score, for the next, and so on.
        public let days: [Int]
        /// The fewest purchases for score 2, for score 3, and so on.
        public let purchases: [Int]
        /// The least revenue for score 2, for score 3, and so on, in major units.
        public let revenue: [DecimalLiteral]

        public init(days: [Int], purchases: [Int], revenue: [DecimalLiteral]) {
            self.days = days
            self.purchases = purchases
            self.revenue = revenue
        }
    }

    /// None for the workspace's number of quantiles.
    public var division: Division?
    /// `frequency days`: local days with a purchase count, not purchases.
    public var countsDays: Bool
    /// `monetary average`: revenue by order, not all of it.
    public var takesAverage: Bool
    /// `revenue gross`: before refunds, not after.
    public var isGross: Bool
    /// `since 2026-01-01`: earlier purchases do not count; never the time of a trait.
    public var since: TimePoint?

    public var rule: Rule

    /// The workspace's own report.
    public static let standard = RFMVariant()

    public init(
        division: Division? = nil, countsDays: Bool = false, takesAverage: Bool = false, isGross: Bool = false,
        since: TimePoint? = nil, rule: Rule = .share
    ) {
        self.division = division
        self.countsDays = countsDays
        self.takesAverage = takesAverage
        self.isGross = isGross
        self.since = since
        self.rule = rule
    }
}
