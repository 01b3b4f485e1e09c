import Phrases
public import Terminal

extension Application {
    /// The screens and their names, in the order of the menu.
    static let places: [Action: Phrase] = {
        let shown: [Action] = [
            .showDashboard, .showProfiles, .showSegments, .showRFM, .showFunnels, .showCohorts, .showJourneys,
            .showLive, .showData, .showLifecycle, .showFlow, .showMailings, .showSessions, .showValue, .showImports,
            .showQuality, .showDuplicates, .showConsents, .showExperiments, .showOptions,
        ]
        return Dictionary(uniqueKeysWithValues: shown.map { ($0, $0.hint) })
    }()

    /// The screens that are there, each by the name under which a command opens it.
    public static let screenNames: [(name: String, action: Action)] = Action.allCases.compactMap { action in
        guard screen(for: action) != nil else { return nil }
        return (String(action.rawValue.dropFirst("show-".count)), action)
    }

    /// The screen that an action shows; none for one that is not there yet.
    static func screen(for action: Action) -> (any Screen)? {
        switch action {
        case .showDashboard: Dashboard()
        case .showProfiles: Profiles()
        case .showSegments: Segments()
        case .showRFM: RFM()
        case .showFunnels: Funnels()
        case .showCohorts: Cohorts()
        case .showLifecycle: Lifecycle()
        case .showFlow: Flow()
        case .showValue: CustomerValue()
        case .showMailings: Mailings()
        case .showSessions: Visits()
        case .showImports: Imports()
        case .showOptions: Options()
        default: nil
        }
    }

    /// Shows a screen: the one that is open already, or a new one over the first.
    mutating func go(to action: Action, named name: Phrase) {
        guard context.store != nil else {
            return context.tell(context.say("store.none", "There is no store yet: choose one first."), .warning)
        }
        guard front.home != action else { return }
        guard let screen = Self.screen(for: action) else {
            let sentence = context.say("screen.missing", "%1: this screen is not there yet.", context.say(name))
            return context.tell(sentence, .warning)
        }
        guard !stack.contains(where: \.isImporting) else {
            let sentence = context.say("screen.importing", "An import is under way; Esc stops it.")
            return context.tell(sentence, .warning)
        }
        context.isZoomed = false
        for (place, open) in stack.enumerated() {
            guard let home = open.home else { continue }
            let isFirst = place == 0 && stack.dropFirst().contains(where: \.isUnfinished)
            shelf[home] = isFirst ? stack : [open]
        }
        stack = shelf.removeValue(forKey: action) ?? [screen]
    }

    /// The choices after the first key of a sequence.
    func goToMenu(after key: Key) -> Menu {
        let isOwn = !context.keys.menu(after: key).isEmpty
        let prefix = isOwn ? key : context.keys.layout.latin(key) ?? key
        let items = context.keys.menu(after: prefix).map { entry in
            let isMissing = Self.places[entry.action] != nil && Self.screen(for: entry.action) == nil
            return Menu.Item(
                key: entry.key, label: context.say(entry.action.hint),
                note: isMissing ? context.say("screen.later", "not there yet") : "")
        }
        return Menu(context.say("menu.go", "Go to"), items: items, intent: .goTo(prefix))
    }
}
