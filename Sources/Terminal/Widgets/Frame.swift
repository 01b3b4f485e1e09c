/// The border of a pane, with a title on its left and facts on its right.
///
/// Where the program drops borders the titles stand alone in the first row.
public struct Frame: Hashable, Sendable {
    /// Stands at the left of the upper border.
    public var title: Line
    /// Stands at its right, where there is room.
    public var detail: Line
    /// Whether keys go to this pane.
    public var isFocused: Bool

    /// Makes a frame with styled titles.
    public init(_ title: Line = Line(), detail: Line = Line(), isFocused: Bool = false) {
        self.title = title
        self.detail = detail
        self.isFocused = isFocused
    }

    /// Makes a frame with titles in the usual styles.
    public init(_ title: String, detail: String = "", isFocused: Bool = false) {
        self.init(Line(title, .title), detail: Line(detail, .muted), isFocused: isFocused)
    }

    /// The room inside.
    public func interior(of rect: Rect, on canvas: Canvas) -> Rect {
        canvas.drawing.borders ? rect.inset(by: 1) : rect.inset(top: title.text.isEmpty && detail.text.isEmpty ? 0 : 1)
    }

    /// Draws the border and hands back the room inside.
    @discardableResult
    public func draw(in rect: Rect, on canvas: inout Canvas) -> Rect {
        canvas.mark(rect, .pane(isFocused: isFocused))
        if canvas.drawing.borders { drawBorder(in: rect, on: &canvas) }
        let margin = canvas.drawing.borders ? 2 : 0
        drawTitles(in: rect.line(0).inset(left: margin, right: margin), on: &canvas)
        return interior(of: rect, on: canvas)
    }

    private func drawBorder(in rect: Rect, on canvas: inout Canvas) {
        guard rect.columns > 1, rect.rows > 1 else { return }
        let glyphs = canvas.glyphs
        let style = Style(.border, isFocused ? .bold : [])
        for row in [rect.row, rect.bottom - 1] {
            canvas.draw(glyphs.horizontal, times: rect.columns, column: rect.column, row: row, style: style)
        }
        for column in [rect.column, rect.right - 1] {
            canvas.fill(
                Rect(column: column, row: rect.row + 1, columns: 1, rows: rect.rows - 2), with: glyphs.vertical,
                style: style)
        }
        canvas.draw(glyphs.topLeft, times: 1, column: rect.column, row: rect.row, style: style)
        canvas.draw(glyphs.topRight, times: 1, column: rect.right - 1, row: rect.row, style: style)
        canvas.draw(glyphs.bottomLeft, times: 1, column: rect.column, row: rect.bottom - 1, style: style)
        canvas.draw(glyphs.bottomRight, times: 1, column: rect.right - 1, row: rect.bottom - 1, style: style)
    }

    /// The detail stands right where both fit; the title goes first.
    private func drawTitles(in rect: Rect, on canvas: inout Canvas) {
        let title = padded(emphasized(title), on: canvas)
        let detail = padded(detail, on: canvas)
        let used = canvas.write(title, in: rect)
        guard canvas.drawing.width(of: detail.text) <= rect.columns - used - 1 else { return }
        canvas.write(detail, in: rect, align: .right)
    }

    private func emphasized(_ line: Line) -> Line {
        guard isFocused else { return line }
        return Line(spans: line.spans.map { Span($0.text, Style($0.style.role, $0.style.emphasis.union(.bold))) })
    }

    private func padded(_ line: Line, on canvas: Canvas) -> Line {
        guard canvas.drawing.borders, !line.text.isEmpty else { return line }
        return Line(" ") + line + Line(" ")
    }
}
