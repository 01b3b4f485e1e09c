import Columnar
import Customers

/// The names that events and orders gave to records, as rows of traits: a row a name.
struct NamingRows {
    private var namings: [RecordResolution.Naming] = []

    var count: Int { namings.count }

    mutating func append(_ more: [RecordResolution.Naming]) {
        namings.append(contentsOf: more)
    }

    /// The records of the rows.
    var records: [Int64] { namings.map { Int64($0.record) } }

    /// The traits that the names fill, each with its values.
    var columns: [(column: IncomingColumn, values: BatchColumn)] {
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
