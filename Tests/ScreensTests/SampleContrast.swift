import Customers
import Phrases
import Screens

extension Sample {
    /// What sets some people apart, never anything else.
    static func contrast(isAgainstAll: Bool) -> SegmentContrast {
        SegmentContrast(
            people: 200, others: isAgainstAll ? 1000 : 400,
            facts: [
                fact("device", "mobile", 142, 0.58, 8.2), fact("did", "email_click", 12, 0.24, -5.1),
                fact("city", "Kraków", 40, 0, 4),
            ])
    }

    private static func fact(
        _ subject: String, _ label: String, _ people: Int, _ others: Double, _ distance: Double
    ) -> SegmentContrast.Fact {
        SegmentContrast.Fact(
            subject: subject, label: Phrase(verbatim: label),
            people: CountedFilter(count: people, filter: "\(subject) = \"\(label)\""), others: Int(others * 400),
            share: Double(people) / 200, othersShare: others, distance: distance)
    }
}
