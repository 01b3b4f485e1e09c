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
        let rejects = firstRejects(of: result, context)
        context.write(rejects, in: room.inset(top: facts.count + 1), on: &canvas, role: .warning)
    }

    /// Where and why the first few rows were set aside.
    func firstRejects(of summary: ImportSummary, _ context: Context) -> [String] {
        summary.firstRejects.map { context.say($0) }
    }

    func counts(of summary: ImportSummary, _ context: Context) -> [(String, Int)] {
        [
            (context.say("import.count.rows", "rows"), summary.rows),
            (context.say("import.count.inserted", "new"), summary.inserted),
            (context.say("import.count.updated", "changed"), summary.updated),
            (context.say("import.count.duplicates", "known already"), summary.duplicates),
            (context.say("import.count.rejected", "set aside"), summary.rejected),
        ]
    }

    func sentence(of summary: ImportSummary, _ context: Context) -> String {
        let counts = counts(of: summary, context).map { "\($0.0) \(Numbers.grouped($0.1))" }
        return context.say("import.rehearsed", "Dry run, nothing kept: %1.", counts.joined(separator: ", "))
    }
}
