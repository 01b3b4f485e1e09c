import Analytics
import Customers
import Filters
import Phrases
import Terminal

/// Who came back: a triangle of cohorts by the periods after their first, and the cell under the cursor.
struct Cohorts: Screen {
    /// What the numbers of the triangle are.
    enum Measure: Int, Hashable, Sendable, CaseIterable {
        case share, people, perPerson, revenue
    }

    var start = "purchase"
    var returning = "purchase"
    var options = RetentionOptions()
    var measure = Measure.share
    var report = Asked<RetentionReport>()
    var vocabulary = Asked<Vocabulary>()
    /// The cohort under the cursor; one beyond the last for the average; none before the first move.
    var row: Int?
    var cell = 1
    var isInDetail = false

    var home: Action? { .showCohorts }
    var stepsByMonth: Bool { true }
    var datesRefunds: Bool { measure != .share && measure != .people && !options.takesGross }
    var actions: [Action] {
        [
            .open, .segment, .measure, .breakDown, .window, .earlier, .later, .commandLine, .explain, .contrast, .copy,
            .asOf,
            .scope, .refresh, .nextPane, .zoom, .up, .down, .left, .right, .pageUp, .pageDown, .first, .last, .cancel,
        ]
    }
    var words: [Action: Phrase] {
        [
            .open: Phrase("segments.open", "people"), .window: Phrase("cohorts.events", "events"),
            .breakDown: Phrase("flow.period", "period"),
        ]
    }

    func title(_ context: Context) -> String { context.say(Action.showCohorts.hint) }

    /// The number of cohorts that are known.
    var count: Int { report.value?.cohorts.count ?? 0 }

    /// Where the cursor stands: on a cohort, or below them on the average.
    var place: Int { max(0, min(row ?? newest, count)) }

    /// The last cohort of which it is known who came back in the period after.
    private var newest: Int {
        report.value?.cohorts.lastIndex { $0.people.count > 1 && $0.people[1] != nil } ?? count - 1
    }

    var isOnAverage: Bool { place >= count }

    /// The people under the cursor: of the cell, or of the whole cohort where its period is not over.
    var filter: String {
        guard let report = report.value, count > 0 else { return "" }
        if isOnAverage { return report.filter(average: cell)?.text ?? "" }
        guard report.cohorts[place].people[cell] != nil else { return report.filter(cohort: place).text }
        return report.filter(cohort: place, cell: cell).text
    }

    mutating func askForMissing(_ context: inout Context) {
        report.ask(
            .retention(context.report, start: start, returning: returning, options), in: &context)
        vocabulary.ask(.vocabulary, in: &context)
    }

    mutating func act(_ action: Action, _ context: inout Context) -> Bool {
        let cells = report.value?.averages.count ?? 1
        switch action {
        case .up: row = max(0, place - 1)
        case .down: row = min(count, place + 1)
        case .pageUp: row = max(0, place - 10)
        case .pageDown: row = min(count, place + 10)
        case .left: cell = max(0, cell - 1)
        case .right: cell = min(cells - 1, cell + 1)
        case .first: (row, cell) = (0, 0)
        case .last: row = count
        case .measure: measure = Measure(rawValue: measure.rawValue + 1) ?? .share
        case .breakDown: changePeriod()
        case .window: chooseParts(&context)
        case .nextPane, .previousPane: isInDetail.toggle()
        case .open where !filter.isEmpty:
            context.steps.append(.push(Profiles(filter: filter, origin: name(context))))
        case .segment where !filter.isEmpty: context.askToSave(filter, as: name(context))
        case .contrast where !filter.isEmpty && !isOnAverage: contrast(&context)
        case .copy where report.value != nil: context.commands.append(.copy(tabbed(context)))
        case .cancel where isInDetail: isInDetail = false
        default: return false
        }
        return true
    }

    mutating func changePeriod() {
        let next: [Period: Period] = [.month: .week, .week: .day, .day: .month]
        options = RetentionOptions(
            by: next[options.unit] ?? .month, countsLater: options.countsLater, takesGross: options.takesGross)
        (row, cell) = (nil, 1)
    }

    mutating func take(_ answer: Answer, to question: Question, _ context: inout Context) {
        switch (question, answer) {
        case (_, .retention(let report)):
            guard self.report.take(report, to: question) else { return }
            cell = max(0, min(cell, report.averages.count - 1))
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

    func headline(_ context: Context) -> String { "\(name(context)) \(number(place, cell, context))" }

    func facts(_ context: Context) -> String {
        context.say("cohorts.facts", "%1, back with %2", start, returning)
    }

    func explanation(_ context: Context) -> Explanation? {
        guard count > 0 else { return nil }
        return Explanation(
            title: "\(name(context)): \(number(place, cell, context))",
            definition: context.say(Glossary.cohort.meaning), filter: filter, isFresh: report.isFresh,
            refunds: datesRefunds ? context.options.refunds : nil)
    }
}
