/// The three scores of a profile, `543`: recency 5, frequency 4, monetary value 3.
public struct RFMScore: Hashable, Sendable {
    /// From 1, the best for the latest purchase.
    public let recency: Int
    /// From 1, the best for the most purchases.
    public let frequency: Int
    /// From 1, the best for the most revenue.
    public let monetary: Int

    /// Scores as they are given.
    public init(recency: Int, frequency: Int, monetary: Int) {
        self.recency = recency
        self.frequency = frequency
        self.monetary = monetary
    }

    /// The score of the cell that ``RFMScores/cell(of:)`` numbers.
    init(cell: Int, of groups: Int) {
        self.init(
            recency: cell / (groups * groups) + 1, frequency: cell / groups % groups + 1, monetary: cell % groups + 1)
    }
}

extension RFMScore: CustomStringConvertible {
    /// `543`, or `10-4-3` where a score has two digits.
    public var description: String {
        let scores = [recency, frequency, monetary]
        return scores.map(String.init).joined(separator: scores.contains { $0 > 9 } ? "-" : "")
    }
}

/// The scores of all profiles as columns, one value a row of the table of profiles; 0 for one that bought nothing.
public struct RFMScores: Hashable, Sendable {
    /// Scores on every axis.
    public let groups: Int
    /// 1 for those who bought the longest ago.
    public let recency: [UInt8]
    /// 1 for those who bought the least often.
    public let frequency: [UInt8]
    /// 1 for those who brought the least revenue.
    public let monetary: [UInt8]

    /// Spreads the scores of buyers over the rows of all profiles.
    init(
        rows: [UInt32], of profileRows: Int, groups: Int, recency: [UInt8], frequency: [UInt8], monetary: [UInt8]
    ) {
        func spread(_ scores: [UInt8]) -> [UInt8] {
            var column = [UInt8](repeating: 0, count: profileRows)
            for (buyer, row) in rows.enumerated() { column[Int(row)] = scores[buyer] }
            return column
        }
        self.groups = groups
        self.recency = spread(recency)
        self.frequency = spread(frequency)
        self.monetary = spread(monetary)
    }

    /// The scores of a profile, none where it bought nothing.
    public subscript(row: Int) -> RFMScore? {
        guard recency[row] > 0 else { return nil }
        return RFMScore(
            recency: Int(recency[row]), frequency: Int(frequency[row]), monetary: Int(monetary[row]))
    }

    /// The number of a buyer's cell, 0 for the worst scores.
    func cell(of row: Int) -> Int {
        ((Int(recency[row]) - 1) * groups + Int(frequency[row]) - 1) * groups + Int(monetary[row]) - 1
    }

    /// The group of every profile as a column of codes: ``RFMGroup/code``, 0 for one that bought nothing.
    public func groupCodes(by map: RFMGroupMap) -> [UInt8] {
        let codes = (0..<groups * groups * groups).map {
            map.group(of: RFMScore(cell: $0, of: groups), groups: groups).code
        }
        return recency.indices.map { recency[$0] == 0 ? 0 : codes[cell(of: $0)] }
    }
}
