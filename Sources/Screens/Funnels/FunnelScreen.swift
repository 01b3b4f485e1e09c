import Analytics
import Customers
import Filters
import Phrases
import Terminal

/// One funnel: its steps as bars, what became of those at the step under the cursor, its groups and its course.
struct FunnelScreen: Screen {
    /// Whose people Enter opens at the step under the cursor.
    static let states: [FunnelState] = [.reached, .dropped, .open]

    /// The name it is saved under, or would be; empty for none.
    var name: String
    var funnel: Funnel
    /// The funnel as it is saved; none for one that is not.
    var savedFunnel: Funnel?
    var stretch = ReportStretch.days30
    var split: FunnelSplit.Subject?
    var countsAttempts = false
    var isCompared = false
    var step = 0
    var state = 0
    var group: Int?
    /// By the place of a column of the table of groups.
    var groupOrder = TableOrder<Int>()
    var isInGroups = false
    var figures = Asked<FunnelFigures>()
    var earlier = Asked<FunnelFigures>()
    var vocabulary = Asked<Vocabulary>()
    /// What the menus offered last.
    var offered: [FunnelSplit.Subject?] = []
    /// The days of the report that is shown.
    var shownDays: ClosedRange<CivilDate>?
    /// Funnels before changes, for undoing.
    var past: [Funnel] = []

    init(_ listed: Funnels.Listed) {
        name = listed.name
        funnel = listed.funnel
        savedFunnel = listed.isSaved ? listed.funnel : nil
    }

    var home: Action? { nil }
    var actions: [Action] {
        [
            .open, .breakDown, .window, .add, .filter, .delete, .compare, .segment, .save, .measure, .undo, .sort,
            .commandLine, .explain, .contrast, .copy, .asOf, .scope, .refresh, .nextPane, .zoom, .up, .down, .left,
            .right,
            .cancel,
        ]
    }
    var words: [Action: Phrase] {
        [
            .open: Phrase("segments.open", "people"), .add: Phrase("funnel.add", "add step"),
            .filter: Phrase("funnel.edit", "edit step"), .delete: Phrase("funnel.delete", "drop step"),
        ]
    }

    func title(_ context: Context) -> String {
        name.isEmpty ? context.say("funnel.unnamed", "New funnel") : name
    }

    func wish(_ context: Context, back stretches: Int = 0) -> FunnelWish {
        var wish = FunnelWish(funnel, days: stretch.days(context, back: stretches))
        wish.split = split
        wish.countsAttempts = countsAttempts
        wish.by = stretch.period
        return wish
    }

    mutating func askForMissing(_ context: inout Context) {
        vocabulary.ask(.vocabulary, in: &context)
        figures.ask(.funnel(context.query(""), wish(context)), in: &context)
        guard isCompared, figures.isSettled, stretch != .all else { return }
        earlier.ask(.funnel(context.query(""), wish(context, back: 1)), in: &context)
    }

    var report: FunnelReport? { figures.value?.report }

    /// The steps at hand: of all, or of the group under the cursor.
    var part: FunnelReport.Part? {
        guard let report else { return nil }
        return group.flatMap { $0 < report.groups.count ? report.groups[$0] : nil } ?? report.whole
    }

    /// How filters name the funnel.
    var reference: FunnelReference {
        savedFunnel == funnel && !name.isEmpty ? .saved(name) : .defined(funnel)
    }

    /// The people behind the cursor.
    func filter(_ context: Context) -> String {
        guard let report else { return "" }
        return report.filter(
            Self.states[state], at: step + 1, of: reference,
            begun: shownDays.map { .between(.date($0.lowerBound), .date($0.upperBound)) }, in: group
        ).text
    }

    /// How many they are.
    var count: Int {
        guard let part, step < part.steps.count else { return 0 }
        switch Self.states[state] {
        case .reached: return part.steps[step].profiles
        case .dropped: return part.steps[step].dropped
        case .open: return part.steps[step].open
        }
    }

    /// What the cursor is on.
    func origin(_ context: Context) -> String {
        let place = "\(step + 1) \(funnel.steps[step].event)"
        let words =
            switch Self.states[state] {
            case .reached: context.say("funnel.reached", "reached %1", place)
            case .dropped: context.say("funnel.dropped", "dropped at %1", place)
            case .open: context.say("funnel.stillopen", "open at %1", place)
            }
        return group.map { "\(words), \(groupName($0, context))" } ?? words
    }

    func groupName(_ group: Int, _ context: Context) -> String {
        guard let split = report?.split, group < split.groups.count else { return "" }
        switch split.groups[group].kind {
        case .value(.compare(.equal, .boolean(let isTrue))): return context.text(Value.boolean(isTrue))
        case .value: return split.groups[group].name ?? ""
        case .others: return context.say("funnel.others", "other values")
        case .missing: return context.say("funnel.none", "none")
        }
    }

    mutating func act(_ action: Action, _ context: inout Context) -> Bool {
        switch action {
        case .up, .down: move(action == .up ? -1 : 1)
        case .left: state = max(0, state - 1)
        case .right: state = min(Self.states.count - 1, state + 1)
        case .first: step = 0
        case .last: step = funnel.steps.count - 1
        case .nextPane, .previousPane: enterGroups()
        case .open: openPeople(&context)
        case .segment where report != nil: context.askToSave(filter(context), as: origin(context))
        case .contrast where report != nil: contrast(&context)
        case .copy: context.commands.append(.copy(report.map(tabbed) ?? ""))
        case .cancel where isInGroups: (isInGroups, group) = (false, nil)
        default: return change(action, &context)
        }
        return true
    }

    private mutating func move(_ rows: Int) {
        guard isInGroups else {
            step = min(funnel.steps.count - 1, max(0, step + rows))
            return
        }
        let groups = orderedGroups
        guard let place = groups.firstIndex(of: group ?? 0) else { return }
        group = groups[min(groups.count - 1, max(0, place + rows))]
    }

    private mutating func enterGroups() {
        guard let report, !report.groups.isEmpty else { return }
        isInGroups.toggle()
        group = isInGroups ? group ?? orderedGroups.first : nil
    }

    private func openPeople(_ context: inout Context) {
        guard report != nil, !countsAttempts || count > 0 else { return }
        context.steps.append(.push(Profiles(filter: filter(context), origin: origin(context))))
    }

    private func tabbed(_ report: FunnelReport) -> String {
        report.whole.steps.map { "\($0.name)\t\($0.profiles)\t\($0.dropped)\t\($0.open)" }.joined(separator: "\n")
    }

    mutating func take(_ answer: Answer, to question: Question, _ context: inout Context) {
        switch (question, answer) {
        case (.vocabulary, .vocabulary(let names)): vocabulary.take(names, to: question)
        case (_, .funnel(let answer)):
            guard figures.take(answer, to: question) else {
                earlier.take(answer, to: question)
                break
            }
            if case .funnel(_, let wish) = question { shownDays = wish.days }
            stayInside()
        case (.saveFunnel(let name, let text), .funnels):
            self.name = name
            savedFunnel = try? Funnel(parsing: text)
            context.tell(context.say("editor.saved", "‘%1’ is saved.", name))
        default: break
        }
    }

    /// Keeps the cursor on what there is.
    private mutating func stayInside() {
        step = min(step, funnel.steps.count - 1)
        if let group, group >= report?.groups.count ?? 0 { (self.group, isInGroups) = (nil, false) }
    }

    mutating func fail(_ failure: Failure, at question: Question, _ context: inout Context) {
        figures.fail(failure, at: question)
        earlier.fail(failure, at: question)
        vocabulary.fail(failure, at: question)
    }

    mutating func outdate() {
        figures.outdate()
        earlier.outdate()
        vocabulary.outdate()
    }

    mutating func settle() { figures.settle() }
}
