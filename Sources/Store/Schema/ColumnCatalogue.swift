public import Customers
import GRDB

/// A column of a family as the store knows it: one name may stand for several, one a type that files gave it.
public struct StoredColumn: Hashable, Sendable {
    public let id: Int
    public let family: Family
    public let name: String
    public let type: ValueType
    /// The kind of identifier that the column holds.
    public let identifier: String?
}

/// The columns of a store.
struct ColumnCatalogue: Sendable {
    private(set) var columns: [StoredColumn]

    /// Reads the columns of finished imports, and of one that is still running.
    init(_ db: Database, including running: Int? = nil) throws {
        columns = try Row.fetchAll(
            db,
            sql: """
                SELECT c.id, family, name, type, identifier FROM "column" c LEFT JOIN import i ON c.import = i.id
                WHERE c.import IS NULL OR i.finished IS NOT NULL OR i.id = ? ORDER BY c.id
                """, arguments: [running]
        ).compactMap { row in
            guard let family = Family(rawValue: row["family"]), let type = ValueType(rawValue: row["type"]) else {
                return nil
            }
            return StoredColumn(
                id: row["id"], family: family, name: row["name"], type: type, identifier: row["identifier"])
        }
    }

    /// The traits or properties of a family, in the order in which they came.
    func properties(of family: Family) -> [StoredColumn] {
        columns.filter { $0.family == family && !$0.name.hasPrefix("#") }
    }

    func fixed(_ column: FixedColumn, of family: Family) -> [StoredColumn] {
        columns.filter { $0.family == family && $0.name == column.rawValue }
    }

    /// The column of this name and type, made where there is none.
    mutating func column(
        _ family: Family, _ name: String, _ type: ValueType, identifier: String?, by import: Int, in db: Database
    ) throws -> StoredColumn {
        if let known = columns.first(where: { $0.family == family && $0.name == name && $0.type == type }) {
            guard let identifier, known.identifier == nil else { return known }
            try db.execute(
                sql: "UPDATE \"column\" SET identifier = ? WHERE id = ?", arguments: [identifier, known.id])
            columns.removeAll { $0.id == known.id }
            let named = StoredColumn(id: known.id, family: family, name: name, type: type, identifier: identifier)
            columns.append(named)
            return named
        }
        try db.execute(
            sql: "INSERT INTO \"column\" (family, name, type, identifier, import) VALUES (?, ?, ?, ?, ?)",
            arguments: [family.rawValue, name, type.rawValue, identifier, `import`])
        let made = StoredColumn(
            id: Int(db.lastInsertedRowID), family: family, name: name, type: type, identifier: identifier)
        columns.append(made)
        return made
    }
}
