public import Customers
public import Filters
public import Phrases

/// How recency, frequency and monetary value are taken and scored.
public struct RFMOptions: Hashable, Sendable {
    /// What counts as one purchase.
    public enum Frequency: String, Hashable, Sendable, CaseIterable {
        /// Every order.
        case orders
        /// Every local day with an order.
        case days
    }

    /// What is taken of a buyer's revenue.
    public enum Monetary: String, Hashable, Sendable, CaseIterable {
        /// All of it.
        case sum
        /// The mean by order, also where frequency counts days.
        case average
    }

    /// Which revenue is taken.
    public enum Revenue: String, Hashable, Sendable, CaseIterable {
        /// After refunds.
        case net
        /// Before refunds.
        case gross
    }

    /// Scores on every axis, 2 to 10.
    public let groups: Int
    /// Where one score ends and the next begins; quantiles if nothing is fixed.
    public let fixedBorders: RFMFixedBorders?
    /// Where scores of quantiles change.
    public let rule: RFMVariant.Rule
    /// What counts as one purchase.
    public let frequency: Frequency
    /// What is taken of a buyer's revenue.
    public let monetary: Monetary
    /// Which revenue is taken.
    public let revenue: Revenue
    /// Purchases before this instant do not count; all do if there is none.
    public let since: Instant?

    /// What the filter language means by `rfm.recency`: five quantiles of all orders and their net revenue.
    public static let standard = RFMOptions()

    private init() {
        groups = 5
        fixedBorders = nil
        rule = .share
        frequency = .orders
        monetary = .sum
        revenue = .net
        since = nil
    }

    /// Options that fit each other.
    ///
    /// - Throws: where there are fewer than 2 or more than 10 groups, or fixed borders that do not divide an axis in
    ///   that many.
    public init(
        groups: Int = 5, fixedBorders: RFMFixedBorders? = nil, frequency: Frequency = .orders,
        monetary: Monetary = .sum, revenue: Revenue = .net, since: Instant? = nil, rule: RFMVariant.Rule = .share
    ) throws(RFMError) {
        guard (2...10).contains(groups) else { throw .groups(groups) }
        try fixedBorders?.check(groups: groups)
        guard fixedBorders == nil || rule == .share else { throw .ruleOfFixed }
        self.rule = rule
        self.groups = groups
        self.fixedBorders = fixedBorders
        self.frequency = frequency
        self.monetary = monetary
        self.revenue = revenue
        self.since = since
    }
}

/// One of the three axes.
public enum RFMAxis: String, Hashable, Sendable, CaseIterable {
    case recency, frequency, monetary
}

/// Borders that stay the same whoever buys, one fewer than there are scores.
public struct RFMFixedBorders: Hashable, Sendable {
    /// The most days for the best score, for the next, and so on: `30, 90, 180, 365`.
    public let recencyDays: [Int64]
    /// The fewest purchases for score 2, for score 3, and so on: `2, 3, 5, 10`.
    public let frequency: [Int64]
    /// The least revenue for score 2, for score 3, and so on, in minor units.
    public let monetary: [Int64]

    /// Borders of all axes, each rising.
    public init(recencyDays: [Int64], frequency: [Int64], monetary: [Int64]) {
        self.recencyDays = recencyDays
        self.frequency = frequency
        self.monetary = monetary
    }

    func check(groups: Int) throws(RFMError) {
        let axes: [(RFMAxis, [Int64])] = [(.recency, recencyDays), (.frequency, frequency), (.monetary, monetary)]
        for (axis, borders) in axes {
            guard borders.count == groups - 1 else {
                throw .borderCount(axis, found: borders.count, expected: groups - 1)
            }
            guard zip(borders, borders.dropFirst()).allSatisfy(<) else { throw .bordersNotRising(axis) }
        }
    }
}

/// Why options are no options.
public enum RFMError: Phrased, Hashable, Sendable {
    /// There are fewer than 2 groups, or more than 10.
    case groups(Int)
    /// An axis has too few or too many fixed borders.
    case borderCount(RFMAxis, found: Int, expected: Int)
    /// A fixed border is not above the one before it.
    case bordersNotRising(RFMAxis)
    /// Fixed borders are given and a rule for quantiles too.
    case ruleOfFixed
}

extension RFMError: CustomStringConvertible {
    public var description: String { phrase.description }

    public var phrase: Phrase {
        switch self {
        case .groups(let count): Phrase("rfm.wrong.groups", "RFM takes 2 to 10 groups, not %1.", "\(count)")
        case .borderCount(let axis, let found, let expected):
            Phrase(
                "rfm.wrong.count", "The %3 axis has %1 borders and needs %2, one fewer than there are groups.",
                "\(found)", "\(expected)"
            ).with(axis.phrase)
        case .ruleOfFixed:
            Phrase("rfm.wrong.rule", "Fixed borders leave no choice of a rule; leave out one of both.")
        case .bordersNotRising(let axis):
            Phrase(
                "rfm.wrong.order",
                "The borders of the %1 axis do not rise; write them from the smallest to the largest."
            ).with(axis.phrase)
        }
    }
}

extension RFMAxis {
    /// What the axis scores, as a part of a sentence.
    fileprivate var phrase: Phrase {
        switch self {
        case .recency: Phrase("rfm.axis.recency", "recency")
        case .frequency: Phrase("rfm.axis.frequency", "frequency")
        case .monetary: Phrase("rfm.axis.monetary", "monetary")
        }
    }
}
