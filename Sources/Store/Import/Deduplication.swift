import Columnar

/// What becomes of a row.
enum RowFate {
    case inserted, updated, duplicate
}

/// Knows the rows that the store holds already.
struct Deduplication {
    private let family: Family
    /// Ids of this source that are integers.
    private var intervals: IntervalSet
    /// Keys of this source that are not, in parts that are each in order.
    private let known: [SortedHashes]
    /// Where the running import met an id for the first time.
    private(set) var newIntervals = IntervalSet()
    private var met = MetKeys()
    /// The hash of the row that holds for an order id or a record.
    private var current: [UInt64: UInt64] = [:]
    private let currentOrders: [OrderHashes]
    private let currentRecords: Lane<UInt64>?

    /// Ids beyond this many runs are kept as hashes.
    private static let mostRuns = 65_536

    init(family: Family, knowledge: ImportKnowledge) {
        self.family = family
        intervals = knowledge.intervals
        known = knowledge.keys
        currentOrders = knowledge.orders
        currentRecords = knowledge.recordHashes
    }

    /// The fate of a row that is told by its key or its text alone.
    mutating func fate(key: IdentifierValue?, hash: UInt64) throws(StoreError) -> RowFate {
        switch (family, key) {
        case (.orders, let key?): return replacing(Self.hash(of: key), by: hash) { $0.knownHash(ofOrder: $1) }
        case (.events, .integer(let id)?): return try fate(ofID: id)
        case (.events, .text(let id)?):
            let key = Self.hash(of: .text(id))
            return try met.insertUnique(key) && !isKnown(key) ? .inserted : .duplicate
        default:
            // The key is taken before `isKnown` is called, or the call would hold a copy of all keys that are met.
            let key = try met.key(ofRowWith: hash)
            return isKnown(key) ? .duplicate : .inserted
        }
    }

    /// Says that a whole batch is new, where that can be seen at once: its ids count up one by one, beyond all that are known.
    ///
    /// - Returns: whether it is.
    mutating func isNew(_ ids: BatchColumn?) -> Bool {
        guard family == .events, known.isEmpty, let ids, ids.present == nil, case .integers(let values) = ids.values,
            let first = values.first, let last = values.last, last >= first, last - first == values.count - 1,
            newIntervals.runs.last.map({ $0.upperBound < first }) ?? true,
            intervals.runs.last.map({ $0.upperBound < first }) ?? true
        else { return false }
        for row in values.indices.dropFirst() where values[row] != values[row - 1] + 1 { return false }
        let continues = newIntervals.runs.last.map { $0.upperBound == first - 1 } ?? false
        guard continues || newIntervals.runs.count < Self.mostRuns else { return false }
        newIntervals.insert(first...last)
        return true
    }

    private func isKnown(_ key: UInt64) -> Bool { known.contains { $0.place(of: key) != nil } }

    private func knownHash(ofOrder key: UInt64) -> UInt64? {
        for part in currentOrders {
            if let hash = part.hash(of: key) { return hash }
        }
        return nil
    }

    private mutating func fate(ofID id: Int64) throws(StoreError) -> RowFate {
        guard !intervals.contains(id), !newIntervals.contains(id) else { return .duplicate }
        let hash = Self.hash(of: .integer(id))
        if newIntervals.runs.count < Self.mostRuns || newIntervals.runs.last?.upperBound == id - 1 {
            guard !isKnown(hash) else { return .duplicate }
            newIntervals.insert(id)
            return .inserted
        }
        return try met.insertUnique(hash) && !isKnown(hash) ? .inserted : .duplicate
    }

    /// The fate of a row that says something of a record.
    mutating func fate(record: UInt32, isNew: Bool, hash: UInt64) -> RowFate {
        let fate = replacing(UInt64(record), by: hash) { deduplication, record in
            guard let lane = deduplication.currentRecords, Int(record) < lane.count else { return nil }
            let hash = lane[Int(record)]
            return hash == 0 ? nil : hash
        }
        return fate == .inserted && !isNew ? .updated : fate
    }

    private mutating func replacing(
        _ key: UInt64, by hash: UInt64, before: (Self, UInt64) -> UInt64?
    ) -> RowFate {
        guard let old = current.updateValue(hash, forKey: key) ?? before(self, key) else { return .inserted }
        return Self.version(old) == Self.version(hash) ? .duplicate : .updated
    }

    /// What is kept of the hash of a row that a later version may replace: 40 bits, since it is compared with one other alone.
    static func version(_ hash: UInt64) -> UInt64 { hash & 0xFF_FFFF_FFFF }

    /// The hash of an id that stands as text, where integers count as such.
    static func hash(ofText text: String) -> UInt64 {
        var bytes = text
        return hash(of: bytes.withUTF8 { canonicalInteger($0) }.map { .integer($0) } ?? .text(text))
    }

    static func hash(of key: IdentifierValue) -> UInt64 {
        switch key {
        case .integer(let integer):
            withUnsafeBytes(of: integer.littleEndian) { KeyHash.hash($0.bindMemory(to: UInt8.self)) }
        case .text(let text): KeyHash.hash(text)
        }
    }

    /// Calls `body` with the new keys that are no integer ids, in runs that are each in order.
    func forEachNewRun(_ body: ([UInt64]) throws -> Void) rethrows {
        try met.forEachRun { run in
            let fresh = run.filter { !isKnown($0) }
            if !fresh.isEmpty { try body(fresh) }
        }
    }
}

/// The hash of the latest version of every order.
struct OrderHashes: Sendable {
    let keys: SortedHashes
    let hashes: Lane<UInt64>

    func hash(of key: UInt64) -> UInt64? {
        keys.place(of: key).map { hashes[$0] }
    }
}
