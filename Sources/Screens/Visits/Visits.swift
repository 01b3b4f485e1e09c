import Analytics
import Customers
import Filters
import Phrases
import Terminal

/// Visits worked out from the gaps between events: a row a period, and the figure under the cursor.
struct Visits: Screen {
    /// What a column shows.
    enum Figure: Int, Hashable, Sendable, CaseIterable {
        case visits, people, events, median, mean, single, most, buyers, conversion

        /// Whether the figure is a number of people, which Enter opens exactly.
        var isOfPeople: Bool { self == .people || self == .buyers }
    }

    var report = Asked<SessionReport>()
    /// The row under the cursor, the one of all periods after theirs; the last period before the first move.
    var row: Int?
    var figure = Figure.visits
    var unit = Period.week
    var stretch = ReportStretch.days90
    /// A longer gap begins a visit, in minutes.
    var gap = 30

    /// Gaps that can be chosen, in minutes.
    static let gaps = [15, 30, 60, 120]

    var home: Action? { .showSessions }
    var stepsByMonth: Bool { true }
    var actions: [Action] {
        [
            .open, .segment, .breakDown, .window, .measure, .explain, .commandLine, .copy, .asOf, .earlier, .later,
            .scope, .refresh, .zoom, .up, .down, .left, .right, .pageUp, .pageDown, .first, .last,
        ]
    }
    var words: [Action: Phrase] {
        [
            .open: Phrase("segments.open", "people"), .window: Phrase("mailings.days", "days"),
            .breakDown: Phrase("flow.period", "period"), .measure: Phrase("visits.gap", "gap"),
        ]
    }

    func title(_ context: Context) -> String { context.say(Action.showSessions.hint) }

    /// The periods; the row after them is of all of them.
    var count: Int { report.value?.periods.count ?? 0 }

    /// The row under the cursor, as far as there is one.
    var place: Int { max(0, min(row ?? count - 1, count)) }

    /// The period under the cursor; none for all of them.
    var period: Int? { place < count ? place : nil }

    /// Whether there is any visit to show.
    var isEmpty: Bool { (report.value?.total.people ?? 0) == 0 && (report.value?.total.sessions ?? 0) == 0 }

    /// The figures that there is room for, from the left.
    func figures(_ context: Context) -> [Figure] {
        switch context.sizeClass {
        case .wide: Figure.allCases
        case .regular: [.visits, .people, .events, .median, .single, .buyers, .conversion]
        case .narrow: [.visits, .people, .median, .conversion]
        case .single, .line: [.visits, .people, .median]
        }
    }

    /// The figure under the cursor, of those that there is room for.
    func chosen(_ context: Context) -> Figure {
        let shown = figures(context)
        return shown.contains(figure) ? figure : shown[0]
    }

    /// The people under the cursor: those with an event in the period, or those who bought in it.
    func filter(_ context: Context) -> String? {
        guard let report = report.value else { return nil }
        switch chosen(context) {
        case .buyers, .conversion: return report.buyersFilter(in: period)?.text
        default: return report.people(in: period)?.text
        }
    }

    mutating func askForMissing(_ context: inout Context) {
        report.ask(
            .sessions(context.query(""), gapMinutes: gap, days: stretch.days(context), by: unit), in: &context)
    }

    mutating func act(_ action: Action, _ context: inout Context) -> Bool {
        switch action {
        case .up: row = max(0, place - 1)
        case .down: row = min(count, place + 1)
        case .pageUp: row = max(0, place - 10)
        case .pageDown: row = min(count, place + 10)
        case .first: row = 0
        case .last: row = count
        case .left, .right: move(by: action == .left ? -1 : 1, context)
        case .breakDown:
            let next: [Period: Period] = [.day: .week, .week: .month, .month: .day]
            (unit, row) = (next[unit] ?? .week, nil)
        case .window: (stretch, row) = (ReportStretch(rawValue: stretch.rawValue + 1) ?? .days7, nil)
        case .measure: gap = Self.gaps.first { $0 > gap } ?? Self.gaps[0]
        case .open:
            guard let filter = filter(context) else { return tellNobody(&context) }
            context.steps.append(.push(Profiles(filter: filter, origin: name(context))))
        case .segment:
            guard let filter = filter(context) else { return tellNobody(&context) }
            context.askToSave(filter, as: name(context))
        case .copy: context.commands.append(.copy(tabbed(context)))
        default: return false
        }
        return true
    }

    private mutating func move(by step: Int, _ context: Context) {
        let shown = figures(context)
        let place = (shown.firstIndex(of: chosen(context)) ?? 0) + step
        figure = shown[max(0, min(place, shown.count - 1))]
    }

    private func tellNobody(_ context: inout Context) -> Bool {
        context.tell(context.say("mailings.nobody", "The data does not tell of these people."), .warning)
        return true
    }

    mutating func take(_ answer: Answer, to question: Question, _ context: inout Context) {
        if case .sessions(let report) = answer { self.report.take(report, to: question) }
    }

    mutating func fail(_ failure: Failure, at question: Question, _ context: inout Context) {
        report.fail(failure, at: question)
    }

    mutating func outdate() { report.outdate() }

    mutating func settle() { report.settle() }
}
