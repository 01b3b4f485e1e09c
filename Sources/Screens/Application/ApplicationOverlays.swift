import Customers
import Filters
import Terminal

extension Application {
    /// Takes a key while something stands in front of the screen.
    mutating func pressInOverlay(_ key: Key) {
        switch overlay {
        case .page(let page): press(key, in: page)
        case .palette(let palette): press(key, in: palette)
        case .menu(let menu): press(key, in: menu)
        case .picker(let picker): press(key, in: picker)
        case .tour(let tour): press(key, in: tour)
        case .prompt(let prompt): press(key, in: prompt)
        case .confirm(let confirm, let intent): press(key, in: confirm, for: intent)
        case nil: break
        }
    }

    private mutating func press(_ key: Key, in page: PageOverlay) {
        var page = page
        guard case .action(let action) = context.keys.match([key]) else {
            overlay = nil
            return
        }
        switch action {
        case .copy:
            context.commands.append(.copy(page.copied ?? page.page.paragraphs.map(\.text).joined(separator: "\n")))
            overlay = nil
        default:
            let room = Canvas(columns: context.columns, rows: context.rows, drawing: context.drawing)
            let moved = page.page.move(action, in: page.room(in: room), on: room)
            overlay = moved ? .page(page) : nil
        }
    }

    private mutating func press(_ key: Key, in palette: Palette) {
        var palette = palette
        switch key {
        case .escape: overlay = nil
        case .enter:
            overlay = nil
            if let action = palette.selected {
                context.kept.remember(action)
                perform(action)
            }
        default:
            palette.press(key, context)
            overlay = .palette(palette)
        }
    }

    private mutating func press(_ key: Key, in menu: Menu) {
        var menu = menu
        let latin = context.keys.layout.latin(key) ?? key
        if let index = menu.items.firstIndex(where: { $0.key == key || $0.key == latin }) {
            return pick(index, of: menu)
        }
        switch context.keys.match([key]) {
        case .action(.open): if let index = menu.scroll.selection { pick(index, of: menu) } else { overlay = nil }
        case .action(let action) where menu.scroll.move(action, page: max(1, context.rows - 4)): overlay = .menu(menu)
        default: overlay = nil
        }
    }

    /// Takes the choice of a menu that is named by its key or the beginning of its label; other words close it.
    mutating func choose(_ words: String, of menu: Menu) {
        let wanted = words.lowercased()
        let index =
            menu.items.firstIndex { $0.key.name.lowercased() == wanted }
            ?? menu.items.firstIndex { !wanted.isEmpty && $0.label.lowercased().hasPrefix(wanted) }
        if let index { pick(index, of: menu) } else { overlay = nil }
    }

    private mutating func pick(_ index: Int, of menu: Menu) {
        overlay = nil
        if menu.intent == .scopeChoice { return chooseScope(index) }
        guard case .goTo(let prefix) = menu.intent else {
            return withFront { $0.choose(.item(index), for: menu.intent, &$1) }
        }
        let choices = context.keys.menu(after: prefix)
        if index < choices.count { perform(choices[index].action) }
    }

    /// Turns the cards; after the last one a ready segment is opened to be saved.
    private mutating func press(_ key: Key, in tour: Tour) {
        var tour = tour
        guard case .action(let action) = context.keys.match([key]) else { return }
        switch action {
        case .open where tour.isLast:
            overlay = nil
            keepReadySegment()
        case .open, .right, .down, .nextPane, .pageDown: tour.move(1)
        case .left, .up, .previousPane, .pageUp, .back: tour.move(-1)
        case .cancel, .quit: overlay = nil
        default: break
        }
        if overlay != nil { overlay = .tour(tour) }
    }

    private mutating func keepReadySegment() {
        guard let ready = ReadySegment.all(for: Vocabulary()).first(where: { $0.key == "repeat-buyers" }) else {
            return
        }
        go(to: .showSegments, named: Action.showSegments.hint)
        stack.append(SegmentEditor(Draft(original: "", name: context.name(of: ready), filter: ready.rule)))
    }

    private mutating func press(_ key: Key, in picker: Picker) {
        var picker = picker
        guard case .action(let action) = context.keys.match([key], in: .editor) else { return }
        switch action {
        case .open:
            overlay = nil
            withFront { $0.choose(.items(picker.chosen), for: picker.intent, &$1) }
        case .cancel, .back: overlay = nil
        default:
            _ = picker.act(action, page: max(1, context.rows - 5))
            overlay = .picker(picker)
        }
    }

    private mutating func press(_ key: Key, in prompt: Prompt) {
        var prompt = prompt
        switch key {
        case .escape: overlay = nil
        case .enter: answer(prompt)
        default:
            prompt.type(key)
            overlay = .prompt(prompt)
        }
    }

    private mutating func answer(_ prompt: Prompt) {
        let text = String(prompt.field.text.trimmed)
        overlay = nil
        switch prompt.intent {
        case .asOf where text.isEmpty || text == "now": setAsOf(.now)
        case .asOf:
            if let date = CivilDate(parsing: text) { return setAsOf(.day(date)) }
            if let instant = context.calendar.instant(parsing: text) { return setAsOf(.instant(instant)) }
            var again = prompt
            again.refusal = context.say("asof.wrong", "‘%1’ is no day; write it as 2026-01-31.", text)
            overlay = .prompt(again)
        case .scope:
            if let fault = FilterDraft(text).fault {
                var again = prompt
                again.refusal = context.say(fault)
                overlay = .prompt(again)
                return
            }
            setScope(text)
        case .nameSegment(let filter):
            if !text.isEmpty { context.ask(.saveSegment(name: text, filter: filter, replacing: "", over: nil)) }
        default: withFront { $0.choose(.text(text), for: prompt.intent, &$1) }
        }
    }

    private mutating func press(_ key: Key, in confirm: Confirm, for intent: Intent) {
        var confirm = confirm
        let latin = context.keys.layout.latin(key) ?? key
        switch confirm.update(confirm.count == nil ? latin : key) {
        case .yes where intent == .quit:
            overlay = nil
            context.commands.append(.quit)
        case .yes:
            overlay = nil
            withFront { $0.choose(.confirmed, for: intent, &$1) }
        case .no: overlay = nil
        case nil: overlay = .confirm(confirm, intent)
        }
    }
}

extension StringProtocol {
    /// The text without the blanks at its ends.
    var trimmed: SubSequence {
        guard let start = firstIndex(where: { !$0.isWhitespace }), let end = lastIndex(where: { !$0.isWhitespace })
        else { return self[endIndex...] }
        return self[start...end]
    }
}
