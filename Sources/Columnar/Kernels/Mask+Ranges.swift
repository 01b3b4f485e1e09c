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
        case .thousands(let lane): if let range = range.thousands { insertClamped(lane, range) }
        }
    }

    /// Adds the rows whose number lies in a range.
    ///
    /// - Precondition: the run lies inside the lane.
    public mutating func insert(_ lane: NumberLane, in range: ClosedRange<Double>) {
        switch lane {
        case .doubles(let lane): insert(lane, in: range)
        case .places(let lane, let distinct):
            let places = distinct.withValues { distinct in distinct.indices.filter { range.contains(distinct[$0]) } }
            guard let first = places.first, let last = places.last else { return }
            insert(lane, in: UInt8(first)...UInt8(last))
        }
    }

    private mutating func insertClamped<Integer: FixedWidthInteger>(
        _ lane: Lane<Integer>, _ range: ClosedRange<Int64>
    ) {
        guard range.overlaps(Int64(Integer.min)...Int64(Integer.max)) else { return }
        insert(lane, in: Integer(clamping: range.lowerBound)...Integer(clamping: range.upperBound))
    }
}

extension ClosedRange<Int64> {
    /// The integers whose thousandfold lies in the range; none where there are none.
    var thousands: ClosedRange<Int64>? {
        let lower = lowerBound / 1000 + (lowerBound > 0 && lowerBound % 1000 != 0 ? 1 : 0)
        let upper = upperBound / 1000 - (upperBound < 0 && upperBound % 1000 != 0 ? 1 : 0)
        return lower <= upper ? lower...upper : nil
    }
}
