/// A way that profiles go: which events, in which order, within what time.
///
/// `(session_start then product_view where category = "boots" then purchase within 7 days)`
public struct Funnel: Hashable, Sendable {
    /// An event that takes a profile a step further.
    public struct Step: Hashable, Sendable {
        public var event: String
        public var condition: Predicate?

        public init(_ event: String, where condition: Predicate? = nil) {
            self.event = event
            self.condition = condition
        }
    }

    /// What may lie between and before steps.
    public enum Order: String, Hashable, Sendable, CaseIterable {
        /// One step after the other; anything else may lie between.
        case ordered
        /// One step right after the other: nothing that the profile did lies between.
        case strict
        /// The steps as they come.
        case any
    }

    /// How many steps a funnel has.
    public static let stepCounts = 2...12
    /// The window where none is said.
    public static let usualWindow = Span(7, .days)

    /// 2 to 12, the first one first.
    public var steps: [Step]
    public var order: Order
    /// The time from the first step to the last; none for any length of time.
    public var within: Span?
    /// Events that must not lie between two steps.
    public var excluded: [Step]
    /// Whether such an event ends an attempt where it stands (`until E`), not takes the profile out (`without E`).
    public var endsAtExcluded: Bool
    /// Whether the only attempt of a profile begins at its first event of the first step ever (`(first home then …)`).
    public var startsAtFirst: Bool

    public init(
        _ steps: [Step], order: Order = .ordered, within: Span? = usualWindow, excluding excluded: [Step] = [],
        endsAtExcluded: Bool = false, startsAtFirst: Bool = false
    ) {
        self.steps = steps
        self.order = order
        self.within = within
        self.excluded = excluded
        self.endsAtExcluded = endsAtExcluded && !excluded.isEmpty
        self.startsAtFirst = startsAtFirst
    }
}

/// Which funnel is meant.
public enum FunnelReference: Hashable, Sendable {
    /// `funnel "Checkout"`
    case saved(String)
    /// `funnel (home then cart then purchase within 7 days)`
    case defined(Funnel)
}

/// Which event of an attempt a property is taken from.
public enum FunnelTouch: String, Hashable, Sendable, CaseIterable {
    /// That of the first step.
    case first
    /// That of the last step that was reached.
    case last
}

/// A state at a step: `reached step 3 of funnel "Checkout" [where P] [TIME]`.
public struct FunnelCondition: Hashable, Sendable {
    public var state: FunnelState
    /// From 1.
    public var step: Int
    public var funnel: FunnelReference
    /// What must hold of the first step's event in the best attempt, or with `.last` of the last one's.
    public var condition: Predicate?
    public var touch: FunnelTouch
    /// When attempts begin.
    public var time: TimeRange?

    public init(
        _ state: FunnelState, step: Int, of funnel: FunnelReference, where condition: Predicate? = nil,
        touch: FunnelTouch = .first, time: TimeRange? = nil
    ) {
        self.state = state
        self.step = step
        self.funnel = funnel
        self.condition = condition
        self.touch = condition == nil ? .first : touch
        self.time = time
    }
}
