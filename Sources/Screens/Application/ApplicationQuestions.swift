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
            overlay = .prompt(
                Prompt(
                    context.say("scope.title", "Limit all screens"),
                    note: context.say("scope.note", "A filter such as in segment \"Buyers\"; empty for everyone."),
                    text: context.scope, intent: .scope))
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
