import Customers
import Terminal

extension SegmentEditor {
    func draw(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        if context.sizeClass == .single, pane == .result { return drawResult(in: rect, on: &canvas, context) }
        if context.isZoomed, pane == .result { return drawConditions(in: rect, on: &canvas, context) }
        defer { if pane == .filter { draft.drawList(in: rect, on: &canvas, context) } }
        let wanted = context.sizeClass == .single ? rect.rows - 2 : context.sizeClass == .wide ? 12 : 8
        let parts = rect.split(rows: [.fixed(wanted), .share(1)])
        drawFields(in: parts[0], on: &canvas, context)
        switch context.sizeClass {
        case .single:
            let role: Role = draft.fault == nil ? .text : .error
            context.write(faultLines(context), in: parts[1].inset(left: 1), on: &canvas, role: role)
        case .narrow: drawResult(in: parts[1], on: &canvas, context)
        default:
            let panes = parts[1].split(columns: [.share(42), .share(38)])
            drawConditions(in: panes[0], on: &canvas, context)
            drawResult(in: panes[1], on: &canvas, context)
        }
    }

    private func drawFields(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let room = context.pane(
            context.say("editor.rule", "Rule"), detail: draft.fault == nil ? draft.line(context).text : "",
            isFocused: pane != .result, in: rect,
            on: &canvas
        ).inset(left: 1, right: 1)
        let label = context.say("editor.name", "name")
        let used = canvas.write(label + " ", in: room.line(0), style: Style(.muted))
        name.draw(
            in: room.line(0).inset(left: used), on: &canvas, isFocused: pane == .name,
            hint: context.say("editor.name.hint", "how the segment is called"))
        let cursor = canvas.cursor
        let text = room.inset(top: 1)
        let isShort = draft.fault != nil && context.sizeClass > .single
        let rows = drawRule(in: text.inset(bottom: isShort ? 1 : 0), on: &canvas, context)
        if pane == .name { canvas.cursor = cursor }
        let below = text.inset(top: rows)
        if context.sizeClass == .single { return }
        if draft.fault != nil { return context.write(faultLines(context), in: below, on: &canvas, role: .error) }
        context.write([draft.english], in: below, on: &canvas)
    }

    /// Draws the text of the rule, or a hint where there is none yet, and says how many rows it took.
    private func drawRule(in rect: Rect, on canvas: inout Canvas, _ context: Context) -> Int {
        guard draft.field.isEmpty else {
            let field = WrappedField(draft.field, columns: rect.columns, drawing: canvas.drawing)
            return field.draw(in: rect, on: &canvas, isFocused: pane == .filter)
        }
        let hint = context.say("editor.hint", "city = \"Kraków\" and did purchase within last 30 days")
        draft.field.draw(in: rect.line(0), on: &canvas, isFocused: pane == .filter, hint: hint)
        return 1
    }

    /// The count, or what is wrong and what Tab writes instead.
    private func faultLines(_ context: Context) -> [String] {
        [draft.line(context).text] + [draft.fixLine(context)].compactMap { $0 }
    }

    private func drawConditions(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let room = context.pane(context.say("editor.conditions", "Conditions"), in: rect, on: &canvas)
        if let failure = conditions.failure, draft.fault == nil {
            return context.write([failure.sentence], in: room, on: &canvas, role: .error)
        }
        guard let sizes = conditions.value, !sizes.isEmpty else {
            let note = context.say(
                "editor.conditions.none", "Each condition stands here with what it does to the count.")
            return context.write([note], in: room.inset(left: 1), on: &canvas)
        }
        let columns = [
            context.say("editor.alone", "alone"), context.say("editor.after", "after"),
            context.say("editor.without", "without"),
        ]
        let numbers = sizes.flatMap { [$0.alone, $0.after, $0.without] }.map { Numbers.grouped($0) }
        // One more than the widest, for the sign of a number that is being asked again.
        let width = ((numbers.map { "~" + $0 } + columns).map { context.drawing.width(of: $0) }).max() ?? 0
        let table = Table(
            columns: [TableColumn(context.say("editor.condition", "condition"), width: .flexible(atLeast: 8))]
                + columns.enumerated().map {
                    TableColumn($1, width: .fixed(width), alignment: .right, priority: $0 < 2 ? 0 : 1)
                }, scroll: Scroll(count: sizes.count, selected: top), isFocused: pane == .result)
        let glyphs = context.drawing.glyphs
        let line = { (number: Int) in conditions.certainty.line(Numbers.grouped(number), glyphs: glyphs) }
        table.draw(in: room, on: &canvas) { index in
            let size = sizes[index]
            let indent = String(repeating: "  ", count: size.depth)
            return Table.Row([Line(indent + size.text), line(size.alone), line(size.after), line(size.without)])
        }
    }

    private func drawResult(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let sign = draft.certainty == .exact ? "" : String(context.drawing.glyphs.stale)
        let title = draft.size.value.map { sign + context.people($0.count) } ?? context.say("editor.result", "Result")
        let room = context.pane(title, isFocused: pane == .result, in: rect, on: &canvas).inset(left: 1, right: 1)
        if pane == .result { canvas.cursor = Position(column: room.column, row: room.row) }
        guard let size = draft.size.value else { return }
        canvas.write(
            draft.certainty.line(Numbers.grouped(size.count), glyphs: canvas.glyphs) + share(size, context),
            in: room)
        TextPage([reach(size, context)]).draw(in: room.inset(top: 1).top(2), on: &canvas)
        canvas.write(context.say("editor.sample", "some of them"), in: room, row: 3, style: Style(.header))
        guard draft.fault == nil, let rows = sample.value else { return }
        if rows.isEmpty { canvas.write(context.say("editor.nobody", "nobody"), in: room, row: 4, style: Style(.muted)) }
        for (line, row) in rows.enumerated() {
            let place = room.line(4 + line)
            let value = row.purchases > 0 ? context.money(row.revenueMinor) : ""
            let used = context.drawing.width(of: value)
            canvas.write(row.name, in: place.inset(right: used + 1), style: sample.isFresh ? .plain : Style(.stale))
            canvas.write(value, in: place, style: Style(.muted), align: .right)
        }
    }

    private func share(_ size: SegmentSize, _ context: Context) -> Line {
        Line(context.say("filter.share", " of %1, %2", Numbers.grouped(size.base), Numbers.percent(size.share)), .muted)
    }

    private func reach(_ size: SegmentSize, _ context: Context) -> Line {
        Channel.allCases.reduce(Line(context.say("editor.reach", "reach"), .muted)) { line, channel in
            line + Line("  \(channel.rawValue) ", .muted) + Line(Numbers.grouped(size.reach[channel] ?? 0))
        }
    }

    func read(_ context: Context) -> [String] {
        let name = name.isEmpty ? context.say("editor.new", "new segment") : name.text
        var sentences =
            [
                context.say("editor.read.name", "Segment %1, editing.", name),
                context.say("editor.read.filter", "Filter: %1", draft.text.isEmpty ? "everyone" : draft.text),
            ] + faultLines(context)
        if !draft.english.isEmpty { sentences.append(draft.english) }
        sentences += draft.readList(context)
        if let size = draft.size.value { sentences.append(reach(size, context).text) }
        for (index, size) in (conditions.value ?? []).enumerated() {
            sentences.append(
                context.say(
                    "editor.read.condition", "%1 %2: alone %3, after %4, without %5.", "\(index + 1)", size.text,
                    Numbers.grouped(size.alone), Numbers.grouped(size.after), Numbers.grouped(size.without)))
        }
        return sentences
    }
}
