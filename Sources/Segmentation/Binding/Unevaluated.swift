import Filters

extension Filter {
    /// What a condition that is not evaluated yet is called, with its words.
    var unevaluated: String {
        switch self {
        case .sequence: "sequences (‘then’)"
        case .habit: "habits (‘in at least … of last … weeks’)"
        case .change(let change): "‘\(change.kind.rawValue)’"
        case .aggregate(let aggregate): "totals of events (‘\(aggregate.function.rawValue)(…)’)"
        case .membership(.member): "membership (‘in segment’)"
        case .membership(.entered): "‘entered segment’"
        case .membership(.left): "‘left segment’"
        case .lifecycle: "‘lifecycle’"
        case .funnelStep: "funnel steps"
        case .cohort: "cohorts (‘in cohort’)"
        case .reachable: "‘reachable by’"
        case .consents: "‘consents to’"
        case .sample: "samples (‘sample … %’)"
        case .derived(let measure, _): "‘\(measure.words)’"
        case .all, .any, .not, .asOf, .trait, .anniversary, .performed, .occurrence: "this condition"
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
