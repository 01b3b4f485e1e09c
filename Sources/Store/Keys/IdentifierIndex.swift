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

        func record(of integer: Int64) -> UInt32? {
            if let dense, integer >= first, integer - first < dense.count {
                let stored = dense[Int(integer - first)]
                return stored == 0 ? nil : stored - 1
            }
            guard let (values, records) = integers else { return nil }
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
    }

    private var kinds: [String: IdentifierKind]

    init(known: [String: [Known]]) {
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

    /// Names a record.
    mutating func insert(_ kind: String, _ key: NameKey, record: UInt32) {
        kinds[kind, default: IdentifierKind(known: [])].insert(key, record: record)
    }

    /// The identifiers of a kind for a while, in which nobody else asks for them.
    mutating func take(_ kind: String) -> IdentifierKind {
        kinds.removeValue(forKey: kind) ?? IdentifierKind(known: [])
    }

    /// Puts the identifiers of a kind back.
    mutating func put(_ identifiers: IdentifierKind, as kind: String) { kinds[kind] = identifiers }
}

/// The identifiers of one kind: those of the cache, and those that the running import adds.
struct IdentifierKind: Sendable {
    private let known: [IdentifierIndex.Known]
    private var integers = IntegerRecords()
    private var texts = RecordTable()
    /// The records that bear a name of the kind, once somebody has asked.
    private var bearers: RecordSet?

    init(known: [IdentifierIndex.Known]) {
        self.known = known
    }

    /// The record of an integer identifier.
    func record(of integer: Int64) -> UInt32? {
        if let record = integers.record(of: integer) { return record }
        for part in known {
            if let record = part.record(of: integer) { return record }
        }
        return nil
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
        for part in known {
            if let (hashes, records) = part.texts, let place = hashes.place(of: hash) { return records[place] }
        }
        return nil
    }

    /// The record of a name.
    func record(of key: NameKey) -> UInt32? {
        key.isInteger ? record(of: Int64(bitPattern: key.bits)) : record(ofHash: key.bits)
    }

    /// Whether a record bears a name of the kind.
    ///
    /// - Complexity: O(names of the kind) the first time, then O(1)
    mutating func bears(_ record: UInt32) -> Bool {
        if bearers == nil {
            var gathered = RecordSet()
            for part in known {
                part.dense?.withValues { for stored in $0 where stored > 0 { gathered.insert(stored - 1) } }
                part.integers?.records.withValues { for record in $0 { gathered.insert(record) } }
                part.texts?.records.withValues { for record in $0 { gathered.insert(record) } }
            }
            integers.forEachRecord { gathered.insert($0) }
            texts.forEachRecord { gathered.insert($0) }
            bearers = gathered
        }
        return bearers?.contains(record) ?? false
    }

    mutating func insert(_ key: NameKey, record: UInt32) {
        if key.isInteger {
            integers.insert(Int64(bitPattern: key.bits), record: record)
        } else {
            texts.insert(key.bits, record: record)
        }
        bearers?.insert(record)
    }
}

/// A set of records that grows with the greatest of them.
private struct RecordSet: Sendable {
    private var words: [UInt64] = []

    func contains(_ record: UInt32) -> Bool {
        let word = Int(record >> 6)
        return word < words.count && words[word] & (1 << UInt64(record & 63)) != 0
    }

    mutating func insert(_ record: UInt32) {
        let word = Int(record >> 6)
        if word >= words.count {
            words.append(contentsOf: repeatElement(0, count: max(word + 1 - words.count, words.count)))
        }
        words[word] |= 1 << UInt64(record & 63)
    }
}
