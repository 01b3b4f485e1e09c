/// Where text stands in the room it is given.
public enum Alignment: Hashable, Sendable {
    case left, right, center
}

extension Canvas {
    /// Writes text from a cell rightwards, one grapheme cluster after the other.
    ///
    /// What falls outside the canvas or beyond `maxWidth` is dropped. A wide glyph that would be half outside is
    /// drawn as a blank. Control characters and their kind are drawn as visible stand-ins.
    ///
    /// The column may be negative: the text is then cut on its left.
    ///
    /// - Returns: columns used from `column` on, also those left of the canvas.
    /// - Complexity: O(columns used), not the length of the text.
    @discardableResult
    public mutating func write(
        _ text: some StringProtocol, column: Int, row: Int, style: Style = .plain, maxWidth: Int = .max
    ) -> Int {
        guard row >= 0, row < rows, column < columns, maxWidth > 0 else { return 0 }
        let end = maxWidth > columns - column ? columns : column + maxWidth
        let safeText = drawing.safeText
        var next = column
        for cluster in text {
            safeText.glyphs(of: cluster) { glyph, width in
                place(glyph, width: width, at: &next, end: end, row: row, style: style)
            }
            if next >= end { break }
        }
        return next - column
    }

    /// Writes a line of text into one row of a rectangle, cut with an ellipsis where it is too long.
    ///
    /// The row counts from the top of the rectangle.
    ///
    /// - Returns: columns used.
    @discardableResult
    public mutating func write(
        _ text: some StringProtocol, in rect: Rect, row: Int = 0, style: Style = .plain, align: Alignment = .left,
        keeping kept: Kept = .start
    ) -> Int {
        guard row >= 0, row < rect.rows else { return 0 }
        let text = drawing.cut(text, to: rect.columns, keeping: kept)
        let indent = align == .left ? 0 : align.indent(of: drawing.width(of: text), in: rect.columns)
        return write(
            text, column: rect.column + indent, row: rect.row + row, style: style, maxWidth: rect.columns - indent)
    }

    /// Repeats a glyph that is one column wide.
    public mutating func draw(_ glyph: Character, times: Int, column: Int, row: Int, style: Style = .plain) {
        fill(Rect(column: column, row: row, columns: times, rows: 1), with: glyph, style: style)
    }

    private mutating func place(
        _ glyph: Character, width: Int, at next: inout Int, end: Int, row: Int, style: Style
    ) {
        guard next < end else { return }
        if next + width > end {
            if next >= 0 { put(" ", width: 1, column: next, row: row, style: style) }
            next = end
        } else if next >= 0 {
            put(glyph, width: width, column: next, row: row, style: style)
            next += width
        } else {
            if next + width > 0 { put(" ", width: 1, column: 0, row: row, style: style) }
            next += width
        }
    }
}

extension Alignment {
    /// Columns to leave free on the left.
    func indent(of width: Int, in columns: Int) -> Int {
        switch self {
        case .left: 0
        case .right: max(0, columns - width)
        case .center: max(0, (columns - width) / 2)
        }
    }
}
