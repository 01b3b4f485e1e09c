import Columnar
public import Customers
import GRDB

/// What an import has done so far.
public struct ImportTally: Hashable, Sendable {
    public var rows = 0
    public var inserted = 0
    public var updated = 0
    public var duplicates = 0
    public var rejected = 0

    public init() {}
}

/// Writes the rows of one file into the store: in batches that nobody sees before the last commit.
///
/// A process that dies in between leaves nothing that counts; the next import clears what it left.
public final class ImportWriter {
    private let store: StoreFile
    private let lock: ImportLock
    private let family: Family
    private let incoming: [IncomingColumn]
    public let importID: Int
    private let sourceID: Int
    private let author: String
    private let firstRecord: UInt32
    private let cache: StoreCache
    private var grown: Set<Family>
    /// What the next import of this process may know, once this one is finished.
    public private(set) var handover: ImportHandover?

    private var catalogue: ColumnCatalogue
    private var translations: [Int: CodeTranslation] = [:]
    private var newRows: NewRows
    private var namings = NamingRows()
    /// The kinds of identifiers by which the file knows people.
    private var kinds: Set<String> = []
    /// The batch that came last: that of a small file is written with everything else at once.
    private var waiting: IncomingBatch?
    private var pending: ReadyRows?
    private var nextSeq: Int
    private var hasBlocks = false
    /// Batches that have been written.
    private var batches = 0
    /// Of a large import.
    private var mover: LogMover?
    public var tally: ImportTally { newRows.tally }

    private static let blockRows = 65_536

    /// Begins an import.
    ///
    /// - `columns`: the traits or properties that every batch brings, in order.
    /// - `handover`: what an import just before this one knows.
    public init(
        into store: StoreFile, file: String, kind: String, family: Family, source: String, author: String,
        at time: Instant, columns: [IncomingColumn], after handover: ImportHandover? = nil
    ) throws(StoreError) {
        lock = try ImportLock(store: store.path)
        self.store = store
        self.family = family
        self.author = author
        incoming = columns
        try store.discardDeadImports()
        let (knowledge, cache) = try store.importKnowledge(family: family, source: source, after: handover)
        self.cache = cache
        grown = handover?.grown ?? []
        let firstRecord = knowledge.resolution.nextRecord
        self.firstRecord = firstRecord
        newRows = NewRows(family: family, knowledge: knowledge)
        let begun = try store.write { db in
            let sourceID = try StoreFile.source(named: source, in: db)
            try db.execute(
                sql: "INSERT INTO import (file, kind, source, author, started, first_record) VALUES (?, ?, ?, ?, ?, ?)",
                arguments: [file, kind, sourceID, author, time.milliseconds, Int(firstRecord)])
            let importID = Int(db.lastInsertedRowID)
            return (
                importID, sourceID, try ColumnCatalogue(db, including: importID), try StoreFile.nextSeq(in: db)
            )
        }
        (importID, sourceID, catalogue, nextSeq) = begun
    }

    /// Takes a batch, and writes the rows of the one before that the store does not hold yet.
    public func append(_ batch: IncomingBatch) throws(StoreError) {
        kinds.formUnion(batch.identifiers.map(\.kind))
        defer { waiting = batch }
        guard let waiting else { return }
        try store.write { db in try take(waiting, in: db) }
        batches += 1
        if batches == LogMover.batches { mover = store.beginMovingLog() }
        if batches % LogMover.batches == 0 { mover?.move() }
    }

    private func stopMovingLog() {
        if let mover { store.stopMovingLog(mover) }
        mover = nil
    }

    deinit { stopMovingLog() }

    /// Makes a batch ready, and writes the one before, whose columns were encoded in the meantime.
    private func take(_ batch: IncomingBatch, in db: Database) throws {
        let kept = try newRows.keep(batch, namings: &namings)
        let ready = try ready(batch, rows: kept.rows, records: kept.records, in: db)
        ready?.beginEncoding()
        if let pending {
            try pending.writeBlock(import: importID, in: db)
            hasBlocks = true
        }
        pending = ready
        if namings.count >= Self.blockRows { try writeNamings(in: db) }
    }

    /// The rows of a batch that are to be written, with all their columns in the codes of the store.
    private func ready(
        _ batch: IncomingBatch, rows: [Int], records: [UInt32], in db: Database
    ) throws -> ReadyRows? {
        var columns: [(StoredColumn, BatchColumn)] = []
        let isWhole = rows.count == batch.rows
        func add(_ name: String, _ type: ValueType, identifier: String? = nil, _ column: BatchColumn) throws {
            let actual = type.holding(column.values)
            let stored = try catalogue.column(
                family, name, actual, identifier: identifier, by: importID, in: db)
            let translated = BatchColumn(
                values: try translate(column.values, column: stored, in: db), present: column.present)
            let kept = isWhole ? translated : translated.keeping(rows)
            if !kept.isEmpty { columns.append((stored, kept)) }
        }
        if let key = batch.key {
            let type: ValueType = if case .integers = key.values { .integer } else { .text }
            try add(FixedColumn.key.rawValue, type, key)
        }
        if let name = batch.eventName { try add(FixedColumn.type.rawValue, .text, name) }
        if let time = batch.time { try add(FixedColumn.time.rawValue, .timestamp, time) }
        for (column, values) in zip(incoming, batch.properties) {
            try add(column.name, column.type, identifier: column.identifier, values)
        }
        guard !rows.isEmpty else { return nil }
        if family == .traits || family == .orders {
            let hashes = batch.hashes.map { Int64(bitPattern: Deduplication.version($0)) }
            try add(FixedColumn.hash.rawValue, .integer, BatchColumn(values: .integers(hashes)))
        }
        let numbers = records.map { Int64($0) }
        if family != .lines {
            let stored = try catalogue.column(
                family, FixedColumn.record.rawValue, .integer, identifier: nil, by: importID, in: db)
            columns.append((stored, BatchColumn(values: .integers(numbers))))
        }
        defer { nextSeq += rows.count }
        return ReadyRows(
            family: family, firstSeq: nextSeq, rows: rows.count, records: family == .lines ? nil : numbers,
            times: batch.time.map { isWhole ? $0 : $0.keeping(rows) }, columns: columns)
    }

    private func translate(_ vector: Vector, column: StoredColumn, in db: Database) throws -> Vector {
        switch vector {
        case .integers, .numbers, .texts: return vector
        case .codes, .lists:
            var translation =
                try translations.removeValue(forKey: column.id)
                ?? CodeTranslation(column: column.id, import: importID, in: db)
            defer { translations[column.id] = translation }
            return try translation.translate(vector, in: db)
        }
    }

    private func writeNamings(in db: Database) throws {
        try readyNamings(in: db)?.writeBlock(import: importID, in: db)
        namings = NamingRows()
    }

    private func readyNamings(in db: Database) throws -> ReadyRows? {
        let ready = try namings.ready(firstSeq: nextSeq, catalogue: &catalogue, import: importID, in: db)
        nextSeq += ready?.rows ?? 0
        return ready
    }

    /// Makes all rows visible at once.
    ///
    /// `rejected`: the rows that the file had and that could not be read.
    /// - Returns: the number of the import, or none where it changed nothing and so leaves no trace.
    public func finish(rejected: Int, at time: Instant, seconds: Double) throws(StoreError) -> Int? {
        stopMovingLog()
        newRows.tally.rejected = rejected
        newRows.tally.rows += rejected
        return try store.write { db in
            if let waiting { try take(waiting, in: db) }
            guard tally.inserted + tally.updated > 0 else {
                try StoreFile.discard(import: importID, in: db)
                return nil
            }
            if hasBlocks {
                try pending?.writeBlock(import: importID, in: db)
            } else {
                try pending?.write(import: importID, in: db)
            }
            try readyNamings(in: db)?.write(import: importID, in: db)
            try writeKeys(in: db)
            try Self.close(
                importID, tally: tally, records: Int(newRows.resolution.nextRecord - firstRecord), kinds: kinds,
                at: time,
                seconds: seconds,
                by: author, in: db)
            grown.insert(family)
            handover = ImportHandover(
                version: try StoreFile.version(db), resolution: newRows.resolution, cache: cache, grown: grown)
            return importID
        }
    }

    private func writeKeys(in db: Database) throws {
        if !newRows.deduplication.newIntervals.runs.isEmpty {
            try StoreFile.write(
                newRows.deduplication.newIntervals, family: family, source: sourceID, import: importID, in: db)
        }
        try newRows.deduplication.forEachNewRun { run in
            try StoreFile.write(run, family: family, source: sourceID, import: importID, in: db)
        }
    }

    /// Writes what an import did and makes its rows count.
    static func close(
        _ importID: Int, tally: ImportTally, records: Int, kinds: Set<String>, at time: Instant, seconds: Double,
        by author: String, in db: Database
    ) throws {
        try db.execute(
            sql: """
                UPDATE import SET finished = ?, seconds = ?, records = ?, rows = ?, inserted = ?, updated = ?,
                duplicates = ?, rejected = ?, kinds = ? WHERE id = ?
                """,
            arguments: [
                time.milliseconds, seconds, records, tally.rows, tally.inserted, tally.updated, tally.duplicates,
                tally.rejected, kinds.sorted().joined(separator: ","), importID,
            ])
        try StoreFile.raiseVersion(db)
        try StoreFile.audit(db, at: time, by: author, action: "import", subject: "\(importID)")
    }

    /// Leaves the store as it was before the import.
    public func abandon() throws(StoreError) {
        stopMovingLog()
        try store.write { db in try StoreFile.discard(import: importID, in: db) }
    }
}

extension BatchColumn {
    /// Whether no row has a value.
    var isEmpty: Bool {
        if let present { return present.isEmpty }
        switch values {
        case .integers(let values): return values.isEmpty
        case .numbers(let values): return values.isEmpty
        case .codes(let codes, _): return codes.allSatisfy { $0 == Vector.missingCode }
        case .texts(let texts): return texts.bytes.isEmpty
        case .lists(_, let codes, _): return codes.isEmpty
        }
    }
}

extension ValueType {
    /// The type under which a vector is kept: this one, or what the values are where it cannot hold them.
    fileprivate func holding(_ values: Vector) -> ValueType {
        switch (values, self) {
        case (.numbers, _): .number
        case (.integers, .text), (.integers, .number), (.integers, .list): .integer
        case (.integers, _): self
        case (.codes, _), (.texts, _): .text
        case (.lists, _): .list
        }
    }
}
