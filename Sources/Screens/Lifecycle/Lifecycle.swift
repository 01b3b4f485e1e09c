import Analytics
import Customers
import Filters
import Phrases
import Terminal

/// Who was new, came back, woke up and fell asleep: a row a period, and the figure under the cursor.
struct Lifecycle: Screen {
    var event = "anything"
    var unit = Period.week
    var report = Asked<LifecycleReport>()
    var vocabulary = Asked<Vocabulary>()
    /// The period under the cursor; the last one before the first move.
    var row: Int?
    /// The figure under the cursor: a stage, or all who were active.
    var column = 0
    var isInDetail = false

    var home: Action? { .showLifecycle }
    var stepsByMonth: Bool { true }
    var actions: [Action] {
        [
            .open, .segment, .breakDown, .window, .earlier, .later, .commandLine, .explain, .copy, .asOf, .scope,
            .refresh, .nextPane, .zoom, .up, .down, .left, .right, .pageUp, .pageDown, .first, .last, .cancel,
        ]
    }
    var words: [Action: Phrase] {
        [
            .open: Phrase("segments.open", "people"), .window: Phrase("lifecycle.event", "event"),
            .breakDown: Phrase("flow.period", "period"),
        ]
    }

    func title(_ context: Context) -> String { context.say(Action.showLifecycle.hint) }

    var count: Int { report.value?.entries.count ?? 0 }

    /// The period under the cursor, as far as there is one.
    var place: Int { max(0, min(row ?? count - 1, count - 1)) }

    /// The stage under the cursor; none for all who were active.
    var stage: LifecycleStage? {
        LifecycleStage.allCases.indices.contains(column) ? LifecycleStage.allCases[column] : nil
    }

    /// The people of a figure.
    func people(_ row: Int, _ column: Int) -> Int {
        guard let report = report.value, report.entries.indices.contains(row) else { return 0 }
        let entry = report.entries[row]
        return LifecycleStage.allCases.indices.contains(column) ? entry[LifecycleStage.allCases[column]] : entry.active
    }

    /// The people under the cursor.
    var filter: String {
        guard let report = report.value, count > 0 else { return "" }
        return (stage.map { report.filter($0, in: place) } ?? report.activeFilter(in: place)).text
    }

    mutating func askForMissing(_ context: inout Context) {
        report.ask(.lifecycle(context.query(""), event: event, by: unit), in: &context)
        vocabulary.ask(.vocabulary, in: &context)
    }

    mutating func act(_ action: Action, _ context: inout Context) -> Bool {
        switch action {
        case .up: row = max(0, place - 1)
        case .down: row = min(count - 1, place + 1)
        case .pageUp: row = max(0, place - 10)
        case .pageDown: row = min(count - 1, place + 10)
        case .first: row = 0
        case .last: row = count - 1
        case .left: column = max(0, column - 1)
        case .right: column = min(LifecycleStage.allCases.count, column + 1)
        case .breakDown:
            let next: [Period: Period] = [.day: .week, .week: .month, .month: .day]
            (unit, row) = (next[unit] ?? .week, nil)
        case .window:
            EventChoice(vocabulary.value).show(
                context.say("reports.active", "being active is"), number: 0, present: event, &context)
        case .nextPane, .previousPane: isInDetail.toggle()
        case .open where count > 0: context.steps.append(.push(Profiles(filter: filter, origin: name(context))))
        case .segment where count > 0: context.askToSave(filter, as: name(context))
        case .copy where count > 0: context.commands.append(.copy(tabbed))
        case .cancel where isInDetail: isInDetail = false
        default: return false
        }
        return true
    }

    mutating func choose(_ choice: Choice, for intent: Intent, _ context: inout Context) {
        switch (intent, choice) {
        case (.reportEvent, .item(let index)):
            let choice = EventChoice(vocabulary.value)
            guard index < choice.names.count else { return askInWords(event, &context) }
            (event, row) = (choice.names[index], nil)
        case (.reportEventText, .text(let text)):
            if let refusal = EventChoice.refusal(of: text) {
                return askInWords(text, refusal: context.say(refusal), &context)
            }
            (event, row) = (text, nil)
        default: break
        }
    }

    private func askInWords(_ text: String, refusal: String = "", _ context: inout Context) {
        EventChoice.ask(
            context.say("reports.active", "being active is"), number: 0, present: text, refusal: refusal, &context)
    }

    mutating func take(_ answer: Answer, to question: Question, _ context: inout Context) {
        switch (question, answer) {
        case (_, .lifecycle(let report)): self.report.take(report, to: question)
        case (_, .vocabulary(let names)): vocabulary.take(names, to: question)
        default: break
        }
    }

    mutating func fail(_ failure: Failure, at question: Question, _ context: inout Context) {
        report.fail(failure, at: question)
        vocabulary.fail(failure, at: question)
    }

    mutating func outdate() {
        report.outdate()
        vocabulary.outdate()
    }
}
