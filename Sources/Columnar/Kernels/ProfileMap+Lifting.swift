extension ProfileMap {
    /// The records that stand at another place than their profile; few, where few are merged.
    ///
    /// - Complexity: O(`count`), so keep it.
    public func moved() -> Bitmap {
        var moved = Bitmap(rows: count)
        guard let profileOfRecord else { return moved }
        precondition(profileOfRecord.count == count, "a map of other records")
        profileOfRecord.withValues { profiles in
            moved.withWords { words in
                setBits(rows: profiles.count, of: words) { profiles[$0] == UInt32(truncatingIfNeeded: $0) ? 0 : 1 }
            }
        }
        return moved
    }

    /// Puts the bits of records at the places of their profiles.
    ///
    /// - Parameters:
    ///   - records: a set of records, afterwards one of profiles.
    ///   - moved: what `moved()` answers.
    /// - Complexity: O(`count` / 64) and the members of both sets.
    public func lift(_ records: inout Bitmap, moved: Bitmap) {
        guard let profileOfRecord else { return }
        let moving = records & moved
        records.subtract(moved)
        records.insert(placesOf: moving, in: profileOfRecord)
    }
}
