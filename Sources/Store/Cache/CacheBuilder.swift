import Columnar
import Customers
import GRDB

/// Builds derived columns of a store from its blocks and its log, all in one transaction.
struct CacheBuilder {
    let source: CacheSource
    let writer: CacheWriter

    init(_ source: CacheSource, writer: CacheWriter) {
        self.source = source
        self.writer = writer
    }

    var db: Database { source.db }
    var catalogue: ColumnCatalogue { source.catalogue }
    var records: Int { source.records }

    /// Builds what is about records and orders.
    func buildPeople() throws -> ExistenceBuilder {
        writer.directory.records = records
        writer.directory.imports = source.history.imports
        writer.directory.undone = source.undone
        writer.directory.plainTraits = catalogue.properties(of: .traits).filter { $0.identifier == nil }.map(\.id)
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
