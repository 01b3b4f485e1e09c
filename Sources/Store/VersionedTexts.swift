import Customers
import GRDB

/// A table of named texts of which every version is kept; a version without a text is a deletion.
struct VersionedTexts {
    /// One version of a text.
    struct Version {
        let name, source, author: String
        let saved: Instant
        let version: Int
    }

    static let segments = VersionedTexts(table: "segment")
    static let funnels = VersionedTexts(table: "funnel")

    private let table: String

    /// The latest versions by name, without what is deleted.
    func latest(_ db: Database) throws -> [Version] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT * FROM \(table) s WHERE source IS NOT NULL
                AND version = (SELECT max(version) FROM \(table) v WHERE v.name = s.name) ORDER BY name
                """
        ).map(version)
    }

    /// All versions of a text, oldest first; a deleted one keeps those it had.
    func versions(of name: String, _ db: Database) throws -> [Version] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM \(table) WHERE name = ? AND source IS NOT NULL ORDER BY version", arguments: [name]
        ).map(version)
    }

    private func version(_ row: Row) -> Version {
        Version(
            name: row["name"], source: row["source"], author: row["author"],
            saved: Instant(milliseconds: row["saved"]), version: row["version"])
    }

    /// Whether a text of the name is there and not deleted.
    func holds(_ name: String, _ db: Database) throws -> Bool {
        let latest = try Row.fetchOne(
            db, sql: "SELECT source FROM \(table) WHERE name = ? ORDER BY version DESC LIMIT 1", arguments: [name])
        return latest.map { ($0["source"] as String?) != nil } ?? false
    }

    /// Adds a version, with no text for a deletion, and hands out its number.
    func append(
        _ name: String, source: String?, by author: String, at time: Instant, in db: Database
    ) throws -> Int {
        let last = try Int.fetchOne(db, sql: "SELECT max(version) FROM \(table) WHERE name = ?", arguments: [name]) ?? 0
        try db.execute(
            sql: "INSERT INTO \(table) (name, version, source, author, saved) VALUES (?, ?, ?, ?, ?)",
            arguments: [name, last + 1, source, author, time.milliseconds])
        return last + 1
    }
}
