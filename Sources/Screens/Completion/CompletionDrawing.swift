import Filters
import Phrases
import Terminal

extension FilterDraft {
    /// What the keys mean while the list is open.
    var words: [Action: Phrase]? {
        guard completion != nil else { return nil }
        return [
            .open: SharedPhrases.take, .nextPane: SharedPhrases.take,
            .cancel: Phrase("completion.close", "close the list"),
        ]
    }

    /// What Tab means while it is not; nil behind a whole filter.
    var tabWord: Phrase? {
        let mayGoOn = field.isEmpty || field.text.prefix(field.cursor).last == " "
        guard fault != nil || mayGoOn else { return nil }
        return isFaultAtCursor ? Phrase("completion.open", "complete") : Phrase("editor.fix", "take the fix")
    }

    /// Draws the open list below the cursor, or above it where there is more room.
    func drawList(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        guard let completion, let cursor = canvas.cursor else { return }
        let place = completion.place(at: cursor, in: rect, on: canvas, context)
        guard !place.isEmpty else { return }
        canvas.cover(place, style: Style(.input))
        let room = context.hasBorders ? Frame("", isFocused: true).draw(in: place, on: &canvas) : place
        completion.draw(in: room, on: &canvas, context)
        canvas.cursor = cursor
    }

    /// What the open list holds, in sentences.
    func readList(_ context: Context) -> [String] {
        guard let completion else { return [] }
        guard !completion.entries.isEmpty else { return [context.say("completion.waiting", "Looking up what fits.")] }
        return completion.entries.map { entry in
            let (kind, count) = completion.labels(of: entry, context)
            return [entry.text, kind, count].filter { !$0.isEmpty }.joined(separator: ", ") + "."
        }
    }

    /// The command that prints the open list; nil while it is closed.
    func completionCommandLine(_ context: Context) -> String? {
        guard completion != nil else { return nil }
        var shell = ShellText(["segment", "complete"], in: context, dated: false, scoped: false)
        shell.add(nil, field.text)
        if field.cursor < field.text.count { shell.add("--at", "\(field.cursorOffset)") }
        return shell.text
    }
}

extension Completion {
    /// Entries in view at most.
    private static let mostRows = 8

    /// Where the list stands so that it leaves the line of the cursor free.
    fileprivate func place(at cursor: Position, in rect: Rect, on canvas: Canvas, _ context: Context) -> Rect {
        let border = context.hasBorders ? 2 : 0
        let below = rect.row + rect.rows - cursor.row - 1
        let above = cursor.row - rect.row
        let wanted = min(max(1, entries.count), Self.mostRows) + border
        let isBelow = below >= wanted || below >= above
        let rows = min(wanted, isBelow ? below : above)
        guard rows > border else { return .zero }
        let columns = min(rect.columns, width(on: canvas, context) + border)
        let begun = canvas.drawing.width(of: found.typed)
        let column = max(rect.column, min(cursor.column - begun - 1 - border / 2, rect.column + rect.columns - columns))
        let row = isBelow ? cursor.row + 1 : cursor.row - rows
        return Rect(column: column, row: row, columns: columns, rows: rows)
    }

    private func width(on canvas: Canvas, _ context: Context) -> Int {
        let widths = entries.map { entry in
            let (kind, count) = labels(of: entry, context)
            return canvas.drawing.width(of: entry.text) + canvas.drawing.width(of: kind + count) + 6
        }
        return max(24, widths.max() ?? 0)
    }

    fileprivate func draw(in room: Rect, on canvas: inout Canvas, _ context: Context) {
        guard !entries.isEmpty else {
            let note = context.say("completion.waiting", "Looking up what fits.")
            canvas.write(note, in: room.inset(left: 1), style: Style(.muted))
            return
        }
        ListView(scroll: scroll, isFocused: false).draw(in: room, on: &canvas) { Line(entries[$0].text) }
        for (row, index) in scroll.visible(page: room.rows).enumerated() {
            let (kind, count) = labels(of: entries[index], context)
            let line = room.line(row)
            canvas.write(" \(kind)\(count.isEmpty ? "" : " ")\(count) ", in: line, style: Style(.muted), align: .right)
            if index == scroll.selection { canvas.restyle(line, role: .selection) }
        }
    }

    /// What an entry is, and how many have it.
    fileprivate func labels(of entry: Entry, _ context: Context) -> (kind: String, count: String) {
        guard case .candidate(let candidate) = entry else { return (context.say("completion.fix", "fix"), "") }
        return (context.say(candidate.kind.label), candidate.count.map(Numbers.grouped) ?? "")
    }
}

extension Candidate.Kind {
    fileprivate var label: Phrase {
        switch self {
        case .trait: Phrase("completion.trait", "trait")
        case .event: Phrase("completion.event", "event")
        case .property: Phrase("completion.property", "property")
        case .segment: Phrase("completion.segment", "segment")
        case .funnel: Phrase("completion.funnel", "funnel")
        case .score: Phrase("completion.score", "score")
        case .purpose: Phrase("completion.purpose", "purpose")
        case .value: Phrase("completion.value", "value")
        case .test: Phrase("completion.test", "test")
        case .word: Phrase("completion.word", "word")
        case .unit: Phrase("completion.unit", "unit")
        }
    }
}
