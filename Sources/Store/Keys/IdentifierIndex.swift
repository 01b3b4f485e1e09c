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

    private var known: [String: Known]
    private var integers: [String: [Int64: UInt32]] = [:]
    private var texts: [String: [UInt64: UInt32]] = [:]

    init(known: [String: Known]) {
        self.known = known
    }

    /// The record of an integer identifier.
    func record(_ kind: String, _ integer: Int64) -> UInt32? {
        if let record = integers[kind]?[integer] { return record }
        guard let known = known[kind] else { return nil }
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

    /// The record of an identifier that is not an integer, by its hash.
    func record(_ kind: String, hash: UInt64) -> UInt32? {
        if let record = texts[kind]?[hash] { return record }
        guard let (hashes, records) = known[kind]?.texts else { return nil }
        return hashes.place(of: hash).map { records[$0] }
    }

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
    func records(namedBy kind: String) -> Set<UInt32> {
        var records: Set<UInt32> = []
        if let known = known[kind] {
            known.dense?.withValues { for stored in $0 where stored > 0 { records.insert(stored - 1) } }
            known.integers?.records.withValues { records.formUnion($0) }
            known.texts?.records.withValues { records.formUnion($0) }
        }
        if let added = integers[kind] { records.formUnion(added.values) }
        if let added = texts[kind] { records.formUnion(added.values) }
        return records
    }

    /// Names a record; the first that a name was given to keeps it.
    mutating func insert(_ kind: String, _ integer: Int64, record: UInt32) {
        integers[kind, default: [:]][integer] = record
    }

    /// Names a record by the hash of a text.
    mutating func insert(_ kind: String, hash: UInt64, record: UInt32) {
        texts[kind, default: [:]][hash] = record
    }
}
