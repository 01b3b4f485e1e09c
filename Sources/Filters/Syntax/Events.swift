/// Which events: those of one name, or any.
public enum EventName: Hashable, Sendable {
    /// `anything`
    case anything
    /// `purchase`
    case named(String)
}

/// How many times an event must have happened.
public enum Count: Hashable, Sendable {
    /// `at least 2 times`
    case atLeast(Int)
    /// `at most 2 times`
    case atMost(Int)
    /// `exactly 2 times`
    case exactly(Int)
    /// `less than 2 times`
    case lessThan(Int)
    /// `more than 2 times`
    case moreThan(Int)
    /// `between 2 and 5 times`
    case between(Int, Int)
}

/// `did EVENT [where P] [COUNT] [TIME]` or `did not EVENT [where P] [TIME]`.
public struct Performance: Hashable, Sendable {
    public var event: EventName
    /// `did not`; then there is no count.
    public var isNegated: Bool
    public var condition: Predicate?
    /// None means at least once.
    public var count: Count?
    public var time: TimeRange?

    public init(
        _ event: EventName, isNegated: Bool = false, where condition: Predicate? = nil, count: Count? = nil,
        time: TimeRange? = nil
    ) {
        self.event = event
        self.isNegated = isNegated
        self.condition = condition
        self.count = count
        self.time = time
    }
}

/// `first EVENT [where P] TIME`, `last EVENT [where P] TIME`.
public struct Occurrence: Hashable, Sendable {
    public enum Which: String, Hashable, Sendable {
        case first, last
    }

    public var which: Which
    public var event: String
    public var condition: Predicate?
    public var time: TimeRange

    public init(_ which: Which, _ event: String, where condition: Predicate? = nil, time: TimeRange) {
        self.which = which
        self.event = event
        self.condition = condition
        self.time = time
    }
}

/// `did A [where P] [TIME] then B [where P] within DUR then not C within DUR`.
public struct EventSequence: Hashable, Sendable {
    /// A later step.
    public struct Step: Hashable, Sendable {
        public enum Join: String, Hashable, Sendable {
            case product, cart
        }

        public var event: String
        /// Such as `then same product B`.
        public var join: Join?
        /// Such as `then not B`.
        public var isNegated: Bool
        public var condition: Predicate?
        /// None only where the last step is `then not B`: then up to the date asked about.
        public var within: Span?

        public init(
            _ event: String, join: Join? = nil, isNegated: Bool = false, where condition: Predicate? = nil,
            within: Span?
        ) {
            self.event = event
            self.join = join
            self.isNegated = isNegated
            self.condition = condition
            self.within = within
        }
    }

    public var event: String
    public var condition: Predicate?
    /// Limits the first event.
    public var time: TimeRange?
    /// One or more.
    public var steps: [Step]

    public init(_ event: String, where condition: Predicate? = nil, time: TimeRange? = nil, steps: [Step]) {
        self.event = event
        self.condition = condition
        self.time = time
        self.steps = steps
    }
}

/// `did EVENT [where P] in at least k of last m weeks`.
public struct Habit: Hashable, Sendable {
    public var event: EventName
    public var condition: Predicate?
    public var atLeast: Int
    public var ofLastWeeks: Int

    public init(_ event: EventName, where condition: Predicate? = nil, atLeast: Int, ofLastWeeks: Int) {
        self.event = event
        self.condition = condition
        self.atLeast = atLeast
        self.ofLastWeeks = ofLastWeeks
    }
}

/// `stopped EVENT [where P] within last D`, `restarted EVENT [where P] within last D`.
public struct Change: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
        case stopped, restarted
    }

    public var kind: Kind
    public var event: String
    public var condition: Predicate?
    public var withinLast: Span

    public init(_ kind: Kind, _ event: String, where condition: Predicate? = nil, withinLast: Span) {
        self.kind = kind
        self.event = event
        self.condition = condition
        self.withinLast = withinLast
    }
}

/// `sum(purchase.revenue) [where P] [TIME] >= 500`.
public struct Aggregate: Hashable, Sendable {
    public enum Function: String, Hashable, Sendable, CaseIterable {
        case sum, average, min, max, count, distinct
    }

    public var function: Function
    public var event: String
    /// None only for `count`.
    public var property: String?
    public var condition: Predicate?
    public var time: TimeRange?
    public var test: ValueTest

    public init(
        _ function: Function, _ event: String, property: String? = nil, where condition: Predicate? = nil,
        time: TimeRange? = nil, test: ValueTest
    ) {
        self.function = function
        self.event = event
        self.property = property
        self.condition = condition
        self.time = time
        self.test = test
    }
}
