import Customers
import Terminal

extension Profiles {
    mutating func act(_ action: Action, _ context: inout Context) -> Bool {
        switch action {
        case .find: typing = .find
        case .filter:
            draft = FilterDraft(filter)
            typing = .filter
        case .sort: choose(.sort, &context)
        case .columns: choose(.columns, &context)
        case .left where pane == .list: scrollColumns(-1, &context)
        case .right where pane == .list: scrollColumns(1, &context)
        case .open: open(&context)
        case .mark: mark(&context)
        case .markAll: markAll(&context)
        case .segment: editAsSegment(&context)
        case .copy: copy(&context)
        case .explain:
            guard pane == .list, let row = selected, !context.query(filter).text.isEmpty else { return false }
            context.ask(.why(context.query(filter), profile: row.number))
        case .export: askForPath(&context)
        case .nextPane, .previousPane: changePane(action == .nextPane ? 1 : -1)
        case .cancel: return cancel(&context)
        default: return move(action, &context)
        }
        return true
    }

    /// Moves the cursor of the pane that has the keys.
    private mutating func move(_ action: Action, _ context: inout Context) -> Bool {
        switch pane {
        case .list:
            let before = scroll.selected
            guard scroll.move(action, page: pageRows(context)) else { return false }
            if scroll.selected != before { context.moved() }
        case .card:
            guard Self.move(&cardTop, action, count: cardLines(context).count) else { return false }
        case .timeline:
            timelineScroll.resize(to: details.timeline.value?.entries.count ?? 0)
            guard timelineScroll.move(action, page: timelineRows(context)) else { return false }
        }
        return true
    }

    private static func move(_ top: inout Int, _ action: Action, count: Int) -> Bool {
        var scroll = Scroll(count: count, selected: top)
        guard scroll.move(action, page: 10) else { return false }
        top = scroll.selected
        return true
    }

    private mutating func changePane(_ step: Int) {
        let panes = Pane.allCases
        pane = panes[(pane.rawValue + step + panes.count) % panes.count]
    }

    private mutating func open(_ context: inout Context) {
        let row = pane == .list ? selected : nil
        if let number = row?.number ?? details.number {
            context.steps.append(.push(Profile(number: number, name: row?.name ?? details.name)))
        }
    }

    /// Clears the search, then goes back to the list.
    private mutating func cancel(_ context: inout Context) -> Bool {
        if !find.isEmpty {
            find = TextField()
            restart()
        } else if pane != .list {
            pane = .list
        } else if !filter.isEmpty, origin == nil {
            filter = ""
            restart()
        } else {
            return false
        }
        return true
    }

    /// The list is another one now: its first row has the cursor, and who it is shows once the list is there.
    mutating func restart() {
        scroll.select(0)
        (cardTop, timelineScroll) = (0, Scroll())
    }

    private mutating func mark(_ context: inout Context) {
        guard let row = selected else { return }
        if marks.removeValue(forKey: row.number) == nil { marks[row.number] = row }
        if scroll.move(.down, page: pageRows(context)) { context.moved() }
    }

    private mutating func markAll(_ context: inout Context) {
        guard marks.isEmpty else {
            marks = [:]
            return
        }
        let sentence = context.say("profiles.markall", "All of them are the filter itself: e makes it a segment.")
        context.tell(sentence, .warning)
    }

    private mutating func editAsSegment(_ context: inout Context) {
        guard !marks.isEmpty else {
            guard find.text.isEmpty else {
                let sentence = context.say(
                    "profiles.find.nosegment", "Words that are found are no rule: mark the people, or clear the search."
                )
                return context.tell(sentence, .warning)
            }
            let draft = Draft(original: "", name: "", filter: context.query(filter).text)
            return context.steps.append(.push(SegmentEditor(draft)))
        }
        let identifiers = marks.values.sorted { $0.number < $1.number }.compactMap(\.identifier)
        guard identifiers.count == marks.count, let filter = FilterTexts.people(identifiers) else {
            let sentence = context.say("profiles.nameless", "A marked profile has no identifier to name it by.")
            return context.tell(sentence, .warning)
        }
        context.steps.append(.push(SegmentEditor(Draft(original: "", name: "", filter: filter))))
    }

    private func copy(_ context: inout Context) {
        switch pane {
        case .card: return context.commands.append(.copy(cardLines(context).map(\.text).joined(separator: "\n")))
        case .timeline:
            if let entry = timelineEntry {
                context.commands.append(.copy(TimelineText(context).line(of: entry).text))
            }
            return
        case .list: break
        }
        let rows = marks.isEmpty ? selected.map { [$0] } ?? [] : marks.values.sorted { $0.number < $1.number }
        guard !rows.isEmpty else { return }
        let lines = rows.map { row in
            ([row.identifier?.description ?? ""] + row.values.map { $0.map(context.text) ?? "" })
                .joined(separator: "\t")
        }
        context.commands.append(.copy(lines.joined(separator: "\n")))
    }

    private func askForPath(_ context: inout Context) {
        context.steps.append(.show(.prompt(Prompt(exportOf: origin ?? "profiles", context))))
    }

    mutating func choose(_ choice: Choice, for intent: Intent, _ context: inout Context) {
        switch (intent, choice) {
        case (.sort, .item(let index)): takeSort(index, &context)
        case (.columns, .items(let picked)): takeColumns(picked, &context)
        case (.export, .text(let path)):
            guard !path.isEmpty else { return }
            var list = list(context)
            if !marks.isEmpty {
                let identifiers = marks.values.sorted { $0.number < $1.number }.compactMap(\.identifier)
                guard identifiers.count == marks.count, let marked = FilterTexts.people(identifiers) else {
                    let sentence = context.say("profiles.nameless", "A marked profile has no identifier to name it by.")
                    return context.tell(sentence, .warning)
                }
                list.people = Query(filter: marked, asOf: context.asOf)
                list.find = ""
            }
            context.ask(.export(list, path: path))
        default: break
        }
    }

    mutating func type(_ key: Key, _ context: inout Context) -> Bool {
        typing == .find ? typeFind(key) : typeFilter(key, &context)
    }

    private mutating func typeFind(_ key: Key) -> Bool {
        let before = find.text
        switch key {
        case .enter: typing = nil
        case .escape:
            typing = nil
            find = TextField()
        default: guard find.update(key) else { return false }
        }
        if find.text != before { restart() }
        return true
    }

    private mutating func typeFilter(_ key: Key, _ context: inout Context) -> Bool {
        if draft.pressInList(key) { return true }
        switch key {
        case .enter:
            guard draft.fault == nil else { return true }
            typing = nil
            guard draft.text != filter else { return true }
            filter = draft.text
            if let origin, !origin.hasSuffix("*") { self.origin = origin + "*" }
            restart()
        case .escape:
            typing = nil
            context.cancel(.count)
        case .tab: return draft.complete()
        default: return draft.press(key)
        }
        return true
    }

    mutating func paste(_ text: String, _ context: inout Context) {
        switch typing {
        case .find:
            find.insert(text)
            restart()
        case .filter: draft.insert(text)
        case nil: context.tell(context.say("paste.nowhere", "Pasted text is taken only in a text field."), .warning)
        }
    }
}
