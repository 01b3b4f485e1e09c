/// The purchases that reports count, as columns of one value a purchase, in any order.
public struct Purchases: Hashable, Sendable {
    /// Rows of the table of profiles, with purchases or not.
    public let profileRows: Int
    /// The row of the profile that bought.
    public let profiles: [UInt32]
    /// When, in milliseconds since 1970-01-01T00:00:00Z.
    public let times: [Int64]
    /// Revenue after refunds, in minor units of the reporting currency.
    public let netRevenue: [Int64]
    /// Revenue before refunds, in minor units of the reporting currency.
    public let grossRevenue: [Int64]
    /// The local date as days since 1970-01-01; empty where no report counts days.
    public let localDays: [Int32]

    /// Purchases whose columns fit each other.
    ///
    /// - Precondition: the columns are equally long, but `localDays` may be empty, and every row is below `profileRows`.
    public init(
        profileRows: Int, profiles: [UInt32], times: [Int64], netRevenue: [Int64], grossRevenue: [Int64],
        localDays: [Int32] = []
    ) {
        let count = profiles.count
        precondition(times.count == count, "as many times as purchases")
        precondition(netRevenue.count == count && grossRevenue.count == count, "as many amounts as purchases")
        precondition(localDays.isEmpty || localDays.count == count, "as many local days as purchases, or none")
        self.profileRows = profileRows
        self.profiles = profiles
        self.times = times
        self.netRevenue = netRevenue
        self.grossRevenue = grossRevenue
        self.localDays = localDays
    }

    /// The number of purchases.
    public var count: Int { profiles.count }
}
