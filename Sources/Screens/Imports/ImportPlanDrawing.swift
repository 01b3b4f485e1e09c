import Customers
import Terminal

extension ImportWizard {
    /// Choices above, columns below; where there is little room, only the pane that takes the keys.
    func drawPlan(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        guard context.sizeClass > .single else {
            return isInColumns
                ? drawColumns(in: rect, on: &canvas, context) : drawChoices(in: rect, on: &canvas, context)
        }
        let frame = context.hasBorders ? 2 : 1
        let wanted = news(context).reduce(0) {
            $0 + $1.wrapped(to: rect.columns - 4, drawing: context.drawing).count
        }
        let height = frame + Row.allCases.count + min(wanted, max(0, rect.rows / 3))
        let parts = rect.split(rows: [.fixed(height), .share(1)])
        drawChoices(in: parts[0], on: &canvas, context)
        drawColumns(in: parts[1], on: &canvas, context)
    }

    /// What is wrong, what a dry run told, and what the guess was unsure of.
    private func news(_ context: Context) -> [Line] {
        guard let plan = preview.value else { return [] }
        let wrong = problems(context).map { Line($0, .error) }
        let counts = rehearsal.map { [Line(sentence(of: $0, context), .good)] } ?? []
        let rejects = rehearsal.map { firstRejects(of: $0, context) } ?? []
        let notes = plan.notes.map { Line(context.say($0), .muted) }
        return wrong + counts + rejects.map { Line($0, .warning) } + notes
    }

    /// The delimiter and the encoding in the language of the interface.
    func format(of plan: ImportPreview, _ context: Context) -> String {
        plan.format.map { context.say($0) }.joined(separator: ", ")
    }

    /// Why the file cannot go in like this, or did not.
    private func problems(_ context: Context) -> [String] {
        [preview.failure?.phrase, preview.value?.problem, failure?.phrase].compactMap(\.self).map { context.say($0) }
    }

    private func drawChoices(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let detail = preview.value.map { "\(format(of: $0, context))  \(Numbers.short(Int($0.bytes)))B" } ?? ""
        let room = context.pane(wish.path, detail: detail, isFocused: !isInColumns, in: rect, on: &canvas)
        guard let plan = preview.value else {
            let sentence =
                preview.failure.map { context.say($0) } ?? context.say("import.looking", "Looking into the file…")
            return context.write(
                [sentence], in: room.inset(left: 1), on: &canvas, role: preview.failure == nil ? .muted : .error)
        }
        ListView(scroll: choices, isFocused: !isInColumns).draw(in: room.top(Row.allCases.count), on: &canvas) {
            index in
            Row(rawValue: index).map { Line(label(of: $0, plan, context)) } ?? Line()
        }
        var page = TextPage(news(context))
        let below = room.inset(left: 1, top: Row.allCases.count, right: 1)
        _ = page.move(.first, in: below, on: canvas)
        page.draw(in: below, on: &canvas)
    }

    func label(of row: Row, _ plan: ImportPreview, _ context: Context) -> String {
        switch row {
        case .kind:
            plan.kind.isEmpty && wish.kind == nil
                ? context.say("import.kind.unknown", "Rows are: not known; Enter says it")
                : context.say("import.kind", "Rows are: %1", context.kindName(wish.kind ?? plan.kind))
        case .source: context.say("import.source", "Source: %1", wish.source ?? plan.source)
        case .rehearse: context.say("import.rehearse", "Dry run: read all, keep nothing")
        case .run: context.say("import.run", "Import")
        case .save: context.say("import.save", "Save as a mapping file")
        }
    }

    private func drawColumns(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let count = preview.value?.columns.count ?? 0
        let room = context.pane(
            context.say("import.columns", "Columns"), detail: Numbers.grouped(count), isFocused: isInColumns, in: rect,
            on: &canvas)
        guard let plan = preview.value else { return }
        let table = Table(
            columns: [
                TableColumn(context.say("import.header", "in the file"), width: .flexible(atLeast: 10)),
                TableColumn(label(of: .role, context), width: .flexible(atLeast: 12, weight: 2)),
                TableColumn(label(of: .name, context), width: .flexible(atLeast: 10), priority: 1),
                TableColumn(label(of: .type, context), width: .fixed(11), priority: 2),
                TableColumn(
                    context.say("import.samples", "first rows"), width: .flexible(atLeast: 16, weight: 3), priority: 3),
            ], scroll: columns, isFocused: isInColumns)
        let glyphs = canvas.glyphs
        table.draw(in: room, on: &canvas) { index in
            index < plan.columns.count ? Table.Row(cells(of: index, in: plan, on: glyphs, context)) : nil
        }
    }

    /// The cells of a column; the one that Enter changes stands in brackets.
    private func cells(of index: Int, in plan: ImportPreview, on glyphs: Glyphs, _ context: Context) -> [Line] {
        let column = decided(plan.columns[index])
        let isSelected = isInColumns && index == columns.selected
        let isOut = column.role == "ignored"
        let values = Cell.allCases.map { cell -> Line in
            let text = isOut && cell != .role ? "" : value(of: cell, in: column, context)
            return isSelected && cell == self.cell ? Line("[\(text)]") : Line(text, isOut ? .muted : .text)
        }
        let samples = column.samples.joined(separator: " \(glyphs.vertical) ")
        return [Line(column.header, isOut ? .muted : .text)] + values + [Line(samples, .muted)]
    }
}
