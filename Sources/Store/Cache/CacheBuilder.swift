import Columnar
import Customers
import GRDB

/// Builds derived columns of a store from its blocks and its log, all in one transaction.
struct CacheBuilder {
    let db: Database
    let catalogue: ColumnCatalogue
    let writer: CacheWriter
    let records: Int

    /// The source of each import.
    let sources: [Int: Int]
    /// When each import began, in milliseconds.
    let started: [Int: Int64]

    init(db: Database, writer: CacheWriter) throws {
        self.db = db
        self.writer = writer
        catalogue = try ColumnCatalogue(db)
        records = try StoreFile.recordCount(in: db)
        var sources: [Int: Int] = [:]
        var started: [Int: Int64] = [:]
        for row in try Row.fetchAll(db, sql: "SELECT id, source, started FROM import WHERE finished IS NOT NULL") {
            sources[row["id"]] = row["source"]
            started[row["id"]] = row["started"]
        }
        self.sources = sources
        self.started = started
    }

    /// Builds what is about records and orders.
    func buildPeople() throws -> ExistenceBuilder {
        writer.directory.records = records
        var existence = ExistenceBuilder(records: records)
        try TraitBuilder(self).build(&existence)
        try OrderBuilder(self).build(&existence)
        try KeyBuilder(self).build()
        return existence
    }

    /// Builds what is about events.
    func buildEvents() throws -> ExistenceBuilder {
        var existence = ExistenceBuilder(records: records)
        try EventBuilder(self).build(&existence)
        return existence
    }

    /// The columns of each property of a family, by name in order of appearance.
    func variants(of family: Family) -> [(name: String, columns: [StoredColumn])] {
        var names: [String] = []
        var columns: [String: [StoredColumn]] = [:]
        for column in catalogue.properties(of: family) {
            if columns[column.name] == nil { names.append(column.name) }
            columns[column.name, default: []].append(column)
        }
        return names.map { ($0, columns[$0] ?? []) }
    }
}

/// Finds out since when each record exists.
struct ExistenceBuilder: Sendable {
    private(set) var since: [Int64]

    init(records: Int) {
        since = Array(repeating: .max, count: records)
    }

    /// Says that something about a record is dated.
    @inline(__always)
    mutating func note(_ record: Int, at time: Int64) {
        if time < since[record] { since[record] = time }
    }

    /// Adds what somebody else noted.
    mutating func add(_ other: ExistenceBuilder) {
        for (record, time) in other.since.enumerated() { note(record, at: time) }
    }

    func write(to writer: CacheWriter) throws(StoreError) {
        try writer.fill("record/ever", count: (since.count + 63) / 64) { (target: UnsafeMutableBufferPointer<UInt64>) in
            for (record, date) in since.enumerated() where date != .max {
                target[record >> 6] |= 1 << UInt64(record & 63)
            }
        }
        let latest = since.lazy.filter { $0 != .max }.max() ?? .min
        guard latest != .min else { return }
        try writer.write("record/since", since)
        try writer.write("record/latest", [latest])
    }
}

extension StoreFile {
    /// The number of records that finished imports have made.
    static func recordCount(in db: Database) throws -> Int {
        try Int.fetchOne(
            db, sql: "SELECT coalesce(max(first_record + records), 0) FROM import WHERE finished IS NOT NULL") ?? 0
    }
}
