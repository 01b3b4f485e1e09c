extension Mask {
    /// Adds the rows whose stored code lies in a range; 0 is stored where a row has no value.
    ///
    /// - Precondition: the run lies inside the lane.
    public mutating func insert(_ lane: CodeLane, storedIn range: ClosedRange<UInt32>) {
        switch lane {
        case .bytes(let lane): insertClamped(lane, range)
        case .halves(let lane): insertClamped(lane, range)
        case .words(let lane): insert(lane, in: range)
        }
    }

    private mutating func insertClamped<Code: FixedWidthInteger & UnsignedInteger>(
        _ lane: Lane<Code>, _ range: ClosedRange<UInt32>
    ) {
        guard range.lowerBound <= UInt32(Code.max) else { return }
        insert(lane, in: Code(range.lowerBound)...Code(clamping: range.upperBound))
    }

    /// Adds the rows for whose stored code the table holds 1; codes beyond the table are not added.
    ///
    /// - Precondition: the run lies inside the lane; the table holds 0 and 1.
    public mutating func insert(_ lane: CodeLane, where table: [UInt8]) {
        switch lane {
        case .bytes(let lane): look(lane, up: table)
        case .halves(let lane): look(lane, up: table)
        case .words(let lane): look(lane, up: table)
        }
    }

    private mutating func look<Code: FixedWidthInteger & UnsignedInteger>(_ lane: Lane<Code>, up table: [UInt8]) {
        precondition(rows.upperBound <= lane.count, "a run outside its lane")
        let rows = rows
        lane.withValues { values in
            guard let base = values.baseAddress else { return }
            let run = base + rows.lowerBound
            table.withUnsafeBufferPointer { table in
                words.withUnsafeMutableBufferPointer { words in
                    setBits(rows: rows.count, of: words) { row in
                        let code = Int(run[row])
                        return code < table.count ? table[code] : 0
                    }
                }
            }
        }
    }
}
