import Columnar
import Foundation
import GRDB

/// One thing in a store that is not as it should be.
public struct CheckFinding: Hashable, Sendable, CustomStringConvertible {
    /// Where: `block 12`, `import 3`, `cache`.
    public let place: String
    /// What is wrong, as a full sentence.
    public let description: String
}

extension StoreFile {
    /// Verifies the store: the file itself, the blocks, counts by two ways, and the cache against the truth.
    ///
    /// - Returns: what is wrong; nothing where all is well.
    /// - Complexity: reads everything once and builds a cache for comparison.
    public func check() throws(StoreError) -> [CheckFinding] {
        var findings = try read { db in
            try checkFile(db) + checkBlocks(db) + checkImports(db)
        }
        if findings.isEmpty { findings += try checkCache() }
        return findings
    }

    private func checkFile(_ db: Database) throws -> [CheckFinding] {
        let integrity = try String.fetchAll(db, sql: "PRAGMA integrity_check(20)").filter { $0 != "ok" }
        let foreign = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").count
        var findings = integrity.map { CheckFinding(place: "file", description: "SQLite says: \($0).") }
        if foreign > 0 {
            findings.append(
                CheckFinding(place: "file", description: "\(foreign) rows refer to rows that are not there."))
        }
        return findings
    }

    /// Every column of a block decodes, has the block's rows, and stays within what the block says of itself.
    private func checkBlocks(_ db: Database) throws -> [CheckFinding] {
        var findings: [CheckFinding] = []
        let columns = try ColumnCatalogue(db)
        let records = try Self.recordCount(in: db)
        let codes = Dictionary(
            uniqueKeysWithValues: try Row.fetchAll(
                db, sql: "SELECT \"column\" AS id, count(*) AS n, max(code) AS top FROM codebook GROUP BY 1"
            ).map { row -> (Int, Int) in (row["id"], (row["n"] as Int) == (row["top"] as Int) + 1 ? row["n"] : -1) })
        let cursor = try Row.fetchCursor(
            db,
            sql: """
                SELECT b.id, b.rows, b.first_record, b.last_record, b.first_time, b.last_time,
                c."column", c.encoding, c.data FROM block b JOIN block_column c ON c.block = b.id
                JOIN import i ON i.id = b.import AND i.finished IS NOT NULL ORDER BY b.id
                """)
        while let row = try cursor.next() {
            let column = columns.columns.first { $0.id == row["column"] }
            let problem = try Self.problem(in: row, column: column, records: records, codes: codes)
            if let problem {
                findings.append(
                    CheckFinding(
                        place: "block \(row["id"] as Int)", description: "Column ‘\(column?.name ?? "?")’ \(problem)."))
            }
        }
        return findings
    }

    private static func problem(
        in row: Row, column: StoredColumn?, records: Int, codes: [Int: Int]
    ) throws -> String? {
        guard let column else { return "is not in the catalogue" }
        guard let encoding = BlockEncoding(rawValue: row["encoding"]) else { return "has an unknown encoding" }
        return (row["data"] as Data).withUnsafeBytes { bytes in
            guard let view = try? BlockColumnView(encoding: encoding, bytes: bytes) else { return "is damaged" }
            guard view.rows == row["rows"] else { return "has \(view.rows) rows instead of \(row["rows"] as Int)" }
            guard encoding == .integers || encoding == .codes else { return nil }
            let values = view.integers
            let present = view.present
            let real = values.indices.filter { present?[$0] ?? true }.map { values[$0] }
            if encoding == .codes {
                let known = codes[column.id] ?? 0
                guard known >= 0 else { return "has gaps in its codebook" }
                return real.allSatisfy { $0 >= 0 && $0 <= known } ? nil : "holds codes that its codebook lacks"
            }
            switch FixedColumn(rawValue: column.name) {
            case .record where real.min() != row["first_record"] || real.max() != row["last_record"]:
                return "does not hold the records that its block tells"
            case .record where (real.max() ?? 0) >= Int64(records):
                return "speaks of records that no import made"
            case .time where real.min() != row["first_time"] || real.max() != row["last_time"]:
                return "does not hold the times that its block tells"
            default: return nil
            }
        }
    }

    /// What an import said that it wrote is there, in blocks or in the log.
    private func checkImports(_ db: Database) throws -> [CheckFinding] {
        let families = ["profiles": Family.traits, "events": .events, "orders": .orders, "order lines": .lines]
        var findings: [CheckFinding] = []
        for row in try Row.fetchAll(
            db, sql: "SELECT id, kind, inserted + updated AS written FROM import WHERE finished IS NOT NULL")
        {
            guard let family = families[row["kind"]] else { continue }
            let found =
                try Int.fetchOne(
                    db,
                    sql: """
                        SELECT coalesce((SELECT sum(rows) FROM block WHERE import = ?1 AND family = ?2), 0)
                             + (SELECT count(*) FROM log WHERE import = ?1 AND family = ?2)
                        """, arguments: [row["id"] as Int, family.rawValue]) ?? 0
            let written: Int = row["written"]
            let isWhole = family == .traits ? found >= written : found == written
            if !isWhole {
                findings.append(
                    CheckFinding(
                        place: "import \(row["id"] as Int)",
                        description: "It wrote \(written) rows, but \(found) are in the store."))
            }
        }
        return findings
    }

    /// The cache holds what the store gives when it is read anew: byte for byte, or, where rows came since, value for value.
    private func checkCache() throws(StoreError) -> [CheckFinding] {
        let known = try cache()
        let path = cachePath + ".check"
        defer { unlink(path) }
        try CacheBuild(store: self, path: path).run()
        guard let fresh = StoreCache(path: path, identity: identity) else {
            return [CheckFinding(place: "cache", description: "It cannot be built anew.")]
        }
        guard fresh.version == known.version else { return [] }
        let differences =
            known.growth == nil
            ? SectionComparison(known, fresh).differences : CacheComparison(known, fresh).differences
        return differences.map {
            CheckFinding(place: "cache", description: "‘\($0)’ differs from what the store gives.")
        }
    }
}
