extension Canvas {
    /// The rows as text joined by newlines, without the blanks at their ends.
    public var text: String {
        (0..<rows).map { line($0) }.joined(separator: "\n")
    }

    /// One row as text without the blanks at its end; empty outside the canvas.
    public func line(_ row: Int) -> String {
        var line = fullLine(row)
        while line.last == " " { line.removeLast() }
        return line
    }

    /// One row as text with its blanks; empty outside the canvas.
    public func fullLine(_ row: Int) -> String {
        String(cells(inRow: row).lazy.filter { $0.width > 0 }.map(\.glyph))
    }

    /// The cells of one row; empty outside the canvas.
    public func cells(inRow row: Int) -> ArraySlice<Cell> {
        guard row >= 0, row < rows else { return [] }
        return cells[row * columns..<(row + 1) * columns]
    }
}
