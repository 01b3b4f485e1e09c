import Customers
import Terminal

extension SegmentEditor {
    mutating func type(_ key: Key, _ context: inout Context) -> Bool {
        let text = draft.field.text
        if pane == .filter, draft.pressInList(key) {
            if draft.field.text != text { changed(&context) }
            return true
        }
        switch (pane, key) {
        case (.filter, .tab) where draft.complete():
            if draft.field.text != text { changed(&context) }
        case (_, .tab): pane = pane == .name ? .filter : .result
        case (_, .backTab): pane = pane == .name ? .result : .name
        case (.name, .enter), (.name, .down): pane = .filter
        case (.filter, .up): pane = .name
        case (.filter, .down): pane = .result
        case (.filter, .enter): openPeople(&context)
        case (.name, _):
            let before = name.text
            guard name.update(key) else { return false }
            if name.text != before { changed(&context) }
        case (_, _):
            let before = draft.field.text
            guard draft.press(key) else { return false }
            if draft.field.text != before { changed(&context) }
        }
        return true
    }

    mutating func paste(_ text: String, _ context: inout Context) {
        switch pane {
        case .name: name.insert(text)
        case .filter: draft.insert(text)
        case .result:
            return context.tell(context.say("paste.nowhere", "Pasted text is taken only in a text field."), .warning)
        }
        changed(&context)
    }

    mutating func act(_ action: Action, _ context: inout Context) -> Bool {
        switch action {
        case .save: save(&context)
        case .open: openPeople(&context)
        case .nextPane: pane = .name
        case .previousPane: pane = .filter
        case .undo, .redo:
            action == .undo ? draft.undo() : draft.redo()
            changed(&context)
        case .copy: context.commands.append(.copy(draft.text))
        case .cancel, .back: leave(&context)
        default:
            var scroll = Scroll(count: conditions.value?.count ?? 0, selected: top)
            guard scroll.move(action, page: 5) else { return false }
            top = scroll.selected
        }
        return true
    }

    private mutating func save(_ context: inout Context) {
        let name = String(name.text.trimmed)
        guard !name.isEmpty else {
            pane = .name
            return context.tell(context.say("editor.nameless", "A segment needs a name; write one above."), .warning)
        }
        if let fault = draft.fault { return context.tell(fault.sentence, .failed) }
        guard !draft.text.isEmpty else {
            return context.tell(
                context.say("editor.empty", "The filter is empty; everyone needs no segment."), .warning)
        }
        self.name.replace(with: name)
        context.ask(.saveSegment(name: name, filter: draft.text, replacing: original))
    }

    private func openPeople(_ context: inout Context) {
        if let fault = draft.fault { return context.tell(fault.sentence, .failed) }
        let origin = name.isEmpty ? context.say("editor.people", "people") : name.text
        context.steps.append(.push(Profiles(filter: draft.text, origin: origin)))
    }

    private func leave(_ context: inout Context) {
        context.cancel(.count)
        if isChanged { context.tell(context.say("editor.kept", "Not saved; the draft is kept.")) }
        context.steps.append(.back)
    }
}
