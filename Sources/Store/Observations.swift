import Columnar
public import Customers
import GRDB

/// What a source said of a record, as it came in.
public struct Observation: Hashable, Sendable {
    public let name: String
    public let value: Value
    public let source: String
    /// When it was observed, where the file told.
    public let observed: Instant?
    /// When its import began.
    public let imported: Instant
}

extension StoreFile {
    /// All that sources said of a record, oldest row first.
    ///
    /// - Complexity: O(blocks of traits whose records surround this one)
    public func observations(of record: Int) throws(StoreError) -> [Observation] {
        try read { db in
            let catalogue = try ColumnCatalogue(db)
            let reader = try ChunkReader(.traits, catalogue: catalogue, in: db)
            let columns = catalogue.properties(of: .traits)
            let fixed = [FixedColumn.record, .time].flatMap { catalogue.fixed($0, of: .traits) }
            let sources = try ObservationSources(db)
            var found: [Observation] = []
            try reader.forEach(columns: (columns + fixed).map(\.id), around: record) { chunk in
                let rows = try chunk.rows(of: record, in: catalogue)
                guard !rows.isEmpty else { return }
                let times =
                    try catalogue.fixed(.time, of: .traits).first
                    .flatMap { try chunk.values(of: $0, rows: rows, codebook: []) } ?? [:]
                for row in rows {
                    for column in columns {
                        let book = try sources.codebook(of: column, in: chunk, db: db)
                        guard let value = try chunk.values(of: column, rows: [row], codebook: book)?[row] else {
                            continue
                        }
                        let observed: Instant? = if case .timestamp(let time)? = times[row] { time } else { nil }
                        found.append(
                            Observation(
                                name: column.name, value: value, source: sources.name(of: chunk.importID),
                                observed: observed, imported: sources.start(of: chunk.importID)))
                    }
                }
            }
            return found
        }
    }
}

/// The names of sources and the texts of codes, read once for a question.
private final class ObservationSources {
    private var names: [Int: String] = [:]
    private var starts: [Int: Int64] = [:]
    private var books: [Int: [String]] = [:]

    init(_ db: Database) throws {
        for row in try Row.fetchAll(
            db, sql: "SELECT i.id, i.started, s.name FROM import i JOIN source s ON s.id = i.source")
        {
            names[row["id"]] = row["name"]
            starts[row["id"]] = row["started"]
        }
    }

    func name(of importID: Int) -> String { names[importID] ?? "" }

    func start(of importID: Int) -> Instant { Instant(milliseconds: starts[importID] ?? 0) }

    func codebook(of column: StoredColumn, in chunk: Chunk, db: Database) throws -> [String] {
        if let own = chunk.ownBooks[column.id] { return own }
        guard column.type == .text || column.type == .list, chunk.has(column.id) else { return [] }
        if let known = books[column.id] { return known }
        let book = try StoreFile.codebook(of: column.id, in: db)
        books[column.id] = book
        return book
    }
}

extension Chunk {
    /// The rows about a record, in order.
    func rows(of record: Int, in catalogue: ColumnCatalogue) throws -> [Int] {
        guard let column = catalogue.fixed(.record, of: .traits).first else { return [] }
        var rows: [Int] = []
        _ = try withColumn(column.id) { view in
            view.forEachInteger { if $1 == Int64(record) { rows.append($0) } }
        }
        return rows
    }

    /// The values of a column in some rows, by row.
    func values(of column: StoredColumn, rows: [Int], codebook: [String]) throws -> [Int: Value]? {
        try withColumn(column.id) { view in
            let present = view.present
            return view.values(of: rows.filter { present?[$0] ?? true }, type: column.type, codebook: codebook)
        }
    }
}

extension BlockColumnView {
    /// The values of some rows; of packed columns only the mini-blocks in which they lie are read.
    func values(of rows: [Int], type: ValueType, codebook: [String]) -> [Int: Value] {
        var values: [Int: Value] = [:]
        switch encoding {
        case .integers:
            forEachInteger(of: rows) { values[$0] = Self.value($1, type: type) }
        case .codes:
            forEachInteger(of: rows) { row, code in
                if code > 0, code <= codebook.count { values[row] = .text(codebook[Int(code) - 1]) }
            }
        case .numbers:
            let numbers = numbers
            for row in rows { values[row] = .number(numbers[row]) }
        case .texts:
            let wanted = Set(rows)
            forEachText { row, text in
                if !text.isEmpty, wanted.contains(row) { values[row] = .text(String(decoding: text, as: UTF8.self)) }
            }
        case .lists:
            let (ends, codes) = lists
            for row in rows {
                let texts = codes[(row == 0 ? 0 : Int(ends[row - 1]))..<Int(ends[row])].map { codebook[Int($0)] }
                if !texts.isEmpty { values[row] = .list(texts) }
            }
        }
        return values
    }

    private func forEachInteger(of rows: [Int], _ body: (Int, Int64) -> Void) {
        let wanted = Set(rows)
        for mini in Set(rows.map { $0 / PackedIntegers.miniBlock }) {
            forEachInteger(inMini: mini) { if wanted.contains($0) { body($0, $1) } }
        }
    }

    private static func value(_ integer: Int64, type: ValueType) -> Value {
        switch type {
        case .boolean: .boolean(integer != 0)
        case .date: .date(CivilDate(dayNumber: Int32(clamping: integer)))
        case .timestamp: .timestamp(Instant(milliseconds: integer))
        case .money: .money(integer)
        case .integer, .number, .text, .list: .integer(integer)
        }
    }
}
