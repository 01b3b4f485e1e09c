public import Analytics
public import Customers

/// Buyers by the scores of recency, frequency and monetary value.
public struct RFMFigures: Hashable, Sendable {
    /// The date that the scores hold for.
    public let asOf: Instant
    /// Everyone who bought before that date.
    public let buyers: Int
    /// Scores on every axis.
    public let groups: Int
    /// Cells with at least one buyer; three scores name a cell.
    public let cells: [Cell]
    /// The values behind the scores.
    public let ranges: Ranges
    /// The time that the evaluation took.
    public let milliseconds: Double

    /// Makes figures; without `ranges` none are shown.
    public init(
        asOf: Instant, buyers: Int, groups: Int = 5, cells: [Cell], ranges: Ranges = Ranges(), milliseconds: Double = 0
    ) {
        self.asOf = asOf
        self.buyers = buyers
        self.groups = groups
        self.cells = cells
        self.ranges = ranges
        self.milliseconds = milliseconds
    }

    /// One of the cells, 125 in a report of fifths.
    public struct Cell: Hashable, Sendable {
        /// Scores from 1 to the number of groups.
        public let recency, frequency, monetary: Int
        /// Buyers with these scores.
        public let profiles: Int
        /// Their net revenue, in minor units.
        public let revenueMinor: Int64
        /// What such buyers are called.
        public let group: RFMGroup

        public init(
            recency: Int, frequency: Int, monetary: Int, profiles: Int, revenueMinor: Int64, group: RFMGroup
        ) {
            self.recency = recency
            self.frequency = frequency
            self.monetary = monetary
            self.profiles = profiles
            self.revenueMinor = revenueMinor
            self.group = group
        }
    }

    /// The least and the greatest value of each score from 1 on; none for a score that nobody has.
    public struct Ranges: Hashable, Sendable {
        /// Whole days since the last purchase.
        public var recency: [ClosedRange<Double>?] = []
        /// Purchases.
        public var frequency: [ClosedRange<Double>?] = []
        /// Revenue in minor units.
        public var monetary: [ClosedRange<Double>?] = []

        public init() {}
    }
}
