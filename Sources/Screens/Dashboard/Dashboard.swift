import Analytics
import Customers
import Phrases
import Terminal

/// What happened lately: chosen measures against the period before, segments that moved, and what needs attention.
struct Dashboard: Screen {
    enum Pane: Int, Hashable, Sendable, CaseIterable {
        case tiles, segments, flow, attention
    }

    var figures = Asked<DashboardFigures>()
    var pane = Pane.tiles
    var tile = 0
    var segments = Scroll()
    /// Whether the cursor is on those who moved, not on those who started.
    var isOnMoved = true
    var notices = Scroll()

    var home: Action? { .showDashboard }
    var stepsByMonth: Bool { false }
    var actions: [Action] {
        [
            .open, .nextPane, .window, .columns, .measure, .segment, .explain, .commandLine, .copy, .asOf, .earlier,
            .later, .scope, .refresh, .zoom, .previousPane, .up, .down, .left, .right, .first, .last, .cancel,
        ]
    }
    var datesRefunds: Bool { true }
    var words: [Action: Phrase] {
        [
            .open: Phrase("segments.open", "people"), .window: Phrase("dashboard.window", "days"),
            .columns: Phrase("dashboard.tiles", "measures"), .measure: Phrase("dashboard.limit", "limit"),
        ]
    }

    func title(_ context: Context) -> String { context.say(Action.showDashboard.hint) }

    func tiles(_ context: Context) -> [Metric] { context.kept.dashboard.tiles }

    /// The measure under the cursor.
    func metric(_ context: Context) -> Metric {
        let tiles = tiles(context)
        return tiles[min(tile, tiles.count - 1)]
    }

    mutating func askForMissing(_ context: inout Context) {
        let layout = context.kept.dashboard
        figures.ask(.dashboard(context.report, days: layout.days, of: layout.measures), in: &context)
    }

    mutating func act(_ action: Action, _ context: inout Context) -> Bool {
        switch action {
        case .up, .down, .left, .right, .pageUp, .pageDown, .first, .last: return move(action, context)
        case .nextPane: show(pane.rawValue + 1)
        case .previousPane: show(pane.rawValue - 1)
        case .open: open(&context)
        case .segment: askForName(&context)
        case .columns: chooseTiles(&context)
        case .window: chooseDays(&context)
        case .measure where pane == .tiles: askForLimit(of: metric(context), &context)
        case .copy: context.commands.append(.copy(tabbed(context)))
        case .cancel where pane != .tiles: pane = .tiles
        default: return false
        }
        return true
    }

    private mutating func show(_ number: Int) {
        let count = Pane.allCases.count
        pane = Pane(rawValue: (number + count) % count) ?? .tiles
    }

    private mutating func move(_ action: Action, _ context: Context) -> Bool {
        switch pane {
        case .tiles:
            let last = tiles(context).count - 1
            let row = tilesInRow(context)
            let step = [Action.up: -row, .down: row, .left: -1, .right: 1][action]
            let wanted = step.map { tile + $0 } ?? (action == .first ? 0 : last)
            // Up and down stay in their column of tiles.
            if abs(wanted - tile) == 1 || (0...last).contains(wanted) { tile = min(max(0, wanted), last) }
            return true
        case .segments: return segments.move(action, page: 8)
        case .flow:
            isOnMoved = [.down, .right, .last, .pageDown].contains(action)
            return true
        case .attention: return notices.move(action, page: 8)
        }
    }

    mutating func take(_ answer: Answer, to question: Question, _ context: inout Context) {
        switch (question, answer) {
        case (_, .dashboard(let value)):
            guard figures.take(value, to: question) else { return }
            segments.resize(to: value.segments.count)
            notices.resize(to: notices(context).count)
        case (.saveSegment, .segments): figures.outdate()
        default: break
        }
    }

    mutating func fail(_ failure: Failure, at question: Question, _ context: inout Context) {
        figures.fail(failure, at: question)
    }

    mutating func outdate() { figures.outdate() }

    mutating func settle() { figures.settle() }

    func headline(_ context: Context) -> String {
        let metric = metric(context)
        return context.text(figures.value?.now(metric), isShort: true)
    }

    func facts(_ context: Context) -> String {
        guard let value = figures.value else { return "" }
        return context.say(
            "dashboard.facts", "%1 to %2, against as many days before", value.days.lowerBound.description,
            value.days.upperBound.description)
    }

    func commandLine(_ context: Context) -> String {
        var shell = ShellText(["metrics"], in: context)
        if let days = figures.value?.days {
            shell.add("--from", days.lowerBound.description)
            shell.add("--to", days.upperBound.description)
        }
        shell.add(context.options.refunds)
        shell.add("--measures", tiles(context).map(\.rawValue).joined(separator: ","))
        return shell.text
    }

    func explanation(_ context: Context) -> Explanation? {
        guard let value = figures.value, let selected = selection(context) else { return nil }
        let definition =
            switch pane {
            case .tiles:
                [context.say(metric(context).meaning), context.note(on: metric(context))].joined(separator: " ")
                    + context.say(
                        "dashboard.period", "%1 to %2; today counts as far as it has come.",
                        value.days.lowerBound.description, value.days.upperBound.description)
            case .segments: context.say(Glossary.segment.meaning)
            case .flow:
                context.say(
                    "dashboard.flow.meaning",
                    "Who was in the first segment when the period began, and of them those who are in the second now.")
            case .attention:
                context.say(
                    "dashboard.attention.meaning",
                    "Measures beyond their limits, segments that moved by a tenth or more, imports that refused rows.")
            }
        return Explanation(
            title: selected.name, definition: definition, filter: selected.filter ?? "", isFresh: figures.isFresh,
            milliseconds: value.milliseconds,
            refunds: pane == .tiles && metric(context).takesRefunds ? context.options.refunds : nil)
    }
}
