import Analytics
import Customers
import Phrases
import Terminal

/// Buyers by recency and frequency: a grid of people or money, the cell under the cursor, and the named groups.
struct RFM: Screen {
    /// What the numbers of the grid are.
    enum Measure: Int, Hashable, Sendable, CaseIterable {
        case people, revenue, average
    }

    var grid = Asked<RFMFigures>()
    /// Sums of the grid by cell, kept so that drawing does not add up again.
    var squares = RFMSquares()
    var recency = 5
    var frequency = 5
    var measure = Measure.people
    /// The named group that stands out; none for the cell alone.
    var group: Int?
    var isInDetail = false

    var home: Action? { .showRFM }
    var keyScope: Scope { .rfm }
    var stepsByMonth: Bool { true }
    var actions: [Action] {
        [
            .open, .segment, .measure, .groupNames, .earlier, .later, .commandLine, .explain, .copy, .asOf, .scope,
            .refresh, .nextPane, .zoom, .up, .down, .left, .right, .cancel,
        ]
    }
    var words: [Action: Phrase] { [.open: Phrase("segments.open", "people")] }

    func title(_ context: Context) -> String { "RFM" }

    var cell: RFMSquares.Square { squares[recency, frequency] }

    /// The group that stands out.
    var standingOut: RFMSquares.Group? { group.flatMap { $0 < squares.groups.count ? squares.groups[$0] : nil } }

    /// The people behind the cursor: of the group that stands out, or of the cell.
    var filter: String {
        if let standingOut { return FilterTexts.group(standingOut.group) }
        return FilterTexts.scores(recency: recency, frequency: frequency)
    }

    /// What the cursor is on: `R5 F3`, or the name of a group.
    func name(_ context: Context) -> String {
        standingOut.map { context.say($0.group.phrase) } ?? "R\(recency) F\(frequency)"
    }

    /// The people under the cursor.
    var profiles: Int { standingOut?.profiles ?? cell.profiles }

    mutating func askForMissing(_ context: inout Context) {
        grid.ask(.rfm(context.query("")), in: &context)
    }

    mutating func act(_ action: Action, _ context: inout Context) -> Bool {
        switch action {
        case .up: move(recency: 1)
        case .down: move(recency: -1)
        case .left: move(frequency: -1)
        case .right: move(frequency: 1)
        case .first: move(frequency: -4)
        case .last: move(frequency: 4)
        case .measure: measure = Measure(rawValue: measure.rawValue + 1) ?? .people
        case .groupNames: group = (group ?? -1) + 1 < squares.groups.count ? (group ?? -1) + 1 : nil
        case .nextPane, .previousPane: isInDetail.toggle()
        case .open: context.steps.append(.push(Profiles(filter: filter, origin: name(context))))
        case .segment: askForName(&context)
        case .copy: context.commands.append(.copy(squares.tabbed))
        case .cancel where group != nil: group = nil
        case .cancel where isInDetail: isInDetail = false
        default: return false
        }
        return true
    }

    private mutating func move(recency: Int = 0, frequency: Int = 0) {
        group = nil
        self.recency = min(5, max(1, self.recency + recency))
        self.frequency = min(5, max(1, self.frequency + frequency))
    }

    private func askForName(_ context: inout Context) {
        let prompt = Prompt(
            context.say("rfm.save", "Save as a segment"), note: filter, text: name(context),
            intent: .nameSegment(filter: filter))
        context.steps.append(.show(.prompt(prompt)))
    }

    mutating func choose(_ choice: Choice, for intent: Intent, _ context: inout Context) {
        guard case .nameSegment(let filter) = intent, case .text(let name) = choice, !name.isEmpty else { return }
        context.ask(.saveSegment(name: name, filter: filter, replacing: ""))
    }

    mutating func take(_ answer: Answer, to question: Question, _ context: inout Context) {
        switch (question, answer) {
        case (_, .rfm(let answer)):
            if grid.take(answer, to: question) { squares = RFMSquares(answer) }
        case (.saveSegment(let name, filter, _), .segments):
            context.tell(context.say("editor.saved", "‘%1’ is saved.", name))
        default: break
        }
    }

    mutating func fail(_ failure: Failure, at question: Question, _ context: inout Context) {
        grid.fail(failure, at: question)
    }

    mutating func outdate() { grid.outdate() }

    func headline(_ context: Context) -> String { "\(name(context)) \(Numbers.short(profiles))" }

    func facts(_ context: Context) -> String {
        guard let value = grid.value else { return "" }
        return context.say(
            "rfm.facts", "%1 buyers, fifths of %2", Numbers.grouped(value.buyers), context.date(value.asOf))
    }

    func commandLine(_ context: Context) -> String { ShellText(["rfm"], in: context).text }

    func explanation(_ context: Context) -> Explanation? {
        guard let value = grid.value else { return nil }
        return Explanation(
            title: "\(name(context)): \(context.people(profiles))", definition: context.say(Glossary.rfm.meaning),
            filter: filter,
            isFresh: grid.isFresh, milliseconds: value.milliseconds)
    }
}
