/// A framed pane over the others.
public struct Popup: Hashable, Sendable {
    public var frame: Frame
    public var lines: [Line]

    public init(_ title: String, lines: [Line]) {
        frame = Frame(title, isFocused: true)
        self.lines = lines
    }

    /// The cells that the popup takes in the middle of a rectangle.
    public func place(in rect: Rect, on canvas: Canvas) -> Rect {
        let widest = lines.map { canvas.drawing.width(of: $0.text) }.max() ?? 0
        let title = canvas.drawing.width(of: frame.title.text) + 6
        return rect.centered(columns: max(widest + 4, title, min(30, rect.columns)), rows: lines.count + 2)
    }

    /// Draws the popup in the middle and hands back the room inside it.
    @discardableResult
    public func draw(in rect: Rect, on canvas: inout Canvas) -> Rect {
        let place = place(in: rect, on: canvas)
        canvas.fill(place)
        canvas.cursor = nil
        let room = frame.draw(in: place, on: &canvas).inset(left: 1, right: 1)
        for (row, line) in lines.enumerated() { canvas.write(line, in: room, row: row) }
        return room
    }
}
