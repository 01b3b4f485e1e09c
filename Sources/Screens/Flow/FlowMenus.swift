import Analytics
import Customers
import Filters
import Terminal

/// What people go between is chosen from a menu.
extension Flow {
    /// Segments that can be gone between: the saved ones, then those that are ready.
    private var segments: [String] {
        let saved = saved.value ?? []
        let ready = ReadySegment.all(for: vocabulary.value ?? Vocabulary()).map(\.name)
        return saved + ready.filter { !saved.contains($0) }
    }

    func chooseStates(_ context: inout Context) {
        let labels = [
            context.say("flow.choose.segments", "segments, to choose"),
            context.say("flow.choose.rfm", "groups of RFM"),
            context.say("flow.choose.week", "lifecycle by week"),
            context.say("flow.choose.month", "lifecycle by month"),
            context.say("flow.choose.event", "lifecycle by another event"),
        ]
        let selected =
            switch states {
            case .segments, nil: 0
            case .rfm: 1
            case .lifecycle(_, let unit): unit == .month ? 3 : 2
            }
        let title = context.say("flow.choose", "Go between")
        context.steps.append(.show(.menu(Menu(title, labels: labels, intent: .flowStates, selected: selected))))
    }

    /// What being active is in the lifecycle that is shown, or would be.
    private var event: String {
        if case .lifecycle(let event, _) = states { event } else { "anything" }
    }

    private var unit: Period {
        if case .lifecycle(_, let unit) = states { unit } else { .week }
    }

    mutating func choose(_ choice: Choice, for intent: Intent, _ context: inout Context) {
        switch (intent, choice) {
        case (.flowStates, .item(let index)): change(index, &context)
        case (.flowSegments, .items(let places)):
            let names = places.compactMap { segments.indices.contains($0) ? segments[$0] : nil }
            if !names.isEmpty { show(.segments(names)) }
        case (.reportEvent, .item(let index)):
            let choice = EventChoice(vocabulary.value)
            guard index < choice.names.count else { return askInWords(present: event, &context) }
            show(.lifecycle(event: choice.names[index], by: unit))
        case (.reportEventText, .text(let text)):
            if let refusal = EventChoice.refusal(of: text) {
                return askInWords(present: text, refusal: context.say(refusal), &context)
            }
            show(.lifecycle(event: text, by: unit))
        default: break
        }
    }

    private mutating func change(_ index: Int, _ context: inout Context) {
        switch index {
        case 0:
            let names = segments
            var chosen: [Int] = []
            if case .segments(let present) = states { chosen = present.compactMap { names.firstIndex(of: $0) } }
            let title = context.say("flow.segments", "Segments, the first counts")
            context.steps.append(
                .show(
                    .picker(
                        Picker(title, labels: names.map { shown($0, context) }, chosen: chosen, intent: .flowSegments)))
            )
        case 1: show(.rfm)
        case 2: show(.lifecycle(event: event, by: .week))
        case 3: show(.lifecycle(event: event, by: .month))
        default:
            EventChoice(vocabulary.value).show(
                context.say("reports.active", "being active is"), number: 0, present: event, &context)
        }
    }

    private func askInWords(present: String, refusal: String = "", _ context: inout Context) {
        EventChoice.ask(
            context.say("reports.active", "being active is"), number: 0, present: present, refusal: refusal, &context)
    }

    private mutating func show(_ states: FlowStates) {
        self.states = states
        (row, column) = (0, 1)
        matrix.clear()
        arrow.clear()
    }
}
