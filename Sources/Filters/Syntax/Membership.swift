public import Customers

/// Membership of a saved segment, or a change of it.
public enum Membership: Hashable, Sendable {
    /// `in segment "VIP"`
    case member(of: String)
    /// `entered segment "VIP" within last 7 days`
    case entered(String, TimeRange)
    /// `left segment "VIP" within last 7 days`
    case left(String, TimeRange)
}

/// A figure that Patron derives for a profile.
public enum Measure: Hashable, Sendable {
    /// `rfm.recency`, `rfm(groups 7, revenue gross).recency`
    case rfm(RFMFigure, RFMVariant)
    /// `net_revenue`
    case netRevenue
    /// `ltv`
    case lifetimeValue
    /// `p_alive`
    case probabilityAlive
    /// `score("interest")`
    case score(String)
    /// `probability(purchase, 30 days)`
    case probability(event: String, Span)
    /// `expected_purchases(90 days)`
    case expectedPurchases(Span)
}

extension Measure {
    /// Bare `rfm.recency`, of the workspace's own report.
    public static let recency = Measure.rfm(.recency, .standard)
    /// Bare `rfm.frequency`, of the workspace's own report.
    public static let frequency = Measure.rfm(.frequency, .standard)
    /// Bare `rfm.monetary`, of the workspace's own report.
    public static let monetary = Measure.rfm(.monetary, .standard)
    /// Bare `rfm.group`, of the workspace's own report.
    public static let group = Measure.rfm(.group, .standard)
}

/// A calendar period of a report.
public enum Period: String, Hashable, Sendable, CaseIterable {
    case day, week, month
}

/// What became of a profile at a step of a funnel.
public enum FunnelState: String, Hashable, Sendable {
    case reached, dropped, open
}

/// The calendar period that names a cohort.
public enum CohortPeriod: Hashable, Sendable {
    /// `2026-03-15`
    case day(CivilDate)
    /// `2026-W11`: the ISO week
    case week(year: Int, week: Int)
    /// `2026-03`
    case month(year: Int, month: Int)
}
