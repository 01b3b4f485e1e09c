import Columnar
import Customers

/// Finds the profiles by the values of one trait as of an instant.
struct TraitScan {
    let profiles: ProfileMap
    let trait: Trait
    /// In milliseconds since 1970.
    let now: Int64

    /// The profiles with a record whose value passes.
    func profiles(where test: ColumnTest.Kind) throws -> Bitmap {
        let scan = ColumnScan(trait.current, test)
        return try profiles {
            scan.mask($0)
        } previous: { changes in
            ColumnScan(changes.previous, test)
        }
    }

    private func profiles(
        _ current: (Range<Int>) -> Mask, previous: (TraitChanges) -> ColumnScan
    ) throws -> Bitmap {
        var records = Bitmap(rows: profiles.count)
        try forEachBlock(of: 0..<min(trait.current.count, profiles.count)) { records.formUnion(current($0)) }
        if let (changes, rows) = undone {
            let aligned = (rows.lowerBound & ~63)..<rows.upperBound
            let before = previous(changes).mask(aligned)
            for row in rows.reversed() { records[Int(changes.records[row])] = before[row] }
        }
        return profiles.profiles(of: records)
    }

    /// The changes at or after the instant, which are to be undone from the newest to the oldest.
    private var undone: (changes: TraitChanges, rows: Range<Int>)? {
        guard let changes = trait.changes else { return nil }
        let first = changes.times.lowerBound(now)
        return first < changes.times.count ? (changes, first..<changes.times.count) : nil
    }

    /// The integers that the profiles with a value have, with their records; for dates and times.
    func forEachInteger(_ body: (_ record: Int, Int64) -> Void) {
        guard case .integers(let lane, _, let optional) = trait.current else { return }
        let values = lane.array
        let present = optional?.bitmap
        var corrected: [Int: Int64?] = [:]
        if let (changes, rows) = undone, case .integers(let old, _, let oldPresent) = changes.previous {
            for row in rows.reversed() {
                corrected[Int(changes.records[row])] = .some(oldPresent?[row] ?? true ? old[row] : nil)
            }
        }
        for record in 0..<min(values.count, profiles.count) {
            if !corrected.isEmpty, let value = corrected[record] {
                if let value { body(record, value) }
            } else if present?[record] ?? true {
                body(record, values[record])
            }
        }
    }
}
