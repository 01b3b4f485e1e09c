/// Everything about one profile but its events.
public struct ProfileCard: Hashable, Sendable {
    public let row: ProfileRow
    public let identifiers: [Identifier]
    public let traits: [TraitReading]
    /// The sources that know the profile.
    public let sources: [String]
    /// The channels by which it may be reached.
    public let reach: Set<Channel>
    /// Scores 1 to 5 and the group, for a buyer.
    public let rfm: RFMReading?
    /// The saved segments that hold the profile.
    public let segments: [String]
    /// Events and orders before the date of the question.
    public let events: Int
    public let orders: Int

    public init(
        row: ProfileRow, identifiers: [Identifier], traits: [TraitReading], sources: [String], reach: Set<Channel>,
        rfm: RFMReading?, segments: [String], events: Int, orders: Int
    ) {
        self.row = row
        self.identifiers = identifiers
        self.traits = traits
        self.sources = sources
        self.reach = reach
        self.rfm = rfm
        self.segments = segments
        self.events = events
        self.orders = orders
    }
}

/// A trait's value with where it comes from.
public struct TraitReading: Hashable, Sendable {
    public let name: String
    public let value: Value
    /// The source that said it.
    public let source: String
    /// When it was observed or imported; none where it counts since the beginning.
    public let time: Instant?

    public init(name: String, value: Value, source: String, time: Instant?) {
        self.name = name
        self.value = value
        self.source = source
        self.time = time
    }
}

/// The RFM scores of one buyer.
public struct RFMReading: Hashable, Sendable {
    public let recency: Int
    public let frequency: Int
    public let monetary: Int
    public let group: String

    public init(recency: Int, frequency: Int, monetary: Int, group: String) {
        self.recency = recency
        self.frequency = frequency
        self.monetary = monetary
        self.group = group
    }
}
