import Customers
import Phrases
import Terminal

extension Application {
    /// Takes a key: first what stands in front, then a text field, then the table of keys.
    mutating func press(_ key: Key) {
        toast = nil
        if alwaysWorks(key) { return }
        if overlay != nil { return pressInOverlay(key) }
        let isTyping = front.isTyping
        if isTyping, withFront({ $0.type(key, &$1) }) { return }
        switch context.keys.match([key], in: front.keyScope, isTyping: isTyping) {
        case .action(let action): perform(action, askedWith: key)
        case .prefix: overlay = .menu(goToMenu(after: key))
        case .nothing where isTyping: break
        case .nothing:
            context.tell(context.say("key.nothing", "%1 does nothing; ? shows the keys.", key.name), .warning)
        }
    }

    /// Keys that mean the same whatever is in front.
    private mutating func alwaysWorks(_ key: Key) -> Bool {
        guard case .action(let action) = context.keys.match([key], isTyping: true) else { return false }
        switch action {
        case .stop: stop()
        case .suspend: context.commands.append(.suspend)
        case .repaint: context.commands.append(.repaint)
        case .palette where overlay == nil: overlay = .palette(Palette(context, here: front.actions))
        default: return false
        }
        return true
    }

    /// Does what a key, a menu or the palette asks for.
    mutating func perform(_ action: Action, askedWith key: Key = .enter) {
        if let place = Self.places[action] { return go(to: action, named: place) }
        switch action {
        case .help: overlay = .page(helpPage())
        case .palette: overlay = .palette(Palette(context, here: front.actions))
        case .commandLine: showCommandLine()
        case .tour:
            context.kept.knowsTour = true
            overlay = .tour(Tour())
        case .explain:
            if withFront({ $0.act(.explain, &$1) }) { break }
            if front.explanation(context) != nil { explain() } else { refuse(action) }
        case .quit: quit(askedWith: key)
        case .mouse:
            hasMouse.toggle()
            context.commands.append(.mouse(hasMouse))
            context.tell(
                hasMouse
                    ? context.say("mouse.on", "The mouse is on.")
                    : context.say("mouse.off", "The mouse is off: the terminal selects text."))
        case .plainPage: context.commands.append(.plainPage(read()))
        case .refresh:
            if context.store != nil { context.ask(.summary) }
            outdate()
        case .cancel: cancel()
        case .back: if !withFront({ $0.act(.back, &$1) }) { back() }
        case .stop: stop()
        case .suspend: context.commands.append(.suspend)
        case .repaint: context.commands.append(.repaint)
        case .zoom: context.isZoomed.toggle()
        case .scope, .asOf, .earlier, .later: changeQuestion(action)
        default: if !withFront({ $0.act(action, &$1) }) { refuse(action) }
        }
    }

    private mutating func refuse(_ action: Action) {
        let title = context.say(action.title)
        context.tell(context.say("action.nowhere", "Not here: %1. ? shows what can be done.", title), .warning)
    }

    /// Esc closes, then stops work that takes its time, then clears or leaves.
    private mutating func cancel() {
        if spinnerPhase > 0, context.desk.isPressed { return stopWork() }
        if !withFront({ $0.act(.cancel, &$1) }) { back() }
    }

    private mutating func stop() {
        if let lastStop, context.now.milliseconds - lastStop.milliseconds <= 2000 {
            return context.commands.append(.quit)
        }
        lastStop = context.now
        guard !context.desk.isPressed else { return stopWork() }
        context.tell(context.say("stop.again", "Nothing is under way; ^C again quits."), .warning)
    }

    private mutating func quit(askedWith key: Key) {
        guard stack.contains(where: \.isImporting) else { return context.commands.append(.quit) }
        let line = context.say("quit.importing", "The import under way is thrown away; the data stays as it was.")
        overlay = .confirm(
            Confirm(context.say("quit.title", "Quit"), lines: [Line(line)], askedWith: key), .quit)
    }

    mutating func paste(_ text: String, droppedBytes: Int) {
        switch overlay {
        case .prompt(var prompt):
            prompt.insert(text)
            overlay = .prompt(prompt)
        case .palette(var palette):
            palette.insert(text)
            overlay = .palette(palette)
        case .page, .menu, .picker, .tour, .confirm: break
        case nil: withFront { $0.paste(text, &$1) }
        }
        if droppedBytes > 0 {
            let bytes = Numbers.grouped(droppedBytes)
            context.tell(
                context.say("paste.dropped", "%1 bytes of the paste were too much and left out.", bytes), .warning)
        }
    }

    /// Takes a line of words: an action, or the text of a field; there a colon before it makes it an action.
    mutating func say(_ words: String) {
        let isField = overlay != nil || front.isTyping
        if isField, !words.hasPrefix(":") { return fill(with: words) }
        let name = words.drop { $0 == ":" }.trimmed
        guard let action = Palette(context, here: front.actions, text: String(name)).matches.first else {
            let sentence = context.say("said.unknown", "‘%1’ is no action; help lists them.", String(name))
            return context.tell(sentence, .warning)
        }
        overlay = nil
        perform(action)
    }

    /// Puts a line in place of what a field holds, and takes it.
    private mutating func fill(with words: String) {
        if case .menu(let menu) = overlay { return choose(words, of: menu) }
        if !words.isEmpty {
            press(.end)
            press(.control("u"))
            paste(words, droppedBytes: 0)
        }
        if overlay != nil || front.takesSpokenLines || words.isEmpty { press(.enter) }
    }
}
