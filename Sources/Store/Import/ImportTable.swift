import Columnar
public import Customers
import Foundation
import GRDB

/// One finished import.
public struct ImportEntry: Hashable, Sendable {
    public let id: Int
    public let file: String
    public let kind: String
    public let source: String
    public let author: String
    public let finished: Instant
    public let seconds: Double
    public let tally: ImportTally
}

extension StoreFile {
    /// The finished imports, oldest first.
    public func imports() throws(StoreError) -> [ImportEntry] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT i.*, s.name AS source_name FROM import i JOIN source s ON s.id = i.source
                    WHERE finished IS NOT NULL ORDER BY i.id
                    """
            ).map { row in
                var tally = ImportTally()
                tally.rows = row["rows"]
                tally.inserted = row["inserted"]
                tally.updated = row["updated"]
                tally.duplicates = row["duplicates"]
                tally.rejected = row["rejected"]
                return ImportEntry(
                    id: row["id"], file: row["file"], kind: row["kind"], source: row["source_name"],
                    author: row["author"], finished: Instant(milliseconds: row["finished"]),
                    seconds: row["seconds"] ?? 0, tally: tally)
            }
        }
    }

    static func source(named name: String, in db: Database) throws -> Int {
        try db.execute(sql: "INSERT OR IGNORE INTO source (name) VALUES (?)", arguments: [name])
        return try Int.fetchOne(db, sql: "SELECT id FROM source WHERE name = ?", arguments: [name]) ?? 0
    }

    static func nextSeq(in db: Database) throws -> Int {
        try Int.fetchOne(
            db,
            sql: """
                SELECT max(coalesce((SELECT max(first_seq + rows) FROM block), 1),
                           coalesce((SELECT max(seq) + 1 FROM log), 1))
                """) ?? 1
    }

    /// Clears what imports left whose process died; the caller holds the right to import.
    func discardDeadImports() throws(StoreError) {
        let dead = try read { db in
            try Int.fetchAll(db, sql: "SELECT id FROM import WHERE finished IS NULL ORDER BY id DESC")
        }
        for number in dead { try write { db in try Self.discard(import: number, in: db) } }
    }

    /// Removes an import with all that it brought.
    ///
    /// Columns and codes go too where nobody can have used them since: after the last import, finished or not.
    static func discard(import number: Int, in db: Database) throws {
        var statements = [
            "DELETE FROM block_column WHERE block IN (SELECT id FROM block WHERE import = ?)",
            "DELETE FROM block WHERE import = ?",
            "DELETE FROM log WHERE import = ?",
            "DELETE FROM keyset WHERE import = ?",
            "DELETE FROM product WHERE import = ?",
            "DELETE FROM consent WHERE import = ?",
        ]
        let isLast = try Int.fetchOne(db, sql: "SELECT max(id) FROM import") == number
        if isLast {
            statements.append("DELETE FROM codebook WHERE import = ?")
            statements.append("DELETE FROM \"column\" WHERE import = ?")
        } else {
            statements.append("UPDATE \"column\" SET import = NULL WHERE import = ?")
        }
        statements.append("DELETE FROM import WHERE id = ?")
        for sql in statements { try db.execute(sql: sql, arguments: [number]) }
    }

    static func write(_ set: IntervalSet, family: Family, source: Int, import number: Int, in db: Database) throws {
        let bounds = set.runs.flatMap { [$0.lowerBound, $0.upperBound] }
        try write(
            bounds.withUnsafeBytes { Data($0) }, kind: "intervals", count: set.count, family: family, source: source,
            import: number, in: db)
    }

    /// Writes sorted keys in pieces that a reader takes one by one.
    static func write(_ keys: [UInt64], family: Family, source: Int, import number: Int, in db: Database) throws {
        var start = 0
        while start < keys.count {
            let end = min(start + 65_536, keys.count)
            try write(
                packed(keys[start..<end]), kind: "packed hashes", count: end - start, family: family,
                source: source, import: number, in: db)
            start = end
        }
    }

    /// Sorted keys as a column of integers: their differences take fewer bits.
    private static func packed(_ keys: ArraySlice<UInt64>) -> Data {
        Data(BlockColumn(BatchColumn(values: .integers(keys.map { Int64(bitPattern: $0) }))).bytes)
    }

    private static func write(
        _ data: Data, kind: String, count: Int, family: Family, source: Int, import number: Int, in db: Database
    ) throws {
        try db.execute(
            sql: "INSERT INTO keyset (family, source, kind, count, import, data) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [family.rawValue, source, kind, count, number, data])
    }
}
