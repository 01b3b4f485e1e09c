import Columnar
import Customers
import Foundation
import GRDB

/// Builds what an import needs: identifiers, hashes of the latest rows, and keys of rows in order.
struct KeyBuilder {
    private let builder: CacheBuilder

    init(_ builder: CacheBuilder) {
        self.builder = builder
    }

    func build() throws {
        let reader = try ArrivalReader(.traits, catalogue: builder.catalogue, in: builder.db)
        let records = try reader.integers(of: .record, in: builder.catalogue)
        let kinds = Set(builder.catalogue.properties(of: .traits).compactMap(\.identifier)).sorted()
        builder.writer.directory.identifierKinds = kinds
        for column in builder.catalogue.properties(of: .traits) {
            guard let kind = column.identifier else { continue }
            var traits = builder.writer.directory.identifierTraits[kind] ?? []
            if !traits.contains(column.name) { traits.append(column.name) }
            builder.writer.directory.identifierTraits[kind] = traits
        }
        for kind in kinds { try writeIdentifiers(kind, reader: reader, records: records) }
        try writeRecordHashes(reader: reader, records: records)
        try writeKeys()
    }

    private func writeIdentifiers(_ kind: String, reader: ArrivalReader, records: [Int64]) throws {
        var integers: [(value: Int64, record: UInt32)] = []
        var texts: [(hash: UInt64, record: UInt32)] = []
        for column in builder.catalogue.properties(of: .traits) where column.identifier == kind {
            switch try reader.column(column) {
            case .integers(let values, _, let present)?:
                present.forEach { integers.append((values[$0], UInt32(records[$0]))) }
            case let read?:
                for row in 0..<reader.rows {
                    guard var text = read.text(row) else { continue }
                    let record = UInt32(records[row])
                    if let integer = text.withUTF8({ canonicalInteger($0) }) {
                        integers.append((integer, record))
                    } else {
                        texts.append((KeyHash.hash(text), record))
                    }
                }
            case nil: continue
            }
        }
        try write(integers, prefix: "identifier/\(kind)")
        try write(texts, prefix: "identifier/\(kind)")
    }

    private func write(_ pairs: [(value: Int64, record: UInt32)], prefix: String) throws {
        guard let low = pairs.map(\.value).min(), let high = pairs.map(\.value).max() else { return }
        if let span = Optional(high.subtractingReportingOverflow(low)), !span.overflow,
            span.partialValue < Int64(pairs.count) * 4 + 65_536
        {
            var dense = [UInt32](repeating: 0, count: Int(span.partialValue) + 1)
            for (value, record) in pairs where dense[Int(value - low)] == 0 { dense[Int(value - low)] = record + 1 }
            try builder.writer.write(prefix + "/first", [low])
            try builder.writer.write(prefix + "/dense", dense)
            return
        }
        var ordered: [(value: Int64, record: UInt32)] = []
        for pair in pairs.sorted(by: { ($0.value, $0.record) < ($1.value, $1.record) })
        where ordered.last?.value != pair.value {
            ordered.append(pair)
        }
        try builder.writer.write(prefix + "/integers", ordered.map(\.value))
        try builder.writer.write(prefix + "/integer.records", ordered.map(\.record))
    }

    private func write(_ pairs: [(hash: UInt64, record: UInt32)], prefix: String) throws {
        guard !pairs.isEmpty else { return }
        var ordered: [(hash: UInt64, record: UInt32)] = []
        ordered.reserveCapacity(pairs.count)
        for pair in pairs.sorted(by: { ($0.hash, $0.record) < ($1.hash, $1.record) })
        where ordered.last?.hash != pair.hash {
            ordered.append(pair)
        }
        try builder.writer.write(prefix + "/hashes", ordered.map(\.hash))
        try builder.writer.write(prefix + "/hash.records", ordered.map(\.record))
    }

    /// For every source the hash of its latest row for each record.
    private func writeRecordHashes(reader: ArrivalReader, records: [Int64]) throws {
        guard let column = builder.catalogue.fixed(.hash, of: .traits).first,
            case .integers(let hashes, _, let present)? = try reader.integers(column)
        else { return }
        var latest: [Int: [UInt64]] = [:]
        var start = 0
        try reader.reader.forEach(columns: []) { chunk in
            let source = builder.sources[chunk.importID] ?? 0
            var lane = latest.removeValue(forKey: source) ?? Array(repeating: 0, count: builder.records)
            for row in start..<start + chunk.rows where present[row] {
                lane[Int(records[row])] = UInt64(bitPattern: hashes[row])
            }
            latest[source] = lane
            start += chunk.rows
        }
        for (source, lane) in latest { try builder.writer.write("rowhash/\(source)", lane) }
    }

    private func writeKeys() throws {
        for row in try Row.fetchAll(
            builder.db, sql: "SELECT DISTINCT family, source FROM keyset WHERE kind = 'hashes'")
        {
            let family: Int = row["family"]
            let source: Int = row["source"]
            var keys: [UInt64] = []
            for data in try Data.fetchAll(
                builder.db,
                sql: """
                    SELECT data FROM keyset k JOIN import i ON i.id = k.import AND i.finished IS NOT NULL
                    WHERE k.kind = 'hashes' AND k.family = ? AND k.source = ?
                    """, arguments: [family, source])
            {
                data.withUnsafeBytes { bytes in
                    for place in 0..<bytes.count / 8 {
                        keys.append(
                            UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place * 8, as: UInt64.self)))
                    }
                }
            }
            keys.sort()
            try builder.writer.write("key/\(family)/\(source)", keys)
        }
    }
}
