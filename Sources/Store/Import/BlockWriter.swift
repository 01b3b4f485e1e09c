import Columnar
import Customers
import Dispatch
import Foundation
import GRDB

/// Rows of one family that are ready to be written.
struct ReadyRows {
    let family: Family
    let firstSeq: Int
    let rows: Int
    let records: [Int64]?
    let times: BatchColumn?
    /// Every column with a value, the fixed ones included, in the codes of the store.
    let columns: [(column: StoredColumn, values: BatchColumn)]
    /// The columns as bytes of a block.
    private let encoded: [Deferred<BlockColumn>]

    /// Rows up to this number go to the log, where they are read one by one; more are smaller and faster as a block.
    private static let mostLogRows = 64

    init(
        family: Family, firstSeq: Int, rows: Int, records: [Int64]?, times: BatchColumn?,
        columns: [(column: StoredColumn, values: BatchColumn)]
    ) {
        self.family = family
        self.firstSeq = firstSeq
        self.rows = rows
        self.records = records
        self.times = times
        self.columns = columns
        encoded = columns.map { column in Deferred { BlockColumn(column.values) } }
    }

    /// Begins to encode the columns on another thread.
    ///
    /// It begins with the last, since who writes them begins with the first, and encodes those that are not there yet.
    func beginEncoding() {
        guard rows > Self.mostLogRows else { return }
        DispatchQueue.global(qos: .userInitiated).async { [encoded] in
            for column in encoded.reversed() { _ = column.value }
        }
    }

    /// Writes the rows where they belong by their number: into the log or as a block.
    func write(import importID: Int, in db: Database) throws {
        if rows <= Self.mostLogRows {
            try writeLog(import: importID, in: db)
        } else {
            try writeBlock(import: importID, in: db)
        }
    }

    /// Writes the rows as a block.
    func writeBlock(import importID: Int, in db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO block (family, first_seq, rows, first_record, last_record, first_time, last_time, import)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                family.rawValue, firstSeq, rows, records?.min(), records?.max(), bounds?.lowerBound, bounds?.upperBound,
                importID,
            ])
        let block = db.lastInsertedRowID
        let insert = try db.cachedStatement(
            sql: "INSERT INTO block_column (block, \"column\", encoding, data) VALUES (?, ?, ?, ?)")
        for ((column, _), encoded) in zip(columns, encoded.lazy.map(\.value)) {
            try insert.execute(arguments: [block, column.id, encoded.encoding.rawValue, Data(encoded.bytes)])
        }
    }

    /// The first and the last time of the rows that have one.
    private var bounds: ClosedRange<Int64>? {
        guard let times, case .integers(let values) = times.values else { return nil }
        guard let present = times.present else {
            return values.min().flatMap { low in values.max().map { low...$0 } }
        }
        let dated = values.indices.filter { present[$0] }.map { values[$0] }
        return dated.min().flatMap { low in dated.max().map { low...$0 } }
    }
}
