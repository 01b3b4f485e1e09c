import Columnar

/// Gathers the values of one column of a batch.
protocol ColumnBuilder: AnyObject {
    /// Whether the builder reads the hashes of the fields.
    var readsHashes: Bool { get }
    /// Adds a value a row of the run; a row that does not fit is noted and holds anything.
    func append(_ run: FieldRun, faults: inout RowFaults)
    /// Takes rows out again, by their number in the batch, rising.
    func remove(_ rows: [Int])
    /// The column, leaving the builder empty for the next batch.
    func finish() -> BatchColumn
}

extension ColumnBuilder {
    var readsHashes: Bool { false }
}

/// Rows of one table that have to be set aside.
struct RowFaults {
    struct Fault {
        var row: Int
        /// The position among the plan's stored columns; none for the row as a whole.
        var column: Int?
        var reason: Reject.Reason
    }

    /// The first fault of each row.
    private(set) var faults: [Int: Fault] = [:]
    /// Rows without a value, once for each identifier column.
    private(set) var unidentified: [Int: Int] = [:]
    /// The column being read.
    var column = 0
    var blockedIdentifiers = 0

    mutating func add(_ row: Int, _ reason: Reject.Reason, ofColumn: Bool = true) {
        if faults[row] == nil { faults[row] = Fault(row: row, column: ofColumn ? column : nil, reason: reason) }
    }

    mutating func lacksIdentifier(_ row: Int) {
        unidentified[row, default: 0] += 1
    }

    /// Adds the faults of a later column.
    mutating func add(_ other: RowFaults) {
        faults.merge(other.faults) { mine, _ in mine }
        unidentified.merge(other.unidentified) { $0 + $1 }
        blockedIdentifiers += other.blockedIdentifiers
    }
}

/// Which rows of a column have a value.
struct Presence {
    /// 1 for a row with a value.
    private(set) var flags: [UInt8] = []
    private(set) var missing = 0

    var count: Int { flags.count }

    /// Adds rows with values.
    mutating func extend(by rows: Int) {
        flags.append(contentsOf: repeatElement(1, count: rows))
    }

    mutating func markMissing(_ row: Int) {
        flags[row] = 0
        missing += 1
    }

    mutating func remove(_ rows: [Int]) {
        for row in rows where flags[row] == 0 { missing -= 1 }
        flags.removeRows(rows)
    }

    /// The rows as bits, or nil if all have a value.
    mutating func take() -> Bitmap? {
        defer {
            flags = flags.emptied
            missing = 0
        }
        guard missing > 0 else { return nil }
        var words = [UInt64](repeating: 0, count: (flags.count + 63) / 64)
        for row in flags.indices { words[row >> 6] |= UInt64(flags[row]) << UInt64(row & 63) }
        return Bitmap(rows: flags.count, words: words)
    }
}

extension Array {
    /// An empty array with room for as many elements as this one has.
    var emptied: Self {
        var other: Self = []
        other.reserveCapacity(count)
        return other
    }

    /// Takes out elements by rising indices.
    mutating func removeRows(_ rows: [Int]) {
        guard var target = rows.first else { return }
        var removed = 0
        for index in target..<count {
            if removed < rows.count, rows[removed] == index {
                removed += 1
            } else {
                self[target] = self[index]
                target += 1
            }
        }
        removeLast(rows.count)
    }
}
