extension IntegerLane {
    /// The sum of the integers of a set of rows.
    ///
    /// - Precondition: the rows lie inside the lane.
    /// - Complexity: O(`set.rows` / 64) and the members of the set
    public func sum(over set: Bitmap) -> Int64 {
        switch self {
        case .bytes(let lane): Self.sum(lane, set)
        case .halves(let lane): Self.sum(lane, set)
        case .words(let lane): Self.sum(lane, set)
        case .longs(let lane): Self.sum(lane, set)
        case .thousands(let lane): Self.sum(lane, set) * 1000
        }
    }

    private static func sum<Integer: FixedWidthInteger>(_ lane: Lane<Integer>, _ set: Bitmap) -> Int64 {
        precondition(set.rows <= lane.count, "a set outside its lane")
        var sum: Int64 = 0
        lane.withValues { values in set.forEach { sum += Int64(values[$0]) } }
        return sum
    }
}
