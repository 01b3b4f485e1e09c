import Columnar
public import Customers
import GRDB

extension StoreFile {
    /// Takes back an import: its rows go, and the store is as if it had not been.
    ///
    /// Records that later imports speak of stay, under the names by which those imports know them.
    public func undo(import number: Int, by author: String, at time: Instant) throws(StoreError) {
        let lock = try ImportLock(store: path)
        try discardDeadImports()
        try write { db in
            let entry = try Row.fetchOne(
                db, sql: "SELECT first_record, records FROM import WHERE id = ? AND finished IS NOT NULL",
                arguments: [number])
            guard let entry else { throw StoreError.noImport(number) }
            let first: Int = entry["first_record"]
            let made = first..<first + (entry["records"] as Int)
            try Orphans(number, made: made, in: db).adopt(in: db)
            try Self.discard(import: number, in: db)
            try Self.raiseVersion(db)
            try Self.raiseUndone(db)
            try Self.audit(db, at: time, by: author, action: "undo import", subject: "\(number)")
        }
        withExtendedLifetime(lock) {}
    }
}

/// The records that an import made and that later imports speak of.
private struct Orphans {
    /// The first later import that speaks of each.
    private var adopters: [Int: Int] = [:]
    private let number: Int
    private let catalogue: ColumnCatalogue

    init(_ number: Int, made: Range<Int>, in db: Database) throws {
        self.number = number
        catalogue = try ColumnCatalogue(db)
        for family in [Family.traits, .events, .orders] {
            guard let column = catalogue.fixed(.record, of: family).first else { continue }
            let reader = try ChunkReader(family, catalogue: catalogue, in: db)
            try reader.forEach(columns: [column.id]) { chunk in
                guard chunk.importID != number else { return }
                _ = try chunk.withColumn(column.id) { view in
                    view.forEachInteger { _, record in
                        guard made.contains(Int(record)) else { return }
                        adopters[Int(record)] = min(adopters[Int(record)] ?? .max, chunk.importID)
                    }
                }
            }
        }
        for row in try Row.fetchAll(
            db, sql: "SELECT DISTINCT record, import FROM consent WHERE import <> ?", arguments: [number])
        where made.contains(row["record"]) {
            adopters[row["record"]] = min(adopters[row["record"]] ?? .max, row["import"])
        }
    }

    /// The kinds of identifiers by which other imports know people; names of other kinds go with the import.
    private func knownKinds(in db: Database) throws -> Set<String> {
        let lists = try String.fetchAll(
            db, sql: "SELECT kinds FROM import WHERE id <> ? AND finished IS NOT NULL", arguments: [number])
        return Set(lists.flatMap { $0.split(separator: ",").map(String.init) })
    }

    /// Gives the names of the records to the imports that speak of them.
    func adopt(in db: Database) throws {
        guard !adopters.isEmpty, let recordColumn = catalogue.fixed(.record, of: .traits).first else { return }
        let known = try knownKinds(in: db)
        let kinds = catalogue.properties(of: .traits).filter { $0.identifier.map(known.contains) ?? false }
        let reader = try ChunkReader(.traits, catalogue: catalogue, in: db)
        var seq = try StoreFile.nextSeq(in: db)
        try reader.forEach(columns: kinds.map(\.id) + [recordColumn.id]) { chunk in
            guard chunk.importID == number else { return }
            let records = try chunk.withColumn(recordColumn.id) { $0.integers } ?? []
            let rows = records.indices.filter { adopters[Int(records[$0])] != nil }
            for (adopter, adopted) in Dictionary(grouping: rows, by: { adopters[Int(records[$0])] ?? 0 }).sorted(by: {
                $0.key < $1.key
            }) {
                let columns = try kinds.compactMap { try names($0, of: adopted, in: chunk, db: db) }
                guard !columns.isEmpty else { continue }
                try ReadyRows(
                    family: .traits, firstSeq: seq, rows: adopted.count, records: adopted.map { records[$0] },
                    times: nil,
                    columns: columns + [(recordColumn, BatchColumn(values: .integers(adopted.map { records[$0] })))]
                ).write(import: adopter, in: db)
                seq += adopted.count
            }
        }
    }

    /// The identifiers of one kind in some rows.
    private func names(
        _ column: StoredColumn, of rows: [Int], in chunk: Chunk, db: Database
    ) throws -> (StoredColumn, BatchColumn)? {
        let book = column.type == .text ? try StoreFile.codebook(of: column.id, in: db) : []
        guard let values = try chunk.values(of: column, rows: rows, codebook: book), !values.isEmpty else { return nil }
        guard column.type == .text else {
            var present = Bitmap(rows: rows.count)
            let integers = rows.enumerated().map { place, row -> Int64 in
                guard case .integer(let value)? = values[row] else { return 0 }
                present[place] = true
                return value
            }
            return (column, BatchColumn(values: .integers(integers), present: present))
        }
        var texts = TextVector()
        for row in rows {
            if case .text(let text)? = values[row] { texts.append(text) } else { texts.append("") }
        }
        return (column, BatchColumn(values: .texts(texts)))
    }
}
