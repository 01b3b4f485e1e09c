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

    /// Finds out where each event goes.
    func placeEvents() throws -> PlacedEvents { try PlacedEvents(self) }

    /// Carries out a step.
    ///
    /// `placed`: where events go, for the steps that come after that.
    /// - Returns: since when records exist by what the step has seen.
    func build(_ step: BuildSteps.Step, placed: PlacedEvents?) throws -> ExistenceBuilder? {
        var existence = ExistenceBuilder(records: records)
        switch (step, placed) {
        case (.traits, _):
            describe()
            try TraitBuilder(self).build(&existence)
            return existence
        case (.orders, _):
            try OrderBuilder(self).build(&existence)
            return existence
        case (.keys, _): try KeyBuilder(self).build()
        case (.eventTimes, let placed?):
            try EventBuilder(self, placed).buildTimes(&existence)
            return existence
        case (.eventRecords, let placed?): try EventBuilder(self, placed).buildRecords()
        case (.eventProperty(let number), let placed?): try EventBuilder(self, placed).buildProperty(number)
        case (.eventCover, let placed?): try EventBuilder(self, placed).buildCover()
        case (.eventPlaces, _), (_, nil): preconditionFailure("a step before it is known where events go")
        }
        return nil
    }

    /// Says what the cache is built from.
    private func describe() {
        writer.directory.records = records
        writer.directory.imports = source.history.imports
        writer.directory.undone = source.undone
        writer.directory.plainTraits = catalogue.properties(of: .traits).filter { $0.identifier == nil }.map(\.id)
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
