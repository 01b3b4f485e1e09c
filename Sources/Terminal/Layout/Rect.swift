/// A rectangle of cells; never negative in size.
public struct Rect: Hashable, Sendable {
    /// The first column.
    public var column: Int
    /// The first row.
    public var row: Int
    /// Its width.
    public let columns: Int
    /// Its height.
    public let rows: Int

    /// A size below 0 counts as 0.
    public init(column: Int, row: Int, columns: Int, rows: Int) {
        self.column = column
        self.row = row
        self.columns = max(0, columns)
        self.rows = max(0, rows)
    }

    /// An empty rectangle in the corner.
    public static let zero = Rect(column: 0, row: 0, columns: 0, rows: 0)

    /// Whether it has no cell.
    public var isEmpty: Bool { columns == 0 || rows == 0 }
    /// The column after the last one.
    public var right: Int { column + columns }
    /// The row after the last one.
    public var bottom: Int { row + rows }
    /// All its columns.
    public var columnRange: Range<Int> { column..<right }
    /// All its rows.
    public var rowRange: Range<Int> { row..<bottom }

    /// Whether a place lies inside.
    public func contains(_ position: Position) -> Bool {
        columnRange.contains(position.column) && rowRange.contains(position.row)
    }

    /// What both cover; empty where they do not meet.
    public func intersection(_ other: Rect) -> Rect {
        let left = max(column, other.column)
        let top = max(row, other.row)
        return Rect(
            column: left, row: top, columns: min(right, other.right) - left, rows: min(bottom, other.bottom) - top)
    }

    /// The rectangle less a margin on each side.
    public func inset(left: Int = 0, top: Int = 0, right: Int = 0, bottom: Int = 0) -> Rect {
        Rect(
            column: column + min(left, columns), row: row + min(top, rows), columns: columns - left - right,
            rows: rows - top - bottom)
    }

    /// The rectangle less the same margin on all sides.
    public func inset(by margin: Int) -> Rect {
        inset(left: margin, top: margin, right: margin, bottom: margin)
    }

    /// Its first rows, at most all.
    public func top(_ count: Int) -> Rect {
        Rect(column: column, row: row, columns: columns, rows: min(max(0, count), rows))
    }

    /// Its last rows, at most all.
    public func bottom(_ count: Int) -> Rect {
        let count = min(max(0, count), rows)
        return Rect(column: column, row: bottom - count, columns: columns, rows: count)
    }

    /// Its first columns, at most all.
    public func left(_ count: Int) -> Rect {
        Rect(column: column, row: row, columns: min(max(0, count), columns), rows: rows)
    }

    /// Its last columns, at most all.
    public func right(_ count: Int) -> Rect {
        let count = min(max(0, count), columns)
        return Rect(column: right - count, row: row, columns: count, rows: rows)
    }

    /// One row, counted from the top; empty outside.
    public func line(_ index: Int) -> Rect {
        guard index >= 0, index < rows else { return Rect(column: column, row: row, columns: columns, rows: 0) }
        return Rect(column: column, row: row + index, columns: columns, rows: 1)
    }

    /// A rectangle of a size in the middle, cut to fit.
    public func centered(columns: Int, rows: Int) -> Rect {
        let columns = min(max(0, columns), self.columns)
        let rows = min(max(0, rows), self.rows)
        return Rect(
            column: column + (self.columns - columns) / 2, row: row + (self.rows - rows) / 2, columns: columns,
            rows: rows)
    }
}
