import Analytics
import Customers
import Phrases
import Terminal

/// What a user can set: how the interface looks and behaves, and beside it what the workspace has decided.
struct Options: Screen {
    /// What can be changed here.
    enum Row: Int, Hashable, Sendable, CaseIterable {
        case theme, language, preset, mouse, borders, ambiguous, truecolour, synchronized, refunds
    }

    var scroll = Scroll(count: Row.allCases.count)
    private var settings = Asked<StoreSummary>()

    var home: Action? { .showOptions }
    var actions: [Action] { [.open, .right, .left, .commandLine, .refresh, .cancel, .up, .down, .first, .last] }
    var words: [Action: Phrase] {
        [
            .open: Phrase("options.choose", "choose"), .right: Phrase("options.next", "next"),
            .left: Phrase("options.before", "before"),
        ]
    }
    var row: Row { Row(rawValue: scroll.selected) ?? .theme }

    func title(_ context: Context) -> String { context.say("options.title", "Options") }

    mutating func askForMissing(_ context: inout Context) {}

    mutating func act(_ action: Action, _ context: inout Context) -> Bool {
        switch action {
        case .left, .right: turn(action == .right ? 1 : -1, &context)
        case .open:
            let choices = choices(of: row, context)
            guard choices.count > 2 else {
                turn(1, &context)
                break
            }
            let menu = Menu(
                context.say(label(of: row)), labels: choices, intent: .option(row),
                selected: choice(of: row, context))
            context.steps.append(.show(.menu(menu)))
        case .cancel, .back: return false
        default: return scroll.move(action, page: Row.allCases.count)
        }
        return true
    }

    mutating func choose(_ choice: Choice, for intent: Intent, _ context: inout Context) {
        guard case .option(let row) = intent, case .item(let index) = choice else { return }
        set(row, to: index, &context)
    }

    private func turn(_ step: Int, _ context: inout Context) {
        let count = choices(of: row, context).count
        guard count > 0 else { return }
        set(row, to: (choice(of: row, context) + step + count) % count, &context)
    }

    // What each row can be.

    func label(of row: Row) -> Phrase {
        switch row {
        case .theme: Phrase("options.theme", "theme")
        case .language: Phrase("options.language", "language")
        case .preset: Phrase("options.preset", "keys")
        case .mouse: Phrase("options.mouse", "mouse")
        case .borders: Phrase("options.borders", "borders of panes")
        case .ambiguous: Phrase("options.ambiguous", "signs of ambiguous width")
        case .truecolour: Phrase("options.truecolour", "24-bit colours")
        case .synchronized: Phrase("options.sync", "frames shown at once")
        case .refunds: Phrase("options.refunds", "refunds count in reports")
        }
    }

    func choices(of row: Row, _ context: Context) -> [String] {
        let (on, off) = (context.say("options.on", "on"), context.say("options.off", "off"))
        switch row {
        case .theme: return context.options.themes
        case .language: return Language.allCases.map { context.say(name(of: $0)) }
        case .preset: return [context.say("options.preset.standard", "standard"), "vim"]
        case .ambiguous:
            return [context.say("options.one", "one cell"), context.say("options.two", "two cells")]
        case .refunds: return RefundDating.allCases.map { context.say($0.phrase) }
        case .mouse, .borders, .truecolour, .synchronized: return [on, off]
        }
    }

    private func name(of language: Language) -> Phrase {
        switch language {
        case .english: Phrase("language.en", "English")
        case .russian: Phrase("language.ru", "русский")
        case .polish: Phrase("language.pl", "polski")
        }
    }

    func choice(of row: Row, _ context: Context) -> Int {
        let options = context.options
        switch row {
        case .theme: return options.themes.firstIndex(of: options.theme) ?? 0
        case .language: return Language.allCases.firstIndex(of: options.language) ?? 0
        case .preset: return options.preset == "vim" ? 1 : 0
        case .ambiguous: return options.ambiguousIsWide ? 1 : 0
        case .mouse: return options.hasMouse ? 0 : 1
        case .borders: return options.hasBorders ? 0 : 1
        case .truecolour: return options.wantsDirectColour ? 0 : 1
        case .synchronized: return options.synchronizes ? 0 : 1
        case .refunds: return RefundDating.allCases.firstIndex(of: options.refunds) ?? 0
        }
    }

    /// Takes a choice over at once where that can be, and writes it down.
    private func set(_ row: Row, to index: Int, _ context: inout Context) {
        let isOn = index == 0
        var options = context.options
        let entry: ConfigurationEntry
        switch row {
        case .theme:
            guard options.themes.indices.contains(index) else { return }
            options.theme = options.themes[index]
            entry = ConfigurationEntry("theme", "\"\(options.theme)\"")
        case .language:
            options.language = Language.allCases[min(max(0, index), Language.allCases.count - 1)]
            context.catalogue = Catalogue(of: options.language)
            entry = ConfigurationEntry("language", "\"\(options.language.rawValue)\"")
        case .preset:
            options.preset = index == 1 ? "vim" : "standard"
            entry = ConfigurationEntry("preset", "\"\(options.preset)\"")
        case .mouse:
            options.hasMouse = isOn
            context.kept.hasMouse = isOn
            context.commands.append(.mouse(isOn))
            entry = ConfigurationEntry("mouse", "\(isOn)")
        case .borders:
            options.hasBorders = isOn
            context.drawing.borders = isOn
            entry = ConfigurationEntry("borders", "\(isOn)")
        case .ambiguous:
            options.ambiguousIsWide = index == 1
            context.drawing.ambiguousIsWide = index == 1
            entry = ConfigurationEntry("ambiguous", index == 1 ? "2" : "1")
        case .truecolour:
            options.wantsDirectColour = isOn
            entry = ConfigurationEntry("truecolor", "\(isOn)")
        case .synchronized:
            options.synchronizes = isOn
            entry = ConfigurationEntry("sync", "\(isOn)")
        case .refunds:
            guard RefundDating.allCases.indices.contains(index) else { return }
            return context.date(refunds: RefundDating.allCases[index])
        }
        context.options = options
        context.commands.append(.configure(entry))
        if [.preset, .truecolour, .synchronized].contains(row) {
            context.tell(context.say("options.later", "It holds from the next start on."))
        }
    }

    mutating func take(_ answer: Answer, to question: Question, _ context: inout Context) {}
    mutating func fail(_ failure: Failure, at question: Question, _ context: inout Context) {}
    mutating func outdate() {}

    func headline(_ context: Context) -> String { title(context) }

    func commandLine(_ context: Context) -> String {
        ShellText(["settings"], in: context, dated: false, scoped: false).text
    }
}
