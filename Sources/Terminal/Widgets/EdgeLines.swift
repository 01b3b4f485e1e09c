/// The first line: where one is, and what the data is.
public struct Breadcrumb: Hashable, Sendable {
    /// The way here, from the screen down.
    public var parts: [String]
    /// The workspace, whether it is live, how new the data is.
    public var facts: Line

    /// Makes a first line.
    public init(_ parts: [String], facts: Line = Line()) {
        self.parts = parts
        self.facts = facts
    }

    /// Draws the path left and the facts right; where it is narrow the middle of the path goes first, whole parts of it where
    /// the first and the last have room.
    public func draw(in rect: Rect, on canvas: inout Canvas) {
        let room = rect.inset(left: 1)
        let style = Style(.breadcrumb)
        canvas.fill(rect.line(0), style: style)
        let facts = canvas.drawing.width(of: facts.text)
        let showsFacts = facts > 0 && facts + 12 <= room.columns
        let left = showsFacts ? room.inset(right: facts + 1) : room
        let whole = path(parts, on: canvas)
        canvas.write(shortened(to: left.columns, on: canvas) ?? whole, in: left, style: style, keeping: .ends)
        if showsFacts { canvas.write(self.facts, in: room, align: .right) }
        mark(in: left, of: whole, on: &canvas)
    }

    private func path(_ parts: [String], on canvas: Canvas) -> String {
        parts.joined(separator: " \(canvas.glyphs.separator) ")
    }

    /// The path without as few of the parts behind the first as make it fit; none where not even the last fits beside it.
    private func shortened(to columns: Int, on canvas: Canvas) -> String? {
        guard let first = parts.first else { return nil }
        let shorter = parts.indices.dropFirst(2).lazy.map { start in
            path([first, String(canvas.glyphs.ellipsis)] + parts[start...], on: canvas)
        }
        return ([path(parts, on: canvas)] + shorter).first { canvas.drawing.width(of: $0) <= columns }
    }

    /// Says where each part stands; of a path that is cut the first one alone.
    private func mark(in rect: Rect, of path: String, on canvas: inout Canvas) {
        let isCut = canvas.drawing.width(of: path) > rect.columns
        let separator = canvas.drawing.width(of: canvas.glyphs.separator) + 2
        var column = rect.column
        for (index, part) in parts.enumerated().prefix(isCut ? 1 : parts.count) {
            let width = canvas.drawing.width(of: part)
            let room = isCut ? min(width, rect.columns / 2) : width
            canvas.mark(Rect(column: column, row: rect.row, columns: room, rows: 1), .part(index))
            column += width + separator
        }
    }
}

/// The last line: the state of work left, facts about the view right.
public struct StatusLine: Hashable, Sendable {
    /// What runs, or what is selected.
    public var state: Line
    /// Facts about the view.
    public var facts: Line

    /// Makes a last line of styled text.
    public init(_ state: Line, facts: Line = Line()) {
        self.state = state
        self.facts = facts
    }

    /// Makes a last line of plain text.
    public init(_ state: String, facts: String = "") {
        self.init(Line(state, .status), facts: Line(facts, .status))
    }

    /// Draws both where they fit; the state goes first.
    public func draw(in rect: Rect, on canvas: inout Canvas) {
        let room = rect.inset(left: 1)
        let used = canvas.write(state, in: room)
        guard canvas.drawing.width(of: facts.text) <= room.columns - used - 2 else { return }
        canvas.write(facts, in: room, align: .right)
    }
}
