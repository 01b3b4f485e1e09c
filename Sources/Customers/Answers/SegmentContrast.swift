public import Phrases

/// What sets some people apart from others: what is true of a clearly different share of them.
public struct SegmentContrast: Hashable, Sendable {
    /// One thing that is true of some people.
    public struct Fact: Hashable, Sendable {
        /// A trait, or what the fact is about.
        public let subject: String
        /// The value of the trait, or what they did.
        public let label: Phrase
        /// The people of whom it is true.
        public let people: CountedFilter
        /// How many of the others it is true of.
        public let others: Int
        /// Its part of the people and of the others, 0 to 1.
        public let share, othersShare: Double
        /// How many standard errors the shares lie apart, below 0 where the people have less of it.
        public let distance: Double

        public init(
            subject: String, label: Phrase, people: CountedFilter, others: Int, share: Double, othersShare: Double,
            distance: Double
        ) {
            self.subject = subject
            self.label = label
            self.people = people
            self.others = others
            self.share = share
            self.othersShare = othersShare
            self.distance = distance
        }

        /// The share by that of the others; none where it is true of none of them.
        public var lift: Double? { othersShare > 0 ? share / othersShare : nil }
    }

    public let people, others: Int
    /// The clearest first.
    public let facts: [Fact]

    public init(people: Int, others: Int, facts: [Fact]) {
        self.people = people
        self.others = others
        self.facts = facts
    }
}
