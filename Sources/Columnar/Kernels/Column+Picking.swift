extension Column {
    /// The column with only some of its rows, in their order; a row beyond its end has no value.
    ///
    /// Codebooks stay as they are and are shared, so that nothing is looked up by text.
    ///
    /// - Complexity: O(`rows`), and the bytes of their texts
    public func picking(_ rows: [Int]) -> Column {
        switch self {
        case .codes(let lane, let codebook, _): return .codes(lane.picking(rows), codebook, sets: [])
        case .texts(let bytes, let ends): return Self.texts(bytes, ends, rows)
        case .integers(let lane, let meaning, let present):
            return .integers(lane.picking(rows), meaning, present: Self.present(present, rows, of: lane.count))
        case .numbers(let lane, let present):
            return .numbers(lane.picking(rows), present: Self.present(present, rows, of: lane.count))
        case .lists(let ends, let codes, let codebook):
            var picked: [UInt32] = []
            let newEnds = rows.map { row in
                if row < ends.count {
                    for place in Int(row == 0 ? 0 : ends[row - 1])..<Int(ends[row]) { picked.append(codes[place]) }
                }
                return UInt32(picked.count)
            }
            return .lists(ends: Lane(newEnds), codes: Lane(picked), codebook)
        }
    }

    private static func texts(_ bytes: Lane<UInt8>, _ ends: Lane<UInt64>, _ rows: [Int]) -> Column {
        var picked: [UInt8] = []
        var newEnds: [UInt64] = []
        newEnds.reserveCapacity(rows.count)
        bytes.withValues { bytes in
            ends.withValues { ends in
                for row in rows {
                    if row < ends.count {
                        picked.append(contentsOf: bytes[Int(row == 0 ? 0 : ends[row - 1])..<Int(ends[row])])
                    }
                    newEnds.append(UInt64(picked.count))
                }
            }
        }
        return .texts(bytes: Lane(picked), ends: Lane(newEnds))
    }

    /// Which of the picked rows have a value; none where all have.
    private static func present(_ present: BitmapLane?, _ rows: [Int], of count: Int) -> BitmapLane? {
        if let present { return present.picking(rows) }
        guard rows.contains(where: { $0 >= count }) else { return nil }
        var set = Bitmap(rows: rows.count)
        for (place, row) in rows.enumerated() where row < count { set[place] = true }
        return BitmapLane(rows: set.rows, words: Lane(set.words))
    }
}

extension BitmapLane {
    /// The set among some rows, numbered anew in their order; a row beyond its end is not in it.
    public func picking(_ rows: [Int]) -> BitmapLane {
        var picked = Bitmap(rows: rows.count)
        for (place, row) in rows.enumerated() where row < self.rows && self[row] { picked[place] = true }
        return BitmapLane(rows: picked.rows, words: Lane(picked.words))
    }
}

extension TimeLane {
    /// Some of the instants, in the order of their rows.
    public func picking(_ rows: [Int]) -> TimeLane {
        switch self {
        case .seconds(let lane, let origin): .seconds(lane.picking(rows), origin: origin)
        case .milliseconds(let lane): .milliseconds(lane.picking(rows))
        }
    }
}

extension Lane where Element: FixedWidthInteger {
    /// Some of the values; 0 for a row beyond the end.
    public func picking(_ rows: [Int]) -> Lane {
        withValues { values in Lane(rows.map { $0 < values.count ? values[$0] : 0 }) }
    }
}

extension CodeLane {
    fileprivate func picking(_ rows: [Int]) -> CodeLane {
        switch self {
        case .bytes(let lane): .bytes(lane.picking(rows))
        case .halves(let lane): .halves(lane.picking(rows))
        case .words(let lane): .words(lane.picking(rows))
        }
    }
}

extension IntegerLane {
    fileprivate func picking(_ rows: [Int]) -> IntegerLane {
        switch self {
        case .bytes(let lane): .bytes(lane.picking(rows))
        case .halves(let lane): .halves(lane.picking(rows))
        case .words(let lane): .words(lane.picking(rows))
        case .longs(let lane): .longs(lane.picking(rows))
        case .thousands(let lane): .thousands(lane.picking(rows))
        }
    }
}

extension NumberLane {
    fileprivate func picking(_ rows: [Int]) -> NumberLane {
        switch self {
        case .doubles(let lane):
            .doubles(lane.withValues { values in Lane(rows.map { $0 < values.count ? values[$0] : 0 }) })
        case .places(let lane, let distinct): .places(lane.picking(rows), of: distinct)
        }
    }
}
