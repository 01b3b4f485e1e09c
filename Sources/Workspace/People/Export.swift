import Columnar
public import Customers
import Filters

/// The people of a filter with chosen columns.
public struct ProfileExport: Sendable {
    public let columns: [String]
    /// A value or none for each column, a row a profile.
    public let rows: [[Value?]]
}

extension Session {
    /// Figures that stand beside the traits of an export.
    private static let figures = ["identifier", "name", "purchases", "revenue", "last_purchase", "last_seen"]

    /// The people of a filter with chosen columns, or with all traits.
    @concurrent
    public nonisolated func export(
        _ filter: String, in scope: String? = nil, finding words: String = "", asOf: Instant, columns: [String]?
    ) async throws -> ProfileExport {
        let state = try await current()
        let traits = state.population.traits
        let names = columns ?? ["identifier"] + traits.keys.sorted()
        for name in names where traits[name] == nil && !Self.figures.contains(name) {
            let known = Array(traits.keys) + Self.figures
            throw ProfileProblem.unknownColumn(name, nearest: nearestNames(to: name, among: known, limit: 3))
        }
        var members = try state.members(of: filter, in: scope, asOf: asOf)
        if !words.isEmpty { members &= try state.found(words, asOf: asOf) }
        let needsRow = names.contains { traits[$0] == nil }
        var rows: [[Value?]] = []
        members.forEach { profile in
            let row = needsRow ? state.row(of: profile, asOf: asOf) : nil
            rows.append(
                names.map { name in
                    traits[name].map { $0.current[profile]?.value } ?? row.flatMap { Self.figure(name, of: $0) }
                })
        }
        return ProfileExport(columns: names, rows: rows)
    }

    private static func figure(_ name: String, of row: ProfileRow) -> Value? {
        switch name {
        case "identifier": row.identifier.map { .text($0.description) }
        case "name": .text(row.name)
        case "purchases": .integer(Int64(row.purchases))
        case "revenue": .money(row.revenueMinor)
        case "last_purchase": row.lastPurchase.map { .timestamp($0) }
        case "last_seen": row.lastSeen.map { .timestamp($0) }
        default: nil
        }
    }
}
