import Terminal

extension Application {
    /// Draws what stands in front of the screen.
    func draw(_ overlay: Overlay?, in rect: Rect, on canvas: inout Canvas) {
        switch overlay {
        case .page(let page): page.draw(in: rect, on: &canvas)
        case .palette(let palette): palette.draw(in: rect, on: &canvas, context)
        case .menu(let menu): menu.draw(in: rect, on: &canvas)
        case .tour(let tour): tour.draw(in: rect, on: &canvas, context)
        case .picker(let picker): picker.draw(in: rect, on: &canvas, context)
        case .prompt(let prompt): prompt.draw(in: rect, on: &canvas)
        case .confirm(let confirm, _):
            confirm.draw(
                in: rect, on: &canvas, yesWord: context.say("confirm.yes", "do it"),
                noWord: context.say("confirm.no", "leave it"))
        case nil: break
        }
    }
}

extension PageOverlay {
    /// Where the text goes.
    func room(in canvas: Canvas) -> Rect {
        Frame(title).interior(of: place(in: canvas), on: canvas).inset(left: 1, right: 1)
    }

    private func place(in canvas: Canvas) -> Rect {
        let wide = canvas.bounds.columns >= 60
        let columns = wide ? min(96, canvas.columns - 4) : canvas.columns
        let widest = page.paragraphs.map { canvas.drawing.width(of: $0.text) }.max() ?? 0
        let needed = min(columns, max(widest, canvas.drawing.width(of: title) + 4) + 4)
        let rows = page.paragraphs.reduce(2) {
            $0 + max(1, $1.wrapped(to: max(1, needed - 4), drawing: canvas.drawing).count)
        }
        return canvas.bounds.centered(columns: needed, rows: min(rows, canvas.rows - (wide ? 2 : 0)))
    }

    func draw(in rect: Rect, on canvas: inout Canvas) {
        let place = place(in: canvas)
        canvas.cover(place)
        Frame(title, isFocused: true).draw(in: place, on: &canvas)
        page.draw(in: room(in: canvas), on: &canvas)
    }
}

extension Menu {
    func draw(in rect: Rect, on canvas: inout Canvas) {
        let lines = items.map { item in
            Line(item.key.name, .key) + Line(" \(item.label)") + Line(item.note.isEmpty ? "" : "  \(item.note)", .muted)
        }
        let popup = Terminal.Popup(title, lines: lines)
        let place = popup.place(in: rect, on: canvas)
        canvas.cover(place)
        let room = popup.frame.draw(in: place, on: &canvas)
        ListView(scroll: scroll).draw(in: room, on: &canvas) { lines[$0] }
    }
}

extension Prompt {
    func draw(in rect: Rect, on canvas: inout Canvas) {
        let place = rect.centered(columns: min(76, rect.columns), rows: min(6, rect.rows))
        canvas.cover(place)
        let room = Frame(title, isFocused: true).draw(in: place, on: &canvas).inset(left: 1, right: 1)
        let isRefused = !refusal.isEmpty
        let sentence = Line(isRefused ? refusal : note, isRefused ? .error : .muted)
        TextPage([sentence]).draw(in: room.inset(top: 2), on: &canvas)
        field.draw(in: room.line(0), on: &canvas, isFocused: true)
        if isProposal {
            let width = canvas.drawing.width(of: field.text)
            canvas.restyle(room.line(0).left(min(width, room.columns)), role: .selection)
        }
    }
}
