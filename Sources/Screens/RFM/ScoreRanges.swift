import Analytics
import Filters
import Terminal

/// The values that scores stand for, as texts.
struct ScoreRanges {
    private let ranges: RFMFigures.Ranges
    private let context: Context

    init(_ ranges: RFMFigures.Ranges, _ context: Context) {
        self.ranges = ranges
        self.context = context
    }

    /// The least and the greatest value in words, `15 to 39`; none for a score that nobody has.
    func full(_ axis: RFMAxis, _ score: Int) -> String? {
        text(axis, score, joint: { context.say("rfm.range", "%1 to %2", $0, $1) }) { value in
            axis == .monetary ? context.money(Int64(value)) : Numbers.decimal(value, places: 0)
        }
    }

    /// The same in a few signs: `15-39`.
    func short(_ axis: RFMAxis, _ score: Int) -> String? {
        text(axis, score, joint: { "\($0)-\($1)" }) { value in
            axis == .monetary ? context.shortMoney(Int64(value)) : Numbers.short(Int(value))
        }
    }

    private func text(
        _ axis: RFMAxis, _ score: Int, joint: (String, String) -> String, number: (Double) -> String
    ) -> String? {
        let known =
            switch axis {
            case .recency: ranges.recency
            case .frequency: ranges.frequency
            case .monetary: ranges.monetary
            }
        guard known.indices.contains(score - 1), let range = known[score - 1] else { return nil }
        let (low, high) = (number(range.lowerBound), number(range.upperBound))
        return low == high ? low : joint(low, high)
    }

    func frequencyName(of variant: RFMVariant) -> String {
        variant.countsDays ? context.say("rfm.buyingdays", "buying days") : context.say("rfm.times", "purchases")
    }

    func monetaryName(of variant: RFMVariant) -> String {
        variant.takesAverage
            ? context.say("rfm.perorder", "an order") : context.say("rfm.detail.revenue", "revenue")
    }
}
