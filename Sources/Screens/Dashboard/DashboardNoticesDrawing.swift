import Terminal

extension Dashboard {
    /// Draws notices one below the other, in full where there is room, else a line each.
    func draw(_ notices: [DashboardNotice], in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let width = max(1, rect.columns - 1 - Self.signColumns)
        let whole = notices.map { Line($0.text).wrapped(to: width, drawing: context.drawing) }
        guard whole.reduce(0, { $0 + $1.count }) <= rect.rows else {
            var scroll = Scroll(count: notices.count, selected: self.notices.selected)
            scroll.follow(page: rect.rows)
            return ListView(scroll: scroll, isFocused: pane == .attention).draw(in: rect, on: &canvas) { index in
                sign(of: notices[index], context) + Line(notices[index].text)
            }
        }
        var row = 0
        for (index, lines) in whole.enumerated() {
            let place = rect.inset(top: row).top(lines.count)
            canvas.write(sign(of: notices[index], context), in: place.inset(left: 1))
            for (number, line) in lines.enumerated() {
                canvas.write(line, in: place.inset(left: 1 + Self.signColumns), row: number)
            }
            canvas.mark(place, .row(index - self.notices.selected, isFocused: pane == .attention))
            if index == self.notices.selected { select(place, on: &canvas) }
            row += lines.count
        }
    }

    private static let signColumns = 2

    private func sign(of notice: DashboardNotice, _ context: Context) -> Line {
        notice.isWarning ? Line("\(context.drawing.glyphs.warning) ", .warning) : Line("i ", .muted)
    }

    private func select(_ rect: Rect, on canvas: inout Canvas) {
        canvas.write(String(canvas.glyphs.selected), in: rect)
        guard pane == .attention else { return }
        canvas.restyle(rect, role: .selection)
        canvas.cursor = Position(column: rect.column, row: rect.row)
    }
}
