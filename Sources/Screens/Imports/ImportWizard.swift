import Customers
import Phrases
import Terminal

/// Brings a file in: its path, what it seems to hold and becomes, a rehearsal, the import, and what came of it.
struct ImportWizard: Screen {
    /// How far one has come.
    enum Phase: Hashable, Sendable {
        case path, plan
        /// A file is being read; a rehearsal keeps nothing.
        case reading(isRehearsal: Bool)
        case done
    }

    /// What can be chosen while looking at the plan.
    enum Row: Int, Hashable, Sendable, CaseIterable {
        case kind, source, rehearse, run, save
    }

    /// What can be changed of a column.
    enum Cell: Int, Hashable, Sendable, CaseIterable {
        case role, name, type
    }

    var phase = Phase.path
    var path = TextField()
    var wish = ImportWish(path: "")
    /// What was wished before, for taking changes back.
    var past: [ImportWish] = []
    var preview = Asked<ImportPreview>()
    var choices = Scroll(count: Row.allCases.count)
    var columns = Scroll()
    var cell = Cell.role
    /// Whether keys go to the columns instead of the choices.
    var isInColumns = false
    var progress: ImportProgress?
    var rehearsal: ImportSummary?
    var result: ImportSummary?
    var failure: Failure?
    /// The mapping file that holds the plan, and the plan.
    var saved: (path: String, wish: ImportWish)?

    var home: Action? { nil }
    var isTyping: Bool { phase == .path }
    var isImporting: Bool { phase == .reading(isRehearsal: false) }
    var isUnfinished: Bool { phase == .plan || phase == .path && !path.isEmpty }

    var actions: [Action] {
        switch phase {
        case .path: [.open, .cancel]
        case .plan where isInColumns:
            [.open, .up, .down, .left, .right, .delete, .undo, .nextPane, .save, .cancel, .commandLine]
        case .plan: [.open, .up, .down, .nextPane, .save, .undo, .cancel, .commandLine]
        case .reading: [.cancel]
        case .done: [.add, .showImports, .showProfiles, .back, .commandLine]
        }
    }

    var words: [Action: Phrase] {
        switch phase {
        case .path: [.open: Phrase("import.look", "look into the file")]
        case .plan:
            [
                .open: isInColumns ? Phrase("import.change", "change") : Phrase("import.choose", "choose"),
                .cancel: Phrase("import.other", "another file"), .save: Phrase("import.save.hint", "save mapping"),
                .delete: Phrase("import.leave", "leave out"),
            ]
        case .reading: [.cancel: Phrase("import.stop", "stop")]
        case .done: [.add: Phrase("import.next", "next file")]
        }
    }

    func title(_ context: Context) -> String { context.say("import.title", "Import") }

    mutating func askForMissing(_ context: inout Context) {
        if phase == .plan { preview.ask(.preview(wish), in: &context) }
    }

    mutating func take(_ answer: Answer, to question: Question, _ context: inout Context) {
        switch (question, answer) {
        case (.preview, .preview(let answer)):
            if preview.take(answer, to: question) { columns.resize(to: answer.columns.count) }
        case (.rehearse(wish), .imported(let summary)): (rehearsal, phase) = (summary, .plan)
        case (.runImport(wish), .imported(let summary)): (result, phase) = (summary, .done)
        case (.saveMapping(let wish, _), .mappingSaved(let path)):
            saved = (path, wish)
            context.tell(context.say("import.saved", "The mapping is saved in %1.", path))
        default: break
        }
    }

    mutating func fail(_ failure: Failure, at question: Question, _ context: inout Context) {
        switch question {
        case .preview: preview.fail(failure, at: question)
        case .rehearse(wish), .runImport(wish): (self.failure, phase) = (failure, .plan)
        default: break
        }
    }

    mutating func progress(_ progress: ImportProgress, of question: Question) {
        if case .reading = phase { self.progress = progress }
    }

    mutating func outdate() {
        if phase == .plan { preview.outdate() }
    }

    func headline(_ context: Context) -> String {
        switch phase {
        case .path: path.isEmpty ? context.say("import.headline", "Import: a path") : path.text
        case .plan: preview.value.map { "\(context.kindName($0.kind)) \($0.columns.count)" } ?? "…"
        case .reading: progress.map { Numbers.short($0.rows) } ?? "…"
        case .done: result.map { Numbers.grouped($0.rows) } ?? ""
        }
    }

    func facts(_ context: Context) -> String {
        guard phase == .plan, isInColumns, let column = selectedColumn else { return "" }
        let place = context.say(
            "import.column.of", "column %1 of %2", Numbers.grouped(columns.selected + 1), Numbers.grouped(columns.count)
        )
        return "\(place): \(label(of: cell, context)) \(value(of: cell, in: column, context))"
    }

    func commandLine(_ context: Context) -> String {
        var shell = ShellText(["import"], in: context, dated: false, scoped: false)
        shell.add(nil, wish.path.isEmpty ? path.isEmpty ? "FILE" : path.text : wish.path)
        if let saved, saved.wish == wish {
            shell.add("--mapping", saved.path)
        } else {
            if let kind = wish.kind { shell.add("--as", kind.replacing(" ", with: "-")) }
            if let source = wish.source { shell.add("--source", source) }
            for column in wish.columns { shell.add("--column", column.line) }
        }
        if rehearsal != nil, phase == .plan { shell.add(flag: "--dry-run") }
        return shell.text
    }
}
