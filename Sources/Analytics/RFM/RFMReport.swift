import Columnar
public import Customers

/// Buyers by recency, frequency and monetary value.
///
/// A buyer has at least one purchase before the report's instant. The best score is the number of groups on every axis;
/// equal values have equal scores, always, so that some scores may be unused.
///
///     let report = RFMReport(of: purchases, asOf: now)
///     report.cells.first?.group  // .lost
public struct RFMReport: Hashable, Sendable {
    /// The profiles with the same three scores.
    public struct Cell: Hashable, Sendable {
        /// The scores they share.
        public let score: RFMScore
        /// How many they are, 1 or more.
        public let profiles: Int
        /// Their revenue, in minor units of the reporting currency.
        public let revenueMinor: Int64
        /// What such profiles are called.
        public let group: RFMGroup
    }

    /// What counts happened before this instant.
    public let asOf: Instant
    /// How values were taken and scored.
    public let options: RFMOptions
    /// What names the cells.
    public let groupMap: RFMGroupMap
    /// Profiles with a purchase.
    public let buyers: Int
    /// Recency in whole days of 24 hours since the last purchase; score 1 has the most.
    public let recency: RFMBorders
    /// Frequency in orders or in local days, as the options say.
    public let frequency: RFMBorders
    /// Revenue in minor units, its sum or its mean by order, as the options say.
    public let monetary: RFMBorders
    /// The recency of all buyers together, in days.
    public let recencyTotal: Int64
    /// The frequency of all buyers together.
    public let frequencyTotal: Int64
    /// The revenue of all buyers together, in minor units, also where the axis takes means.
    public let revenueTotal: Int64
    /// The scores of every profile.
    public let scores: RFMScores
    /// The cells with a profile, from the worst scores to the best: by recency, then frequency, then monetary value.
    public let cells: [Cell]

    /// Scores all buyers.
    ///
    /// - Parameters:
    ///   - purchases: of all profiles, in any order; later ones do not count.
    ///   - asOf: the instant for which recency is taken.
    ///   - options: how values are taken and scored.
    ///   - groupMap: what names the cells.
    ///   - standing: the place of each profile, by row, which tells equal values apart where the rule parts them; the row
    ///     itself where there is none.
    ///   - isCounted: which profiles, by row, the figures are limited to; scores are among all buyers all the same, so
    ///     that a limited cell holds those of its people who are counted.
    /// - Precondition: where frequency counts days, purchases have local days; the revenue of all fits 64 bits.
    /// - Complexity: O(purchases + profiles), but see ``RFMOptions/Frequency/days``: out of order those are sorted.
    public init(
        of purchases: Purchases, asOf: Instant, options: RFMOptions = .standard, groupMap: RFMGroupMap = .standard,
        standing: [UInt32]? = nil, counting isCounted: (Int) -> Bool = { _ in true }
    ) {
        self.init(
            BuyerFigures(of: purchases, asOf: asOf, options: options), of: purchases.profileRows, asOf: asOf,
            options: options, groupMap: groupMap, standing: standing, counting: isCounted)
    }

    /// Scores all buyers by what is added up of their purchases already.
    ///
    /// - Parameters:
    ///   - totals: of all profiles, before the instant.
    ///   - asOf: the instant for which recency is taken.
    ///   - options: how values are taken and scored.
    ///   - standing: as above.
    /// - Precondition: the options need no more than totals.
    public init(of totals: BuyerTotals, asOf: Instant, options: RFMOptions, standing: [UInt32]? = nil) {
        precondition(options.needsOnlyTotals, "totals that do not tell what the options take")
        self.init(
            BuyerFigures(of: totals, asOf: asOf), of: totals.counts.count, asOf: asOf, options: options,
            groupMap: .standard, standing: standing, counting: { _ in true })
    }

    private init(
        _ figures: BuyerFigures, of profileRows: Int, asOf: Instant, options: RFMOptions, groupMap: RFMGroupMap,
        standing: [UInt32]?, counting isCounted: (Int) -> Bool
    ) {
        let places = standing.map { standing in figures.rows.map { standing[Int($0)] } } ?? figures.rows
        let axes = shared(3) { axis in
            switch axis {
            case 0: ScoredAxis(recencyOf: figures, places, options: options)
            case 1: ScoredAxis(frequencyOf: figures, places, options: options)
            default: ScoredAxis(monetaryOf: figures, places, options: options)
            }
        }
        let (recency, frequency, monetary) = (axes[0], axes[1], axes[2])
        let scores = RFMScores(
            rows: figures.rows, of: profileRows, groups: options.groups, recency: recency.scores,
            frequency: frequency.scores, monetary: monetary.scores)
        self.asOf = asOf
        self.options = options
        self.groupMap = groupMap
        let counted = figures.rows.indices.filter { isCounted(Int(figures.rows[$0])) }
        buyers = counted.count
        self.recency = recency.borders
        self.frequency = frequency.borders
        self.monetary = monetary.borders
        recencyTotal = counted.reduce(0) { $0 + figures.recencyDays[$1] }
        frequencyTotal = counted.reduce(0) { $0 + figures.frequency[$1] }
        revenueTotal = counted.reduce(0) { $0 + figures.revenue[$1] }
        cells = RFMReport.cells(scores, of: figures, counting: counted, named: groupMap)
        self.scores = scores
    }

    private static func cells(
        _ scores: RFMScores, of figures: BuyerFigures, counting counted: [Int], named map: RFMGroupMap
    ) -> [Cell] {
        let groups = scores.groups
        var profiles = [Int](repeating: 0, count: groups * groups * groups)
        var revenue = [Int64](repeating: 0, count: profiles.count)
        for buyer in counted {
            let cell = scores.cell(of: Int(figures.rows[buyer]))
            profiles[cell] += 1
            revenue[cell] += figures.revenue[buyer]
        }
        return profiles.indices.filter { profiles[$0] > 0 }.map { cell in
            let score = RFMScore(cell: cell, of: groups)
            return Cell(
                score: score, profiles: profiles[cell], revenueMinor: revenue[cell],
                group: map.group(of: score, groups: groups))
        }
    }
}

extension ScoredAxis {
    init(recencyOf figures: BuyerFigures, _ standing: [UInt32], options: RFMOptions) {
        // Fewer days are better, so that days are scored by their negatives.
        let values = figures.recencyDays.map { -$0 }
        let shown = { (value: Int64) in Ratio(-value) }
        guard let fixed = options.fixedBorders else {
            self.init(
                values, rule: options.rule, groups: options.groups, standing: standing, isReversed: true, shown: shown)
            return
        }
        let scoring = Scoring(fixed: fixed.recencyDays.reversed().map { -$0 })
        self.init(values, by: scoring, groups: options.groups, shown: shown)
    }

    init(frequencyOf figures: BuyerFigures, _ standing: [UInt32], options: RFMOptions) {
        let shown = { (value: Int64) in Ratio(value) }
        guard let fixed = options.fixedBorders else {
            self.init(figures.frequency, rule: options.rule, groups: options.groups, standing: standing, shown: shown)
            return
        }
        self.init(figures.frequency, by: Scoring(fixed: fixed.frequency), groups: options.groups, shown: shown)
    }

    init(monetaryOf figures: BuyerFigures, _ standing: [UInt32], options: RFMOptions) {
        switch options.monetary {
        case .sum:
            let shown = { (value: Int64) in Ratio(value) }
            guard let fixed = options.fixedBorders else {
                self.init(figures.revenue, rule: options.rule, groups: options.groups, standing: standing, shown: shown)
                return
            }
            self.init(figures.revenue, by: Scoring(fixed: fixed.monetary), groups: options.groups, shown: shown)
        case .average:
            let values = zip(figures.revenue, figures.orders).map { Ratio($0, over: $1) }
            guard let fixed = options.fixedBorders else {
                self.init(values, rule: options.rule, groups: options.groups, standing: standing) { $0 }
                return
            }
            let scoring = Scoring(fixed: fixed.monetary.map { Ratio($0) })
            self.init(values, by: scoring, groups: options.groups) { $0 }
        }
    }
}
