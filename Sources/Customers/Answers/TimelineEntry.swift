/// One event or order of a profile.
public struct TimelineEntry: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
        case event, order
    }

    public let kind: Kind
    public let time: Instant
    /// The event's name; `order` for an order.
    public let name: String
    /// Property names and values, in the order of the store.
    public let properties: [NamedValue]
    /// The lines of an order.
    public let lines: [[NamedValue]]

    public init(kind: Kind, time: Instant, name: String, properties: [NamedValue], lines: [[NamedValue]] = []) {
        self.kind = kind
        self.time = time
        self.name = name
        self.properties = properties
        self.lines = lines
    }
}

/// A value under its name.
public struct NamedValue: Hashable, Sendable {
    public let name: String
    public let value: Value

    public init(_ name: String, _ value: Value) {
        self.name = name
        self.value = value
    }
}

/// A stretch of a profile's timeline, newest first.
public struct TimelinePage: Hashable, Sendable {
    public let entries: [TimelineEntry]
    /// The place of the first entry, 0 for the newest.
    public let offset: Int
    public let total: Int
    /// Events and orders a week, oldest week first, for the last 52 weeks before the date of the question.
    public let weeks: [Int]
    /// How many there are of each name, whatever names the page is limited to.
    public let names: [String: Int]

    public init(entries: [TimelineEntry], offset: Int, total: Int, weeks: [Int], names: [String: Int] = [:]) {
        self.entries = entries
        self.offset = offset
        self.total = total
        self.weeks = weeks
        self.names = names
    }
}
