import Columnar

/// A property of rows that came later, with every stored column that holds values of it: one for each type.
struct ArrivedProperty: Sendable {
    let name: String
    let columns: [ArrivalColumn]
}

extension ArrivalReader {
    /// Reads the columns of properties.
    func properties(_ variants: [(name: String, columns: [StoredColumn])]) throws -> [ArrivedProperty] {
        try variants.map { name, columns in
            ArrivedProperty(name: name, columns: try columns.compactMap { try column($0) })
        }
    }
}

extension ColumnGrowth {
    /// Grows all columns of a table.
    ///
    /// - Parameters:
    ///   - entries: the columns as they are.
    ///   - prefix: where their sections begin.
    ///   - properties: those of the rows that came later.
    /// - Returns: the columns after.
    /// - Throws: where a column would have to be of another kind.
    func grow(
        _ entries: [Entry], prefix: String, with properties: [ArrivedProperty]
    ) throws(GrowthRefusal) -> [Entry] {
        var entries = entries
        for property in properties {
            let used = property.columns.filter { $0.hasValue(in: splice.allSources) }
            guard used.count <= 1 else { throw GrowthRefusal("‘\(property.name)’ has values of several types") }
            let place = entries.firstIndex { $0.name == property.name }
            let grown = try grow(
                place.map { entries[$0] }, name: property.name, prefix: "\(prefix)/\(property.name)", with: used.first)
            guard let grown else { continue }
            if let place { entries[place] = grown } else { entries.append(grown) }
        }
        return entries
    }
}
