import Columnar
import Customers
import GRDB

/// The names that events and orders gave to records, as rows of traits: a row a name.
struct NamingRows {
    private var namings: [RecordResolution.Naming] = []

    var count: Int { namings.count }

    mutating func append(_ more: [RecordResolution.Naming]) {
        namings.append(contentsOf: more)
    }

    /// The rows with the store's columns; none where there are none.
    func ready(
        firstSeq: Int, catalogue: inout ColumnCatalogue, import importID: Int, in db: Database
    ) throws -> ReadyRows? {
        guard count > 0 else { return nil }
        var ready: [(StoredColumn, BatchColumn)] = []
        for (column, values) in columns {
            let stored = try catalogue.column(
                .traits, column.name, column.type, identifier: column.identifier, by: importID, in: db)
            ready.append((stored, values))
        }
        let record = try catalogue.column(
            .traits, FixedColumn.record.rawValue, .integer, identifier: nil, by: importID, in: db)
        ready.append((record, BatchColumn(values: .integers(records))))
        return ReadyRows(
            family: .traits, firstSeq: firstSeq, rows: count, records: records, times: nil, columns: ready)
    }

    /// The records of the rows.
    private var records: [Int64] { namings.map { Int64($0.record) } }

    /// The traits that the names fill, each with its values.
    private var columns: [(column: IncomingColumn, values: BatchColumn)] {
        var kinds: [String] = []
        for naming in namings where !kinds.contains(naming.kind) { kinds.append(naming.kind) }
        return kinds.flatMap { kind in [integers(of: kind), texts(of: kind)].compactMap(\.self) }
    }

    private func integers(of kind: String) -> (IncomingColumn, BatchColumn)? {
        var present = Bitmap(rows: namings.count)
        var values = [Int64](repeating: 0, count: namings.count)
        for (row, naming) in namings.enumerated() where naming.kind == kind {
            guard case .integer(let integer) = naming.value else { continue }
            present[row] = true
            values[row] = integer
        }
        guard !present.isEmpty else { return nil }
        return (
            IncomingColumn(name: kind, type: .integer, identifier: kind),
            BatchColumn(values: .integers(values), present: present)
        )
    }

    private func texts(of kind: String) -> (IncomingColumn, BatchColumn)? {
        var texts = TextVector()
        var isEmpty = true
        for naming in namings {
            if naming.kind == kind, case .text(let text) = naming.value {
                texts.append(text)
                isEmpty = false
            } else {
                texts.append("")
            }
        }
        guard !isEmpty else { return nil }
        return (IncomingColumn(name: kind, type: .text, identifier: kind), BatchColumn(values: .texts(texts)))
    }
}
