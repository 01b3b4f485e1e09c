public import Customers

/// The names that a workspace knows, for completion.
public struct Vocabulary: Hashable, Sendable {
    /// An event with its properties.
    public struct Event: Hashable, Sendable {
        /// How many there are.
        public let count: Int
        public let properties: [String: ValueType]

        public init(count: Int, properties: [String: ValueType]) {
            self.count = count
            self.properties = properties
        }
    }

    public var traits: [String: ValueType]
    /// The traits that put people in groups: of the others nearly every person has a value of his own.
    public var grouping: Set<String>
    public var events: [String: Event]
    public var segments: [String]
    public var funnels: [String]
    public var purposes: [String]
    /// The names of the groups by recency, frequency and monetary scores.
    public var groups: [String]

    public init(
        traits: [String: ValueType] = [:], grouping: Set<String> = [], events: [String: Event] = [:],
        segments: [String] = [], funnels: [String] = [], purposes: [String] = [], groups: [String] = []
    ) {
        self.traits = traits
        self.grouping = grouping
        self.events = events
        self.segments = segments
        self.funnels = funnels
        self.purposes = purposes
        self.groups = groups
    }

    /// The type of the values that a name stands for; nil where it is not known.
    func type(of name: String, as role: NameUse.Role) -> ValueType? {
        switch role {
        case .trait: traits[name]
        case .property(let event?): events[event]?.properties[name]
        case .property(nil): propertiesOfAnyEvent[name]
        default: nil
        }
    }

    /// The properties that any event has; of one that events have with unlike types, that of the first event by name.
    var propertiesOfAnyEvent: [String: ValueType] {
        events.sorted { $0.key < $1.key }.reduce(into: [:]) { all, event in
            all.merge(event.value.properties) { first, _ in first }
        }
    }
}
