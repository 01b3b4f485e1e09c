extension [Int64] {
    /// Adds integers of a lane, each at its place; a sum beyond the greatest integer stays there.
    ///
    /// - Parameters:
    ///   - lane: the integers.
    ///   - rows: the rows of the lane to add.
    ///   - places: where in this array each of those is added.
    ///   - count: how many of `rows` and `places` hold.
    ///   - factor: what each integer is multiplied with.
    /// - Precondition: rows lie in the lane, places in this array.
    public mutating func add(
        _ lane: IntegerLane, of rows: [UInt32], at places: [UInt32], count: Int, times factor: Int64 = 1
    ) {
        precondition(count <= rows.count && count <= places.count, "fewer rows than promised")
        switch lane {
        case .bytes(let lane): add(lane, rows, places, count, factor)
        case .halves(let lane): add(lane, rows, places, count, factor)
        case .words(let lane): add(lane, rows, places, count, factor)
        case .longs(let lane): add(lane, rows, places, count, factor)
        case .thousands(let lane): add(lane, rows, places, count, factor * 1000)
        }
    }

    private mutating func add<Integer: FixedWidthInteger & SignedInteger>(
        _ lane: Lane<Integer>, _ rows: [UInt32], _ places: [UInt32], _ count: Int, _ factor: Int64
    ) {
        let size = self.count
        withUnsafeMutableBufferPointer { sums in
            lane.withValues { values in
                rows.withUnsafeBufferPointer { rows in
                    places.withUnsafeBufferPointer { places in
                        if factor == 1 {
                            for index in 0..<count {
                                let (row, place) = (Int(rows[index]), Int(places[index]))
                                precondition(row < values.count && place < size, "a row or place outside its table")
                                let (sum, overflows) = sums[place].addingReportingOverflow(Int64(values[row]))
                                sums[place] = overflows ? (values[row] < 0 ? .min : .max) : sum
                            }
                            return
                        }
                        for index in 0..<count {
                            let (row, place) = (Int(rows[index]), Int(places[index]))
                            precondition(row < values.count && place < size, "a row or place outside its table")
                            let (value, isGreat) = Int64(values[row]).multipliedReportingOverflow(by: factor)
                            let (sum, overflows) = sums[place].addingReportingOverflow(value)
                            sums[place] = isGreat || overflows ? (values[row] < 0 ? .min : .max) : sum
                        }
                    }
                }
            }
        }
    }
}
