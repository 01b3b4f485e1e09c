import Columnar
import Customers
import Filters
import Phrases
import Segmentation
import Store

extension WorkspaceState {
    /// What this state, which is about one profile alone, knows of derived figures.
    var knowledge: ProfileKnowledge {
        ProfileKnowledge { [self] in
            try turns(of: $0, in: $1)
        } evidence: { [self] in
            try evidence(of: $0, asOf: $1)
        } rule: { [self] name in
            try references.sources[name].map { try parse($0).filter }
        }
    }

    /// When a figure may turn; scores hang on everyone.
    private func turns(of derivation: Derivation, in stretch: Range<Int64>) throws -> [Int64]? {
        switch derivation {
        case .measure(.netRevenue), .identifier: return []
        case .measure: return nil
        case .funnelStep(var condition):
            guard let funnel = references.funnel(of: condition) else { return [] }
            condition.funnel = .defined(funnel)
            return try evaluator.turns(
                of: .funnelStep(condition), after: stretch.lowerBound, upTo: stretch.upperBound, knowing: knowledge)
        case .member(let name):
            guard let rule = try references.sources[name].map({ try parse($0).filter }) else { return [] }
            // What cannot be told of the rule cannot be told of membership.
            let isKnown = try rule.nodes.allSatisfy { node in
                guard let inner = node.filter.derivation else { return true }
                return try turns(of: inner, in: 0..<1) != nil
            }
            guard isKnown else { return nil }
            return try evaluator.turns(
                of: rule, after: stretch.lowerBound, upTo: stretch.upperBound, knowing: knowledge)
        case .reachable, .consents: return consents.times.map { $0 + 1 }
        }
    }

    private func evidence(of derivation: Derivation, asOf: Instant) throws -> [Evidence] {
        switch derivation {
        case .measure(let measure):
            let value = try derivedColumn(derivation, asOf: asOf)[0]?.value
            return [Evidence(.measure, Filter.derived(measure, .exists).name, value: value)]
        case .member(let name):
            let isMember = try members(of: references.sources[name] ?? "", asOf: asOf)[0]
            return [Evidence(.segment, name, value: .boolean(isMember))]
        case .funnelStep(let condition): return [try evidence(of: condition, asOf: asOf)]
        case .reachable(let channel):
            let names = (Self.addresses[channel] ?? []).flatMap { cache.traits(holding: $0) }
            return names.compactMap { reading(of: $0) }
                + consentEvidence(on: channel, for: ConsentColumns.marketing, asOf: asOf)
        case .consents(let channel, let purpose):
            return consentEvidence(on: channel, for: purpose.lowercased(), asOf: asOf)
        case .identifier: return []
        }
    }

    /// How far the profile came.
    private func evidence(of condition: FunnelCondition, asOf: Instant) throws -> Evidence {
        let steps = references.funnel(of: condition)?.steps.count ?? 0
        var reached = condition
        (reached.state, reached.condition) = (.reached, nil)
        let depth = try (1...max(1, steps)).last { step in
            reached.step = step
            return try members(of: reached, asOf: asOf)[0]
        }
        return Evidence(
            measure: Phrase("evidence.reached", "steps reached of %1", "\(steps)"), value: .integer(Int64(depth ?? 0)))
    }

    /// The last word of the ledger and, for marketing, the trait that says the same.
    private func consentEvidence(on channel: Channel, for purpose: String, asOf: Instant) -> [Evidence] {
        let word = consents.lastWord(on: channel, for: purpose, before: asOf.milliseconds)
        let name = "\(channel.rawValue) \(purpose)"
        let ledger = Evidence(
            .consent, name, value: word.map { .boolean($0.isGranted) },
            time: word.map { Instant(milliseconds: $0.time) })
        guard purpose == ConsentColumns.marketing, let trait = reading(of: "\(channel.rawValue)_consent") else {
            return [ledger]
        }
        return [trait, ledger]
    }

    private func reading(of trait: String) -> Evidence? {
        guard let column = population.traits[trait]?.current else { return nil }
        return Evidence(.trait, trait, value: (0..<column.count).lazy.compactMap { column[$0]?.value }.first)
    }
}

extension ConsentColumns {
    /// All instants at which the ledger begins to say something.
    fileprivate var times: [Int64] { rows.values.flatMap(\.times).filter { $0 != .max } }

    /// What the ledger of one profile alone says last.
    fileprivate func lastWord(
        on channel: Channel, for purpose: String, before end: Int64
    ) -> (time: Int64, isGranted: Bool)? {
        guard let rows = rows[Subject(channel: channel, purpose: purpose)] else { return nil }
        return rows.times.indices.last { rows.times[$0] < end }.map { (rows.times[$0], rows.isGranted[$0]) }
    }
}

extension Filter {
    /// The words of a condition that a figure exists without the test.
    fileprivate var name: String { text.hasSuffix(" exists") ? String(text.dropLast(7)) : text }
}
