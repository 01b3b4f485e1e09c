/// How often an event happened in a period, and to how many profiles.
public struct EventFigures: Hashable, Sendable {
    public var profiles = 0
    public var times = 0
}

/// What was bought in a period; amounts in minor units.
public struct SalesFigures: Hashable, Sendable {
    public var purchases = 0
    public var buyers = 0
    /// Buyers whose first purchase ever lies in the period.
    public var newBuyers = 0
    public var gross: Int64 = 0
    public var net: Int64 = 0
    /// Net revenue of the buyers whose first purchase ever lies in the period.
    public var newNet: Int64 = 0
    /// Profiles that had bought once or more, and twice or more, by the end of the period.
    public var buyersByEnd = 0
    public var repeatersByEnd = 0
}

/// Carts whose last add lies in a period.
public struct CartFigures: Hashable, Sendable {
    public var carts = 0
    /// Those with a purchase within 24 hours after the last add.
    public var ordered = 0
    /// Those without one whose 24 hours had not passed at the date of the question.
    public var open = 0
}

/// How the base grew in a period.
public struct GrowthFigures: Hashable, Sendable {
    /// Profiles at the end of the period.
    public var profiles = 0
    /// Profiles that began to exist in it; none where no record is dated.
    public var new: Int?
    /// Profiles that subscribed in it; none where nothing tells when anybody did.
    public var subscribed: Int?
}

/// All that is counted in one period.
public struct PeriodFigures: Hashable, Sendable {
    /// Profiles with an imported event; none where the store has no events.
    public var active: Int?
    /// Events that the store has.
    public var events: [TrackedEvent: EventFigures] = [:]
    /// None where the store knows of no orders.
    public var sales: SalesFigures?
    /// None where the store has no events of adding to a cart.
    public var carts: CartFigures?
    public var growth = GrowthFigures()

    /// Mails that arrived; those sent stand in where the data does not tell.
    public var delivered: EventFigures? { events[.delivered] ?? events[.sent] }
}
