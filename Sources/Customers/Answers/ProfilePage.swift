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
    /// What the columns hold that were asked for besides, in their order.
    public let values: [Value?]

    public init(
        number: Int, identifier: Identifier?, name: String, city: String?, purchases: Int, revenueMinor: Int64,
        lastPurchase: Instant?, lastSeen: Instant?, values: [Value?] = []
    ) {
        self.number = number
        self.identifier = identifier
        self.name = name
        self.city = city
        self.purchases = purchases
        self.revenueMinor = revenueMinor
        self.lastPurchase = lastPurchase
        self.lastSeen = lastSeen
        self.values = values
    }

    /// The row with what other columns hold.
    public func showing(_ values: [Value?]) -> ProfileRow {
        ProfileRow(
            number: number, identifier: identifier, name: name, city: city, purchases: purchases,
            revenueMinor: revenueMinor, lastPurchase: lastPurchase, lastSeen: lastSeen, values: values)
    }
}
