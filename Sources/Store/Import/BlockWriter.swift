import Columnar
import Customers
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

    /// Rows up to this number go to the log, where they are read one by one; more are smaller and faster as a block.
    private static let mostLogRows = 64

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
        for (column, values) in columns {
            let encoded = BlockColumn(values)
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
