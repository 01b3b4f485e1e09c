import Customers
import Phrases
import Terminal

/// The first screen of all, where there is no store yet: what to look at, and what a workspace is asked once.
struct FirstRun: Screen {
    var settings: WorkspaceSettings
    private var scroll = Scroll(count: Row.allCases.count)
    private var failure: Failure?

    /// What can be chosen or changed.
    enum Row: Int, Hashable, Sendable, CaseIterable {
        case sample, files, other, quit
        case zone, currency, weekday
    }

    /// - `failure`: why a store that was begun is gone again.
    init(guesses: WorkspaceSettings, failure: Failure? = nil) {
        settings = guesses
        self.failure = failure
    }

    var home: Action? { nil }
    var actions: [Action] { [.open, .up, .down, .quit, .help] }
    var row: Row { Row(rawValue: scroll.selected) ?? .sample }

    func title(_ context: Context) -> String { context.say("first.title", "Welcome") }

    mutating func askForMissing(_ context: inout Context) {}

    mutating func act(_ action: Action, _ context: inout Context) -> Bool {
        switch action {
        case .open: choose(row, &context)
        case .cancel, .back: context.tell(context.say("first.stay", "Choose one; q quits."), .warning)
        default: return scroll.move(action, page: Row.allCases.count)
        }
        return true
    }

    private mutating func choose(_ row: Row, _ context: inout Context) {
        failure = nil
        switch row {
        case .sample: context.ask(.open(.sample(settings)))
        case .files: context.ask(.open(.fresh(settings)))
        case .other:
            prompt(
                "first.path", "Another store", "The path of a store file.", text: "", row, &context)
        case .quit: context.commands.append(.quit)
        case .zone:
            prompt(
                "first.zone", "Time zone", "A name such as Europe/Warsaw; days and hours are taken in it.",
                text: settings.timeZone, row, &context)
        case .currency:
            prompt(
                "first.currency", "Currency", "Three letters such as EUR; reports are in it.",
                text: settings.currency, row, &context)
        case .weekday:
            settings.firstWeekday = Weekday(rawValue: settings.firstWeekday.rawValue % 7 + 1) ?? .monday
        }
    }

    private func prompt(
        _ key: String, _ title: String, _ note: String, text: String, _ row: Row, _ context: inout Context
    ) {
        let prompt = Prompt(
            context.say(key, title), note: context.say(key + ".note", note), text: text,
            intent: .setting(row.rawValue), isProposal: true)
        context.steps.append(.show(.prompt(prompt)))
    }

    mutating func choose(_ choice: Choice, for intent: Intent, _ context: inout Context) {
        guard case .text(let text) = choice, !text.isEmpty, case .setting(let raw) = intent else { return }
        switch Row(rawValue: raw) {
        case .zone: settings.timeZone = text
        case .currency: settings.currency = text.uppercased()
        case .other: context.ask(.open(.file(path: text)))
        default: break
        }
    }

    mutating func take(_ answer: Answer, to question: Question, _ context: inout Context) {}

    mutating func fail(_ failure: Failure, at question: Question, _ context: inout Context) {
        if case .open = question { self.failure = failure }
    }

    mutating func outdate() {}

    func headline(_ context: Context) -> String { context.say("first.headline", "No store yet") }

    func commandLine(_ context: Context) -> String { "patron demo" }

    func label(of row: Row, _ context: Context) -> String {
        switch row {
        case .sample: context.say("first.sample", "Look around in a made-up shop")
        case .files: context.say("first.files", "Begin with my own files")
        case .other: context.say("first.other", "Open another store")
        case .quit: context.say("first.quit", "Quit")
        case .zone: context.say("first.zone.is", "Time zone: %1", settings.timeZone)
        case .currency: context.say("first.currency.is", "Currency: %1", settings.currency)
        case .weekday: context.say("first.weekday.is", "Weeks begin on %1", context.name(of: settings.firstWeekday))
        }
    }

    func draw(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let room = context.pane(
            context.say("first.pane", "Patron: who are your customers?"), isFocused: true, in: rect, on: &canvas)
        let intro = context.say("first.intro", "There is no store yet. Everything stays in one file on this machine.")
        canvas.write(intro, in: room.inset(left: 1), style: Style(.muted))
        let list = room.inset(top: room.rows > Row.allCases.count + 1 ? 2 : 1)
        ListView(scroll: scroll).draw(in: list, on: &canvas) { index in
            Row(rawValue: index).map { Line(label(of: $0, context)) } ?? Line()
        }
        if let failure {
            context.write(
                [context.say(failure)], in: list.inset(left: 1, top: Row.allCases.count + 1), on: &canvas, role: .error)
        }
    }

    func read(_ context: Context) -> [String] {
        let intro = context.say("first.intro", "There is no store yet. Everything stays in one file on this machine.")
        let rows = Row.allCases.map { row in
            (row == self.row ? "> " : "") + label(of: row, context) + "."
        }
        return [intro] + rows + (failure.map { [context.say($0)] } ?? [])
    }
}
