import Columnar
import Customers

/// Finds the profiles by the values of one trait as of an instant.
struct TraitScan {
    let profiles: ProfileMap
    /// The records that are not at the place of their profile.
    let moved: Bitmap
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
        if let (changes, rows) = trait.undone(at: now) {
            let aligned = (rows.lowerBound & ~63)..<rows.upperBound
            let before = previous(changes).mask(aligned)
            for row in rows.reversed() { records[Int(changes.records[row])] = before[row] }
        }
        profiles.lift(&records, moved: moved)
        return records
    }
}

extension Trait {
    /// The changes at or after an instant, which are to be undone from the newest to the oldest.
    func undone(at milliseconds: Int64) -> (changes: TraitChanges, rows: Range<Int>)? {
        guard let changes else { return nil }
        let first = changes.times.lowerBound(milliseconds)
        return first < changes.times.count ? (changes, first..<changes.times.count) : nil
    }
}
