import Columnar
import Foundation

/// A set of 64-bit hashes by open addressing.
struct HashSet: Sendable {
    private var slots: [UInt64]
    private var holdsZero = false
    private(set) var count = 0

    init() {
        slots = Array(repeating: 0, count: 1024)
    }

    func contains(_ hash: UInt64) -> Bool {
        guard hash != 0 else { return holdsZero }
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 {
            if slots[slot] == hash { return true }
            slot = (slot + 1) & (slots.count - 1)
        }
        return false
    }

    /// Adds a hash.
    ///
    /// - Returns: whether it is new.
    mutating func insert(_ hash: UInt64) -> Bool {
        guard hash != 0 else {
            defer { holdsZero = true }
            if !holdsZero { count += 1 }
            return !holdsZero
        }
        if count * 2 >= slots.count { grow() }
        return place(hash)
    }

    private mutating func place(_ hash: UInt64) -> Bool {
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 {
            if slots[slot] == hash { return false }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = hash
        count += 1
        return true
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: 0, count: old.count * 2)
        count = holdsZero ? 1 : 0
        for hash in old where hash != 0 { _ = place(hash) }
    }

    /// All hashes in order.
    var sorted: [UInt64] {
        var all = slots.filter { $0 != 0 }
        if holdsZero { all.append(0) }
        all.sort()
        return all
    }

    mutating func removeAll() {
        self = HashSet()
    }
}

/// Hashes in order, in which one is found by where it should lie among evenly spread ones.
struct SortedHashes: Sendable {
    let lane: Lane<UInt64>

    /// The place of a hash, or none.
    func place(of hash: UInt64) -> Int? {
        lane.withValues { values in
            var low = 0
            var high = values.count - 1
            var steps = 0
            while low <= high {
                let first = values[low]
                let last = values[high]
                guard hash >= first, hash <= last else { return nil }
                steps += 1
                let middle: Int
                if steps > 8 || last == first {
                    middle = (low + high) / 2
                } else {
                    middle = low + Int(Double(hash - first) / Double(last - first) * Double(high - low))
                }
                if values[middle] == hash { return middle }
                if values[middle] < hash { low = middle + 1 } else { high = middle - 1 }
            }
            return nil
        }
    }
}

/// The keys that one import has met, in memory up to a bound and beyond it in sorted runs on disk.
struct MetKeys {
    private static let bound = 4_000_000

    private var recent = HashSet()
    private var runs: [SortedHashes] = []
    /// How often a row that is not the only one of its kind has been met.
    private var repeats: [UInt64: Int] = [:]

    private func contains(_ key: UInt64) -> Bool {
        recent.contains(key) || runs.contains { $0.place(of: key) != nil }
    }

    /// The key of one more row with this hash.
    mutating func key(ofRowWith hash: UInt64) throws(StoreError) -> UInt64 {
        guard contains(hash) else {
            try insert(hash)
            return hash
        }
        let number = (repeats[hash] ?? 1) + 1
        repeats[hash] = number
        let key = KeyHash.occurrence(number, of: hash)
        try insert(key)
        return key
    }

    /// Adds a key that stands for one row alone.
    ///
    /// - Returns: whether it is new.
    mutating func insertUnique(_ key: UInt64) throws(StoreError) -> Bool {
        guard !contains(key) else { return false }
        try insert(key)
        return true
    }

    private mutating func insert(_ key: UInt64) throws(StoreError) {
        _ = recent.insert(key)
        if recent.count >= Self.bound { try spill() }
    }

    private mutating func spill() throws(StoreError) {
        let path = FileManager.default.temporaryDirectory.path + "/patron-keys-\(getpid())-\(UUID().uuidString)"
        let sorted = recent.sorted
        do {
            let data = sorted.withUnsafeBytes { Data($0) }
            try data.write(to: URL(fileURLWithPath: path))
            runs.append(SortedHashes(lane: Lane(try Region(mapping: path), offset: 0, count: sorted.count)))
            unlink(path)
        } catch {
            throw .noTemporaryFolder
        }
        recent.removeAll()
    }

    /// Calls `body` with the keys in runs that are each in order.
    func forEachRun(_ body: (UnsafeBufferPointer<UInt64>) throws -> Void) rethrows {
        for run in runs { try run.lane.withValues { try body($0) } }
        try recent.sorted.withUnsafeBufferPointer { try body($0) }
    }
}
