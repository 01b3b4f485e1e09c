import Columnar
import Customers

/// The identifiers of one kind in rows of traits, with the records that bear them.
struct IdentifierPairs {
    /// In the order in which their rows came.
    private(set) var integers: [(value: Int64, record: UInt32)] = []
    private(set) var texts: [(hash: UInt64, record: UInt32)] = []

    init(_ kind: String, reader: ArrivalReader, records: [Int64], catalogue: ColumnCatalogue) throws {
        for column in catalogue.properties(of: .traits) where column.identifier == kind {
            switch try reader.column(column) {
            case .integers(let values, _, let present)?:
                present.forEach { integers.append((values[$0], UInt32(records[$0]))) }
            case .texts(let bytes, let ends)?:
                bytes.withUnsafeBufferPointer { bytes in
                    for row in 0..<reader.rows {
                        let range = Int(row == 0 ? 0 : ends[row - 1])..<Int(ends[row])
                        if !range.isEmpty { add(UnsafeBufferPointer(rebasing: bytes[range]), UInt32(records[row])) }
                    }
                }
            case let read?:
                for row in 0..<reader.rows {
                    guard var text = read.text(row) else { continue }
                    text.withUTF8 { add($0, UInt32(records[row])) }
                }
            case nil: continue
            }
        }
    }

    private mutating func add(_ text: UnsafeBufferPointer<UInt8>, _ record: UInt32) {
        if let integer = canonicalInteger(text) {
            integers.append((integer, record))
        } else {
            texts.append((KeyHash.hash(text), record))
        }
    }

    /// The integers in order, each once, with the first of its records.
    var orderedIntegers: (values: [Int64], records: [UInt32]) {
        var ordered: (values: [Int64], records: [UInt32]) = ([], [])
        for pair in integers.sorted(by: { ($0.value, $0.record) < ($1.value, $1.record) })
        where ordered.values.last != pair.value {
            ordered.values.append(pair.value)
            ordered.records.append(pair.record)
        }
        return ordered
    }

    /// The hashes of the rest in order, each once, with the first of its records.
    var orderedTexts: (hashes: [UInt64], records: [UInt32]) {
        var ordered: (hashes: [UInt64], records: [UInt32]) = ([], [])
        ordered.hashes.reserveCapacity(texts.count)
        ordered.records.reserveCapacity(texts.count)
        for pair in texts.sorted(by: { ($0.hash, $0.record) < ($1.hash, $1.record) })
        where ordered.hashes.last != pair.hash {
            ordered.hashes.append(pair.hash)
            ordered.records.append(pair.record)
        }
        return ordered
    }

    /// The identifiers as they are looked up; none where there are none.
    var known: IdentifierIndex.Known? {
        guard !integers.isEmpty || !texts.isEmpty else { return nil }
        var known = IdentifierIndex.Known()
        if !integers.isEmpty {
            let (values, records) = orderedIntegers
            known.integers = (Lane(values), Lane(records))
        }
        if !texts.isEmpty {
            let (hashes, records) = orderedTexts
            known.texts = (SortedHashes(lane: Lane(hashes)), Lane(records))
        }
        return known
    }
}
