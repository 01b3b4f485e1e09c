import Columnar
import Foundation
import GRDB

/// What an import has to know of the store before its first row.
struct ImportKnowledge: Sendable {
    var identifiers: [String: IdentifierIndex.Known] = [:]
    var nextRecord: UInt32 = 0
    /// The hash of the latest row of this source for each record.
    var recordHashes: Lane<UInt64>?
    var orders: OrderHashes?
    var intervals = IntervalSet()
    var keys: SortedHashes?

    init() {}
}

extension StoreFile {
    /// What an import has to know before its first row.
    func importKnowledge(family: Family, source: String) throws(StoreError) -> ImportKnowledge {
        let cache = try cache()
        var knowledge = ImportKnowledge()
        knowledge.identifiers = cache.identifiers
        knowledge.orders = cache.orderHashes
        let (number, records, runs) = try read { db in
            let number = try Int.fetchOne(db, sql: "SELECT id FROM source WHERE name = ?", arguments: [source])
            let runs = try Data.fetchAll(
                db, sql: "SELECT data FROM keyset WHERE kind = 'intervals' AND family = ? AND source = ?",
                arguments: [family.rawValue, number])
            return (number, try Self.recordCount(in: db), runs)
        }
        knowledge.nextRecord = UInt32(records)
        for data in runs { data.withUnsafeBytes { knowledge.intervals.insert($0) } }
        if let number {
            knowledge.recordHashes = cache.lane("rowhash/\(number)")
            knowledge.keys = cache.lane("key/\(family.rawValue)/\(number)").map { SortedHashes(lane: $0) }
        }
        return knowledge
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
