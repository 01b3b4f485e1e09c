/// A number of people with the filter that says who they are.
public struct CountedFilter: Hashable, Sendable {
    public let count: Int
    /// In the filter language, asked at the later of two dates.
    public let filter: String

    public init(count: Int, filter: String) {
        self.count = count
        self.filter = filter
    }
}

/// Who came to be, ceased to be and stayed a member between two dates, or from one rule to another.
public struct SegmentDifference: Hashable, Sendable {
    /// One condition of the filter, and the people whom its change moved.
    public struct Cause: Hashable, Sendable {
        /// The condition in the filter language.
        public let text: String
        /// Those who would not have moved had this condition alone stayed as it was.
        public let needed: CountedFilter
        /// Those of them for whom that is true of no other condition.
        public let alone: CountedFilter

        public init(text: String, needed: CountedFilter, alone: CountedFilter) {
            self.text = text
            self.needed = needed
            self.alone = alone
        }
    }

    /// All who moved one way: the new people, those of one cause, those of several, and those of none add up to them.
    public struct Move: Hashable, Sendable {
        public let all: CountedFilter
        /// Those who did not exist at the earlier date; their conditions are no causes.
        public let appeared: CountedFilter
        /// In reading order.
        public let causes: [Cause]
        /// Those for whom several conditions were needed at once.
        public let several: CountedFilter
        /// Those who would have moved whichever single condition had stayed as it was.
        public let anyway: CountedFilter

        public init(
            all: CountedFilter, appeared: CountedFilter, causes: [Cause], several: CountedFilter, anyway: CountedFilter
        ) {
            self.all = all
            self.appeared = appeared
            self.causes = causes
            self.several = several
            self.anyway = anyway
        }
    }

    public let entered: Move
    public let left: Move
    public let stayed: CountedFilter

    public init(entered: Move, left: Move, stayed: CountedFilter) {
        self.entered = entered
        self.left = left
        self.stayed = stayed
    }
}
