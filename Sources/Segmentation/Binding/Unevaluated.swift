import Filters
import Phrases

extension Filter {
    /// What a condition that is not evaluated yet is called, with its words.
    var unevaluated: Phrase {
        switch self {
        case .sample: Phrase("fault.notyet.samples", "samples (‘sample … %’)")
        case .all, .any, .not, .asOf, .trait, .anniversary, .performed, .occurrence, .sequence, .habit, .change,
            .cart, .aggregate, .membership, .derived, .lifecycle, .cohort, .reachable, .consents, .funnelStep:
            Phrase("fault.notyet.condition", "this condition")
        }
    }
}

extension Measure {
    /// The words that begin the measure in the filter language.
    var words: String {
        switch self {
        case .rfm: text
        case .netRevenue: "net_revenue"
        case .lifetimeValue: "ltv"
        case .probabilityAlive: "p_alive"
        case .score: "score"
        case .probability: "probability"
        case .expectedPurchases: "expected_purchases"
        }
    }
}
