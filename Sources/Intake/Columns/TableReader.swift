/// Where the fields of a table lie, for those who read columns of it beside each other.
struct TableFields {
    let starts: UnsafeMutablePointer<UInt32>
    let ends: UnsafeMutablePointer<UInt32>
    /// Fields a row.
    let width: Int
    let count: Int
    /// Whether fields may begin or end with blanks.
    let hasBlanks: Bool
}

/// Hands the columns of tables to their builders, on two threads where there is enough for both to do.
final class TableReader {
    let columns: [ColumnReader]
    private let threads: ColumnThreads
    /// For each thread room for a hash and a sum a row.
    private let hashes: [UnsafeMutablePointer<UInt64>]
    private let sums: [UnsafeMutablePointer<UInt64>]

    /// - `capacity`: the rows that a table may have.
    init(_ columns: [ColumnReader], capacity: Int, threads: Int) {
        self.columns = columns
        self.threads = ColumnThreads(count: threads)
        let lanes = { (0..<threads).map { _ in UnsafeMutablePointer<UInt64>.allocate(capacity: capacity) } }
        hashes = lanes()
        sums = lanes()
    }

    deinit { for lane in hashes + sums { lane.deallocate() } }

    /// Reads all columns of a table.
    ///
    /// `sums`: takes what the hashes of the rows are made of; none where they are not wanted.
    /// - Returns: the rows to be set aside, with the first of their columns that is at fault.
    func read(_ table: inout RowTable, in window: Window, sums total: UnsafeMutablePointer<UInt64>?) -> RowFaults {
        let (width, count, hasBlanks) = (table.width, table.count, table.hasBlanks)
        var faults = Array(repeating: RowFaults(), count: columns.count)
        table.starts.withUnsafeMutableBufferPointer { starts in
            table.ends.withUnsafeMutableBufferPointer { ends in
                guard let starts = starts.baseAddress, let ends = ends.baseAddress else { return }
                let fields = TableFields(starts: starts, ends: ends, width: width, count: count, hasBlanks: hasBlanks)
                faults.withUnsafeMutableBufferPointer {
                    read(fields, in: window, addsToSums: total != nil, faults: $0)
                }
            }
        }
        if let total {
            for row in 0..<count { total[row] = sums.reduce(0) { $0 &+ $1[row] } }
        }
        return faults.reduce(into: RowFaults()) { $0.add($1) }
    }

    private func read(
        _ fields: TableFields, in window: Window, addsToSums: Bool, faults: UnsafeMutableBufferPointer<RowFaults>
    ) {
        if addsToSums {
            for lane in sums { lane.update(repeating: 0, count: fields.count) }
        }
        // A column is one thread's alone, and so are its builder and its faults; hashes and sums are one thread's for all columns.
        nonisolated(unsafe) let (reader, fields, window, faults) = (self, fields, window, faults)
        threads.forEach(of: columns.count, rows: fields.count) { column, thread in
            faults[column].column = column
            reader.columns[column].read(
                fields, in: window, hashes: reader.hashes[thread], sums: addsToSums ? reader.sums[thread] : nil,
                faults: &faults[column])
        }
    }
}
