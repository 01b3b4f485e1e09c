public import Filters

/// How a report on a funnel is broken down.
public struct FunnelSplit: Hashable, Sendable {
    /// What attempts are told apart by.
    public enum Subject: Hashable, Sendable {
        /// A trait as of the report's date.
        case trait(String)
        /// A property of the first or last event of the best attempt.
        case property(String, FunnelTouch)
        /// A property of the first step's events, for each of whose values the funnel is followed by itself: a profile
        /// counts once for every value.
        case eachValue(String)
    }

    /// Which values a group holds.
    public enum Kind: Hashable, Sendable {
        /// Those of which the test holds.
        case value(ValueTest)
        /// All values but some.
        case others(than: [ValueTest])
        /// No value.
        case missing
    }

    /// One of the groups.
    public struct Group: Hashable, Sendable {
        /// What the value is called; none for those without a value, and for all values that are not told apart.
        public let name: String?
        /// What holds of the value.
        public let kind: Kind

        public init(name: String?, kind: Kind) {
            self.name = name
            self.kind = kind
        }
    }

    /// What a group says of a trait.
    static func filter(_ trait: String, is kind: Kind) -> Filter {
        switch kind {
        case .value(let test): .trait(trait, test)
        case .others(let tests): .all([.trait(trait, .exists)] + tests.map { .not(.trait(trait, $0)) })
        case .missing: .trait(trait, .missing)
        }
    }

    /// What a group says of a property.
    static func predicate(_ property: String, is kind: Kind) -> Predicate {
        switch kind {
        case .value(let test): .property(property, test)
        case .others(let tests): .all([.property(property, .exists)] + tests.map { .not(.property(property, $0)) })
        case .missing: .property(property, .missing)
        }
    }

    public let subject: Subject
    /// In the order in which they are reported; together they hold everyone.
    public let groups: [Group]

    public init(by subject: Subject, groups: [Group]) {
        self.subject = subject
        self.groups = groups
    }
}
