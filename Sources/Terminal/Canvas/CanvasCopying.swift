extension Canvas {
    /// Copies rows of another canvas into a rectangle; what has no room is dropped.
    public mutating func copy(_ other: Canvas, rows: Range<Int>, into rect: Rect) {
        for (line, row) in rows.enumerated() where line < rect.rows {
            var column = rect.column
            for cell in other.cells(inRow: row) where cell.width > 0 {
                let end = column + Int(cell.width)
                if end <= min(rect.right, columns), contains(column: column, row: rect.row + line) {
                    put(cell.glyph, width: Int(cell.width), column: column, row: rect.row + line, style: cell.style)
                }
                column = end
            }
        }
    }
}
