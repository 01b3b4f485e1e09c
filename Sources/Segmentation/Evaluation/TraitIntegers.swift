import Columnar

/// The values of a trait of dates or times, as of an instant.
struct TraitIntegers {
    let trait: Trait
    /// In milliseconds since 1970.
    let now: Int64

    /// Calls `body` with every record that has a value, and the value.
    func forEach(_ body: (_ record: Int, Int64) -> Void) {
        guard case .integers(let lane, _, let optional) = trait.current else { return }
        let values = lane.array
        let present = optional?.bitmap
        var corrected: [Int: Int64?] = [:]
        if let (changes, rows) = trait.undone(at: now), case .integers(let old, _, let oldPresent) = changes.previous {
            for row in rows.reversed() {
                corrected[Int(changes.records[row])] = .some(oldPresent?[row] ?? true ? old[row] : nil)
            }
        }
        for record in values.indices {
            if !corrected.isEmpty, let value = corrected[record] {
                if let value { body(record, value) }
            } else if present?[record] ?? true {
                body(record, values[record])
            }
        }
    }
}
