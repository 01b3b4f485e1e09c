/// An instant or a day that a filter compares with a profile's values, and that moves on with the time of the question.
///
/// It never moves back.
struct MovingEdge {
    /// The edge as it is seen from an instant; none where the filter has no such edge.
    let place: (_ instant: Int64) throws -> Int64?

    /// The first instant after `start`, and at or before `end`, from which the edge lies at or beyond a value.
    ///
    /// - Complexity: O(log (`end` - `start`))
    func arrival(at value: Int64, after start: Int64, upTo end: Int64) throws -> Int64? {
        guard start < end, let first = try place(start), first < value, let last = try place(end), last >= value else {
            return nil
        }
        var (before, after) = (start, end)
        while after - before > 1 {
            let middle = before + (after - before) / 2
            if let place = try place(middle), place < value { before = middle } else { after = middle }
        }
        return after
    }

    /// When the edge reaches each of some values, and when it has passed each.
    func arrivals(at values: some Sequence<Int64>, after start: Int64, upTo end: Int64) throws -> [Int64] {
        try values.flatMap { value in
            try [value, value + 1].compactMap { try arrival(at: $0, after: start, upTo: end) }
        }
    }
}
