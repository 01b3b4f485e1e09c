import Filters
import Terminal

extension SegmentEditor {
    mutating func type(_ key: Key, _ context: inout Context) -> Bool {
        switch pane {
        case .name: typeName(key, &context)
        case .rule: isText ? typeText(key, &context) : typeLine(key, &context)
        case .result, .overlap: false
        }
    }

    private mutating func typeName(_ key: Key, _ context: inout Context) -> Bool {
        switch key {
        case .tab: pane = .rule
        case .backTab: pane = .overlap
        case .enter:
            pane = .rule
            if savesWhenNamed { save(&context) }
        case .down: pane = .rule
        default:
            let before = name.text
            guard name.update(key) else { return false }
            if name.text != before { changed(&context) }
        }
        return true
    }

    private mutating func typeText(_ key: Key, _ context: inout Context) -> Bool {
        let before = draft.field.text
        defer { if draft.field.text != before { changed(&context) } }
        if draft.pressInList(key) { return true }
        switch key {
        case .tab where draft.complete(): break
        case .tab: pane = .result
        case .backTab: pane = .name
        case .up: pane = .name
        case .down: pane = .result
        case .enter: openPeople(&context)
        default: return draft.press(key)
        }
        return true
    }

    /// Takes a key for the line that is being written; the list opens by itself.
    private mutating func typeLine(_ key: Key, _ context: inout Context) -> Bool {
        guard var entry = rule.entry else { return false }
        let before = entry.draft.field.text
        entry.takesFirst = false
        switch key {
        case .enter where entry.draft.completion?.isWaiting == true,
            .tab where entry.draft.completion?.isWaiting == true:
            entry.takesFirst = true
        case .enter where !entry.draft.takesOnEnter:
            return finishLine(entry, &context)
        case .enter, .tab:
            if entry.draft.completion == nil { _ = entry.draft.complete() } else { _ = entry.draft.takeMeant() }
            entry.draft.offer()
        case .escape where entry.draft.completion == nil, .backTab:
            dropLine(&context)
            return true
        default:
            if !entry.draft.pressInList(key) {
                guard entry.draft.press(key) else { return false }
                entry.draft.offer()
            }
        }
        rule.entry = entry
        if entry.draft.field.text != before { changed(&context) }
        return true
    }

    /// Takes the answers that the list of the line waited for.
    mutating func takeCompletion(_ answer: Answer, to question: Question, _ context: inout Context) {
        draft.takeCompletion(answer, to: question)
        guard var entry = rule.entry else { return }
        entry.draft.takeCompletion(answer, to: question)
        if case .vocabulary = answer { entry.draft.offer() }
        guard entry.takesFirst, entry.draft.completion?.isWaiting != true else { return rule.entry = entry }
        entry.takesFirst = false
        if entry.draft.takeSelected() { entry.draft.offer() }
        rule.entry = entry
        changed(&context)
    }

    private mutating func finishLine(_ entry: LineEntry, _ context: inout Context) -> Bool {
        if entry.draft.text.isEmpty, entry.isNew {
            dropLine(&context)
        } else {
            _ = takeEntry(&context)
        }
        return true
    }

    /// Gives the line up, and says how what was typed comes back.
    private mutating func dropLine(_ context: inout Context) {
        let wasTyped = rule.dropEntry()
        changed(&context)
        if wasTyped { context.tell(context.say("editor.dropped", "The line is dropped; undo brings it back.")) }
    }

    /// Takes the line over, or says what is wrong with it.
    mutating func takeEntry(_ context: inout Context) -> Bool {
        guard rule.takeEntry() else {
            let fault = rule.entry?.draft.fault.map { context.say($0) }
            context.tell(fault ?? context.say("editor.line.empty", "The line is empty; Esc drops it."), .failed)
            return false
        }
        changed(&context)
        return true
    }

    mutating func paste(_ text: String, _ context: inout Context) {
        switch pane {
        case .name: name.insert(text)
        case .rule where isText: draft.insert(text)
        case .rule where rule.entry != nil: rule.entry?.draft.insert(text)
        case .rule where !rule.rule.isEmpty || !text.isEmpty:
            rule.add(.all)
            rule.entry?.draft.insert(text)
        case .rule, .result, .overlap:
            return context.tell(context.say("paste.nowhere", "Pasted text is taken only in a text field."), .warning)
        }
        changed(&context)
    }
}
