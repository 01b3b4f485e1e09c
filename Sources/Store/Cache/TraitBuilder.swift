import Columnar
import Customers
import GRDB

/// Builds the trait columns: the values that hold now, and the changes that led to them.
struct TraitBuilder {
    private let builder: CacheBuilder
    private let told: TraitArrivals

    init(_ builder: CacheBuilder) throws {
        self.builder = builder
        told = try TraitArrivals(builder.source)
    }

    func build(_ existence: inout ExistenceBuilder) throws {
        for (record, time) in try told.statements(in: builder.catalogue) { existence.note(record, at: time) }
        for (name, columns) in builder.catalogue.variants(of: .traits) {
            let read = try columns.compactMap { try told.reader.column($0) }
            guard let first = read.first else { continue }
            let emission = PropertyEmission(reader: told.reader, writer: builder.writer)
            let isIdentifier = columns.contains { $0.identifier != nil }
            try build(name, read.count > 1 ? try emission.widened(read, name: name, isTold: !isIdentifier) : first)
        }
    }

    private func build(_ name: String, _ column: ArrivalColumn) throws {
        var current = [Int32](repeating: -1, count: builder.records)
        var several: [Int: [Int32]] = [:]
        for row in 0..<told.reader.rows where column.hasValue(row) {
            let record = Int(told.records[row])
            if current[record] < 0 {
                current[record] = Int32(row)
            } else {
                several[record, default: [current[record]]].append(Int32(row))
            }
        }
        var changes: [TraitChange] = []
        for (record, rows) in several { current[record] = told.last(rows, of: record, column, &changes) }
        try write(name, column, current: current, changes: changes)
    }

    private func write(_ name: String, _ column: ArrivalColumn, current: [Int32], changes: [TraitChange]) throws {
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
