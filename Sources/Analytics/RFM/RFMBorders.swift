/// How an axis was divided, and into what.
public struct RFMBorders: Hashable, Sendable {
    /// The values that got one score.
    public struct Band: Hashable, Sendable {
        /// From 1; the highest is best.
        public let score: Int
        /// Buyers with this score; 0 where equal values left it unused.
        public let profiles: Int
        /// The lowest and the highest value among them, none where there is no buyer.
        public let values: ClosedRange<Ratio>?
    }

    /// One for each score, from 1.
    public let bands: [Band]
    /// Where scores change, from score 1 upwards, one fewer than there are scores; empty without buyers.
    ///
    /// A quantile border is the best value that still has the lower score. A fixed border is the worst value that has
    /// the higher one.
    public let cuts: [Ratio]
}

/// The scores of one axis for all buyers, in the buyers' order, and its borders.
struct ScoredAxis: Sendable {
    let scores: [UInt8]
    let borders: RFMBorders

    /// Scores values of which larger ones are better.
    ///
    /// - Parameters:
    ///   - values: one a buyer.
    ///   - scoring: where scores change.
    ///   - groups: how many scores there are.
    ///   - shown: turns a value into the figure that people know.
    init<Value: Ranked>(_ values: [Value], by scoring: Scoring<Value>, groups: Int, shown: (Value) -> Ratio) {
        self.init(values, scores: values.map(scoring.score), cuts: scoring.cuts, groups: groups, shown: shown)
    }

    /// Values with the scores that they have.
    ///
    /// `cuts`: where scores change.
    init<Value: Ranked>(
        _ values: [Value], scores: [UInt8], cuts: [Value], groups: Int, shown: (Value) -> Ratio
    ) {
        var ranges = [(low: Value, high: Value)?](repeating: nil, count: groups)
        var counts = [Int](repeating: 0, count: groups)
        for (buyer, value) in values.enumerated() {
            let band = Int(scores[buyer]) - 1
            counts[band] += 1
            guard let range = ranges[band] else {
                ranges[band] = (value, value)
                continue
            }
            if value < range.low { ranges[band] = (value, range.high) }
            if value > range.high { ranges[band] = (range.low, value) }
        }
        let bands = zip(ranges, counts).enumerated().map { band, found in
            let ends = found.0.map { [shown($0.low), shown($0.high)].sorted() }
            return RFMBorders.Band(score: band + 1, profiles: found.1, values: ends.map { $0[0]...$0[1] })
        }
        self.scores = scores
        borders = RFMBorders(bands: bands, cuts: cuts.map(shown))
    }
}
