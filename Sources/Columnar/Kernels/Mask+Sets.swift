extension Mask {
    /// Adds the rows of a set of the same table.
    ///
    /// - Precondition: the run lies inside the table.
    public mutating func formUnion(_ set: BitmapLane) {
        combine(with: set) { $0 | $1 }
    }

    /// Keeps the rows that are in a set of the same table.
    ///
    /// - Precondition: the run lies inside the table.
    public mutating func formIntersection(_ set: BitmapLane) {
        combine(with: set) { $0 & $1 }
    }

    /// Drops the rows that are in a set of the same table.
    ///
    /// - Precondition: the run lies inside the table.
    public mutating func subtract(_ set: BitmapLane) {
        combine(with: set) { $0 & ~$1 }
    }

    private mutating func combine(with set: BitmapLane, _ operation: (UInt64, UInt64) -> UInt64) {
        precondition(rows.upperBound <= set.rows, "a run outside its set")
        let first = rows.lowerBound >> 6
        set.words.withValues { source in
            for index in words.indices { words[index] = operation(words[index], source[first + index]) }
        }
        clearTail()
    }
}
