/// One measure of a period.
public enum Metric: String, Hashable, Sendable, CaseIterable {
    case netRevenue = "net_revenue"
    case grossRevenue = "gross_revenue"
    case refunds
    case purchases
    case buyers
    case averageOrder = "aov"
    case active
    case revenuePerActive = "arpu"
    case conversion
    case newBuyers = "new_buyers"
    case repeatBuyers = "repeat_buyers"
    case newRevenue = "new_revenue"
    case repeatRevenue = "repeat_revenue"
    case buyersByEnd = "buyers_to_date"
    case repeatersByEnd = "repeat_buyers_to_date"
    case repeatRate = "repeat_rate"
    case sessions
    case visitors
    case cartProfiles = "cart_profiles"
    case cartAdds = "cart_adds"
    case carts
    case cartsOrdered = "carts_with_order"
    case cartsOpen = "carts_open"
    case abandonment
    case sent
    case sentProfiles = "sent_profiles"
    case delivered
    case deliveredProfiles = "delivered_profiles"
    case opens
    case openProfiles = "open_profiles"
    case clicks
    case clickProfiles = "click_profiles"
    case unsubscribes
    case unsubscribedProfiles = "unsubscribe_profiles"
    case openRate = "open_rate"
    case clickRate = "click_rate"
    case clickToOpen = "click_to_open"
    case unsubscribeRate = "unsubscribe_rate"
    case profiles
    case newProfiles = "new_profiles"
    case newSubscribers = "new_subscribers"
    case subscribers
    case lostSubscribers = "lost_subscribers"
    case baseLoss = "base_loss"
    case silent

    /// What a measure counts.
    public enum Kind: Hashable, Sendable {
        case count, money, share
    }

    /// What the measure counts.
    public var kind: Kind {
        switch self {
        case .netRevenue, .grossRevenue, .refunds, .averageOrder, .revenuePerActive, .newRevenue, .repeatRevenue: .money
        case .conversion, .repeatRate, .abandonment, .openRate, .clickRate, .clickToOpen,
            .unsubscribeRate, .baseLoss:
            .share
        default: .count
        }
    }

    /// Whether refunds are in the measure.
    public var takesRefunds: Bool { kind == .money && self != .grossRevenue }

    /// Whether the measure asks how many mails were delivered.
    public var isOfDelivered: Bool {
        switch self {
        case .delivered, .deliveredProfiles, .openRate, .clickRate, .unsubscribeRate: true
        default: false
        }
    }

    /// The name under which programs read it: money says that it is in minor units.
    public var key: String { kind == .money ? rawValue + "_minor" : rawValue }

    /// The measure of a name, with or without what says its unit.
    public init?(named name: String) {
        let name = name.lowercased().replacing("-", with: "_")
        guard let metric = Metric.allCases.first(where: { $0.key == name || $0.rawValue == name }) else { return nil }
        self = metric
    }
}

/// The value of a measure.
public enum MetricValue: Hashable, Sendable {
    case count(Int)
    /// In minor units.
    case money(Int64)
    /// 0 and up; mostly 1 at most.
    case share(Double)

    /// The value as a number; money in minor units.
    public var number: Double {
        switch self {
        case .count(let count): Double(count)
        case .money(let minor): Double(minor)
        case .share(let share): share
        }
    }
}
