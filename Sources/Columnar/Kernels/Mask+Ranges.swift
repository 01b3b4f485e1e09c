extension Mask {
    /// Adds the rows whose integer lies in a range.
    ///
    /// - Precondition: the run lies inside the lane.
    @inlinable
    public mutating func insert<Integer: FixedWidthInteger>(_ lane: Lane<Integer>, in range: ClosedRange<Integer>) {
        precondition(rows.upperBound <= lane.count, "a run outside its lane")
        // One unsigned comparison instead of two: the distance from the lower end, modulo 2^width.
        let lower = Integer.Magnitude(truncatingIfNeeded: range.lowerBound)
        let width = Integer.Magnitude(truncatingIfNeeded: range.upperBound) &- lower
        let rows = rows
        lane.withValues { values in
            guard let base = values.baseAddress else { return }
            let run = base + rows.lowerBound
            words.withUnsafeMutableBufferPointer { words in
                setBits(rows: rows.count, of: words) { row in
                    Integer.Magnitude(truncatingIfNeeded: run[row]) &- lower <= width ? 1 : 0
                }
            }
        }
    }

    /// Adds the rows whose number lies in a range.
    ///
    /// - Precondition: the run lies inside the lane.
    @inlinable
    public mutating func insert(_ lane: Lane<Double>, in range: ClosedRange<Double>) {
        precondition(rows.upperBound <= lane.count, "a run outside its lane")
        let rows = rows
        lane.withValues { values in
            guard let base = values.baseAddress else { return }
            let run = base + rows.lowerBound
            words.withUnsafeMutableBufferPointer { words in
                setBits(rows: rows.count, of: words) { row in
                    run[row] >= range.lowerBound && run[row] <= range.upperBound ? 1 : 0
                }
            }
        }
    }

    /// Adds the rows whose integer lies in a range, which may be wider than the lane.
    ///
    /// - Precondition: the run lies inside the lane.
    public mutating func insert(_ lane: IntegerLane, in range: ClosedRange<Int64>) {
        switch lane {
        case .bytes(let lane): insertClamped(lane, range)
        case .halves(let lane): insertClamped(lane, range)
        case .words(let lane): insertClamped(lane, range)
        case .longs(let lane): insert(lane, in: range)
        }
    }

    private mutating func insertClamped<Integer: FixedWidthInteger>(
        _ lane: Lane<Integer>, _ range: ClosedRange<Int64>
    ) {
        guard range.overlaps(Int64(Integer.min)...Int64(Integer.max)) else { return }
        insert(lane, in: Integer(clamping: range.lowerBound)...Integer(clamping: range.upperBound))
    }
}
