import Customers

// Names of the workspace.
extension Completer {
    var names: [Choice] {
        guard let role = tried("x").parser.names.last(where: { $0.range.lowerBound == end })?.role, canGoOn("x") else {
            return []
        }
        switch role {
        case .trait: return traits
        case .event: return events + figures
        case .property(let event): return properties(of: event).map { name, _ in choice(name, .property) }
        case .score: return []
        case .funnel:
            return vocabulary.funnels.map { Choice(Candidate(quoted(text: $0), .funnel), name: $0, tier: 2) }
        case .segment:
            return vocabulary.segments.map { Choice(Candidate(quoted(text: $0), .segment), name: $0, tier: 2) }
        case .purpose: return vocabulary.purposes.map { choice($0, .purpose) }
        }
    }

    private func choice(_ name: String, _ kind: Candidate.Kind, count: Int? = nil) -> Choice {
        Choice(Candidate(printed(name: name), kind, count: count), name: name, tier: 2)
    }

    /// Traits; where a point in time stands, those that hold one.
    private var traits: [Choice] {
        let isPoint = tried("2026-01-01").parser.position > tokens.count
        let isAnniversary = tokens.dropLast().last?.keyword == .anniversary
        return vocabulary.traits.sorted { $0.key < $1.key }.compactMap { name, type in
            guard !isPoint && !isAnniversary || type == .date || type == .timestamp else { return nil }
            return choice(name, .trait)
        }
    }

    private var isFigure: Bool { tried("x.x").parser.names.contains { $0.range.lowerBound == end + 2 } }

    /// Events; those alone come last where a figure needs a property of theirs.
    private var events: [Choice] {
        let isFigure = isFigure
        let tier = isFigure && tokens.dropLast().last?.keyword != .count ? 4 : 2
        return vocabulary.events.sorted { $0.key < $1.key }.map { name, event in
            let text = isFigure ? printed(part: name) : printed(name: name)
            return Choice(Candidate(text, .event, count: event.count), name: name, tier: tier)
        }
    }

    /// Events with their properties, where a figure over events is asked for: `purchase.revenue`.
    private var figures: [Choice] {
        guard isFigure else { return [] }
        let needsNumber = tokens.dropLast().last?.keyword == .sum || tokens.dropLast().last?.keyword == .average
        return vocabulary.events.keys.sorted().flatMap { event in
            properties(of: event).compactMap { name, type in
                guard !needsNumber || [.number, .integer, .money].contains(type) else { return nil }
                let text = "\(printed(part: event)).\(printed(part: name))"
                return Choice(Candidate(text, .property), name: "\(event).\(name)", tier: 3)
            }
        }
    }

    /// The properties of an event, or with none those of any.
    private func properties(of event: String?) -> [(key: String, value: ValueType)] {
        let properties = event.map { vocabulary.events[$0]?.properties ?? [:] } ?? vocabulary.propertiesOfAnyEvent
        return properties.sorted { $0.key < $1.key }
    }
}
