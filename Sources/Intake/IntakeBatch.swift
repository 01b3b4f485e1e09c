public import Columnar

/// A run of rows of a file, as typed columns.
public struct IntakeBatch: Hashable, Sendable {
    /// The accepted rows.
    public var rows: Int
    /// A column for each of the plan's stored columns, in their order, `rows` long.
    public var columns: [BatchColumn]
    /// A hash a row over the text of its columns, the same whatever the order of columns and the quoting; 0 for an event
    /// that bears an id, which tells it, unless some texts of the file are read as others.
    public var rowHashes: [UInt64]
    public var lines: RowLines
    /// The accepted rows as they stand in the file, where the reader keeps them.
    public var raw: RawRows
    /// The rows set aside, in the order of the file.
    public var rejects: [Reject]
    /// Identifiers that name nobody (`anonymous`, `null`, zeroes …) and were taken as missing.
    public var blockedIdentifiers: Int
    /// Amounts with more decimals than the currency, rounded half away from zero.
    public var roundedAmounts: Int
    /// Members of JSON objects that the plan does not know, each named once in the life of a reader.
    public var unplanned: [String]
    /// Bytes of the file read so far, of the compressed file if it is one.
    public var bytesRead: Int
}

/// The number of the line on which each row of a batch begins, from 1.
public struct RowLines: Hashable, Sendable {
    /// The line that offset 0 stands for.
    public var first: Int
    /// Lines after `first`, one a row, rising.
    public var offsets: [UInt32]

    public init(first: Int = 1, offsets: [UInt32] = []) {
        self.first = first
        self.offsets = offsets
    }

    public subscript(row: Int) -> Int { first + Int(offsets[row]) }
}
