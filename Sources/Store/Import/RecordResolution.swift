import Columnar
import Customers

/// One identifier value as it stands in a row.
enum IdentifierValue: Hashable {
    case integer(Int64)
    case text(String)
}

extension BatchColumn {
    /// The identifier of a row, integers as such however they were written; none where the row has none.
    func identifier(at row: Int) -> IdentifierValue? {
        guard present?[row] ?? true else { return nil }
        switch values {
        case .integers(let integers): return .integer(integers[row])
        case .texts(let texts):
            let range = texts.range(of: row)
            guard !range.isEmpty else { return nil }
            return texts.bytes.withUnsafeBufferPointer { bytes in
                let text = UnsafeBufferPointer(rebasing: bytes[range])
                return canonicalInteger(text).map { .integer($0) } ?? .text(texts[row])
            }
        case .codes, .numbers, .lists: return nil
        }
    }
}

/// Names the record of every row, making records for identifiers that nobody has seen.
struct RecordResolution: Sendable {
    /// The identifiers that a record was given by rows that are not of its own file.
    struct Naming {
        let record: UInt32
        let kind: String
        let value: IdentifierValue
    }

    private var index: IdentifierIndex
    /// The number of the next record.
    private(set) var nextRecord: UInt32

    init(index: IdentifierIndex, nextRecord: UInt32) {
        self.index = index
        self.nextRecord = nextRecord
    }

    /// The record of each row: that which the row's first identifier names, or a new one that bears all of them.
    ///
    /// `naming`: told what a new name of a record was, row by row, for those who must write it down.
    mutating func records(
        of identifiers: [(kind: String, column: BatchColumn)], rows: Int, naming: ((Naming) -> Void)?
    ) -> [UInt32] {
        var records = [UInt32](repeating: 0, count: rows)
        if identifiers.count == 1, case .integers(let integers) = identifiers[0].column.values,
            identifiers[0].column.present == nil
        {
            resolve(integers, kind: identifiers[0].kind, into: &records, naming: naming)
            return records
        }
        let columns = shared(identifiers.count) { NameColumn(identifiers[$0].kind, identifiers[$0].column, rows: rows) }
        var names = RowNames(columns, takingKindsFrom: &index)
        for row in 0..<rows { records[row] = names.record(of: row, next: &nextRecord, naming: naming) }
        names.giveBack(to: &index)
        return records
    }

    private mutating func resolve(
        _ integers: [Int64], kind: String, into records: inout [UInt32], naming: ((Naming) -> Void)?
    ) {
        let unknown = index.kind(kind)?.look(up: integers, into: &records) ?? Array(integers.indices)
        for row in unknown { records[row] = record(named: kind, .integer(integers[row]), naming: naming) }
    }

    /// The record that an identifier in its normal form names, or a new one.
    mutating func record(named identifier: Identifier, naming: ((Naming) -> Void)?) -> UInt32 {
        var text = identifier.value
        let integer = text.withUTF8 { canonicalInteger($0) }
        return record(
            named: identifier.kind, integer.map { .integer($0) } ?? .text(identifier.value), naming: naming)
    }

    private mutating func record(
        named kind: String, _ value: IdentifierValue, naming: ((Naming) -> Void)?
    ) -> UInt32 {
        let key = NameKey(value)
        if let known = index.kind(kind)?.record(of: key) { return known }
        let record = nextRecord
        nextRecord += 1
        index.insert(kind, key, record: record)
        naming?(Naming(record: record, kind: kind, value: value))
        return record
    }
}

/// The names of a batch's rows, with the identifiers of their kinds at hand.
private struct RowNames {
    private let columns: [NameColumn]
    /// The place in `kinds` of each column's kind.
    private var slots: [Int] = []
    private var names: [String] = []
    private var kinds: [IdentifierKind] = []

    init(_ columns: [NameColumn], takingKindsFrom index: inout IdentifierIndex) {
        self.columns = columns
        for column in columns {
            if let known = names.firstIndex(of: column.kind) {
                slots.append(known)
            } else {
                slots.append(names.count)
                names.append(column.kind)
                kinds.append(index.take(column.kind))
            }
        }
    }

    mutating func giveBack(to index: inout IdentifierIndex) {
        for (name, kind) in zip(names, kinds) { index.put(kind, as: name) }
    }

    /// The record of a row; `next` is that of a row whose names nobody knows.
    mutating func record(
        of row: Int, next: inout UInt32, naming: ((RecordResolution.Naming) -> Void)?
    ) -> UInt32 {
        let known = known(row)
        let record = known ?? next
        if known == nil { next += 1 }
        for (place, column) in columns.enumerated() {
            guard let key = column.keys[row], kinds[slots[place]].record(of: key) == nil else { continue }
            kinds[slots[place]].insert(key, record: record)
            if let naming, let value = column.value(at: row) {
                naming(RecordResolution.Naming(record: record, kind: column.kind, value: value))
            }
        }
        return record
    }

    /// The record of a row's names: that of the first; or, where nobody has seen the first, one that a later name names and
    /// that bears no name of the first's kind yet, so that it does not matter which file came first.
    private mutating func known(_ row: Int) -> UInt32? {
        guard let first = columns.indices.first(where: { columns[$0].keys[row] != nil }),
            let key = columns[first].keys[row]
        else { return nil }
        if let record = kinds[slots[first]].record(of: key) { return record }
        for place in columns.indices.dropFirst(first + 1) {
            guard let key = columns[place].keys[row], let record = kinds[slots[place]].record(of: key),
                !kinds[slots[first]].bears(record)
            else { continue }
            return record
        }
        return nil
    }
}
