import Columnar
public import Customers

/// How many profiles a filter holds, and the sum of a trait over them.
public struct TraitTotal: Hashable, Sendable {
    public let count: Int
    /// Those without a value add nothing.
    public let sum: Int64
}

extension Session {
    /// The number of a filter's members and the sum of a trait of integers over them.
    @concurrent
    public nonisolated func total(of trait: String, over filter: String, asOf: Instant) async throws -> TraitTotal {
        let state = try await current()
        state.prefetch(trait: trait)
        let members = try state.members(of: filter, asOf: asOf)
        guard case .integers(let values, _, _)? = state.population.traits[trait]?.current else {
            return TraitTotal(count: members.count, sum: 0)
        }
        return TraitTotal(count: members.count, sum: values.sum(over: members))
    }
}
