/// The text of rows as it stands in the file, for rows that are set aside after they were read.
public struct RawRows: Hashable, Sendable {
    private var bytes: [UInt8] = []
    private var extents: [Range<Int>] = []

    /// The row's text, cut after 16 KiB; empty for a row that is not there.
    public subscript(row: Int) -> String {
        guard extents.indices.contains(row) else { return "" }
        return String(decoding: bytes[extents[row].prefix(16 << 10)], as: UTF8.self)
    }

    /// Adds the rows of a table.
    mutating func append(_ table: RowTable, in base: UnsafePointer<UInt8>) {
        guard table.count > 0 else { return }
        let start = Int(table.rows[0]), shift = bytes.count - start
        bytes.append(contentsOf: UnsafeBufferPointer(start: base + start, count: table.end - start))
        for row in 0..<table.count {
            let extent = table.extent(of: row, in: base)
            extents.append(extent.lowerBound + shift..<extent.upperBound + shift)
        }
    }

    /// Takes rows out, given in order.
    mutating func remove(_ rows: [Int]) {
        if !extents.isEmpty { extents.removeRows(rows) }
    }

    /// The texts of some rows.
    public func keeping(_ rows: [Int]) -> RawRows {
        var kept = self
        kept.extents = extents.isEmpty ? [] : rows.map { extents[$0] }
        return kept
    }
}
