import Filters

/// What rules ask about, through the segments and funnels that they name.
///
/// Facts about these say nothing of people that the rules do not say themselves.
struct RuleSubjects {
    private(set) var traits: Set<String> = []
    private(set) var events: Set<String> = []
    private var segments: Set<String> = []

    /// - Precondition: the texts have been checked.
    init(of texts: [String], in references: SegmentReferences) throws {
        for text in texts where !text.isEmpty { try take(text, references) }
        // Orders are the same doings under two names.
        if events.contains("order") { events.insert("purchase") }
    }

    private mutating func take(_ text: String, _ references: SegmentReferences) throws {
        let parsed = try ParsedFilter(text)
        for use in parsed.names {
            switch use.role {
            case .trait: traits.insert(use.name)
            case .event: events.insert(use.name)
            case .segment:
                guard segments.insert(use.name).inserted, let source = references.sources[use.name] else { continue }
                try take(source, references)
            case .funnel:
                let funnel = references.funnels[use.name]
                events.formUnion(((funnel?.steps ?? []) + (funnel?.excluded ?? [])).map(\.event))
            case .property, .score, .purpose: continue
            }
        }
        for node in parsed.filter.nodes { take(node.filter) }
    }

    /// Figures that only buyers have ask about purchases, which they do not name.
    private mutating func take(_ node: Filter) {
        switch node {
        case .derived(.probability(event: _, _), _), .derived(.score, _): break
        case .derived: events.insert("purchase")
        default: break
        }
    }
}
