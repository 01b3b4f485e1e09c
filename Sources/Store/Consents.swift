public import Customers
import GRDB

/// One row of the consent ledger.
public struct ConsentEntry: Hashable, Sendable {
    public let record: Int
    public let channel: String
    public let purpose: String
    public let state: String
    public let time: Instant
}

/// What tells one state of the consent ledger from another.
public struct ConsentMark: Hashable, Sendable {
    let last: Int
    let imports: Int
    let undone: Int
}

extension StoreFile {
    /// Tells whether the consent ledger has changed.
    ///
    /// - Complexity: O(number of imports), whatever the length of the ledger
    public func consentMark() throws(StoreError) -> ConsentMark {
        try glance { db in
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT (SELECT coalesce(max(id), 0) FROM consent) AS last,
                    (SELECT count(*) FROM import WHERE finished IS NOT NULL AND kind = 'consents') AS imports
                    """)
            return ConsentMark(last: row?["last"] ?? 0, imports: row?["imports"] ?? 0, undone: try Self.undone(db))
        }
    }

    /// The consent ledger in the order of time, then of arrival.
    public func consents() throws(StoreError) -> [ConsentEntry] {
        try glance { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT c.record, c.channel, c.purpose, c.state, c.time FROM consent c
                    JOIN import i ON i.id = c.import AND i.finished IS NOT NULL ORDER BY c.time, c.id
                    """
            ).map {
                ConsentEntry(
                    record: $0["record"], channel: $0["channel"], purpose: $0["purpose"], state: $0["state"],
                    time: Instant(milliseconds: $0["time"]))
            }
        }
    }

    /// The sources that finished imports name, in the order in which they came.
    public func sources() throws(StoreError) -> [String] {
        try glance { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT name FROM source s WHERE EXISTS
                    (SELECT 1 FROM import i WHERE i.source = s.id AND i.finished IS NOT NULL) ORDER BY id
                    """)
        }
    }

    /// The source of each record that has one: that of the import which made it.
    public func sources(of record: Int) throws(StoreError) -> [String] {
        try glance { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT s.name FROM import i JOIN source s ON s.id = i.source
                    WHERE i.finished IS NOT NULL AND ? BETWEEN i.first_record AND i.first_record + i.records - 1
                    """, arguments: [record])
        }
    }
}
