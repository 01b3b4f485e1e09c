/// Events of one table that are meant, in time order: what reports walk through.
public struct EventRun: Sendable {
    /// Some rows of the table, those of one block.
    public enum Rows: Sendable {
        case range(Range<Int>)
        case mask(Mask)
    }

    /// The record of each row of the whole table.
    public let records: Lane<UInt32>
    /// The times of all rows of the table; they rise.
    public let times: TimeLane
    /// The rows that are meant, block after block in order.
    public let blocks: [Rows]
    /// Whether the table is that of orders.
    public let isOfOrders: Bool
    /// The columns of the events' own properties.
    public let properties: [String: Column]

    public init(
        records: Lane<UInt32>, times: TimeLane, blocks: [Rows], isOfOrders: Bool = false,
        properties: [String: Column] = [:]
    ) {
        self.records = records
        self.times = times
        self.blocks = blocks
        self.isOfOrders = isOfOrders
        self.properties = properties
    }

    /// Whether another run is of the same table.
    public func isOfSameTable(as other: EventRun) -> Bool {
        isOfOrders == other.isOfOrders && records.isSame(as: other.records)
    }

    /// Calls `body` with the row, the record and the time of every event, in time order.
    ///
    /// - Complexity: O(rows that are meant)
    @inlinable
    @inline(__always)
    public func forEach(_ body: (_ row: Int, _ record: Int, _ time: Int64) -> Void) {
        forEach(in: .min..<(.max), body)
    }

    /// The same for the events of a stretch of time alone.
    @inlinable
    @inline(__always)
    public func forEach(in span: Range<Int64>, _ body: (_ row: Int, _ record: Int, _ time: Int64) -> Void) {
        let wanted = span == .min..<(.max) ? 0..<times.count : times.rows(in: span)
        records.withValues { records in
            switch times {
            case .seconds(let lane, let origin):
                lane.withValues { seconds in
                    forEachRow(in: wanted) { body($0, Int(records[$0]), (Int64(seconds[$0]) + origin) * 1000) }
                }
            case .milliseconds(let lane):
                lane.withValues { times in
                    forEachRow(in: wanted) { body($0, Int(records[$0]), times[$0]) }
                }
            }
        }
    }

    @inlinable
    @inline(__always)
    func forEachRow(in wanted: Range<Int>, _ body: (Int) -> Void) {
        for block in blocks {
            switch block {
            case .range(let rows): for row in rows.clamped(to: wanted) { body(row) }
            case .mask(let mask): mask.forEach(in: wanted, body)
            }
        }
    }

    /// The events of a set of rows of the table.
    public func keeping(_ set: Bitmap, in rows: Range<Int>) -> EventRun {
        var blocks: [Rows] = []
        var start = rows.lowerBound & ~63
        while start < rows.upperBound {
            let block = start..<min(start + 1 << 16, rows.upperBound)
            var mask = Mask(rows: block)
            for row in block where set[row] { mask.insert(row) }
            blocks.append(.mask(mask))
            start = block.upperBound
        }
        return EventRun(
            records: records, times: times, blocks: blocks, isOfOrders: isOfOrders, properties: properties)
    }

    /// The number of events.
    public var count: Int {
        blocks.reduce(0) { count, block in
            switch block {
            case .range(let rows): return count + rows.count
            case .mask(let mask):
                var rows = 0
                mask.forEach { _ in rows += 1 }
                return count + rows
            }
        }
    }
}
