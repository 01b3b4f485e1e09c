import Columnar
public import Customers

extension Session {
    /// The numbers of the profiles that a filter holds, rising.
    @concurrent
    public nonisolated func members(of filter: String, asOf: Instant) async throws -> [Int] {
        let members = try await current().members(of: filter, asOf: asOf)
        var numbers: [Int] = []
        numbers.reserveCapacity(members.count)
        members.forEach { numbers.append($0) }
        return numbers
    }

    /// The sum of a trait of integers over some profiles; those without a value add nothing.
    @concurrent
    public nonisolated func sum(of trait: String, over profiles: [Int]) async throws -> Int64 {
        guard let column = try await current().population.traits[trait]?.current else { return 0 }
        return profiles.reduce(0) { sum, profile in
            guard case .integer(let value, _)? = column[profile] else { return sum }
            return sum + value
        }
    }
}
