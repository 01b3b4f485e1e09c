extension RFMReport {
    /// Profiles and their revenue in a part of the report.
    public struct Share: Hashable, Sendable {
        /// How many profiles.
        public fileprivate(set) var profiles = 0
        /// Their revenue, in minor units.
        public fileprivate(set) var revenueMinor: Int64 = 0

        fileprivate mutating func add(_ cell: Cell) {
            profiles += cell.profiles
            revenueMinor += cell.revenueMinor
        }
    }

    /// The grid of recency and frequency: `grid[recency - 1][frequency - 1]`, over all monetary scores.
    public var grid: [[Share]] {
        var grid = [[Share]](
            repeating: [Share](repeating: Share(), count: options.groups), count: options.groups)
        for cell in cells { grid[cell.score.recency - 1][cell.score.frequency - 1].add(cell) }
        return grid
    }

    /// Every group with its share, empty ones too, in the order of `RFMGroup.allCases`.
    public var groups: [(group: RFMGroup, share: Share)] {
        var shares: [RFMGroup: Share] = [:]
        for cell in cells { shares[cell.group, default: Share()].add(cell) }
        return RFMGroup.allCases.map { ($0, shares[$0] ?? Share()) }
    }
}
