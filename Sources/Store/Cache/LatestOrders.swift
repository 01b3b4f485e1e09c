/// The latest version of every order, orders of one time in the order in which the first version of each came.
struct LatestOrders {
    /// Rows of arrival in the order of the table.
    let rows: [Int32]

    init(keys: [UInt64?], times: [Int64]) {
        var firsts = RecordTable()
        // By the row of an order's first version: that of its last one.
        var last = Array(keys.indices)
        let first = keys.enumerated().map { row, key in
            guard let key else { return row }
            if let first = firsts.record(of: key) {
                last[Int(first)] = row
                return Int(first)
            }
            firsts.insert(key, record: UInt32(row))
            return row
        }
        var latest: [(time: Int64, first: Int, row: Int32)] = []
        for (row, first) in first.enumerated() where last[first] == row {
            latest.append((times[row], first, Int32(row)))
        }
        latest.sort { ($0.time, $0.first) < ($1.time, $1.first) }
        rows = latest.map(\.row)
    }
}
