import Analytics
import Filters
import Terminal

/// What the triangle is about is chosen from a menu.
extension Cohorts {
    func chooseParts(_ context: inout Context, selected: Int = 0) {
        let revenue =
            options.takesGross
            ? context.say("rfm.report.gross", "before refunds") : context.say("rfm.report.net", "after refunds")
        let counted =
            options.countsLater
            ? context.say("cohorts.counts.later", "in the period or later")
            : context.say("cohorts.counts.in", "in the period")
        let lines = [
            (context.say("cohorts.part.start", "begins with"), start),
            (context.say("cohorts.part.return", "comes back with"), returning),
            (context.say("cohorts.part.period", "period"), unitName(context)),
            (context.say("cohorts.part.counts", "a cell counts who came back"), counted),
            (context.say("rfm.report.revenue", "revenue"), revenue),
            (context.say("cohorts.part.refunds", "refunds count"), context.say(context.options.refunds.phrase)),
        ]
        let items = lines.enumerated().map { index, line in
            Menu.Item(key: .character(Character("\(index + 1)")), label: line.0, note: line.1)
        }
        let title = context.say("cohorts.parts", "The triangle")
        context.steps.append(.show(.menu(Menu(title, items: items, intent: .reportParts, selected: selected))))
    }

    private func title(ofEvent number: Int, _ context: Context) -> String {
        number == 0
            ? context.say("cohorts.part.start", "begins with") : context.say("cohorts.part.return", "comes back with")
    }

    mutating func choose(_ choice: Choice, for intent: Intent, _ context: inout Context) {
        switch (intent, choice) {
        case (.reportParts, .item(let index)): change(index, &context)
        case (.reportEvent(let number), .item(let index)):
            let choice = EventChoice(vocabulary.value)
            guard index < choice.names.count else {
                return EventChoice.ask(
                    title(ofEvent: number, context), number: number, present: number == 0 ? start : returning,
                    &context)
            }
            take(event: choice.names[index], as: number)
        case (.reportEventText(let number), .text(let text)):
            guard let refusal = EventChoice.refusal(of: text) else { return take(event: text, as: number) }
            EventChoice.ask(
                title(ofEvent: number, context), number: number, present: text, refusal: context.say(refusal), &context)
        default: break
        }
    }

    private mutating func take(event: String, as number: Int) {
        if number == 0 { start = event } else { returning = event }
        row = nil
    }

    private mutating func change(_ index: Int, _ context: inout Context) {
        switch index {
        case 0, 1:
            return EventChoice(vocabulary.value).show(
                title(ofEvent: index, context), number: index, present: index == 0 ? start : returning, &context)
        case 2: changePeriod()
        case 3: options.countsLater.toggle()
        case 4: options.takesGross.toggle()
        default: context.date(refunds: context.countsRefundsByOrder ? .ownDate : .orderDate)
        }
        chooseParts(&context, selected: index)
    }
}
