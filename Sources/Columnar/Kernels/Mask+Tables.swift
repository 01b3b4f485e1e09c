extension Mask {
    /// Adds the rows for whose integer a table holds 1; integers outside the table are not added.
    ///
    /// - Parameters:
    ///   - lane: the integers; the run lies inside it.
    ///   - table: 0 or 1 for each integer from `first` on.
    ///   - first: the integer of the table's first place.
    public mutating func insert(_ lane: IntegerLane, where table: [UInt8], from first: Int64) {
        switch lane {
        case .bytes(let lane): look(lane, up: table, first)
        case .halves(let lane): look(lane, up: table, first)
        case .words(let lane): look(lane, up: table, first)
        case .longs(let lane): look(lane, up: table, first)
        case .thousands:
            // Tables are of days; times are found by their ranges.
            for (place, holds) in table.enumerated() where holds != 0 {
                insert(lane, in: first + Int64(place)...first + Int64(place))
            }
        }
    }

    private mutating func look<Integer: FixedWidthInteger>(_ lane: Lane<Integer>, up table: [UInt8], _ first: Int64) {
        precondition(rows.upperBound <= lane.count, "a run outside its lane")
        let rows = rows
        lane.withValues { values in
            guard let base = values.baseAddress else { return }
            let run = base + rows.lowerBound
            table.withUnsafeBufferPointer { table in
                words.withUnsafeMutableBufferPointer { words in
                    setBits(rows: rows.count, of: words) { row in
                        let place = UInt64(bitPattern: Int64(run[row]) &- first)
                        return place < UInt64(table.count) ? table[Int(place)] : 0
                    }
                }
            }
        }
    }
}
