/// A framed pane over the others, as large as its lines need; longer ones are wrapped.
public struct Popup: Hashable, Sendable {
    /// The border with the title.
    public var frame: Frame
    /// The text, before it is wrapped.
    public var lines: [Line]

    /// Makes a popup.
    public init(_ title: String, lines: [Line]) {
        frame = Frame(title, isFocused: true)
        self.lines = lines
    }

    /// The cells that the popup takes in the middle of a rectangle.
    public func place(in rect: Rect, on canvas: Canvas) -> Rect {
        let widest = lines.map { canvas.drawing.width(of: $0.text) }.max() ?? 0
        let title = canvas.drawing.width(of: frame.title.text) + 6
        let columns = min(max(widest + 4, title, 30), rect.columns)
        return rect.centered(columns: columns, rows: wrapped(to: columns, on: canvas).count + 2)
    }

    /// Draws the popup in the middle and hands back the room inside it.
    @discardableResult
    public func draw(in rect: Rect, on canvas: inout Canvas) -> Rect {
        let place = place(in: rect, on: canvas)
        canvas.cover(place)
        let room = frame.draw(in: place, on: &canvas).inset(left: 1, right: 1)
        for (row, line) in wrapped(to: place.columns, on: canvas).enumerated() {
            canvas.write(line, in: room, row: row)
        }
        return room
    }

    private func wrapped(to columns: Int, on canvas: Canvas) -> [Line] {
        lines.flatMap { $0.wrapped(to: columns - 4, drawing: canvas.drawing) }
    }
}
