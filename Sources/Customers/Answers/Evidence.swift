public import Phrases

/// One fact from which the answer of a condition follows, of one profile at one date.
public struct Evidence: Hashable, Sendable {
    /// What the fact is about.
    public enum Kind: String, Hashable, Sendable {
        /// A trait's value, or none; several records may each have one.
        case trait
        /// How old somebody is.
        case age
        /// The next day on which a date is celebrated.
        case anniversary
        /// How many events there were, and the bounds.
        case count
        /// An event that counts.
        case event
        /// The nearest such event that does not count, being outside the stretch of time.
        case outside
        /// An event of a sequence, or without a time the first step that was not reached.
        case step
        /// A time in which nothing was to happen, and its end.
        case wait
        /// The weeks with an event, and the least number of them.
        case weeks
        /// A figure made of events, and how many rows it is made of.
        case figure
        /// A figure that is derived for everyone, such as a score.
        case measure
        /// Whether somebody is in a segment.
        case segment
        /// The instant at which an entry or exit was seen.
        case change
        /// A row of the ledger of consents, or the trait that says the same.
        case consent
        /// A place in 10,000 of a sample, which takes those below a bound.
        case place
    }

    public var kind: Kind
    /// The trait, event, figure, segment or channel.
    public var name: String
    /// The name in every language, where it is a word of Patron's own.
    public private(set) var phrase: Phrase?
    public var value: Value?
    /// When it happened, was observed, or is over.
    public var time: Instant?
    /// Which source says so, where that is known.
    public var source: String?
    /// A number: of events, weeks or rows, of a step from 1, or of a place.
    public var count: Int?
    /// The bounds of the number, where it has some.
    public var least: Int?
    public var most: Int?
    /// The stretch of time that counts, from its first instant up to and without its end; open where none.
    public var from: Instant?
    public var to: Instant?

    public init(
        _ kind: Kind, _ name: String, value: Value? = nil, time: Instant? = nil, source: String? = nil,
        count: Int? = nil, least: Int? = nil, most: Int? = nil, from: Instant? = nil, to: Instant? = nil
    ) {
        self.kind = kind
        self.name = name
        self.value = value
        self.time = time
        self.source = source
        self.count = count
        self.least = least
        self.most = most
        self.from = from
        self.to = to
    }

    /// A derived figure that Patron names itself.
    public init(measure name: Phrase, value: Value) {
        self.init(.measure, name.description, value: value)
        phrase = name
    }
}
