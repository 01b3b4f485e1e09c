import Columnar
import Customers
import Filters

/// Reads what chosen columns hold of profiles.
struct ProfileValues {
    private enum Source {
        case row(ProfileColumn)
        case trait(TraitValues)
        case score(Column)
    }

    private let sources: [Source]

    /// - Throws: where a column names no trait of the store.
    init(_ columns: [ProfileColumn], of state: WorkspaceState, asOf: Instant) throws {
        sources = try columns.map { column in
            switch column {
            case .trait(let name): return .trait(try state.traitValues(name, asOf: asOf))
            case .recency, .frequency, .monetary, .group:
                return .score(try state.scores(asOf: asOf).column(of: column.figure ?? .recency))
            default: return .row(column)
            }
        }
    }

    /// The values of a profile, of which a row is known.
    func values(of row: ProfileRow) -> [Value?] {
        sources.map { source in
            switch source {
            case .trait(let values): values[row.number]?.value
            case .score(let column): column[row.number]?.value
            case .row(let column): row[column]
            }
        }
    }
}

extension ProfileColumn {
    /// The figure of RFM that the column shows.
    var figure: RFMFigure? {
        switch self {
        case .recency: .recency
        case .frequency: .frequency
        case .monetary: .monetary
        case .group: .group
        default: nil
        }
    }
}

extension ProfileRow {
    /// What a column holds that every row has; none for all others.
    subscript(column: ProfileColumn) -> Value? {
        switch column {
        case .number: .integer(Int64(number))
        case .name: .text(name)
        case .identifier: identifier.map { .text($0.description) }
        case .city: city.map { .text($0) }
        case .purchases: .integer(Int64(purchases))
        case .revenue: purchases > 0 ? .money(revenueMinor) : nil
        case .averageOrder: purchases > 0 ? .money(revenueMinor / Int64(purchases)) : nil
        case .lastPurchase: lastPurchase.map { .timestamp($0) }
        case .lastSeen: lastSeen.map { .timestamp($0) }
        case .recency, .frequency, .monetary, .group, .trait: nil
        }
    }
}

extension WorkspaceState {
    /// The values of a trait at a date.
    ///
    /// - Throws: where the store has no such trait, with those that are spelled like it.
    func traitValues(_ name: String, asOf: Instant) throws -> TraitValues {
        guard let trait = population.traits[name] else {
            let known = Set(population.traits.keys).union(ProfileColumn.figures.map(\.name))
            throw ProfileProblem.unknownColumn(name, nearest: nearestNames(to: name, among: known, limit: 3))
        }
        return TraitValues(trait, asOf: asOf, profiles: population.profiles)
    }
}
