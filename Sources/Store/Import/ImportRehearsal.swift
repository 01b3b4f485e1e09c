import GRDB

/// Counts what an import of rows would do to the store, and writes none of them.
public final class ImportRehearsal {
    private var newRows: NewRows

    /// Begins with what the store holds now.
    public init(of store: StoreFile, family: Family, source: String) throws(StoreError) {
        let (knowledge, _) = try store.importKnowledge(family: family, source: source, after: nil)
        newRows = NewRows(family: family, knowledge: knowledge)
    }

    /// Counts the rows of a batch.
    public func append(_ batch: IncomingBatch) throws(StoreError) {
        var namings = NamingRows()
        _ = try newRows.keep(batch, namings: &namings)
    }

    /// The counts so far.
    public var tally: ImportTally { newRows.tally }
}

/// Counts what an import of products or consents would do to the store, and writes none of them.
public final class TableRehearsal {
    private let store: StoreFile
    private var known: Set<Int64>
    /// Products met in the file, as their last row has them.
    private var met: [String: String] = [:]
    /// The counts so far.
    public private(set) var tally = ImportTally()

    /// Begins with what the store holds now.
    public init(of store: StoreFile, source: String) throws(StoreError) {
        self.store = store
        known = try store.read { db in
            try Int64.fetchSet(
                db, sql: "SELECT hash FROM consent WHERE source = (SELECT id FROM source WHERE name = ?)",
                arguments: [source])
        }
    }

    /// Counts rows of a consent ledger.
    public func append(_ rows: [ConsentRow]) {
        tally.rows += rows.count
        for row in rows {
            if known.insert(Int64(bitPattern: row.hash)).inserted {
                tally.inserted += 1
            } else {
                tally.duplicates += 1
            }
        }
    }

    /// Counts rows of products.
    public func append(_ rows: [ProductRow]) throws(StoreError) {
        tally.rows += rows.count
        let old = try store.read { db in
            try rows.map { try String.fetchOne(db, sql: TableImport.latestProduct, arguments: [$0.product]) }
        }
        for (row, old) in zip(rows, old) {
            switch met.updateValue(row.properties, forKey: row.product) ?? old {
            case row.properties?: tally.duplicates += 1
            case nil: tally.inserted += 1
            default: tally.updated += 1
            }
        }
    }
}
