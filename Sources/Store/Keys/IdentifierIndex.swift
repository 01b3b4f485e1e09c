import Columnar

/// Finds the record that an identifier names: what the cache knows, and what the running import adds.
struct IdentifierIndex: Sendable {
    /// The identifiers of one kind in the cache.
    struct Known: Sendable {
        /// Integers from `first` on, the record of each plus 1, or 0 for none.
        var first: Int64 = 0
        var dense: Lane<UInt32>?
        /// Integers that are too far apart for that, in order, with their records.
        var integers: (values: Lane<Int64>, records: Lane<UInt32>)?
        /// Hashes of other identifiers, in order, with their records.
        var texts: (hashes: SortedHashes, records: Lane<UInt32>)?

        init() {}
    }

    private var kinds: [String: IdentifierKind]

    init(known: [String: Known]) {
        kinds = known.mapValues { IdentifierKind(known: $0) }
    }

    /// The identifiers of a kind, where there are any.
    func kind(_ name: String) -> IdentifierKind? { kinds[name] }

    /// The record of an integer identifier.
    func record(_ kind: String, _ integer: Int64) -> UInt32? { kinds[kind]?.record(of: integer) }

    /// The record of an identifier that is not an integer, by its hash.
    func record(_ kind: String, hash: UInt64) -> UInt32? { kinds[kind]?.record(ofHash: hash) }

    /// The record of an identifier in its normal form.
    func record(_ kind: String, _ value: String) -> UInt32? {
        var value = value
        return value.withUTF8 { bytes in
            if let integer = canonicalInteger(bytes) { return record(kind, integer) }
            return record(kind, hash: KeyHash.hash(bytes))
        }
    }

    /// All records that have a name of a kind.
    ///
    /// - Complexity: O(names of the kind)
    func records(namedBy kind: String) -> Set<UInt32> { kinds[kind]?.records ?? [] }

    /// Names a record.
    mutating func insert(_ kind: String, _ integer: Int64, record: UInt32) {
        kinds[kind, default: IdentifierKind(known: Known())].insert(integer, record: record)
    }

    /// Names a record by the hash of a text.
    mutating func insert(_ kind: String, hash: UInt64, record: UInt32) {
        kinds[kind, default: IdentifierKind(known: Known())].insert(hash: hash, record: record)
    }
}

/// The identifiers of one kind: those of the cache, and those that the running import adds.
struct IdentifierKind: Sendable {
    private let known: IdentifierIndex.Known
    private var integers = RecordTable()
    private var texts = RecordTable()

    init(known: IdentifierIndex.Known) {
        self.known = known
    }

    /// The record of an integer identifier.
    func record(of integer: Int64) -> UInt32? {
        if let record = integers.record(of: UInt64(bitPattern: integer)) { return record }
        if let dense = known.dense, integer >= known.first, integer - known.first < dense.count {
            let stored = dense[Int(integer - known.first)]
            return stored == 0 ? nil : stored - 1
        }
        guard let (values, records) = known.integers else { return nil }
        return values.withValues { values in
            var low = 0
            var high = values.count
            while low < high {
                let middle = (low + high) / 2
                if values[middle] < integer { low = middle + 1 } else { high = middle }
            }
            return low < values.count && values[low] == integer ? records[low] : nil
        }
    }

    /// Finds the records of many integers.
    ///
    /// - Returns: the rows whose integer names none; the rest stand in `records`.
    func look(up integers: [Int64], into records: inout [UInt32]) -> [Int] {
        var unknown: [Int] = []
        for row in integers.indices {
            if let record = record(of: integers[row]) { records[row] = record } else { unknown.append(row) }
        }
        return unknown
    }

    /// The record of an identifier that is not an integer, by its hash.
    func record(ofHash hash: UInt64) -> UInt32? {
        if let record = texts.record(of: hash) { return record }
        guard let (hashes, records) = known.texts else { return nil }
        return hashes.place(of: hash).map { records[$0] }
    }

    /// All records that bear a name of the kind.
    var records: Set<UInt32> {
        var records: Set<UInt32> = []
        known.dense?.withValues { for stored in $0 where stored > 0 { records.insert(stored - 1) } }
        known.integers?.records.withValues { records.formUnion($0) }
        known.texts?.records.withValues { records.formUnion($0) }
        integers.forEachRecord { records.insert($0) }
        texts.forEachRecord { records.insert($0) }
        return records
    }

    mutating func insert(_ integer: Int64, record: UInt32) {
        integers.insert(UInt64(bitPattern: integer), record: record)
    }

    mutating func insert(hash: UInt64, record: UInt32) {
        texts.insert(hash, record: record)
    }
}
