public import Customers
import GRDB

extension StoreFile {
    /// The saved segments by name, each in its latest version.
    public func segments() throws(StoreError) -> [Segment] {
        try read { try Self.segments($0) }
    }

    static func segments(_ db: Database) throws -> [Segment] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT * FROM segment s WHERE source IS NOT NULL
                AND version = (SELECT max(version) FROM segment v WHERE v.name = s.name) ORDER BY name
                """
        ).map(Self.segment)
    }

    /// All versions of a segment, oldest first; a deleted one keeps those it had.
    public func versions(ofSegment name: String) throws(StoreError) -> [Segment] {
        try read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM segment WHERE name = ? AND source IS NOT NULL ORDER BY version",
                arguments: [name]
            ).map(Self.segment)
        }
    }

    private static func segment(_ row: Row) -> Segment {
        Segment(
            name: row["name"], source: row["source"], author: row["author"],
            saved: Instant(milliseconds: row["saved"]), version: row["version"])
    }

    /// Saves a filter's text under a name, as a further version where the name is taken.
    public func save(
        segment name: String, source: String, by author: String, at time: Instant
    ) throws(StoreError) -> Segment {
        try write { db in
            let version = try Self.append(name, source: source, by: author, at: time, in: db)
            try Self.audit(db, at: time, by: author, action: "save segment", subject: name)
            return Segment(name: name, source: source, author: author, saved: time, version: version)
        }
    }

    /// Deletes a segment; its versions stay in the history.
    public func delete(segment name: String, by author: String, at time: Instant) throws(StoreError) {
        try write { db in
            let latest = try Row.fetchOne(
                db, sql: "SELECT source FROM segment WHERE name = ? ORDER BY version DESC LIMIT 1", arguments: [name])
            guard let latest, (latest["source"] as String?) != nil else { throw StoreError.noSegment(name) }
            _ = try Self.append(name, source: nil, by: author, at: time, in: db)
            try Self.audit(db, at: time, by: author, action: "delete segment", subject: name)
        }
    }

    private static func append(
        _ name: String, source: String?, by author: String, at time: Instant, in db: Database
    ) throws -> Int {
        let last = try Int.fetchOne(db, sql: "SELECT max(version) FROM segment WHERE name = ?", arguments: [name]) ?? 0
        try db.execute(
            sql: "INSERT INTO segment (name, version, source, author, saved) VALUES (?, ?, ?, ?, ?)",
            arguments: [name, last + 1, source, author, time.milliseconds])
        return last + 1
    }
}
