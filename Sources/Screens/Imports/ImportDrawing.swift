import Customers
import Terminal

extension ImportWizard {
    func draw(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        switch phase {
        case .path: drawPath(in: rect, on: &canvas, context)
        case .plan: drawPlan(in: rect, on: &canvas, context)
        case .reading: drawProgress(in: rect, on: &canvas, context)
        case .done: drawResult(in: rect, on: &canvas, context)
        }
    }

    private func drawPath(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let title = context.say("import.file", "Which file?")
        let room = context.pane(title, isFocused: true, in: rect, on: &canvas).inset(left: 1, right: 1)
        path.draw(
            in: room.line(0), on: &canvas, isFocused: true,
            hint: context.say("import.path.hint", "a path, such as exports/orders.csv"))
        let notes = [
            context.say(
                "import.note",
                "CSV with any delimiter and encoding, or JSON Lines. Kind and columns are guessed and shown before anything is kept."
            ),
            context.say("import.note.again", "The same file twice changes nothing."),
        ]
        context.write(notes, in: room.inset(top: 2), on: &canvas)
    }

    private func drawPlan(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let parts = rect.split(rows: [.fixed(context.hasBorders ? 8 : 6), .share(1)])
        drawChoices(in: parts[0], on: &canvas, context)
        drawColumns(in: parts[1], on: &canvas, context)
    }

    private func drawChoices(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let detail = preview.value.map { "\($0.format)  \(Numbers.short(Int($0.bytes)))B" } ?? ""
        let room = context.pane(wish.path, detail: detail, isFocused: !isInColumns, in: rect, on: &canvas)
        if let failure = preview.failure {
            return context.write([failure.sentence], in: room.inset(left: 1), on: &canvas, role: .error)
        }
        guard let plan = preview.value else {
            return context.write(
                [context.say("import.looking", "Looking into the file…")], in: room.inset(left: 1), on: &canvas)
        }
        ListView(scroll: choices, isFocused: !isInColumns).draw(in: room.top(4), on: &canvas) { index in
            Row(rawValue: index).map { Line(label(of: $0, plan, context)) } ?? Line()
        }
        let notes = (failure.map { [$0.sentence] } ?? []) + (rehearsal.map { [sentence(of: $0, context)] } ?? [])
        context.write(
            notes + plan.notes, in: room.inset(left: 1, top: 4), on: &canvas, role: notes.isEmpty ? .muted : .warning)
    }

    func label(of row: Row, _ plan: ImportPreview, _ context: Context) -> String {
        switch row {
        case .kind: context.say("import.kind", "Rows are: %1", wish.kind ?? plan.kind)
        case .source: context.say("import.source", "Source: %1", wish.source ?? plan.source)
        case .rehearse: context.say("import.rehearse", "Dry run: read all, keep nothing")
        case .run: context.say("import.run", "Import")
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
                TableColumn(context.say("import.target", "becomes"), width: .flexible(atLeast: 10)),
                TableColumn(context.say("import.role", "is"), width: .fixed(11), priority: 2),
                TableColumn(context.say("import.type", "type"), width: .fixed(9), priority: 3),
                TableColumn(
                    context.say("import.samples", "first rows"), width: .flexible(atLeast: 16, weight: 3), priority: 1),
            ], scroll: columns, isFocused: isInColumns)
        let glyphs = canvas.glyphs
        table.draw(in: room, on: &canvas) { index in
            let column = plan.columns[index]
            return Table.Row([
                Line(column.header), Line(column.target), Line(column.role), Line(column.type.rawValue, .muted),
                Line(column.samples.joined(separator: " \(glyphs.vertical) "), .muted),
            ])
        }
    }

    private func drawProgress(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let title =
            isImporting ? context.say("import.running", "Importing") : context.say("import.rehearsing", "Dry run")
        let room = context.pane(title, detail: wish.path, isFocused: true, in: rect, on: &canvas).inset(
            left: 1, right: 1)
        let rows = Numbers.grouped(progress?.rows ?? 0)
        Progress(
            context.say("import.rows", "%1 rows", rows), share: share, rate: rate(context),
            remaining: remaining(context)
        ).draw(in: room.line(0), on: &canvas)
        let note =
            isImporting
            ? context.say(
                "import.stop.note", "Esc stops; nothing is visible before the end, so the data stays as it was.")
            : context.say("import.rehearsal.note", "Nothing is kept. Esc stops.")
        context.write([note], in: room.inset(top: 2), on: &canvas)
    }

    /// The part of the file that has been read; none where its size is not known.
    var share: Double? {
        guard let progress, progress.bytes > 0 else { return nil }
        return min(1, Double(progress.bytesRead) / Double(progress.bytes))
    }

    private func rate(_ context: Context) -> String {
        guard let progress, progress.seconds > 0 else { return "" }
        let rows = Numbers.short(Int(Double(progress.rows) / progress.seconds))
        return context.say("import.rate", "%1 rows/s", rows)
    }

    private func remaining(_ context: Context) -> String {
        guard let progress, let share, share > 0.02 else { return "" }
        let seconds = Int((progress.seconds / share * (1 - share)).rounded(.up))
        return context.say("import.left", "%1 s left", Numbers.grouped(seconds))
    }

    private func drawResult(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let title = context.say("import.done", "Imported")
        let room = context.pane(title, detail: wish.path, isFocused: true, in: rect, on: &canvas).inset(
            left: 1, right: 1)
        guard let result else { return }
        var facts = FactList()
        for (name, number) in counts(of: result, context) { facts.add(name, Numbers.grouped(number)) }
        facts.add(context.say("import.seconds", "seconds"), Numbers.decimal(result.seconds))
        if let path = result.rejectsPath { facts.add(context.say("import.rejects", "set aside in"), path) }
        if let number = result.importID { facts.add(context.say("import.number", "import"), "\(number)") }
        facts.draw(in: room, on: &canvas)
    }

    private func counts(of summary: ImportSummary, _ context: Context) -> [(String, Int)] {
        [
            (context.say("import.count.rows", "rows"), summary.rows),
            (context.say("import.count.inserted", "new"), summary.inserted),
            (context.say("import.count.updated", "changed"), summary.updated),
            (context.say("import.count.duplicates", "known already"), summary.duplicates),
            (context.say("import.count.rejected", "set aside"), summary.rejected),
        ]
    }

    private func sentence(of summary: ImportSummary, _ context: Context) -> String {
        let counts = counts(of: summary, context).map { "\($0.0) \(Numbers.grouped($0.1))" }
        return context.say("import.rehearsed", "Dry run, nothing kept: %1.", counts.joined(separator: ", "))
    }

    func read(_ context: Context) -> [String] {
        switch phase {
        case .path: return [context.say("import.ask", "Which file? Say its path.")]
        case .plan:
            guard let plan = preview.value else {
                return [preview.failure?.sentence ?? context.say("import.looking", "Looking into the file…")]
            }
            let rows = Row.allCases.map { row in
                (row.rawValue == choices.selected ? "> " : "") + label(of: row, plan, context) + "."
            }
            let columns = plan.columns.map { column in
                context.say(
                    "import.read.column", "%1 becomes %2, %3, %4; first values %5.", column.header, column.target,
                    column.role, column.type.rawValue, column.samples.joined(separator: ", "))
            }
            let news = (failure.map { [$0.sentence] } ?? []) + (rehearsal.map { [sentence(of: $0, context)] } ?? [])
            return ["\(plan.path), \(plan.format)."] + news + rows + columns + plan.notes
        case .reading:
            let share = share.map { Numbers.percent($0, places: 0) } ?? ""
            return [context.say("import.read.rows", "%1 rows read. %2", Numbers.grouped(progress?.rows ?? 0), share)]
        case .done:
            guard let result else { return [] }
            let counts = counts(of: result, context).map { "\($0.0) \(Numbers.grouped($0.1))" }
            let rejects = result.rejectsPath.map { [context.say("import.read.rejects", "Set aside in %1.", $0)] } ?? []
            return [counts.joined(separator: ", ") + "."] + rejects
        }
    }
}
