/// A page of text to scroll through, wrapped to the width: the help.
public struct TextPage: Hashable, Sendable {
    /// The text, before it is wrapped.
    public var paragraphs: [Line]
    /// The first wrapped row in view.
    public private(set) var top = 0

    /// Makes a page with its first row on top.
    public init(_ paragraphs: [Line]) {
        self.paragraphs = paragraphs
    }

    /// Scrolls as a moving action says.
    ///
    /// - Returns: whether the action was one of moving up or down.
    public mutating func move(_ action: Action, in rect: Rect, on canvas: Canvas) -> Bool {
        let last = max(0, wrapped(to: rect.columns, on: canvas).count - rect.rows)
        switch action {
        case .up: top -= 1
        case .down: top += 1
        case .pageUp: top -= max(1, rect.rows - 1)
        case .pageDown: top += max(1, rect.rows - 1)
        case .first: top = 0
        case .last: top = last
        default: return false
        }
        top = min(max(0, top), last)
        return true
    }

    /// Draws the rows in view.
    public func draw(in rect: Rect, on canvas: inout Canvas) {
        let lines = wrapped(to: rect.columns, on: canvas)
        let start = min(top, max(0, lines.count - rect.rows))
        for (row, line) in lines.dropFirst(start).prefix(rect.rows).enumerated() {
            canvas.write(line, in: rect, row: row)
        }
    }

    private func wrapped(to columns: Int, on canvas: Canvas) -> [Line] {
        paragraphs.flatMap { $0.wrapped(to: columns, drawing: canvas.drawing) }
    }
}
