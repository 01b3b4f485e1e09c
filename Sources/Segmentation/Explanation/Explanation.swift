public import Filters

/// How each condition of a filter bears on its count.
public struct Explanation: Hashable, Sendable {
    /// One condition, as a line of the filter.
    public struct Line: Hashable, Sendable {
        /// The condition; `not` and `as of` before a single condition belong to it.
        public let condition: Filter
        /// Where it stands: which operand to take at each step down from the whole filter.
        public let path: [Int]
        /// How many groups stand around it, the outermost not counted.
        public let depth: Int
        /// Members of the line by itself; those of the groups' dates where it stands under an `as of`.
        public let alone: Int
        /// Members with all later lines removed.
        public let after: Int
        /// Members with this line removed.
        public let without: Int
        /// The time that the line by itself took; near 0 where its answer was known.
        public let time: Duration

        /// The condition in the filter language.
        public var text: String { condition.text }
    }

    /// Members of the whole filter.
    public let count: Int
    /// Profiles that exist at the date asked about.
    public let base: Int
    /// In reading order.
    public let lines: [Line]
}
