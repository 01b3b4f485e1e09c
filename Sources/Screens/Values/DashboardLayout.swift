public import Analytics

/// What a user's dashboard shows: which measures in which order, over how many days, and what counts as too much or
/// too little.
public struct DashboardLayout: Hashable, Sendable {
    /// One or more, in the order of the screen.
    public var tiles: [Metric]
    /// The days of a period, which is compared with as many days before.
    public var days: Int
    /// At most one a measure.
    public var limits: [MetricThreshold]

    public static let standard = DashboardLayout()

    /// The lengths of periods to choose from.
    public static let lengths = [1, 7, 14, 30, 90, 365]

    /// A layout; what is not given, or makes no sense, is as in the standard one.
    public init(tiles: [Metric]? = nil, days: Int? = nil, limits: [MetricThreshold] = []) {
        let standard: [Metric] = [
            .netRevenue, .buyers, .newBuyers, .averageOrder, .active, .conversion, .abandonment, .openRate,
        ]
        let chosen = tiles ?? standard
        self.tiles = chosen.isEmpty ? standard : chosen
        self.days = days.flatMap { (1...3660).contains($0) ? $0 : nil } ?? 30
        self.limits = limits
    }

    /// The measures that are shown or watched.
    public var measures: Set<Metric> { Set(tiles + limits.map(\.metric) + [.active, .purchases]) }

    /// The limit of a measure.
    public func limit(of metric: Metric) -> MetricThreshold? { limits.first { $0.metric == metric } }
}
