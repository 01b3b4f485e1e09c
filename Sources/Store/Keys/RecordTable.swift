/// Records by 64-bit keys, by open addressing.
struct RecordTable: Sendable {
    private var keys: [UInt64] = []
    /// The record plus 1; 0 in a slot that is free.
    private var records: [UInt32] = []
    private var count = 0

    init() {}

    /// Neighbouring keys lie far apart.
    private func slot(of key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 20) & (records.count - 1)
    }

    /// The record of a key.
    func record(of key: UInt64) -> UInt32? {
        guard count > 0 else { return nil }
        var slot = slot(of: key)
        while records[slot] != 0 {
            if keys[slot] == key { return records[slot] - 1 }
            slot = (slot + 1) & (records.count - 1)
        }
        return nil
    }

    /// Gives a record to a key, in the place of the one that it had.
    mutating func insert(_ key: UInt64, record: UInt32) {
        if count * 2 >= records.count { grow() }
        var slot = slot(of: key)
        while records[slot] != 0, keys[slot] != key { slot = (slot + 1) & (records.count - 1) }
        if records[slot] == 0 { count += 1 }
        keys[slot] = key
        records[slot] = record + 1
    }

    private mutating func grow() {
        let old = (keys, records)
        let size = max(1024, records.count * 2)
        keys = Array(repeating: 0, count: size)
        records = Array(repeating: 0, count: size)
        count = 0
        for (key, record) in zip(old.0, old.1) where record != 0 { insert(key, record: record - 1) }
    }

    /// Calls `body` with every record, in no order.
    func forEachRecord(_ body: (UInt32) -> Void) {
        for record in records where record != 0 { body(record - 1) }
    }
}
