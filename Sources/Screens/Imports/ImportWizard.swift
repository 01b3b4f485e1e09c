import Customers
import Phrases
import Terminal

/// Brings a file in: its path, what it seems to hold, a rehearsal, the import, and what came of it.
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
        case kind, source, rehearse, run
    }

    var phase = Phase.path
    var path = TextField()
    var wish = ImportWish(path: "")
    var preview = Asked<ImportPreview>()
    var choices = Scroll(count: Row.allCases.count)
    var columns = Scroll()
    /// Whether keys go to the columns instead of the choices.
    var isInColumns = false
    var progress: ImportProgress?
    var rehearsal: ImportSummary?
    var result: ImportSummary?
    var failure: Failure?

    var home: Action? { .showImports }
    var isTyping: Bool { phase == .path }
    var isImporting: Bool { phase == .reading(isRehearsal: false) }

    var actions: [Action] {
        switch phase {
        case .path: [.open, .cancel]
        case .plan: [.open, .up, .down, .nextPane, .cancel, .commandLine]
        case .reading: [.cancel]
        case .done: [.add, .showProfiles, .back, .commandLine]
        }
    }

    var words: [Action: Phrase] {
        switch phase {
        case .path: [.open: Phrase("import.look", "look into the file")]
        case .plan: [.open: Phrase("import.choose", "choose"), .cancel: Phrase("import.other", "another file")]
        case .reading: [.cancel: Phrase("import.stop", "stop")]
        case .done: [.add: Phrase("import.next", "next file")]
        }
    }

    func title(_ context: Context) -> String { context.say("import.title", "Import") }

    mutating func askForMissing(_ context: inout Context) {
        if phase == .plan { preview.ask(.preview(wish), in: &context) }
    }

    mutating func type(_ key: Key, _ context: inout Context) -> Bool {
        switch key {
        case .enter:
            let text = String(path.text.trimmed)
            guard !text.isEmpty else { return true }
            wish = ImportWish(path: text)
            preview.clear()
            (failure, rehearsal, phase, isInColumns) = (nil, nil, .plan, false)
            choices.select(Row.run.rawValue)
            return true
        default: return path.update(key)
        }
    }

    mutating func paste(_ text: String, _ context: inout Context) {
        if phase == .path { path.insert(text) }
    }

    mutating func act(_ action: Action, _ context: inout Context) -> Bool {
        switch (phase, action) {
        case (.path, .cancel): return false
        case (.plan, .cancel), (.plan, .back), (.done, .add): phase = .path
        case (.plan, .nextPane), (.plan, .previousPane): isInColumns.toggle()
        case (.plan, .open) where !isInColumns: choose(&context)
        case (.plan, _) where isInColumns: return columns.move(action, page: 8)
        case (.plan, _): return choices.move(action, page: Row.allCases.count)
        case (.reading, .cancel): stop(&context)
        default: return false
        }
        return true
    }

    private mutating func choose(_ context: inout Context) {
        guard let preview = preview.value, self.preview.isFresh else { return }
        switch Row(rawValue: choices.selected) {
        case .kind:
            let menu = Menu(
                context.say("import.kind.title", "What the rows are"), labels: preview.kinds, intent: .kind,
                selected: preview.kinds.firstIndex(of: preview.kind) ?? 0)
            context.steps.append(.show(.menu(menu)))
        case .source:
            let prompt = Prompt(
                context.say("import.source.title", "Source"),
                note: context.say("import.source.note", "Where the records come from, such as crm or till."),
                text: preview.source, intent: .source)
            context.steps.append(.show(.prompt(prompt)))
        case .rehearse: read(isRehearsal: true, &context)
        case .run: read(isRehearsal: false, &context)
        case nil: break
        }
    }

    private mutating func read(isRehearsal: Bool, _ context: inout Context) {
        (progress, failure, phase) = (nil, nil, .reading(isRehearsal: isRehearsal))
        context.ask(isRehearsal ? .rehearse(wish) : .runImport(wish))
    }

    private mutating func stop(_ context: inout Context) {
        context.cancel(.importing)
        failure = Failure(context.say("import.stopped", "Stopped; the data is as it was."))
        phase = .plan
    }

    mutating func choose(_ choice: Choice, for intent: Intent, _ context: inout Context) {
        switch (intent, choice) {
        case (.kind, .item(let index)):
            if let kinds = preview.value?.kinds, index < kinds.count { wish.kind = kinds[index] }
        case (.source, .text(let text)): if !text.isEmpty { wish.source = text }
        default: return
        }
        rehearsal = nil
    }

    mutating func take(_ answer: Answer, to question: Question, _ context: inout Context) {
        switch (question, answer) {
        case (.preview, .preview(let answer)):
            if preview.take(answer, to: question) { columns = Scroll(count: answer.columns.count) }
        case (.rehearse(wish), .imported(let summary)): (rehearsal, phase) = (summary, .plan)
        case (.runImport(wish), .imported(let summary)): (result, phase) = (summary, .done)
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
        case .plan: preview.value.map { "\($0.kind) \($0.columns.count)" } ?? "…"
        case .reading: progress.map { Numbers.short($0.rows) } ?? "…"
        case .done: result.map { Numbers.grouped($0.rows) } ?? ""
        }
    }

    func commandLine(_ context: Context) -> String {
        var shell = ShellText(["import"], in: context, dated: false, scoped: false)
        shell.add(nil, wish.path.isEmpty ? path.isEmpty ? "FILE" : path.text : wish.path)
        if let kind = wish.kind { shell.add("--as", kind.replacing(" ", with: "-")) }
        if let source = wish.source { shell.add("--source", source) }
        if rehearsal != nil, phase == .plan { shell.add(flag: "--dry-run") }
        return shell.text
    }
}
