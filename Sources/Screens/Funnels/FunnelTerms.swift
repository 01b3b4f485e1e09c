import Filters
import Terminal

/// The terms of a funnel that are chosen from a menu: days, window, order, excluded events.
extension FunnelScreen {
    private static let windows: [Filters.Span?] = [
        .init(30, .minutes), .init(1, .hours), .init(1, .days), .init(7, .days), .init(14, .days), .init(30, .days),
        .init(90, .days), nil,
    ]

    func chooseTerms(_ context: inout Context, selected: Int = 0) {
        let excluded = funnel.excluded.map(\.text).joined(separator: ", ")
        let lines = [
            (context.say("funnel.terms.days", "attempts begin in"), stretch.name(context)),
            (context.say("funnel.terms.window", "from first to last step"), windowName(context)),
            (context.say("funnel.terms.order", "order"), orderName(context)),
            (context.say("funnel.terms.excluded", "events that must not lie between"), excluded),
            (
                context.say("funnel.terms.ends", "such an event"),
                funnel.endsAtExcluded
                    ? context.say("funnel.terms.drop", "ends the attempt")
                    : context.say("funnel.terms.out", "takes the person out")
            ),
            (
                context.say("funnel.terms.start", "an attempt begins"),
                funnel.startsAtFirst
                    ? context.say("funnel.start.first", "at the first event ever")
                    : context.say("funnel.start.any", "at any event of step 1")
            ),
        ]
        let items = lines.enumerated().map { index, line in
            Menu.Item(key: .character(Character("\(index + 1)")), label: line.0, note: line.1)
        }
        let menu = Menu(
            context.say("funnel.terms", "The funnel"), items: items, intent: .funnelTerms, selected: selected)
        context.steps.append(.show(.menu(menu)))
    }

    func windowName(_ context: Context) -> String {
        funnel.within.map { context.span($0) } ?? context.say("funnel.window.any", "any time")
    }

    func orderName(_ context: Context) -> String {
        switch funnel.order {
        case .ordered: context.say("funnel.order.ordered", "one after the other")
        case .strict: context.say("funnel.order.strict", "nothing in between")
        case .any: context.say("funnel.order.any", "any order")
        }
    }

    /// Takes the next value of a term, or asks for it.
    mutating func changeTerm(_ index: Int, _ context: inout Context) {
        var changed = funnel
        switch index {
        case 0:
            stretch = ReportStretch(rawValue: stretch.rawValue + 1) ?? .days7
            if stretch == .all { isCompared = false }
        case 1:
            let place = Self.windows.firstIndex(of: funnel.within) ?? Self.windows.count - 1
            changed.within = Self.windows[(place + 1) % Self.windows.count]
        case 2:
            let orders = Funnel.Order.allCases
            changed.order = orders[((orders.firstIndex(of: funnel.order) ?? 0) + 1) % orders.count]
            if changed.order == .any { countsAttempts = false }
        case 3: return askForExcluded(funnel.excluded.map(\.text).joined(separator: ", "), &context)
        case 5: changed.startsAtFirst.toggle()
        default: changed.endsAtExcluded = !funnel.endsAtExcluded && !funnel.excluded.isEmpty
        }
        if changed != funnel {
            past.append(funnel)
            funnel = changed
        }
        chooseTerms(&context, selected: index)
    }

    private func askForExcluded(_ text: String, refusal: String = "", _ context: inout Context) {
        var prompt = Prompt(
            context.say("funnel.terms.excluded", "events that must not lie between"),
            note: context.say("funnel.excluded.note", "Events with commas between, or nothing."), text: text,
            intent: .funnelExcluded)
        prompt.refusal = refusal
        context.steps.append(.show(.prompt(prompt)))
    }

    mutating func takeExcluded(_ text: String, _ context: inout Context) {
        var changed = funnel
        do throws(SyntaxError) {
            let words = text.trimmed.isEmpty ? "" : " without \(text)"
            // Read as part of a funnel, so that commas part events and not values.
            changed.excluded = try Funnel(parsing: "(a then b\(words))").excluded
        } catch {
            return askForExcluded(text, refusal: context.say(error.phrase), &context)
        }
        changed.endsAtExcluded = changed.endsAtExcluded && !changed.excluded.isEmpty
        past.append(funnel)
        funnel = changed
    }
}
