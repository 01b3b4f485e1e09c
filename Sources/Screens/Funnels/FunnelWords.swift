import Analytics
import Customers
import Filters
import Terminal

/// What a funnel says in words: sentences, facts, its command, its definition.
extension FunnelScreen {
    func read(_ context: Context) -> [String] {
        if let failure = figures.failure { return [context.say(failure)] }
        guard let part else { return [] }
        return part.steps.enumerated().map { place, step in
            (place == self.step ? "> " : "")
                + context.say(
                    "funnel.read", "Step %1, %2: %3, %4 of the first step.", "\(place + 1)", step.name,
                    context.people(step.profiles), Numbers.percent(FunnelShares(part, at: place).ofFirst))
        }
    }

    func headline(_ context: Context) -> String {
        guard let part else { return title(context) }
        return context.say(
            "funnel.headline", "%1 of %2", Numbers.short(part.converted), Numbers.short(part.entered))
    }

    func facts(_ context: Context) -> String {
        guard let figures = figures.value else { return "" }
        return context.say(
            "funnel.facts", "%1, within %2, %3 ms", orderName(context), windowName(context),
            Numbers.decimal(figures.milliseconds, places: 0))
    }

    func commandLine(_ context: Context) -> String {
        var shell = ShellText(["funnel"], in: context)
        if case .saved(let name) = reference {
            shell.add(nil, name)
        } else {
            for step in funnel.steps { shell.add("--step", step.text) }
            shell.add("--within", windowOption)
            if funnel.order != .ordered { shell.add("--order", funnel.order.rawValue) }
            for event in funnel.excluded { shell.add("--exclude", event.text) }
            if funnel.endsAtExcluded { shell.add(flag: "--exclude-as-drop") }
            if funnel.startsAtFirst { shell.add(flag: "--first-start") }
        }
        if let days = stretch.days(context) {
            shell.add("--from", days.lowerBound.description)
            shell.add("--to", days.upperBound.description)
        }
        switch split {
        case nil: break
        case .trait(let name)?: shell.add("--breakdown", name)
        case .property(let name, let touch)?:
            shell.add("--breakdown", "event.\(name)")
            if touch == .last { shell.add("--touch", "last") }
        case .eachValue(let name)?:
            shell.add("--breakdown", "event.\(name)")
            shell.add("--touch", "each")
        }
        if countsAttempts { shell.add(flag: "--each-attempt") }
        return shell.text
    }

    private var windowOption: String {
        guard let within = funnel.within else { return "none" }
        switch within.unit {
        case .minutes: return "\(within.count)m"
        case .hours: return "\(within.count)h"
        case .weeks: return "\(within.count)w"
        default: return "\(within.count)d"
        }
    }

    func explanation(_ context: Context) -> Explanation? {
        guard let figures = figures.value else { return nil }
        return Explanation(
            title: "\(origin(context)): \(context.people(count))",
            definition: context.say(
                "funnel.definition",
                """
                Everyone counts once, by the best attempt: the deepest, then the fastest, then the earliest. An attempt is open \
                while less than one window has passed since it began.
                """), filter: filter(context), isFresh: self.figures.isFresh, milliseconds: figures.milliseconds,
            rowsRead: figures.report.events)
    }
}
