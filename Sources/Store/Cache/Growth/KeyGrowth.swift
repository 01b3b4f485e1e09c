import Columnar
import GRDB

/// What later imports have to know of rows that came since the derived columns were built.
struct KeyGrowth {
    private let growth: CacheGrowth

    init(_ growth: CacheGrowth) {
        self.growth = growth
    }

    /// The identifiers of each kind that came later; the hashes of latest rows go into their sections.
    func identifiers() throws -> [String: IdentifierIndex.Known] {
        let sections = growth.sections
        let catalogue = growth.catalogue
        (sections.directory.identifierKinds, sections.directory.identifierTraits) = catalogue.identifiers
        let reader = try growth.reader(of: .traits)
        let records = try reader.integers(of: .record, in: catalogue)
        var kinds: [String: IdentifierIndex.Known] = [:]
        for kind in sections.directory.identifierKinds {
            let known = try IdentifierPairs(kind, reader: reader, records: records, catalogue: catalogue).known
            if let known { kinds[kind] = known }
        }
        try growRowHashes(reader, records)
        return kinds
    }

    private func growRowHashes(_ reader: ArrivalReader, _ records: [Int64]) throws {
        guard let column = growth.catalogue.fixed(.hash, of: .traits).first,
            case .integers(let hashes, _, let present)? = try reader.integers(column)
        else { return }
        var latest: [Int: [(record: Int, hash: UInt64)]] = [:]
        var start = 0
        reader.reader.forEachImport { importID, rows in
            let source = growth.source.history.sources[importID] ?? 0
            for row in start..<start + rows where present[row] {
                latest[source, default: []].append((Int(records[row]), UInt64(bitPattern: hashes[row])))
            }
            start += rows
        }
        for (source, rows) in latest {
            growth.sections.grow("rowhash/\(source)", to: growth.sections.directory.records) {
                (lane: UnsafeMutableBufferPointer<UInt64>) in
                for (record, hash) in rows { lane[record] = hash }
            }
        }
    }

    /// The keys of rows that are told by a hash, by the section in which those of the file lie.
    func keys() throws -> [String: SortedHashes] {
        try StoreFile.hashedKeys(of: growth.imports, in: growth.source.db).mapValues { SortedHashes(lane: Lane($0)) }
    }
}
