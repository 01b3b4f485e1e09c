public import Customers

/// What a profile must satisfy to be a member of a segment.
public indirect enum Filter: Hashable, Sendable {
    /// `a and b and c`; two operands or more.
    case all([Filter])
    /// `a or b or c`; two operands or more.
    case any([Filter])
    /// `not a`
    case not(Filter)
    /// `as of 2026-01-01 a`
    case asOf(TimePoint, Filter)
    /// `city = "Kraków"`
    case trait(String, ValueTest)
    /// `anniversary of birth_date within next 7 days`
    case anniversary(trait: String, withinNext: Span)
    /// `did purchase where price > 10 at least 2 times within last 90 days`
    case performed(Performance)
    /// `first purchase within last 30 days`, `last purchase before 2026-01-01`
    case occurrence(Occurrence)
    /// `did add_to_cart then purchase within 7 days`
    case sequence(EventSequence)
    /// `did visit in at least 3 of last 4 weeks`
    case habit(Habit)
    /// `stopped purchase within last 90 days`, `restarted purchase within last 90 days`
    case change(Change)
    /// `abandoned cart of add_to_cart within last 7 days`
    case cart(Cart)
    /// `sum(purchase.revenue) >= 500 within last 90 days`
    case aggregate(Aggregate)
    /// `in segment "VIP"`, `entered segment "VIP" within last 7 days`
    case membership(Membership)
    /// `rfm.recency >= 4`, `net_revenue > 100`
    case derived(Measure, ValueTest)
    /// `lifecycle of session_start by week = "dormant"`
    case lifecycle(event: String, by: Period, stage: String)
    /// `reached step 3 of funnel "Checkout"`
    case funnelStep(FunnelCondition)
    /// `in cohort 2026-03 of purchase`
    case cohort(CohortPeriod, event: String)
    /// `reachable by email`
    case reachable(Channel)
    /// `consents to email for marketing`
    case consents(Channel, purpose: String)
    /// `sample 10 % salt "x"`
    case sample(percent: DecimalLiteral, salt: String)
}
