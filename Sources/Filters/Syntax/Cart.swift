/// `abandoned cart of EVENT [where P] [TIME]`: events with gaps under 24 hours are one cart.
public struct Cart: Hashable, Sendable {
    /// What became of a cart by the date asked about.
    public enum State: String, Hashable, Sendable, CaseIterable {
        /// Whatever became of it.
        case any
        /// A purchase followed the last event, within 24 hours.
        case ordered
        /// None followed, and the 24 hours have passed.
        case abandoned
        /// None followed yet.
        case open
    }

    public var state: State
    /// The event that adds to a cart.
    public var event: String
    public var condition: Predicate?
    /// Limits the last event of the cart; none means at any time.
    public var time: TimeRange?

    public init(_ state: State, of event: String, where condition: Predicate? = nil, time: TimeRange? = nil) {
        self.state = state
        self.event = event
        self.condition = condition
        self.time = time
    }
}
