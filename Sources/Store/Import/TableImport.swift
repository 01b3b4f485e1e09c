public import Customers
import GRDB

/// One row of the consent ledger as a file brings it.
public struct ConsentRow: Hashable, Sendable {
    public let identifier: Identifier
    public let channel: String
    public let purpose: String
    /// `granted`, `withdrawn`, or what the file says.
    public let state: String
    public let time: Instant
    public let wording: String?
    /// A hash of the row's raw text.
    public let hash: UInt64

    public init(
        identifier: Identifier, channel: String, purpose: String, state: String, time: Instant, wording: String?,
        hash: UInt64
    ) {
        self.identifier = identifier
        self.channel = channel
        self.purpose = purpose
        self.state = state
        self.time = time
        self.wording = wording
        self.hash = hash
    }
}

/// One product as a file brings it.
public struct ProductRow: Hashable, Sendable {
    public let product: String
    /// All of its properties as JSON.
    public let properties: String

    public init(product: String, properties: String) {
        self.product = product
        self.properties = properties
    }
}

/// Writes rows that go into ordinary tables, products and consents, in one import with its own last commit.
public final class TableImport {
    private let store: StoreFile
    private let lock: ImportLock
    private let author: String
    public let importID: Int
    private let sourceID: Int
    private let firstRecord: UInt32
    private var resolution: RecordResolution
    private var namings = NamingRows()
    /// The kinds of identifiers by which the file knows people.
    private var kinds: Set<String> = []
    private var known: Set<UInt64>
    private var products: [ProductRow] = []
    public private(set) var tally = ImportTally()

    public init(
        into store: StoreFile, file: String, kind: String, source: String, author: String, at time: Instant
    ) throws(StoreError) {
        lock = try ImportLock(store: store.path)
        self.store = store
        self.author = author
        try store.discardDeadImports()
        let (knowledge, _) = try store.importKnowledge(family: .traits, source: source, after: nil)
        let firstRecord = knowledge.resolution.nextRecord
        self.firstRecord = firstRecord
        resolution = knowledge.resolution
        (importID, sourceID, known) = try store.write { db in
            let sourceID = try StoreFile.source(named: source, in: db)
            let hashes = try Int64.fetchAll(
                db, sql: "SELECT hash FROM consent WHERE source = ?", arguments: [sourceID])
            try db.execute(
                sql: "INSERT INTO import (file, kind, source, author, started, first_record) VALUES (?, ?, ?, ?, ?, ?)",
                arguments: [file, kind, sourceID, author, time.milliseconds, Int(firstRecord)])
            return (Int(db.lastInsertedRowID), sourceID, Set(hashes.map { UInt64(bitPattern: $0) }))
        }
    }

    /// Adds rows to the consent ledger; one that stands there already is left out.
    public func append(_ rows: [ConsentRow]) throws(StoreError) {
        tally.rows += rows.count
        try store.write { db in
            let insert = try db.cachedStatement(
                sql: """
                    INSERT INTO consent (record, channel, purpose, state, time, source, wording, hash, import)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """)
            for row in rows {
                guard known.insert(row.hash).inserted else {
                    tally.duplicates += 1
                    continue
                }
                var found: [RecordResolution.Naming] = []
                let record = resolution.record(named: row.identifier) { found.append($0) }
                kinds.insert(row.identifier.kind)
                namings.append(found)
                try insert.execute(arguments: [
                    Int(record), row.channel, row.purpose, row.state, row.time.milliseconds, sourceID, row.wording,
                    Int64(bitPattern: row.hash), importID,
                ])
                tally.inserted += 1
            }
        }
    }

    /// Adds products, and replaces those whose properties have changed, all at the end.
    public func append(_ rows: [ProductRow]) {
        tally.rows += rows.count
        products.append(contentsOf: rows)
    }

    /// The properties of a product as its last import has them.
    static let latestProduct = "SELECT properties FROM product WHERE product = ? ORDER BY import DESC LIMIT 1"

    private func writeProducts(in db: Database) throws {
        for row in products {
            let old = try String.fetchOne(db, sql: Self.latestProduct, arguments: [row.product])
            switch old {
            case row.properties?: tally.duplicates += 1
            case nil: tally.inserted += 1
            default: tally.updated += 1
            }
            guard old != row.properties else { continue }
            try db.execute(
                sql: """
                    INSERT INTO product (product, properties, source, import) VALUES (?, ?, ?, ?)
                    ON CONFLICT (product, import) DO UPDATE SET properties = excluded.properties
                    """, arguments: [row.product, row.properties, sourceID, importID])
        }
    }

    /// Makes all rows visible at once.
    ///
    /// - Returns: the number of the import, or none where it changed nothing and so leaves no trace.
    public func finish(rejected: Int, at time: Instant, seconds: Double) throws(StoreError) -> Int? {
        tally.rejected = rejected
        tally.rows += rejected
        try store.write { db in
            try writeProducts(in: db)
            guard tally.inserted + tally.updated > 0 else {
                try StoreFile.discard(import: importID, in: db)
                return
            }
            try writeNamings(in: db)
            try ImportWriter.close(
                importID, tally: tally, records: Int(resolution.nextRecord - firstRecord), kinds: kinds, at: time,
                seconds: seconds,
                by: author, in: db)
        }
        return tally.inserted + tally.updated > 0 ? importID : nil
    }

    private func writeNamings(in db: Database) throws {
        var catalogue = try ColumnCatalogue(db, including: importID)
        let seq = try StoreFile.nextSeq(in: db)
        try namings.ready(firstSeq: seq, catalogue: &catalogue, import: importID, in: db)?
            .write(import: importID, in: db)
    }

    /// Leaves the store as it was before the import.
    public func abandon() throws(StoreError) {
        try store.write { db in try StoreFile.discard(import: importID, in: db) }
    }
}
