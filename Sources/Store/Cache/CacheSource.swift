import GRDB

/// What derived columns are built from: a store in one transaction, its columns and its finished imports.
struct CacheSource {
    let db: Database
    let catalogue: ColumnCatalogue
    let history: ImportHistory
    let records: Int
    /// How many imports have been taken back.
    let undone: Int

    init(db: Database) throws {
        self.db = db
        catalogue = try ColumnCatalogue(db)
        records = try StoreFile.recordCount(in: db)
        history = try ImportHistory(db)
        undone = try StoreFile.undone(db)
    }
}

/// The finished imports of a store.
struct ImportHistory {
    /// Their numbers, rising.
    let imports: [Int]
    /// The source of each import.
    let sources: [Int: Int]
    /// When each import began, in milliseconds.
    let started: [Int: Int64]

    init(_ db: Database) throws {
        var imports: [Int] = []
        var sources: [Int: Int] = [:]
        var started: [Int: Int64] = [:]
        let rows = try Row.fetchAll(
            db, sql: "SELECT id, source, started FROM import WHERE finished IS NOT NULL ORDER BY id")
        for row in rows {
            imports.append(row["id"])
            sources[row["id"]] = row["source"]
            started[row["id"]] = row["started"]
        }
        self.imports = imports
        self.sources = sources
        self.started = started
    }
}
