public import Customers

/// Buyers by the scores of recency, frequency and monetary value.
public struct RFMGrid: Hashable, Sendable {
    /// The date that the scores hold for.
    public let asOf: Instant
    /// Everyone who bought before that date.
    public let buyers: Int
    /// Cells with at least one buyer; three scores name a cell.
    public let cells: [Cell]
    /// The smallest value of each score from 2 on, recency in days, monetary in minor units.
    public let borders: Borders
    /// The time that the evaluation took.
    public let milliseconds: Double

    public init(asOf: Instant, buyers: Int, cells: [Cell], borders: Borders = Borders(), milliseconds: Double = 0) {
        self.asOf = asOf
        self.buyers = buyers
        self.cells = cells
        self.borders = borders
        self.milliseconds = milliseconds
    }

    /// One of the 125 cells.
    public struct Cell: Hashable, Sendable {
        public let recency, frequency, monetary: Int
        public let profiles: Int
        public let revenueMinor: Int64
        public let group: String

        public init(
            recency: Int, frequency: Int, monetary: Int, profiles: Int, revenueMinor: Int64, group: String
        ) {
            self.recency = recency
            self.frequency = frequency
            self.monetary = monetary
            self.profiles = profiles
            self.revenueMinor = revenueMinor
            self.group = group
        }
    }

    /// Where one score ends and the next begins; empty where unknown.
    public struct Borders: Hashable, Sendable {
        public var recency: [Double] = []
        public var frequency: [Double] = []
        public var monetary: [Double] = []

        public init() {}
    }
}
