import Analytics
import Terminal

extension Visits {
    func draw(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        guard context.sizeClass > .single, !context.isZoomed, !isEmpty else {
            return drawTable(in: rect, on: &canvas, context)
        }
        let parts = rect.split(rows: [.share(1), .fixed(context.sizeClass == .wide ? 9 : 7)])
        drawTable(in: parts[0], on: &canvas, context)
        drawDetail(in: parts[1], on: &canvas, context)
    }

    private func drawTable(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let room = context.pane(
            stretch.name(context), detail: terms(context), isFocused: true, in: rect, on: &canvas)
        if let failure = report.failure {
            return context.write([context.say(failure)], in: room, on: &canvas, role: .error)
        }
        guard report.value != nil else { return }
        guard !isEmpty else { return context.write([nothing(context)], in: room.inset(left: 1), on: &canvas) }
        // The row of all periods stays in view right below them.
        let shown = Range(showing: max(1, room.rows - 2), of: count, around: min(place, count - 1))
        let parts = room.split(rows: [.fixed(shown.count + 1), .fixed(1), .share(1)])
        let columns = columns(of: shown, bars: room, context)
        let isOfAll = place == count
        var table = Table(columns: columns, scroll: Scroll(count: shown.count, selected: place - shown.lowerBound))
        table.hasSelection = !isOfAll
        table.draw(in: parts[0], on: &canvas) { Table.Row(line(of: shown.lowerBound + $0, context)) }
        var total = Table(columns: columns, scroll: Scroll(count: 1), hasHeader: false)
        total.hasSelection = isOfAll
        total.draw(in: parts[1], on: &canvas) { _ in Table.Row(line(of: count, context)) }
        // A click goes as many rows as there are between in the report, not on the screen.
        for (line, row) in shown.enumerated() {
            canvas.mark(parts[0].line(line + 1), .row(row - place, isFocused: true))
        }
        canvas.mark(parts[1], .row(count - place, isFocused: true))
        if !report.isFresh { canvas.restyle(room) { Style($0.role == .text ? .stale : $0.role, $0.emphasis) } }
    }

    /// The columns: the first day, the figures, and what is left for bars.
    private func columns(of rows: Range<Int>, bars room: Rect, _ context: Context) -> [TableColumn] {
        let names = context.sizeClass == .single ? 6 : 11
        let figures = figures(context).map { figure in
            let texts = Array(rows) + [count]
            let widest = texts.map { context.drawing.width(of: text(of: figure, row: $0, context)) + 2 }.max() ?? 0
            let title = name(of: figure, context)
            return TableColumn(
                title, width: .fixed(max(widest, context.drawing.width(of: title))), alignment: .right)
        }
        return [TableColumn("", width: .fixed(names))] + figures
            + [TableColumn("", width: .flexible(atLeast: 0), priority: 1)]
    }

    /// The cells of a row.
    private func line(of row: Int, _ context: Context) -> [Line] {
        let cells = figures(context).map { figure in
            let text = text(of: figure, row: row, context)
            return row == place && figure == chosen(context) ? Line("[\(text)]", Style(.text, .bold)) : Line(text + " ")
        }
        return [Line(name(ofRow: row, context), row == place ? .header : .muted)] + cells + [bar(of: row, context)]
    }

    /// The visits of a period as a bar.
    private func bar(of row: Int, _ context: Context) -> Line {
        guard let report = report.value, row < count, let full = context.drawing.glyphs.bars.last else { return Line() }
        let greatest = report.figures.map(\.sessions).max() ?? 0
        guard greatest > 0 else { return Line() }
        let room = max(0, context.columns - 12 * figures(context).count - 16)
        let length = Int(Double(report.figures[row].sessions) / Double(greatest) * Double(room) + 0.5)
        return Line(String(repeating: full, count: length), .series1)
    }

    private func drawDetail(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let room = context.pane(
            name(context), detail: text(of: chosen(context), row: place, context), in: rect, on: &canvas
        ).inset(left: 1, right: 1)
        let sentences = details(context)
        for (row, sentence) in sentences.enumerated() where row < room.rows {
            canvas.write(sentence, in: room, row: row)
        }
        guard room.rows > sentences.count, count > 1 else { return }
        let used = canvas.write(
            name(of: chosen(context), context), in: room, row: sentences.count, style: Style(.muted))
        Sparkline((0..<count).map { number(of: chosen(context), row: $0) ?? 0 })
            .draw(in: room.inset(left: used + 1).line(sentences.count), on: &canvas)
    }
}
