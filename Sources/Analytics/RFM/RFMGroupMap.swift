/// Which group every one of the 125 cells of five scores belongs to.
///
/// The standard map reads a cell's recency *R*, frequency *F*, monetary value *M*, and *V*, the mean of *F* and *M*
/// rounded up. The first column that fits names the cell:
///
/// | R | F = 1 | F and M from 4 | F or V from 4 | V = 3 | others |
/// |---|---|---|---|---|---|
/// | 5 | New | Champions | Loyal | Potential loyalists | Potential loyalists |
/// | 4 | Promising | Champions | Loyal | Potential loyalists | Potential loyalists |
/// | 3 | | Loyal | Loyal | Need attention | About to sleep |
/// | 2 | | Cannot lose them | At risk | At risk | Hibernating |
/// | 1 | | Cannot lose them | At risk | At risk | Lost |
///
/// An empty entry fits nothing. Where there are fewer or more than five scores, each is first carried to the
/// nearest of five, the worst to 1 and the best to 5.
public struct RFMGroupMap: Hashable, Sendable {
    /// The cells that differ from the standard map.
    public private(set) var overrides: [RFMScore: RFMGroup] = [:]

    /// The map without overrides.
    public static let standard = RFMGroupMap()

    /// The standard map with some cells named otherwise.
    ///
    /// - Precondition: the scores of all cells are 1 to 5.
    public init(overrides: [RFMScore: RFMGroup] = [:]) {
        for (score, group) in overrides { self[score] = group }
    }

    /// The group of a cell of five scores.
    ///
    /// - Precondition: the scores are 1 to 5.
    public subscript(score: RFMScore) -> RFMGroup {
        get { overrides[score] ?? RFMGroupMap.standardGroup(of: score) }
        set {
            precondition(RFMGroupMap.holds(score), "scores outside 1 to 5")
            overrides[score] = newValue == RFMGroupMap.standardGroup(of: score) ? nil : newValue
        }
    }

    /// The group of a cell of 2 to 10 scores.
    public func group(of score: RFMScore, groups: Int) -> RFMGroup {
        func carried(_ score: Int) -> Int { 1 + (8 * (score - 1) + groups - 1) / (2 * (groups - 1)) }
        return self[
            RFMScore(
                recency: carried(score.recency), frequency: carried(score.frequency), monetary: carried(score.monetary))
        ]
    }

    private static func holds(_ score: RFMScore) -> Bool {
        [score.recency, score.frequency, score.monetary].allSatisfy((1...5).contains)
    }

    private static func standardGroup(of score: RFMScore) -> RFMGroup {
        precondition(holds(score), "scores outside 1 to 5")
        let value = (score.frequency + score.monetary + 1) / 2
        let isHigh = score.frequency >= 4 && score.monetary >= 4
        let isGood = score.frequency >= 4 || value >= 4
        switch score.recency {
        case 4, 5:
            if score.frequency == 1 { return score.recency == 5 ? .new : .promising }
            return isHigh ? .champions : isGood ? .loyal : .potentialLoyalists
        case 3:
            return isGood ? .loyal : value == 3 ? .needAttention : .aboutToSleep
        default:
            if isHigh { return .cannotLoseThem }
            if isGood || value == 3 { return .atRisk }
            return score.recency == 2 ? .hibernating : .lost
        }
    }
}
