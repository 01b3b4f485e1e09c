extension Mask {
    /// Keeps the rows whose instant lies in the stretch of time of their own place.
    ///
    /// - Parameters:
    ///   - times: the instants; the run lies inside them.
    ///   - places: the place of each row of the table.
    ///   - mapping: a second step from that place to the final one; none keeps it.
    ///   - lower: the first instant of each final place's stretch, in milliseconds since 1970.
    ///   - upper: the first instant after it.
    public mutating func formIntersection(
        times: TimeLane, at places: Lane<UInt32>, through mapping: Lane<UInt32>?, from lower: [Int64], to upper: [Int64]
    ) {
        precondition(rows.upperBound <= places.count && lower.count == upper.count, "lanes of different tables")
        var kept = Mask(rows: rows)
        places.withValues { places in
            lower.withUnsafeBufferPointer { lower in
                upper.withUnsafeBufferPointer { upper in
                    times.forEach(in: rows) { row, time in
                        let record = Int(places[row])
                        let place = mapping.map { Int($0[record]) } ?? record
                        precondition(place < lower.count, "a place outside the stretches")
                        if time >= lower[place], time < upper[place] { kept.insert(row) }
                    }
                }
            }
        }
        self &= kept
    }
}

extension IntegerLane {
    /// The integers as an array; 0 for a row without one.
    public var array: [Int64] {
        switch self {
        case .bytes(let lane): lane.withValues { $0.map(Int64.init) }
        case .halves(let lane): lane.withValues { $0.map(Int64.init) }
        case .words(let lane): lane.withValues { $0.map(Int64.init) }
        case .longs(let lane): lane.array
        case .thousands(let lane): lane.withValues { $0.map { Int64($0) * 1000 } }
        }
    }
}
