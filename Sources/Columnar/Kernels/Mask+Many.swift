extension Mask {
    /// Adds the rows whose integer lies in one of many ranges, such as the same days of all years.
    ///
    /// - Precondition: the run lies inside the lane; the ranges rise and lie apart.
    public mutating func insert(_ lane: IntegerLane, inAnyOf ranges: [ClosedRange<Int64>]) {
        guard ranges.count > 4 else {
            for range in ranges { insert(lane, in: range) }
            return
        }
        switch lane {
        case .bytes(let lane): search(lane, ranges)
        case .halves(let lane): search(lane, ranges)
        case .words(let lane): search(lane, ranges)
        case .longs(let lane): search(lane, ranges)
        case .thousands(let lane): search(lane, ranges.compactMap(\.thousands))
        }
    }

    private mutating func search<Integer: FixedWidthInteger>(_ lane: Lane<Integer>, _ ranges: [ClosedRange<Int64>]) {
        precondition(rows.upperBound <= lane.count, "a run outside its lane")
        let rows = rows
        lane.withValues { values in
            ranges.withUnsafeBufferPointer { ranges in
                for row in rows {
                    let value = Int64(values[row])
                    var low = 0
                    var high = ranges.count
                    while low < high {
                        let middle = (low + high) / 2
                        if ranges[middle].upperBound < value { low = middle + 1 } else { high = middle }
                    }
                    if low < ranges.count, ranges[low].lowerBound <= value { insert(row) }
                }
            }
        }
    }
}
