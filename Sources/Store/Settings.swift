public import Customers
import GRDB

extension StoreFile {
    /// The settings that were given a value.
    public func settings() throws(StoreError) -> [String: String] {
        try glance { try Self.settings($0) }
    }

    static func settings(_ db: Database) throws -> [String: String] {
        Dictionary(
            uniqueKeysWithValues: try Row.fetchAll(db, sql: "SELECT key, value FROM setting").map {
                ($0["key"], $0["value"])
            })
    }

    /// The currency of the workspace, the euro where none was chosen.
    static func currency(in db: Database) throws -> Currency? {
        Currency(code: try settings(db)["currency"] ?? "EUR")
    }

    /// Gives a setting a value; none takes it back.
    ///
    /// The caller knows which values the key takes.
    public func set(_ key: String, to value: String?, by author: String, at time: Instant) throws(StoreError) {
        try write { db in
            if let value {
                try db.execute(
                    sql:
                        "INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                    arguments: [key, value])
            } else {
                try db.execute(sql: "DELETE FROM setting WHERE key = ?", arguments: [key])
            }
            try Self.audit(db, at: time, by: author, action: "set", subject: key)
        }
    }
}
