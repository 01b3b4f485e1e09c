import Filters
import Terminal

/// Which report the grid shows: its groups, what counts, and from when on.
extension RFM {
    /// Shows what the report is made of; each choice changes it.
    func chooseReport(_ context: inout Context, selected: Int = 0) {
        let items = reportLines(context).enumerated().map { index, line in
            Menu.Item(key: .character(Character("\(index + 1)")), label: line.label, note: line.note)
        }
        let title = context.say("rfm.report.title", "The report")
        context.steps.append(.show(.menu(Menu(title, items: items, intent: .report, selected: selected))))
    }

    private func reportLines(_ context: Context) -> [(label: String, note: String)] {
        let groups: String
        if case .fixed = variant.division {
            groups = context.say("rfm.report.fixed", "fixed borders")
        } else {
            groups = "\(squares.scores)"
        }
        let frequency =
            variant.countsDays
            ? context.say("rfm.report.days", "days with a purchase") : context.say("rfm.report.orders", "purchases")
        let monetary =
            variant.takesAverage
            ? context.say("rfm.report.average", "average of an order") : context.say("rfm.report.sum", "sum")
        let revenue =
            variant.isGross
            ? context.say("rfm.report.gross", "before refunds") : context.say("rfm.report.net", "after refunds")
        return [
            (context.say("rfm.report.groups", "groups on every axis"), groups),
            (context.say("rfm.report.frequency", "frequency counts"), frequency),
            (context.say("rfm.report.monetary", "monetary value is the"), monetary),
            (context.say("rfm.report.revenue", "revenue"), revenue),
            (context.say("rfm.report.terms", "in words: fixed borders, since a date"), variant.text),
            (context.say("rfm.report.standard", "the report of the workspace"), ""),
        ]
    }

    mutating func choose(_ choice: Choice, for intent: Intent, _ context: inout Context) {
        switch (intent, choice) {
        case (.report, .item(let index)): change(index, &context)
        case (.reportGroups, .item(let index)):
            variant.division = .groups(index + 2)
        case (.reportTerms, .text(let text)): take(terms: text, &context)
        case (.sort, .item(let index)): arrange(by: TableOrder.column(ofEntry: index), context)
        default: break
        }
    }

    private mutating func change(_ index: Int, _ context: inout Context) {
        switch index {
        case 0:
            let title = context.say("rfm.report.groups", "groups on every axis")
            let menu = Menu(
                title, labels: (2...10).map { "\($0)" }, intent: .reportGroups,
                selected: min(10, max(2, squares.scores)) - 2)
            return context.steps.append(.show(.menu(menu)))
        case 1: variant.countsDays.toggle()
        case 2: variant.takesAverage.toggle()
        case 3: variant.isGross.toggle()
        case 4: return askForTerms(variant.text, &context)
        default:
            variant = .standard
            return
        }
        chooseReport(&context, selected: index)
    }

    private func askForTerms(_ text: String, refusal: String = "", _ context: inout Context) {
        var prompt = Prompt(
            context.say("rfm.report.title", "The report"),
            note: context.say(
                "rfm.report.note", "As in: groups 7, frequency days, since 2026-01-01. ? tells of fixed borders."),
            text: text, intent: .reportTerms)
        prompt.refusal = refusal
        context.steps.append(.show(.prompt(prompt)))
    }

    private mutating func take(terms text: String, _ context: inout Context) {
        do throws(SyntaxError) {
            variant = try RFMVariant(parsing: text)
        } catch {
            askForTerms(text, refusal: context.say(error.phrase), &context)
        }
    }

    /// The options that print the same report.
    func addOptions(to shell: inout ShellText) {
        switch variant.division {
        case .groups(let count): shell.add("--groups", "\(count)")
        case .fixed(let borders):
            shell.add("--groups", "\(borders.days.count + 1)")
            let axes = [
                borders.days.map { "\($0)" }, borders.purchases.map { "\($0)" }, borders.revenue.map(\.description),
            ]
            shell.add("--fixed", axes.map { $0.joined(separator: ",") }.joined(separator: "/"))
        case nil: break
        }
        if variant.rule != .share { shell.add("--rule", variant.rule.rawValue) }
        if variant.countsDays { shell.add("--frequency", "days") }
        if variant.takesAverage { shell.add("--monetary", "average") }
        if variant.isGross { shell.add("--revenue", "gross") }
        if let start = variant.sinceText { shell.add("--since", start) }
    }
}
