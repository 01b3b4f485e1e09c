public import Phrases

/// What marketers call buyers with like scores.
public enum RFMGroup: String, Hashable, Sendable, CaseIterable {
    /// Bought lately, often and much.
    case champions = "Champions"
    /// Buy often, or a good deal, and have not gone quiet.
    case loyal = "Loyal"
    /// Bought lately and more than once, not yet much.
    case potentialLoyalists = "Potential loyalists"
    /// Bought for the first time, just now.
    case new = "New"
    /// Bought for the first time, not long ago.
    case promising = "Promising"
    /// Middling in everything.
    case needAttention = "Need attention"
    /// Bought some time ago, and little.
    case aboutToSleep = "About to sleep"
    /// Bought often or a good deal, but long ago.
    case atRisk = "At risk"
    /// Were champions, and have not come back for long.
    case cannotLoseThem = "Cannot lose them"
    /// Bought little, long ago.
    case hibernating = "Hibernating"
    /// Bought little, the longest ago.
    case lost = "Lost"

    /// The name in the filter language: `rfm.group = "Champions"`.
    public var name: String { rawValue }

    /// The group's number in columns, from 1 in the order of `allCases`.
    public var code: UInt8 {
        switch self {
        case .champions: 1
        case .loyal: 2
        case .potentialLoyalists: 3
        case .new: 4
        case .promising: 5
        case .needAttention: 6
        case .aboutToSleep: 7
        case .atRisk: 8
        case .cannotLoseThem: 9
        case .hibernating: 10
        case .lost: 11
        }
    }

    /// The name as screens show it.
    public var phrase: Phrase {
        switch self {
        case .champions: Phrase("rfm.group.champions", "Champions")
        case .loyal: Phrase("rfm.group.loyal", "Loyal")
        case .potentialLoyalists: Phrase("rfm.group.potential_loyalists", "Potential loyalists")
        case .new: Phrase("rfm.group.new", "New")
        case .promising: Phrase("rfm.group.promising", "Promising")
        case .needAttention: Phrase("rfm.group.need_attention", "Need attention")
        case .aboutToSleep: Phrase("rfm.group.about_to_sleep", "About to sleep")
        case .atRisk: Phrase("rfm.group.at_risk", "At risk")
        case .cannotLoseThem: Phrase("rfm.group.cannot_lose_them", "Cannot lose them")
        case .hibernating: Phrase("rfm.group.hibernating", "Hibernating")
        case .lost: Phrase("rfm.group.lost", "Lost")
        }
    }
}
