/// Rows in the order of their times, rows of one time in the order in which they came.
struct TimeOrder {
    /// The rows in order.
    let rows: UnsafeMutableBufferPointer<UInt32>

    /// Merges the runs that are in order already: files of events mostly are, so that there are few.
    ///
    /// - Complexity: O(*n* log *runs*)
    init(_ times: UnsafeMutableBufferPointer<Int64>, scratch: Scratch) throws(StoreError) {
        var rows: UnsafeMutableBufferPointer<UInt32> = try scratch.lane(times.count)
        for row in rows.indices { rows[row] = UInt32(row) }
        var ends = Self.ends(ofRunsIn: times)
        guard ends.count > 1 else {
            self.rows = rows
            return
        }
        var target: UnsafeMutableBufferPointer<UInt32> = try scratch.lane(times.count)
        while ends.count > 1 {
            var merged: [Int] = []
            var start = 0
            for place in stride(from: 0, to: ends.count, by: 2) {
                let middle = ends[place]
                let end = place + 1 < ends.count ? ends[place + 1] : middle
                Self.merge(rows, start..<middle, middle..<end, into: target, times)
                merged.append(end)
                start = end
            }
            swap(&rows, &target)
            ends = merged
        }
        scratch.release(target)
        self.rows = rows
    }

    private static func ends(ofRunsIn times: UnsafeMutableBufferPointer<Int64>) -> [Int] {
        var ends: [Int] = []
        for row in times.indices.dropFirst() where times[row] < times[row - 1] { ends.append(row) }
        ends.append(times.count)
        return ends
    }

    private static func merge(
        _ rows: UnsafeMutableBufferPointer<UInt32>, _ first: Range<Int>, _ second: Range<Int>,
        into target: UnsafeMutableBufferPointer<UInt32>, _ times: UnsafeMutableBufferPointer<Int64>
    ) {
        var (left, right) = (first.lowerBound, second.lowerBound)
        for place in first.lowerBound..<second.upperBound {
            let takesLeft =
                right == second.upperBound
                || left < first.upperBound && times[Int(rows[left])] <= times[Int(rows[right])]
            target[place] = takesLeft ? rows[left] : rows[right]
            if takesLeft { left += 1 } else { right += 1 }
        }
    }
}
