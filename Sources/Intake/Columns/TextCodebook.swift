/// Numbers texts from 0 in the order in which they come.
final class TextCodebook {
    private struct Slot {
        /// The words of a text of at most 16 bytes; else its hash and where it lies.
        var low: UInt64 = 0
        var high: UInt64 = 0
        var length: UInt32 = 0
        var code: UInt32 = 0
    }

    private(set) var count = 0
    /// The UTF-8 of all texts.
    private(set) var bytes: [UInt8] = []
    /// Where each text ends in `bytes`.
    private(set) var ends: [UInt32] = []
    private var hashes: [UInt64] = []
    private var appended: [String] = []
    private var slots: UnsafeMutablePointer<Slot>
    private var mask: Int

    init() {
        mask = 63
        slots = Self.allocate(64)
    }

    deinit {
        slots.deallocate()
    }

    private static func allocate(_ count: Int) -> UnsafeMutablePointer<Slot> {
        let slots = UnsafeMutablePointer<Slot>.allocate(capacity: count)
        slots.initialize(repeating: Slot(), count: count)
        return slots
    }

    /// The code of a text that is not empty.
    @inline(__always) func code(of field: Field, hash: UInt64) -> UInt32 {
        guard field.count <= 16 else { return longCode(of: field, hash: hash) }
        let (low, high) = FieldHash.words(field)
        let length = UInt32(truncatingIfNeeded: field.count)
        var at = Int(truncatingIfNeeded: hash >> 20) & mask
        while true {
            let slot = slots[at]
            if slot.low == low, slot.high == high, slot.length == length { return slot.code }
            if slot.length == 0 { return insert(field, hash: hash, low: low, high: high) }
            at = (at &+ 1) & mask
        }
    }

    private func longCode(of field: Field, hash: UInt64) -> UInt32 {
        var at = Int(truncatingIfNeeded: hash >> 20) & mask
        while slots[at].length != 0 {
            let slot = slots[at]
            if slot.low == hash, Int(slot.length) == field.count {
                let start = Int(slot.high)
                if bytes[start..<start + field.count].elementsEqual(field.bytes) { return slot.code }
            }
            at = (at + 1) & mask
        }
        return insert(field, hash: hash, low: hash, high: UInt64(bytes.count))
    }

    private func insert(_ field: Field, hash: UInt64, low: UInt64, high: UInt64) -> UInt32 {
        if count * 2 > mask { grow() }
        let code = UInt32(count)
        place(Slot(low: low, high: high, length: UInt32(field.count), code: code), hash: hash)
        bytes.append(contentsOf: field.bytes)
        ends.append(UInt32(bytes.count))
        hashes.append(hash)
        appended.append(field.text)
        count += 1
        return code
    }

    private func place(_ slot: Slot, hash: UInt64) {
        var at = Int(truncatingIfNeeded: hash >> 20) & mask
        while slots[at].length != 0 { at = (at + 1) & mask }
        slots[at] = slot
    }

    private func grow() {
        let old = slots, oldCount = mask + 1
        mask = oldCount * 2 - 1
        slots = Self.allocate(oldCount * 2)
        for at in 0..<oldCount where old[at].length != 0 { place(old[at], hash: hashes[Int(old[at].code)]) }
        old.deallocate()
    }

    /// Where a text lies in `bytes`.
    func range(of code: UInt32) -> Range<Int> {
        (code == 0 ? 0 : Int(ends[Int(code) - 1]))..<Int(ends[Int(code)])
    }

    /// The texts that are new since the last call.
    func takeAppended() -> [String] {
        defer { appended = [] }
        return appended
    }
}
