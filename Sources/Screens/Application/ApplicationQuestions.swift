import Customers
import Phrases
import Terminal

extension Application {
    /// Changes the date or the scope of all questions.
    mutating func changeQuestion(_ action: Action) {
        guard context.store != nil else {
            return context.tell(context.say("store.none", "There is no store yet: choose one first."), .warning)
        }
        switch action {
        case .scope:
            wantsScopes = true
            context.ask(.segments)
        case .asOf:
            overlay = .prompt(
                Prompt(
                    context.say("asof.title", "Date of the question"),
                    note: context.say("asof.note", "A day such as 2026-01-31, from its first moment; empty for now."),
                    text: context.asOfText ?? "", intent: .asOf))
        case .earlier: step(-1)
        default: step(1)
        }
    }

    /// Shows what all screens can be limited to: everyone, a saved segment, or a filter.
    mutating func showScopes(_ segments: [Segment]) {
        let names = segments.map(\.name)
        (wantsScopes, scopeNames) = (false, names)
        let labels =
            [context.say("scope.everyone", "everyone")] + names + [
                context.say("scope.filter", "a filter, written here")
            ]
        let present = names.firstIndex { FilterTexts.segment($0) == context.scope }
        var menu = Menu(
            context.say("scope.title", "Limit all screens"), labels: labels, intent: .scopeChoice,
            selected: context.scope.isEmpty ? 0 : present.map { $0 + 1 } ?? labels.count - 1)
        menu.items[menu.scroll.selected].note = String(context.drawing.glyphs.marked)
        overlay = .menu(menu)
    }

    mutating func chooseScope(_ index: Int) {
        switch index {
        case 0: setScope("")
        case 1..<scopeNames.count + 1: setScope(FilterTexts.segment(scopeNames[index - 1]))
        default:
            overlay = .prompt(
                Prompt(
                    context.say("scope.title", "Limit all screens"),
                    note: context.say("scope.note", "A filter such as in segment \"Buyers\"; empty for everyone."),
                    text: context.scope, intent: .scope))
        }
    }

    mutating func setScope(_ scope: String) {
        context.scope = scope
        context.tell(
            scope.isEmpty
                ? context.say("scope.none", "All screens show everyone.")
                : context.say("scope.is", "All screens are limited to: %1", scope))
    }

    private mutating func step(_ direction: Int) {
        let date = context.asOfDate ?? context.today.adding(days: 1)
        let next = front.stepsByMonth ? month(beside: date, direction) : date.adding(days: direction)
        setAsOf(next > context.today ? .now : .day(next))
    }

    /// The first day of a month: the last one before a date, or the next one after it.
    private func month(beside date: CivilDate, _ direction: Int) -> CivilDate {
        direction < 0 ? date.adding(days: -1).monthStart : date.monthStart.adding(months: 1)
    }

    mutating func setAsOf(_ moment: Moment) {
        context.asOf = moment
        let text = context.asOfText.map { context.say("asof.is", "As of %1.", $0) }
        context.tell(text ?? context.say("asof.now", "As of now."))
    }
}
