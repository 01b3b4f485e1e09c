import Columnar
import Foundation
import GRDB

/// What an import has to know of the store before its first row.
struct ImportKnowledge: Sendable {
    let resolution: RecordResolution
    /// The hash of the latest row of this source for each record.
    let recordHashes: Lane<UInt64>?
    let orders: [OrderHashes]
    let intervals: IntervalSet
    let keys: [SortedHashes]
}

/// What one import hands to the next of the same process, so that the columns need not be built in between.
public struct ImportHandover: Sendable {
    /// The version of the data that it knows.
    let version: Int
    let resolution: RecordResolution
    /// Derived columns of an earlier version.
    let cache: StoreCache
    /// The families that have grown since.
    let grown: Set<Family>

    /// Whether it still tells all about a family.
    func tells(about family: Family, at version: Int) -> Bool {
        version == self.version && !grown.contains(family)
    }
}

extension StoreFile {
    /// Gathers what an import has to know, from the import before it or from the derived columns.
    func importKnowledge(
        family: Family, source: String, after handover: ImportHandover?
    ) throws(StoreError) -> (knowledge: ImportKnowledge, cache: StoreCache) {
        let (version, number, records, runs) = try read { db in
            let number = try Int.fetchOne(db, sql: "SELECT id FROM source WHERE name = ?", arguments: [source])
            let runs = try Data.fetchAll(
                db, sql: "SELECT data FROM keyset WHERE kind = 'intervals' AND family = ? AND source = ?",
                arguments: [family.rawValue, number])
            return (try Self.version(db), number, try Self.recordCount(in: db), runs)
        }
        let usable = handover.flatMap { $0.tells(about: family, at: version) ? $0 : nil }
        let cache = if let usable { usable.cache } else { try self.cache() }
        var intervals = IntervalSet()
        for data in runs { data.withUnsafeBytes { intervals.insert($0) } }
        let fresh = RecordResolution(
            index: IdentifierIndex(known: cache.identifiers), nextRecord: UInt32(records))
        let knowledge = ImportKnowledge(
            resolution: usable?.resolution ?? fresh,
            recordHashes: number.flatMap { cache.lane("rowhash/\($0)") },
            orders: cache.orderHashes, intervals: intervals,
            keys: number.map { cache.keys(of: family, source: $0) } ?? [])
        return (knowledge, cache)
    }
}

extension IntervalSet {
    /// Adds runs that lie as pairs of eight-byte numbers.
    mutating func insert(_ bytes: UnsafeRawBufferPointer) {
        for pair in 0..<bytes.count / 16 {
            let low = Int64(littleEndian: bytes.loadUnaligned(fromByteOffset: pair * 16, as: Int64.self))
            let high = Int64(littleEndian: bytes.loadUnaligned(fromByteOffset: pair * 16 + 8, as: Int64.self))
            if low <= high { insert(low...high) }
        }
    }
}
