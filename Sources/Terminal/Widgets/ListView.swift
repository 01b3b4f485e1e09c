/// A list of lines of which one is selected.
public struct ListView: Hashable, Sendable {
    /// What is selected and in view.
    public var scroll: Scroll
    /// Whether keys go to this list: its selected row then carries the hardware cursor.
    public var isFocused: Bool

    /// Makes a list.
    public init(scroll: Scroll, isFocused: Bool = true) {
        self.scroll = scroll
        self.isFocused = isFocused
    }

    /// Draws the lines in view, each with a sign before the selected one.
    public func draw(in rect: Rect, on canvas: inout Canvas, line: (Int) -> Line) {
        for (row, index) in scroll.visible(page: rect.rows).enumerated() {
            let place = rect.line(row)
            canvas.write(line(index), in: place.inset(left: 1))
            canvas.mark(place, .row(index - scroll.selected, isFocused: isFocused))
            guard index == scroll.selection else { continue }
            canvas.write(String(canvas.glyphs.selected), in: place)
            guard isFocused else { continue }
            canvas.restyle(place, role: .selection)
            canvas.cursor = Position(column: place.column, row: place.row)
        }
    }
}
