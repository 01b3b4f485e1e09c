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
    private let catalogue: ColumnCatalogue
    private let pieces: [Piece]

    /// - `imports`: leaves out rows of other imports; none leaves out none that is finished.
    /// - `touched`: leaves out blocks that hold nothing about these records, which rise; none leaves out none.
    init(
        _ family: Family, catalogue: ColumnCatalogue, in db: Database, imports: Set<Int>? = nil,
        touching touched: [Int]? = nil
    ) throws {
        self.family = family
        self.db = db
        self.catalogue = catalogue
        let visible = try imports ?? Set(Int.fetchAll(db, sql: "SELECT id FROM import WHERE finished IS NOT NULL"))
        pieces = try Self.pieces(of: family, visible: visible, in: db).filter { $0.touches(touched) }
    }

    /// A block or a stretch of the log.
    private struct Piece {
        enum Place {
            case block(Int64)
            case log(ClosedRange<Int>)
        }

        let seq: Int
        let place: Place
        let rows: Int
        let importID: Int
        /// The first and the last record of a block that is about records.
        var records: ClosedRange<Int>?

        func touches(_ records: [Int]?) -> Bool {
            guard let records, let own = self.records else { return true }
            var low = 0
            var high = records.count
            while low < high {
                let middle = (low + high) / 2
                if records[middle] < own.lowerBound { low = middle + 1 } else { high = middle }
            }
            return low < records.count && records[low] <= own.upperBound
        }
    }

    private static func pieces(of family: Family, visible: Set<Int>, in db: Database) throws -> [Piece] {
        guard let first = visible.min() else { return [] }
        var pieces: [Piece] = []
        let blocks = try db.cachedStatement(
            sql: """
                SELECT id, first_seq, rows, import, first_record, last_record FROM block
                WHERE family = ? AND import >= ?
                """)
        for row in try Row.fetchAll(blocks, arguments: [family.rawValue, first]) where visible.contains(row["import"]) {
            let bounds = (row["first_record"] as Int?).flatMap { low in (row["last_record"] as Int?).map { (low, $0) } }
            pieces.append(
                Piece(
                    seq: row["first_seq"], place: .block(row["id"]), rows: row["rows"], importID: row["import"],
                    records: bounds.map { $0.0...max($0.0, $0.1) }))
        }
        let logs = try db.cachedStatement(
            sql: """
                SELECT min(seq) AS first, max(seq) AS last, count(*) AS rows, import FROM log
                WHERE family = ? AND import >= ? GROUP BY import
                """)
        for row in try Row.fetchAll(logs, arguments: [family.rawValue, first]) where visible.contains(row["import"]) {
            let seqs = (row["first"] as Int)...(row["last"] as Int)
            pieces.append(
                Piece(seq: seqs.lowerBound, place: .log(seqs), rows: row["rows"], importID: row["import"]))
        }
        return pieces.sorted { $0.seq < $1.seq }
    }

    /// Where rows lie.
    enum Place {
        case anywhere, log
    }

    /// The number of rows.
    var rows: Int { pieces.reduce(0) { $0 + $1.rows } }

    /// Calls `body` with the import of each stretch of rows and their number, in order.
    func forEachImport(_ body: (_ importID: Int, _ rows: Int) -> Void) {
        for piece in pieces { body(piece.importID, piece.rows) }
    }

    /// Calls `body` with every chunk; only the columns asked for are read.
    ///
    /// `record`: leaves out blocks that hold nothing about this record.
    func forEach(
        columns ids: [Int], around record: Int? = nil, in place: Place = .anywhere, _ body: (Chunk) throws -> Void
    ) throws {
        for piece in pieces where piece.touches(record.map { [$0] }) {
            switch piece.place {
            case .block(let id):
                guard place == .anywhere else { continue }
                try body(block(id, rows: piece.rows, importID: piece.importID, columns: ids))
            case .log(let seqs):
                try body(log(seqs, importID: piece.importID, columns: ids))
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
        let statement = try db.cachedStatement(
            sql:
                "SELECT record, time, properties FROM log WHERE family = ? AND import = ? AND seq BETWEEN ? AND ? ORDER BY seq"
        )
        let rows = try Row.fetchAll(
            statement,
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
