/// How often an event happened in a period, and to how many profiles.
public struct EventFigures: Hashable, Sendable {
    public var profiles: Int
    public var times: Int

    public init(profiles: Int = 0, times: Int = 0) {
        self.profiles = profiles
        self.times = times
    }
}

/// People whom mails reached in a period, and what they did with mails in it.
public struct MailAnswers: Hashable, Sendable {
    public var reached: Int
    public var opened = 0
    public var clicked = 0
    public var openedAndClicked = 0
    public var unsubscribed = 0

    public init(reached: Int = 0) {
        self.reached = reached
    }
}

/// What was bought in a period; amounts in minor units.
public struct SalesFigures: Hashable, Sendable {
    public var purchases = 0
    public var buyers = 0
    /// Buyers whose first purchase ever lies in the period.
    public var newBuyers = 0
    public var gross: Int64 = 0
    public var net: Int64 = 0
    /// Net revenue, with the refunds of the period, of the profiles whose first purchase ever lies in it.
    public var newNet: Int64 = 0
    /// Profiles that had bought once or more, and twice or more, by the end of the period.
    public var buyersByEnd = 0
    public var repeatersByEnd = 0

    public init() {}
}

/// Carts whose last add lies in a period.
public struct CartFigures: Hashable, Sendable {
    public var carts: Int
    /// Those with a purchase within 24 hours after the last add.
    public var ordered: Int
    /// Those without one whose 24 hours had not passed at the date of the question.
    public var open: Int

    public init(carts: Int = 0, ordered: Int = 0, open: Int = 0) {
        self.carts = carts
        self.ordered = ordered
        self.open = open
    }
}

/// How the base grew in a period.
public struct GrowthFigures: Hashable, Sendable {
    /// Profiles at the end of the period.
    public var profiles: Int
    /// Profiles that began to exist in it; none where no record is dated.
    public var new: Int?
    /// Profiles that subscribed in it; none where nothing tells when anybody did.
    public var subscribed: Int?

    public init(profiles: Int = 0, new: Int? = nil, subscribed: Int? = nil) {
        self.profiles = profiles
        self.new = new
        self.subscribed = subscribed
    }
}

/// The base of subscribers in a period: people who subscribed and have not unsubscribed since they first did.
public struct BaseFigures: Hashable, Sendable {
    public var atStart = 0
    public var atEnd = 0
    /// Of those at the start, who unsubscribed in the period; none where the data has no such event.
    public var lost: Int?

    public init() {}
}

/// All that is counted in one period.
public struct PeriodFigures: Hashable, Sendable {
    /// Profiles with an imported event; none where the store has no events.
    public var active: Int?
    /// Events that the store has.
    public var events: [TrackedEvent: EventFigures] = [:]
    /// None where nothing tells whom mails reached.
    public var answers: MailAnswers?
    /// None where the store knows of no orders.
    public var sales: SalesFigures?
    /// None where the store has no events of adding to a cart.
    public var carts: CartFigures?
    public var growth = GrowthFigures()
    /// None where nothing tells who subscribed.
    public var base: BaseFigures?
    /// People at the end of the period who got mails lately and opened none; none where nothing tells of mails and opens.
    public var silent: Int?

    public init() {}

    /// Mails that arrived; those sent stand in where the data does not tell.
    public var delivered: EventFigures? { events[.delivered] ?? events[.sent] }
}
