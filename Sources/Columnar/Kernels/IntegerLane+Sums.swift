extension IntegerLane {
    /// The sum of the integers of a set of rows.
    ///
    /// - Precondition: the rows lie inside the lane.
    /// - Complexity: O(`set.rows`)
    public func sum(over set: Bitmap) -> Int64 {
        switch self {
        case .bytes(let lane): Self.maskedSum(lane, set)
        case .halves(let lane): Self.maskedSum(lane, set)
        case .words(let lane): Self.maskedSum(lane, set)
        case .longs(let lane): Self.sum(lane, set)
        case .thousands(let lane): Self.maskedSum(lane, set) * 1000
        }
    }

    private static func sum<Integer: FixedWidthInteger>(_ lane: Lane<Integer>, _ set: Bitmap) -> Int64 {
        precondition(set.rows <= lane.count, "a set outside its lane")
        var sum: Int64 = 0
        lane.withValues { values in set.forEach { sum += Int64(values[$0]) } }
        return sum
    }

    /// The sum of integers so narrow that it fits 64 bits, eight rows at a time without a branch for which are in the set.
    private static func maskedSum<Integer: FixedWidthInteger>(_ lane: Lane<Integer>, _ set: Bitmap) -> Int64 {
        precondition(set.rows <= lane.count && Integer.bitWidth <= 32, "a set outside its lane")
        var sum: Int64 = 0
        lane.withValues { values in
            set.words.withUnsafeBufferPointer { words in
                let masks = Self.masks(Integer.self)
                masks.withUnsafeBufferPointer { masks in
                    guard let values = values.baseAddress, let masks = masks.baseAddress else { return }
                    for index in 0..<(set.rows >> 6) where words[index] != 0 {
                        sum &+= Self.sum(of: values + index << 6, in: words[index], masks)
                    }
                }
                for row in (set.rows & ~63)..<set.rows where words[row >> 6] >> UInt64(row & 63) & 1 != 0 {
                    sum &+= Int64(values[row])
                }
            }
        }
        return sum
    }

    /// The sum of the integers of 64 rows whose bits are set.
    @inline(__always)
    private static func sum<Integer: FixedWidthInteger>(
        of values: UnsafePointer<Integer>, in word: UInt64, _ masks: UnsafePointer<Integer>
    ) -> Int64 {
        var sum: Int64 = 0
        for eight in 0..<8 {
            let mask = masks + Int(word >> UInt64(eight * 8) & 0xFF) * 8
            let run = values + eight * 8
            for place in 0..<8 { sum &+= Int64(truncatingIfNeeded: run[place] & mask[place]) }
        }
        return sum
    }

    /// For each of the bytes eight integers, all ones where its bit is set.
    private static func masks<Integer: FixedWidthInteger>(_: Integer.Type) -> [Integer] {
        (0..<2048).map { ($0 >> 3) >> ($0 & 7) & 1 == 0 ? 0 : ~0 }
    }
}
