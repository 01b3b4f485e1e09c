import Customers
import Terminal

extension SegmentEditor {
    func draw(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        defer { drawList(in: rect, on: &canvas, context) }
        if context.isZoomed || context.sizeClass == .single {
            switch pane {
            case .rule, .name: drawRule(in: rect, on: &canvas, context)
            case .result: drawResult(in: rect, on: &canvas, context)
            case .overlap: drawOverlap(in: rect, on: &canvas, context)
            }
            return
        }
        context.sizeClass == .wide
            ? drawWide(in: rect, on: &canvas, context) : drawRegular(in: rect, on: &canvas, context)
    }

    private func drawRegular(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let below = min(8, max(5, rect.rows * 2 / 5))
        let parts = rect.split(rows: [.share(1), .fixed(below)])
        if context.sizeClass == .narrow {
            drawResult(in: parts[1], on: &canvas, context)
        } else {
            let panes = parts[1].split(columns: [.share(42), .share(38)])
            drawResult(in: panes[0], on: &canvas, context)
            drawOverlap(in: panes[1], on: &canvas, context)
        }
        drawRule(in: parts[0], on: &canvas, context)
    }

    private func drawWide(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let halves = rect.split(rows: [.share(1), .share(1)])
        let top = halves[0].split(columns: [.share(104), .share(56)])
        let bottom = halves[1].split(columns: [.share(1), .share(1)])
        let right = bottom[1].split(rows: [.share(2), .share(3)])
        drawResult(in: top[1], on: &canvas, context)
        drawSteps(in: bottom[0], on: &canvas, context)
        drawOverlap(in: right[0], on: &canvas, context)
        drawPeople(in: right[1], on: &canvas, context)
        drawRule(in: top[0], on: &canvas, context)
    }

    private func drawRule(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let title = name.isEmpty ? context.say("editor.new", "new segment") : name.text
        // Where the result has no pane beside this one, the count stands in the title.
        let detail = context.sizeClass == .single && draft.fault == nil ? draft.line(context).text : ""
        let room = context.pane(
            pane == .name ? "" : title, detail: detail, isFocused: pane == .rule || pane == .name, in: rect,
            on: &canvas)
        isText ? drawText(in: room, on: &canvas, context) : drawTree(in: room, under: rect, on: &canvas, context)
        if pane == .name { drawName(in: rect, on: &canvas, context) }
    }

    /// The name is written where it stands: in the title of the pane.
    private func drawName(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let place = rect.line(0).inset(left: context.hasBorders ? 2 : 1, right: 2)
        let label = canvas.write(context.say("editor.name", "name") + " ", in: place, style: Style(.title))
        name.draw(
            in: place.inset(left: label).left(36), on: &canvas, isFocused: true,
            hint: context.say("editor.name.hint", "how the segment is called"))
    }

    /// The list of what may stand at the cursor, in front of all panes.
    private func drawList(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        guard pane == .rule else { return }
        (rule.entry?.draft ?? draft).drawList(in: rect, on: &canvas, context)
    }

    /// The count, or what is wrong and what Tab writes instead.
    func faultLines(_ context: Context) -> [String] {
        [draft.line(context).text] + [draft.fixLine(context)].compactMap { $0 }
    }

    private func drawText(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let text = rect.inset(left: 1, right: 1)
        let rows = drawTextField(in: text.inset(bottom: 1), on: &canvas, context)
        let below = text.inset(top: rows)
        guard draft.fault == nil else {
            return context.write(faultLines(context), in: below, on: &canvas, role: .error)
        }
        context.write([draft.line(context).text, draft.sentence(context)], in: below, on: &canvas)
    }

    /// Draws the text of the rule, or a hint where there is none yet, and says how many rows it took.
    private func drawTextField(in rect: Rect, on canvas: inout Canvas, _ context: Context) -> Int {
        guard draft.field.isEmpty else {
            let field = WrappedField(draft.field, columns: rect.columns, drawing: canvas.drawing)
            return field.draw(in: rect, on: &canvas, isFocused: pane == .rule)
        }
        let hint = context.say("editor.hint", "city = \"Kraków\" and did purchase within last 30 days")
        draft.field.draw(in: rect.line(0), on: &canvas, isFocused: pane == .rule, hint: hint)
        return 1
    }
}
