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

    private(set) var index: IdentifierIndex
    /// The records that bear a name of a kind, for the kinds that have been asked about.
    private var bearers: [String: Set<UInt32>] = [:]
    /// The number of the next record.
    private(set) var nextRecord: UInt32

    init(index: IdentifierIndex, nextRecord: UInt32) {
        self.index = index
        self.nextRecord = nextRecord
    }

    /// The record of each row: that which the row's first identifier names, or a new one that bears all of them.
    ///
    /// `namings`: what a new name of a record was, row by row, for those who must write it down.
    mutating func records(
        of identifiers: [(kind: String, column: BatchColumn)], rows: Int, namings: inout [Naming]
    ) -> [UInt32] {
        var records = [UInt32](repeating: 0, count: rows)
        if identifiers.count == 1, case .integers(let integers) = identifiers[0].column.values,
            identifiers[0].column.present == nil
        {
            resolve(integers, kind: identifiers[0].kind, into: &records, namings: &namings)
            return records
        }
        for row in 0..<rows {
            let names = identifiers.compactMap { kind, column in
                column.identifier(at: row).map { (kind, $0) }
            }
            records[row] = record(named: names, namings: &namings)
        }
        return records
    }

    private mutating func resolve(
        _ integers: [Int64], kind: String, into records: inout [UInt32], namings: inout [Naming]
    ) {
        let unknown = index.kind(kind)?.look(up: integers, into: &records) ?? Array(integers.indices)
        for row in unknown { records[row] = record(named: [(kind, .integer(integers[row]))], namings: &namings) }
    }

    /// The record that an identifier in its normal form names, or a new one.
    mutating func record(named identifier: Identifier, namings: inout [Naming]) -> UInt32 {
        var text = identifier.value
        let integer = text.withUTF8 { canonicalInteger($0) }
        return record(
            named: [(identifier.kind, integer.map { .integer($0) } ?? .text(identifier.value))], namings: &namings)
    }

    private mutating func record(named names: [(String, IdentifierValue)], namings: inout [Naming]) -> UInt32 {
        let record = known(names) ?? nextRecord
        if record == nextRecord { nextRecord += 1 }
        for (kind, value) in names where lookUp(kind, value) == nil {
            insert(kind, value, record: record)
            bearers[kind]?.insert(record)
            namings.append(Naming(record: record, kind: kind, value: value))
        }
        return record
    }

    /// The record of some names: that of the first; or, where nobody has seen the first, one that a later name names and
    /// that bears no name of the first's kind yet, so that it does not matter which file came first.
    private mutating func known(_ names: [(String, IdentifierValue)]) -> UInt32? {
        guard let first = names.first else { return nil }
        if let record = lookUp(first.0, first.1) { return record }
        for (kind, value) in names.dropFirst() {
            guard let record = lookUp(kind, value), !bears(record, nameOf: first.0) else { continue }
            return record
        }
        return nil
    }

    /// Whether a record bears a name of a kind.
    private mutating func bears(_ record: UInt32, nameOf kind: String) -> Bool {
        if bearers[kind] == nil { bearers[kind] = index.records(namedBy: kind) }
        return bearers[kind]?.contains(record) ?? false
    }

    private func lookUp(_ kind: String, _ value: IdentifierValue) -> UInt32? {
        switch value {
        case .integer(let integer): index.record(kind, integer)
        case .text(let text): index.record(kind, hash: KeyHash.hash(text))
        }
    }

    private mutating func insert(_ kind: String, _ value: IdentifierValue, record: UInt32) {
        switch value {
        case .integer(let integer): index.insert(kind, integer, record: record)
        case .text(let text): index.insert(kind, hash: KeyHash.hash(text), record: record)
        }
    }
}
