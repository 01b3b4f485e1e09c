import Customers
import Terminal

extension ImportWizard {
    mutating func type(_ key: Key, _ context: inout Context) -> Bool {
        guard key == .enter else { return path.update(key) }
        let text = String(path.text.trimmed)
        guard !text.isEmpty else { return true }
        guard text != wish.path || preview.value == nil else {
            phase = .plan
            return true
        }
        wish = ImportWish(path: text)
        preview.clear()
        (failure, rehearsal, saved, past) = (nil, nil, nil, [])
        (phase, isInColumns, cell, columns) = (.plan, false, .role, Scroll())
        choices.select(Row.run.rawValue)
        return true
    }

    mutating func paste(_ text: String, _ context: inout Context) {
        if phase == .path { path.insert(text) }
    }

    mutating func act(_ action: Action, _ context: inout Context) -> Bool {
        switch (phase, action) {
        case (.path, .cancel): return false
        case (.done, .add):
            (path, wish, phase) = (TextField(), ImportWish(path: ""), .path)
            preview.clear()
        case (.plan, .cancel), (.plan, .back): phase = .path
        case (.plan, .nextPane), (.plan, .previousPane): isInColumns.toggle()
        case (.plan, .undo): takeBack(&context)
        case (.plan, .save): choose(.save, &context)
        case (.plan, _) where isInColumns: return actOnColumn(action, &context)
        case (.plan, .open): if let row = Row(rawValue: choices.selected) { choose(row, &context) }
        case (.plan, _): return choices.move(action, page: Row.allCases.count)
        case (.reading, .cancel): stop(&context)
        default: return false
        }
        return true
    }

    private mutating func choose(_ row: Row, _ context: inout Context) {
        guard let preview = preview.value, self.preview.isFresh else { return }
        switch row {
        case .kind:
            let menu = Menu(
                context.say("import.kind.title", "What the rows are"), labels: preview.kinds.map(context.kindName),
                intent: .kind,
                selected: preview.kinds.firstIndex(of: preview.kind) ?? 0)
            context.steps.append(.show(.menu(menu)))
        case .source:
            let prompt = Prompt(
                context.say("import.source.title", "Source"),
                note: context.say("import.source.note", "Where the records come from, such as crm or till."),
                text: preview.source, intent: .source, isProposal: true)
            context.steps.append(.show(.prompt(prompt)))
        case .rehearse, .run, .save:
            // What stands in the way stands on the screen already; it is told where one looks after pressing the key.
            if let problem = preview.problem { return context.tell(context.say(problem), .warning) }
            carryOut(row, &context)
        }
    }

    private mutating func carryOut(_ row: Row, _ context: inout Context) {
        switch row {
        case .run where context.store?.summary.isSample == true:
            let note = context.say(
                "import.sample.note",
                "This is the store of the made-up shop. Your rows would be mixed with people who do not exist.")
            let confirm = Confirm(
                context.say("import.sample", "Import into the sample?"), lines: [Line(note)], askedWith: .enter)
            context.steps.append(.show(.confirm(confirm, .importIntoSample)))
        case .save:
            let prompt = Prompt(
                context.say("import.save.title", "Save as a mapping"),
                note: context.say("import.save.note", "A new file, which patron import --mapping reads."),
                text: "\(wish.path).toml", intent: .saveMapping, isProposal: true)
            context.steps.append(.show(.prompt(prompt)))
        default: read(isRehearsal: row == .rehearse, &context)
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

    private mutating func takeBack(_ context: inout Context) {
        guard let before = past.popLast() else {
            return context.tell(context.say("import.undo.none", "Nothing was changed."), .warning)
        }
        (wish, rehearsal, failure) = (before, nil, nil)
    }

    /// Changes the wish and remembers the one before.
    mutating func change(_ change: (inout ImportWish) -> Void) {
        let before = wish
        change(&wish)
        guard wish != before else { return }
        past.append(before)
        (rehearsal, failure) = (nil, nil)
    }

    mutating func choose(_ choice: Choice, for intent: Intent, _ context: inout Context) {
        switch (intent, choice) {
        case (.kind, .item(let index)):
            guard let kinds = preview.value?.kinds, index < kinds.count else { return }
            change { wish in
                wish.kind = kinds[index]
                for column in wish.columns {
                    guard let role = column.role, !Self.mayServe(role, in: kinds[index]) else { continue }
                    wish.decide(column.header) { $0.role = nil }
                }
            }
        case (.source, .text(let text)): if !text.isEmpty { change { $0.source = text } }
        case (.importIntoSample, .confirmed): read(isRehearsal: false, &context)
        case (.saveMapping, .text(let text)):
            if !text.isEmpty { context.ask(.saveMapping(wish, path: text)) }
        default: chooseForColumn(choice, intent, &context)
        }
    }
}
