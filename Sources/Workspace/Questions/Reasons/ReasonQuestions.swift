import Columnar
public import Customers
import Filters
import Segmentation
import Store

extension Session {
    /// Why a profile is a member of a filter, or is not, and when time alone will change that.
    ///
    /// What happens at or after the date is left out: it is not known then.
    ///
    /// `scope`: a filter to which the question is limited, as if the two were joined with `and`.
    @concurrent
    public nonisolated func reasons(
        _ source: String, in scope: String? = nil, for profile: Int, asOf: Instant
    ) async throws -> MembershipReasons {
        let state = try await current()
        guard profile < state.population.profiles.count else { throw ProfileProblem.unknown }
        let alone = state.alone(profile, knownBefore: asOf)
        _ = try alone.checked(source, asOf: asOf)
        if let scope { _ = try alone.checked(scope, asOf: asOf) }
        let filters = try [scope, source].compactMap(\.self).map { try alone.checked($0, asOf: asOf) }
            .filter { $0 != .everyone }
        let filter = filters.count == 1 ? filters[0] : Filter.all(filters)
        let reasons = try alone.evaluator.reasons(for: filter, asOf: asOf, knowing: alone.knowledge)
        return try TraitSources(store: store, records: state.records(of: profile)).naming(reasons)
    }
}

extension WorkspaceState {
    /// Reads a filter that can be asked of this store; an error shows its place in the text.
    func checked(_ source: String, asOf: Instant) throws -> Filter {
        guard source.contains(where: { !$0.isWhitespace }) else { return .everyone }
        let parsed = try parse(source)
        do {
            try references.check(parsed, inside: [])
            _ = try evaluator.plan(for: parsed, asOf: asOf)
        } catch let error as any Diagnostic {
            throw FilterProblem(source: source, diagnostic: error)
        }
        return parsed.filter
    }

    /// The records of a profile, rising.
    fileprivate func records(of profile: Int) -> [Int] {
        guard let profiles = population.profiles.profileOfRecord else { return [profile] }
        return (0..<profiles.count).filter { Int(profiles[$0]) == profile }
    }
}

/// Finds which source said what a trait is.
private struct TraitSources {
    private let observations: [Observation]

    init(store: StoreFile, records: [Int]) throws {
        observations = try records.flatMap { try store.observations(of: $0) }
    }

    func naming(_ reasons: MembershipReasons) -> MembershipReasons {
        MembershipReasons(
            isMember: reasons.isMember, root: naming(reasons.root), changesAt: reasons.changesAt, held: reasons.held)
    }

    private func naming(_ node: ReasonNode) -> ReasonNode {
        ReasonNode(
            kind: node.kind, text: node.text, holds: node.holds, asOf: node.asOf, evidence: node.evidence.map(naming),
            operands: node.operands.map(naming))
    }

    private func naming(_ evidence: Evidence) -> Evidence {
        guard evidence.kind == .trait, let value = evidence.value else { return evidence }
        let said = observations.filter { $0.name == evidence.name }
        // Of a trait that files tell with different types the text is another; then the last source is meant.
        var named = evidence
        named.source = (said.last { $0.value == value } ?? said.last)?.source
        return named
    }
}
