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
        (builder.writer.directory.identifierKinds, builder.writer.directory.identifierTraits) =
            builder.catalogue.identifiers
        for kind in builder.writer.directory.identifierKinds {
            let pairs = try IdentifierPairs(kind, reader: reader, records: records, catalogue: builder.catalogue)
            try write(pairs, prefix: "identifier/\(kind)")
        }
        try writeRecordHashes(reader: reader, records: records)
        for (name, keys) in try StoreFile.hashedKeys(in: builder.db) { try builder.writer.write(name, keys) }
    }

    private func write(_ pairs: IdentifierPairs, prefix: String) throws {
        try writeIntegers(pairs, prefix: prefix)
        guard !pairs.texts.isEmpty else { return }
        let (hashes, records) = pairs.orderedTexts
        try builder.writer.write(prefix + "/hashes", hashes)
        try builder.writer.write(prefix + "/hash.records", records)
    }

    private func writeIntegers(_ pairs: IdentifierPairs, prefix: String) throws {
        let integers = pairs.integers
        guard let low = integers.lazy.map(\.value).min(), let high = integers.lazy.map(\.value).max() else { return }
        let span = high.subtractingReportingOverflow(low)
        if !span.overflow, span.partialValue < Int64(integers.count) * 4 + 65_536 {
            var dense = [UInt32](repeating: 0, count: Int(span.partialValue) + 1)
            for (value, record) in integers where dense[Int(value - low)] == 0 { dense[Int(value - low)] = record + 1 }
            try builder.writer.write(prefix + "/first", [low])
            try builder.writer.write(prefix + "/dense", dense)
            return
        }
        let (values, records) = pairs.orderedIntegers
        try builder.writer.write(prefix + "/integers", values)
        try builder.writer.write(prefix + "/integer.records", records)
    }

    /// For every source the hash of its latest row for each record.
    private func writeRecordHashes(reader: ArrivalReader, records: [Int64]) throws {
        guard let column = builder.catalogue.fixed(.hash, of: .traits).first,
            case .integers(let hashes, _, let present)? = try reader.integers(column)
        else { return }
        var latest: [Int: [UInt64]] = [:]
        var start = 0
        reader.reader.forEachImport { importID, rows in
            let source = builder.source.history.sources[importID] ?? 0
            var lane = latest.removeValue(forKey: source) ?? Array(repeating: 0, count: builder.records)
            for row in start..<start + rows where present[row] {
                lane[Int(records[row])] = UInt64(bitPattern: hashes[row])
            }
            latest[source] = lane
            start += rows
        }
        for (source, lane) in latest { try builder.writer.write("rowhash/\(source)", lane) }
    }
}

extension ColumnCatalogue {
    /// The kinds of identifiers in order, and the traits that hold those of each.
    var identifiers: (kinds: [String], traits: [String: [String]]) {
        var traits: [String: [String]] = [:]
        for column in properties(of: .traits) {
            guard let kind = column.identifier, traits[kind]?.contains(column.name) != true else { continue }
            traits[kind, default: []].append(column.name)
        }
        return (traits.keys.sorted(), traits)
    }

    /// The columns of each property of a family, by name in order of appearance.
    func variants(of family: Family) -> [(name: String, columns: [StoredColumn])] {
        var names: [String] = []
        var columns: [String: [StoredColumn]] = [:]
        for column in properties(of: family) {
            if columns[column.name] == nil { names.append(column.name) }
            columns[column.name, default: []].append(column)
        }
        return names.map { ($0, columns[$0] ?? []) }
    }
}

extension StoreFile {
    /// The keys of rows that are told by a hash, in order, by the section of the cache in which they lie.
    ///
    /// - `only`: leaves out other imports; none leaves out none that is finished.
    static func hashedKeys(of only: Set<Int>? = nil, in db: Database) throws -> [String: [UInt64]] {
        var keys: [String: [UInt64]] = [:]
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT k.family, k.source, k.import, k.kind, k.data FROM keyset k
                JOIN import i ON i.id = k.import AND i.finished IS NOT NULL
                WHERE k.kind IN ('hashes', 'packed hashes') AND (?1 IS NULL OR k.import >= ?1)
                """, arguments: [only?.min()])
        while let row = try rows.next() {
            guard only?.contains(row["import"]) ?? true else { continue }
            let name = "key/\(row["family"] as Int)/\(row["source"] as Int)"
            try keys[name, default: []].append(contentsOf: unpacked(row["data"], isPacked: row["kind"] != "hashes"))
        }
        return keys.mapValues { $0.sorted() }
    }

    private static func unpacked(_ data: Data, isPacked: Bool) throws(StoreError) -> [UInt64] {
        let outcome = data.withUnsafeBytes { bytes -> Result<[UInt64], StoreError> in
            guard isPacked else {
                return .success(
                    (0..<bytes.count / 8).map {
                        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self))
                    })
            }
            do throws(StoreError) {
                return .success(
                    try BlockColumnView(encoding: .integers, bytes: bytes).integers.map { UInt64(bitPattern: $0) })
            } catch {
                return .failure(error)
            }
        }
        return try outcome.get()
    }
}
