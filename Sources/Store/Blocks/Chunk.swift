import Columnar
import Customers
import Foundation
import GRDB

/// Rows of one family that lie together: a block, or a stretch of the log in the same form.
struct Chunk {
    let rows: Int
    let importID: Int
    fileprivate let columns: [Int: (encoding: BlockEncoding, data: Data)]
    /// The texts of the codes of lists where they are the chunk's own.
    let ownBooks: [Int: [String]]

    /// Lends a column to `body`; none where no row of the chunk has a value in it.
    func withColumn<Value>(_ id: Int, _ body: (BlockColumnView) throws -> Value) throws -> Value? {
        guard let (encoding, data) = columns[id] else { return nil }
        return try data.withUnsafeBytes { try body(BlockColumnView(encoding: encoding, bytes: $0)) }
    }

    func has(_ id: Int) -> Bool { columns[id] != nil }
}

/// Reads the rows of a family in the order in which they came: blocks and log as one.
struct ChunkReader {
    let family: Family
    let db: Database
    /// The imports whose rows count.
    private let visible: Set<Int>
    private let catalogue: ColumnCatalogue

    /// Records that blocks are wanted of, rising; none where all are.
    private let touched: [Int]?

    /// - `imports`: leaves out rows of other imports; none leaves out none that is finished.
    /// - `touched`: leaves out blocks that hold nothing about these records, which rise; none leaves out none.
    init(
        _ family: Family, catalogue: ColumnCatalogue, in db: Database, imports: Set<Int>? = nil,
        touching touched: [Int]? = nil
    ) throws {
        self.family = family
        self.db = db
        self.catalogue = catalogue
        self.touched = touched
        visible = try imports ?? Set(Int.fetchAll(db, sql: "SELECT id FROM import WHERE finished IS NOT NULL"))
    }

    private enum Piece {
        case block(id: Int64, rows: Int, importID: Int)
        case log(first: Int, last: Int, importID: Int)
    }

    /// `record`: leaves out blocks whose records do not surround this one.
    private func pieces(around record: Int? = nil) throws -> [Piece] {
        var pieces: [(seq: Int, piece: Piece)] = []
        for row in try Row.fetchAll(
            db,
            sql: """
                SELECT id, first_seq, rows, import, first_record, last_record FROM block WHERE family = ?1
                AND (?2 IS NULL OR ?2 BETWEEN first_record AND last_record)
                """, arguments: [family.rawValue, record])
        where visible.contains(row["import"]) && touches(row["first_record"], row["last_record"]) {
            pieces.append(
                (row["first_seq"], .block(id: row["id"], rows: row["rows"], importID: row["import"])))
        }
        for row in try Row.fetchAll(
            db,
            sql: "SELECT min(seq) AS first, max(seq) AS last, import FROM log WHERE family = ? GROUP BY import",
            arguments: [family.rawValue])
        where visible.contains(row["import"]) {
            pieces.append((row["first"], .log(first: row["first"], last: row["last"], importID: row["import"])))
        }
        return pieces.sorted { $0.seq < $1.seq }.map(\.piece)
    }

    private func touches(_ first: Int?, _ last: Int?) -> Bool {
        guard let touched, let first, let last else { return true }
        var low = 0
        var high = touched.count
        while low < high {
            let middle = (low + high) / 2
            if touched[middle] < first { low = middle + 1 } else { high = middle }
        }
        return low < touched.count && touched[low] <= last
    }

    /// Where rows lie.
    enum Place {
        case anywhere, log
    }

    /// Calls `body` with every chunk; only the columns asked for are read.
    ///
    /// `record`: leaves out blocks that hold nothing about this record.
    func forEach(
        columns ids: [Int], around record: Int? = nil, in place: Place = .anywhere, _ body: (Chunk) throws -> Void
    ) throws {
        for piece in try pieces(around: record) {
            switch piece {
            case .block(let id, let rows, let importID):
                guard place == .anywhere else { continue }
                try body(block(id, rows: rows, importID: importID, columns: ids))
            case .log(let first, let last, let importID):
                try body(log(first...last, importID: importID, columns: ids))
            }
        }
    }

    private func block(_ id: Int64, rows: Int, importID: Int, columns ids: [Int]) throws -> Chunk {
        var columns: [Int: (BlockEncoding, Data)] = [:]
        let statement = try db.cachedStatement(
            sql: "SELECT encoding, data FROM block_column WHERE block = ? AND \"column\" = ?")
        for column in ids {
            guard let row = try Row.fetchOne(statement, arguments: [id, column]) else { continue }
            guard let encoding = BlockEncoding(rawValue: row["encoding"]) else { throw StoreError.damagedBlock }
            columns[column] = (encoding, row["data"])
        }
        return Chunk(rows: rows, importID: importID, columns: columns, ownBooks: [:])
    }

    private func log(_ seqs: ClosedRange<Int>, importID: Int, columns ids: [Int]) throws -> Chunk {
        let rows = try Row.fetchAll(
            db,
            sql:
                "SELECT record, time, properties FROM log WHERE family = ? AND import = ? AND seq BETWEEN ? AND ? ORDER BY seq",
            arguments: [family.rawValue, importID, seqs.lowerBound, seqs.upperBound])
        let properties = try rows.map { row in
            try JSONSerialization.jsonObject(with: Data((row["properties"] as String).utf8)) as? [String: Any] ?? [:]
        }
        var columns: [Int: (BlockEncoding, Data)] = [:]
        var books: [Int: [String]] = [:]
        for column in catalogue.columns where ids.contains(column.id) {
            let values: [Any?] =
                switch FixedColumn(rawValue: column.name) {
                case .record: rows.map { $0["record"] as Int64? }
                case .time: rows.map { $0["time"] as Int64? }
                default: properties.map { $0[LogRow.name(of: column)] }
                }
            guard values.contains(where: { $0 != nil }) else { continue }
            let built = LogRow.column(column.type, values)
            if case .lists(_, _, let appended) = built.values { books[column.id] = appended }
            let encoded = BlockColumn(built)
            columns[column.id] = (encoded.encoding, Data(encoded.bytes))
        }
        return Chunk(rows: rows.count, importID: importID, columns: columns, ownBooks: books)
    }
}
