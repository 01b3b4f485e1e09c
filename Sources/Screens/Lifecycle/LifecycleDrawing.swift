import Analytics
import Terminal

extension Lifecycle {
    func draw(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        if context.sizeClass == .single || context.isZoomed {
            return isInDetail
                ? drawDetail(in: rect, on: &canvas, context) : drawPeriods(in: rect, on: &canvas, context)
        }
        let parts = rect.split(rows: [.share(1), .fixed(context.sizeClass == .wide ? 8 : 6)])
        drawDetail(in: parts[1], on: &canvas, context)
        drawPeriods(in: parts[0], on: &canvas, context)
    }

    private func drawPeriods(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let room = context.pane(
            context.say("lifecycle.title", "People by what they are"),
            detail: context.say("cohorts.by", "by %1", unitName(context)), isFocused: !isInDetail, in: rect,
            on: &canvas
        ).inset(left: 1, right: 1)
        if let failure = report.failure { return context.writeFailure(failure, in: room, on: &canvas) }
        guard report.value != nil else { return }
        guard count > 0 else { return context.write([nothing(context)], in: room, on: &canvas) }
        let rows = Range(showing: room.rows - 1, of: count, around: place)
        let columns = self.columns(of: rows, in: room, context)
        for (column, part) in columns.figures.enumerated() {
            canvas.write(
                Line(heading(ofColumn: column, context), Self.role(column)), in: part.inset(right: 1), align: .right)
        }
        let greatest = rows.map { people($0, 4) + people($0, 3) }.max() ?? 0
        for (line, row) in rows.enumerated() {
            canvas.write(
                name(ofRow: row, context), in: columns.name, row: line + 1,
                style: Style(row == place ? .header : .muted))
            for (column, part) in columns.figures.enumerated() {
                draw(row, column, in: part, at: line + 1, on: &canvas, context)
            }
            drawBars(of: row, greatest: greatest, in: columns.bars.line(line + 1), on: &canvas)
        }
        if !report.isFresh { canvas.restyle(room) { Style($0.role == .text ? .stale : $0.role, $0.emphasis) } }
    }

    private func draw(
        _ row: Int, _ column: Int, in part: Rect, at line: Int, on canvas: inout Canvas, _ context: Context
    ) {
        let isSelected = row == place && column == self.column
        let text = number(row, column, context)
        let shown = isSelected ? "[\(text)]" : text + " "
        canvas.write(shown, in: part, row: line, style: Style(.text, isSelected ? .bold : []), align: .right)
        if isSelected { canvas.cursor = Position(column: part.column, row: part.row + line) }
    }

    /// New, returning and resurrected people one after the other, and dormant ones behind a gap.
    private func drawBars(of row: Int, greatest: Int, in rect: Rect, on canvas: inout Canvas) {
        guard greatest > 0, rect.columns > 4, let full = canvas.glyphs.bars.last else { return }
        var (left, sum) = (0, 0)
        for column in LifecycleStage.allCases.indices {
            if column == 3 { left += 1 }
            sum += people(row, column)
            let right = Int(Double(sum) / Double(greatest) * Double(rect.columns - 1) + 0.5) + (column == 3 ? 1 : 0)
            guard right > left else { continue }
            canvas.draw(
                full, times: right - left, column: rect.column + left, row: rect.row, style: Style(Self.role(column)))
            left = right
        }
    }

    /// The places of the dates, the figures and the bars.
    private func columns(
        of rows: Range<Int>, in room: Rect, _ context: Context
    ) -> (name: Rect, figures: [Rect], bars: Rect) {
        let names = context.sizeClass == .single ? 6 : 11
        let widths = (0...LifecycleStage.allCases.count).map { column in
            let numbers = rows.map { context.drawing.width(of: number($0, column, context)) + 2 }
            let widest = max(numbers.max() ?? 0, context.drawing.width(of: heading(ofColumn: column, context)) + 1)
            return min(widest, (room.columns - names) / 5 - 1)
        }
        let parts = room.split(columns: [.fixed(names)] + widths.map { .fixed($0) } + [.share(1)], gap: 1)
        return (parts[0], Array(parts[1...5]), parts[6])
    }

    private static func role(_ column: Int) -> Role {
        [.series1, .series2, .series3, .series4, .header][min(4, column)]
    }

    private func drawDetail(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let detail = count > 0 ? Numbers.grouped(people(place, column)) : ""
        let room = context.pane(name(context), detail: detail, isFocused: isInDetail, in: rect, on: &canvas)
            .inset(left: 1, right: 1)
        guard count > 0 else { return }
        if isInDetail { canvas.cursor = Position(column: room.column, row: room.row) }
        let sentences = details(context)
        for (row, sentence) in sentences.enumerated() where row < room.rows {
            canvas.write(sentence, in: room, row: row)
        }
        guard room.rows > sentences.count else { return }
        let used = canvas.write(
            name(ofColumn: column, context), in: room, row: sentences.count, style: Style(.muted))
        Sparkline((0..<count).map { Double(people($0, column)) })
            .draw(in: room.inset(left: used + 1).line(sentences.count), on: &canvas)
    }
}
