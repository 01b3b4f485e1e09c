/// A limit that a measure may cross: `abandonment > 0.8`.
public struct MetricThreshold: Hashable, Sendable {
    public enum Comparison: String, Hashable, Sendable {
        case above = ">"
        case below = "<"
    }

    public let metric: Metric
    public let comparison: Comparison
    /// Money in major units, as people write it; shares from 0 to 1.
    public let limit: Double

    public init(_ metric: Metric, _ comparison: Comparison, _ limit: Double) {
        self.metric = metric
        self.comparison = comparison
        self.limit = limit
    }

    /// Reads `abandonment > 0.8`; none where the text is no such condition.
    public init?(parsing text: String) {
        for comparison in [Comparison.above, .below] {
            let parts = text.split(separator: comparison.rawValue, maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2 else { continue }
            self.init(named: String(parts[0]), comparison, String(parts[1]))
            return
        }
        return nil
    }

    /// A threshold of the name of a measure and a number; none where either is not one.
    public init?(named name: String, _ comparison: Comparison, _ number: String) {
        let blank: (Character) -> Bool = { $0.isWhitespace }
        guard let metric = Metric(named: String(name.drop(while: blank).reversed().drop(while: blank).reversed())),
            let limit = Double(number.filter { !blank($0) }), limit.isFinite
        else { return nil }
        self.init(metric, comparison, limit)
    }

    /// Whether a value lies beyond the limit.
    ///
    /// `minorUnits`: how many make a major unit of the currency.
    public func isCrossed(by value: MetricValue, minorUnits: Int) -> Bool {
        let number = Self.number(value, minorUnits: minorUnits)
        return comparison == .above ? number > limit : number < limit
    }

    /// Whether a value lies so far on the right side again that crossing the limit once more is news.
    ///
    /// `hysteresis`: the share of the limit by which the value must have gone back.
    public func isSettled(by value: MetricValue, hysteresis: Double, minorUnits: Int) -> Bool {
        let number = Self.number(value, minorUnits: minorUnits)
        let margin = abs(limit) * hysteresis
        return comparison == .above ? number <= limit - margin : number >= limit + margin
    }

    /// A limit as it is written.
    public static func number(text limit: Double) -> String {
        limit == limit.rounded() && abs(limit) < 1e15 ? "\(Int64(limit))" : "\(limit)"
    }

    /// The value as people write it: money in major units.
    public static func number(_ value: MetricValue, minorUnits: Int) -> Double {
        if case .money(let minor) = value { return Double(minor) / Double(minorUnits) }
        return value.number
    }
}

extension MetricThreshold: CustomStringConvertible {
    public var description: String {
        "\(metric.rawValue) \(comparison.rawValue) \(Self.number(text: limit))"
    }
}

/// A threshold that is watched: it fires once, and again only after its measure has gone back.
public struct MetricAlarm: Hashable, Sendable {
    public let threshold: MetricThreshold
    /// The share of the limit by which the measure must go back before the alarm may fire again.
    public let hysteresis: Double
    /// Whether the next crossing is news.
    public private(set) var isArmed = true

    public init(_ threshold: MetricThreshold, hysteresis: Double = 0.05) {
        self.threshold = threshold
        self.hysteresis = hysteresis
    }

    /// Takes the present value of the measure, and says whether the alarm fires.
    public mutating func fires(at value: MetricValue?, minorUnits: Int) -> Bool {
        guard let value else { return false }
        if isArmed {
            guard threshold.isCrossed(by: value, minorUnits: minorUnits) else { return false }
            isArmed = false
            return true
        }
        if threshold.isSettled(by: value, hysteresis: hysteresis, minorUnits: minorUnits) { isArmed = true }
        return false
    }
}
