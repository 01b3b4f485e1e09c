/// A stretch of a list of profiles.
public struct ProfilePage: Hashable, Sendable {
    public let rows: [ProfileRow]
    /// The place of the first row in the whole list, from 0.
    public let offset: Int
    /// The number of profiles in the whole list.
    public let total: Int

    public init(rows: [ProfileRow], offset: Int, total: Int) {
        self.rows = rows
        self.offset = offset
        self.total = total
    }
}

/// One profile in a list.
public struct ProfileRow: Hashable, Sendable {
    /// The number of the profile in the store.
    public let number: Int
    /// The identifier that names it best.
    public let identifier: Identifier?
    /// First and last name where the store has them, else the identifier.
    public let name: String
    public let city: String?
    /// Purchases before the date of the question.
    public let purchases: Int
    /// Net revenue before that date, in minor units.
    public let revenueMinor: Int64
    public let lastPurchase: Instant?
    /// The last event or order.
    public let lastSeen: Instant?

    public init(
        number: Int, identifier: Identifier?, name: String, city: String?, purchases: Int, revenueMinor: Int64,
        lastPurchase: Instant?, lastSeen: Instant?
    ) {
        self.number = number
        self.identifier = identifier
        self.name = name
        self.city = city
        self.purchases = purchases
        self.revenueMinor = revenueMinor
        self.lastPurchase = lastPurchase
        self.lastSeen = lastSeen
    }
}

/// What a list of profiles is sorted by.
public enum ProfileSort: String, Hashable, Sendable, CaseIterable {
    case number, name, city, purchases, revenue
    case lastPurchase = "last_purchase"
    case lastSeen = "last_seen"
}
