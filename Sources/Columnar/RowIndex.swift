import Synchronization

/// Rows grouped by record: those of record *r* are `rows[ends[r - 1]..<ends[r]]`, and the late ones beside them.
public struct RowIndex: Sendable {
    public let ends: Lane<UInt32>
    public let rows: Lane<UInt32>
    /// The rows that came after the others were grouped; none where there are none.
    public let late: LateRows?

    public init(ends: Lane<UInt32>, rows: Lane<UInt32>, late: LateRows? = nil) {
        self.ends = ends
        self.rows = rows
        self.late = late
    }

    /// The rows of a record, in their order.
    ///
    /// - Complexity: O(rows of the record), times the log of the number of late rows where there are any
    public func rows(of record: Int) -> [Int] {
        let grouped = groupedRows(of: record)
        guard let late else { return grouped }
        let moved = grouped.map { late.place(of: $0) }
        let own = late.rows(of: record)
        return own.isEmpty ? moved : (moved + own).sorted()
    }

    /// The rows of a record without the late ones, under the numbers that they had when they were grouped.
    func groupedRows(of record: Int) -> [Int] {
        guard record < ends.count else { return [] }
        let start = record == 0 ? 0 : Int(ends[record - 1])
        let end = Int(ends[record])
        return rows.withValues { rows in (start..<end).map { Int(rows[$0]) } }
    }
}

/// Rows that were put between the rows of a table after those had been grouped by record.
public struct LateRows: Sendable {
    /// For each late row, in their order, the earlier row before which it stands, under that row's old number; rising.
    private let before: [UInt32]
    private let owners: Owners

    /// The record of each late row above its new number, put in order when somebody asks for a record.
    private final class Owners: Sendable {
        private let pairs: Mutex<(all: [UInt64], isOrdered: Bool)>

        init(_ pairs: [UInt64]) {
            self.pairs = Mutex((pairs, false))
        }

        var ordered: [UInt64] {
            pairs.withLock { pairs in
                if !pairs.isOrdered {
                    pairs.all.sort()
                    pairs.isOrdered = true
                }
                return pairs.all
            }
        }
    }

    /// - Parameters:
    ///   - before: for each late row the old number of the row before which it stands; the number of old rows at the end.
    ///   - records: the record of each late row.
    /// - Precondition: `before` rises and is as long as `records`.
    public init(before: [UInt32], records: [UInt32]) {
        precondition(before.count == records.count, "late rows without their records")
        self.before = before
        owners = Owners(before.indices.map { UInt64(records[$0]) << 32 | UInt64(before[$0] + UInt32($0)) })
    }

    /// The late rows under their new numbers; rising.
    public var all: [Int] { before.indices.map { Int(before[$0]) + $0 } }

    /// The number of late rows.
    public var count: Int { before.count }

    /// The new number of an old row.
    ///
    /// - Complexity: O(log of the number of late rows)
    public func place(of row: Int) -> Int {
        var low = 0
        var high = before.count
        while low < high {
            let middle = (low + high) / 2
            if Int(before[middle]) <= row { low = middle + 1 } else { high = middle }
        }
        return row + low
    }

    /// The late rows of a record, under their new numbers; rising.
    ///
    /// - Complexity: O(log of the number of late rows)
    public func rows(of record: Int) -> [Int] {
        let key = UInt64(record) << 32
        let owned = owners.ordered
        var low = 0
        var high = owned.count
        while low < high {
            let middle = (low + high) / 2
            if owned[middle] < key { low = middle + 1 } else { high = middle }
        }
        return owned[low...].prefix { $0 >> 32 == UInt64(record) }.map { Int($0 & 0xFFFF_FFFF) }
    }
}
