import Terminal

extension Context {
    /// The room inside a pane.
    func interior(of rect: Rect) -> Rect {
        hasBorders ? rect.inset(by: 1) : rect.inset(top: 1)
    }

    /// Draws the border and titles of a pane, only its titles where there is little room, and hands back the room inside.
    func pane(
        _ title: String, detail: String = "", isFocused: Bool = false, in rect: Rect, on canvas: inout Canvas
    ) -> Rect {
        if hasBorders { return Frame(title, detail: detail, isFocused: isFocused).draw(in: rect, on: &canvas) }
        canvas.mark(rect, .pane(isFocused: isFocused))
        let room = rect.line(0).inset(left: 1)
        let used = canvas.write(title, in: room, style: Style(.title, isFocused ? .bold : []))
        if drawing.width(of: detail) + used + 2 <= room.columns {
            canvas.write(detail, in: room, style: Style(.muted), align: .right)
        }
        return rect.inset(top: 1)
    }

    /// Draws a pane that shows one of several views, their names where the title stands.
    func pane(_ tabs: Tabs, detail: String = "", isFocused: Bool = false, in rect: Rect, on canvas: inout Canvas)
        -> Rect
    {
        let room = pane("", isFocused: isFocused, in: rect, on: &canvas)
        let line = rect.line(0).inset(left: hasBorders ? 2 : 0, right: hasBorders ? 2 : 0)
        let used = tabs.draw(in: line, on: &canvas, isFocused: isFocused)
        let padded = detail.isEmpty || !hasBorders ? detail : " \(detail) "
        if drawing.width(of: padded) + used + 2 <= line.columns {
            canvas.write(padded, in: line, style: Style(.muted), align: .right)
        }
        return room
    }

    /// Writes sentences from the top of a rectangle, wrapped.
    func write(_ sentences: [String], in rect: Rect, on canvas: inout Canvas, role: Role = .muted) {
        var page = TextPage(sentences.map { Line($0, role) })
        _ = page.move(.first, in: rect, on: canvas)
        page.draw(in: rect, on: &canvas)
    }
}

extension Context {
    /// Facts as lines, the names in a column of their own of at most so many columns.
    func aligned(_ facts: [(name: String, value: Line)], names widest: Int = 24) -> [Line] {
        let width = min(widest, facts.map { drawing.width(of: $0.name) }.max() ?? 0)
        return facts.map { name, value in
            let name = drawing.cut(name, to: width)
            let blanks = String(repeating: " ", count: width - drawing.width(of: name) + 2)
            return Line(name + blanks, .muted) + value
        }
    }
}

/// Facts with their names, one a row, the names in a column of their own.
struct FactList {
    private var rows: [(name: String, value: Line)] = []

    mutating func add(_ name: String, _ value: Line) {
        rows.append((name, value))
    }

    mutating func add(_ name: String, _ value: String) {
        add(name, Line(value))
    }

    var count: Int { rows.count }

    /// Draws from a row on; what has no room is left out.
    func draw(in rect: Rect, on canvas: inout Canvas, from first: Int = 0) {
        let widest = rows.map { canvas.drawing.width(of: $0.name) }.max() ?? 0
        // Names may take what the values leave, a third in any case.
        let values = rows.map { canvas.drawing.width(of: $0.value.text) }.max() ?? 0
        let names = min(widest, max(12, rect.columns / 3, rect.columns - 2 - values), rect.columns / 2)
        for (line, row) in rows.dropFirst(first).prefix(rect.rows).enumerated() {
            canvas.write(row.name, in: rect.left(names), row: line, style: Style(.muted))
            canvas.write(row.value, in: rect.inset(left: names > 0 ? names + 2 : 0), row: line)
        }
    }
}
