import Columnar
import Customers
import GRDB

/// Builds the trait columns: the values that hold now, and the changes that led to them.
struct TraitBuilder {
    private let builder: CacheBuilder
    private let reader: ArrivalReader
    private let records: [Int64]
    private let times: ArrivalColumn?
    private let imports: [Int]

    init(_ builder: CacheBuilder) throws {
        self.builder = builder
        reader = try ArrivalReader(.traits, catalogue: builder.catalogue, in: builder.db)
        records = try reader.integers(of: .record, in: builder.catalogue)
        let column = builder.catalogue.fixed(.time, of: .traits).first
        times = if let column { try reader.integers(column) } else { nil }
        var imports: [Int] = []
        imports.reserveCapacity(reader.rows)
        try reader.reader.forEach(columns: []) {
            imports.append(contentsOf: repeatElement($0.importID, count: $0.rows))
        }
        self.imports = imports
    }

    func build(_ existence: inout ExistenceBuilder) throws {
        try note(&existence)
        for (name, columns) in builder.variants(of: .traits) {
            let read = try columns.compactMap { try reader.column($0) }
            guard let first = read.first else { continue }
            let emission = PropertyEmission(reader: reader, writer: builder.writer)
            let isIdentifier = columns.contains { $0.identifier != nil }
            try build(name, read.count > 1 ? try emission.widened(read, name: name, isTold: !isIdentifier) : first)
        }
    }

    /// A row of a file of profiles dates its record by its time of observation, or says that it always existed.
    private func note(_ existence: inout ExistenceBuilder) throws {
        guard let column = builder.catalogue.fixed(.hash, of: .traits).first,
            case .integers(_, _, let stated)? = try reader.integers(column)
        else { return }
        stated.forEach { existence.note(Int(records[$0]), at: time(of: $0) ?? .min) }
    }

    private func time(of row: Int) -> Int64? {
        guard case .integers(let values, _, let present)? = times, present[row] else { return nil }
        return values[row]
    }

    private func build(_ name: String, _ column: ArrivalColumn) throws {
        var current = [Int32](repeating: -1, count: builder.records)
        var several: [Int: [Int32]] = [:]
        for row in 0..<reader.rows where column.hasValue(row) {
            let record = Int(records[row])
            if current[record] < 0 {
                current[record] = Int32(row)
            } else {
                several[record, default: [current[record]]].append(Int32(row))
            }
        }
        var changes: [Change] = []
        for (record, rows) in several {
            let ordered = order(rows)
            current[record] = ordered[ordered.count - 1].row
            for (before, after) in zip(ordered, ordered.dropFirst())
            where column.text(Int(before.row)) != column.text(Int(after.row)) {
                changes.append(Change(time: after.time, record: record, previous: before.row))
            }
        }
        try write(name, column, current: current, changes: changes)
    }

    private struct Change {
        let time: Int64
        let record: Int
        let previous: Int32
    }

    /// The observations of one record in the order in which they held, each with the time from which it did.
    private func order(_ rows: [Int32]) -> [(row: Int32, time: Int64)] {
        var known: Set<Int> = []
        let dated = rows.map { row -> (row: Int32, time: Int64) in
            let source = builder.sources[imports[Int(row)]] ?? 0
            let isFirst = known.insert(source).inserted
            return (row, time(of: Int(row)) ?? (isFirst ? .min : builder.started[imports[Int(row)]] ?? .min))
        }
        return dated.sorted { ($0.time, $0.row) < ($1.time, $1.row) }
    }

    private func write(_ name: String, _ column: ArrivalColumn, current: [Int32], changes: [Change]) throws {
        let writer = builder.writer
        let entry = try current.withUnsafeBufferPointer {
            try writer.emit(column, name: name, prefix: "trait/\(name)", rows: $0, withSets: true)
        }
        guard var entry else { return }
        let ordered = changes.sorted { ($0.time, $0.previous) < ($1.time, $1.previous) }
        if !ordered.isEmpty {
            let previous = ordered.map(\.previous)
            let written = try previous.withUnsafeBufferPointer {
                try writer.emit(column, name: name, prefix: "change/\(name)", rows: $0)
            }
            if let written {
                entry.hasChanges = true
                try ordered.map(\.time).withUnsafeBufferPointer { try writer.writeTimes("change/\(name)/times", $0) }
                try writer.write("change/\(name)/records", ordered.map { UInt32($0.record) })
                writer.directory.changes.append(written)
            }
        }
        writer.directory.traits.append(entry)
    }
}

extension ArrivalReader {
    /// The integers of a fixed column that every row has.
    func integers(of fixed: FixedColumn, in catalogue: ColumnCatalogue) throws -> [Int64] {
        guard let column = catalogue.fixed(fixed, of: reader.family).first,
            case .integers(let values, _, _)? = try integers(column)
        else { return Array(repeating: 0, count: rows) }
        return values
    }

    /// The key of every row as a hash; none where it has none.
    func keys(in catalogue: ColumnCatalogue) throws -> [UInt64?] {
        var keys = [UInt64?](repeating: nil, count: rows)
        for stored in catalogue.fixed(.key, of: reader.family) {
            switch try column(stored) {
            case .integers(let values, _, let present)?:
                present.forEach { keys[$0] = Deduplication.hash(of: .integer(values[$0])) }
            case let texts?:
                for row in 0..<rows where texts.hasValue(row) {
                    keys[row] = texts.text(row).map { Deduplication.hash(of: .text($0)) }
                }
            case nil: continue
            }
        }
        return keys
    }
}
