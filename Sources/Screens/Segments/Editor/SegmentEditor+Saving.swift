import Customers
import Filters
import Terminal

extension SegmentEditor {
    /// Saves the rule under its name, and asks for what saving lacks.
    mutating func save(_ context: inout Context) {
        if let entry = rule.entry, !entry.draft.text.isEmpty || !entry.isNew {
            guard takeEntry(&context) else { return }
        }
        _ = rule.dropEntry()
        if let fault = draft.fault { return context.tell(context.say(fault), .failed) }
        guard !draft.text.isEmpty else {
            return context.tell(
                context.say("editor.empty", "The filter is empty; everyone needs no segment."), .warning)
        }
        let name = String(self.name.text.trimmed)
        guard !name.isEmpty else {
            (pane, savesWhenNamed) = (.name, true)
            return context.tell(
                context.say("editor.nameless", "A segment needs a name; write one above, Enter saves."), .warning)
        }
        savesWhenNamed = false
        self.name.replace(with: name)
        if let other = overtaking, name == original { return askWhatToDo(about: other, &context) }
        askToSave(over: name == original ? saved?.version ?? 0 : nil, &context)
    }

    private func askToSave(over version: Int?, _ context: inout Context) {
        context.ask(.saveSegment(name: name.text, filter: draft.text, replacing: original, over: version))
    }

    mutating func didSave(_ name: String, _ filter: String, _ all: [Segment], _ context: inout Context) {
        saved = all.first { $0.name == name }
        segments.take(all, to: .segments)
        overtaking = nil
        isChanged = draft.text != filter
        context.store?.forgetDraft(of: original)
        context.commands.append(.removeDraft(original: original))
        original = name
        let hasPartsOff = !isText && rule.rule.hasPartsOff
        context.tell(
            hasPartsOff
                ? context.say("editor.saved.off", "‘%1’ is saved without the lines that are switched off.", name)
                : context.say("editor.saved", "‘%1’ is saved.", name))
    }

    /// Looks whether somebody else has saved or deleted the segment since it was opened.
    mutating func notice(_ all: [Segment], _ context: inout Context) {
        guard let saved, let present = all.first(where: { $0.name == original }) else { return }
        guard present.version > saved.version, present.version != overtaking?.version else { return }
        overtaking = present
        context.tell(
            context.say(
                "editor.overtaken.told", "%1 has saved version %2 of ‘%3’ meanwhile; v compares, ^S asks what to do.",
                present.author, "\(present.version)", present.name), .warning)
    }

    private func askWhatToDo(about other: Segment, _ context: inout Context) {
        let labels = [
            context.say("overtaken.difference", "See who would come and go from theirs to yours"),
            context.say("overtaken.over", "Save yours as the next version; theirs stays in the history"),
            context.say("overtaken.name", "Save yours under another name"),
            context.say("overtaken.take", "Take their rule; undo brings yours back"),
        ]
        let title = context.say(
            "overtaken.title", "%1 saved version %2 meanwhile", other.author, "\(other.version)")
        context.steps.append(.show(.menu(Menu(title, labels: labels, intent: .overtaken))))
    }

    mutating func choose(_ choice: Choice, for intent: Intent, _ context: inout Context) {
        switch (intent, choice) {
        case (.version, .item(let index)): versions.choose(index, &context)
        case (.sort, .item(let index)): arrange(by: TableOrder.column(ofEntry: index))
        case (.versionUse, .item(let index)):
            guard let version = versions.chosen else { return }
            if index == 0 { compare(with: version, &context) } else { take(version, &context) }
        case (.overtaken, .item(let index)):
            guard let other = overtaking else { return }
            switch index {
            case 0: compare(with: other, &context)
            case 1: askToSave(over: other.version, &context)
            case 2: (pane, savesWhenNamed) = (.name, true)
            default:
                saved = other
                overtaking = nil
                take(other, &context)
            }
        case (.compared, .item(let index)): compare(index)
        case (.export, .text(let path)):
            if !path.isEmpty {
                context.ask(.export(ListQuery(people: context.query(draft.text), sort: .number), path: path))
            }
        default: break
        }
    }

    private mutating func compare(with version: Segment, _ context: inout Context) {
        if let fault = draft.fault { return context.tell(context.say(fault), .failed) }
        versions.remember(version)
        context.ask(.difference(from: version.source, to: context.query(draft.text)))
    }

    /// Takes the rule of another version up, as an edit that can be undone.
    private mutating func take(_ version: Segment, _ context: inout Context) {
        guard let filter = try? Filter(parsing: version.source) else { return }
        rule.take(RuleTree(filter), cursor: [0])
        if isText { draft.take(TextField(version.source)) }
        changed(&context)
    }

    /// Compares with one segment more or less; the first choice is all.
    private mutating func compare(_ index: Int) {
        let names = comparable
        guard index > 0, names.indices.contains(index - 1) else { return compared = [] }
        let name = names[index - 1]
        if compared.contains(name) { compared.removeAll { $0 == name } } else { compared.append(name) }
    }

    /// The segments that the rule can be compared with.
    var comparable: [String] { (segments.value ?? []).map(\.name).filter { $0 != original } }

    func chooseCompared(_ context: inout Context) {
        guard !comparable.isEmpty else {
            return context.tell(context.say("overlap.none", "There is no other segment to compare with."), .warning)
        }
        let names = comparable
        var menu = Menu(
            context.say("overlap.choose", "Compare with"),
            labels: [context.say("overlap.all", "all segments")] + names, intent: .compared)
        for index in menu.items.indices {
            let isOn = index == 0 ? compared.isEmpty : index <= names.count && compared.contains(names[index - 1])
            if isOn { menu.items[index].note = String(context.drawing.glyphs.marked) }
        }
        context.steps.append(.show(.menu(menu)))
    }
}
