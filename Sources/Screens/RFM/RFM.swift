import Analytics
import Customers
import Filters
import Phrases
import Terminal

/// Buyers by recency and frequency: a grid of people or money, the cell under the cursor, and the named groups.
struct RFM: Screen {
    /// What the numbers of the grid are.
    enum Measure: Int, Hashable, Sendable, CaseIterable {
        case people, revenue, average
        /// People more or fewer than some days before.
        case change
    }

    /// The report that the grid shows.
    var variant = RFMVariant.standard
    var grid = Asked<RFMFigures>()
    /// The grid of some days before, where changes are shown.
    var earlier = Asked<RFMFigures>()
    var earlierSquares = RFMSquares()
    /// How many days before.
    var daysBack = 30
    /// Sums of the grid by cell, kept so that drawing does not add up again.
    var squares = RFMSquares()
    /// The named groups in the order that was chosen.
    var groups: [RFMSquares.Group] = []
    /// By the place of a column of the table of groups; as they come, the largest stand first.
    var groupOrder = TableOrder<Int>()
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
        let report: [Action] = group == nil ? [.window, .sort] : [.sort, .window]
        return [.open, .segment, .measure, .compare, .groupNames] + report + [
            .earlier, .later, .commandLine, .explain, .copy, .asOf, .scope, .refresh, .nextPane, .zoom, .up, .down,
            .left, .right, .cancel,
        ]
    }
    var words: [Action: Phrase] {
        [.open: Phrase("segments.open", "people"), .window: Phrase("rfm.window", "report")]
    }

    func title(_ context: Context) -> String { "RFM" }

    var cell: RFMSquares.Square { squares[recency, frequency] }

    /// The group that stands out.
    var standingOut: RFMSquares.Group? { group.flatMap { $0 < groups.count ? groups[$0] : nil } }

    /// The people behind the cursor: of the group that stands out, or of the cell.
    var filter: String {
        if let standingOut { return FilterTexts.group(standingOut.group, of: variant) }
        return FilterTexts.scores(recency: recency, frequency: frequency, of: variant)
    }

    /// What the cursor is on: `R5 F3`, or the name of a group.
    func name(_ context: Context) -> String {
        standingOut.map { context.say($0.group.phrase) } ?? "R\(recency) F\(frequency)"
    }

    /// The people under the cursor.
    var profiles: Int { standingOut?.profiles ?? cell.profiles }

    mutating func askForMissing(_ context: inout Context) {
        grid.ask(.rfm(context.query(""), variant), in: &context)
        guard measure == .change, grid.isSettled else { return }
        var query = context.query("")
        query.asOf = .day((context.asOfDate ?? context.today).adding(days: -daysBack))
        earlier.ask(.rfm(query, variant), in: &context)
    }

    mutating func act(_ action: Action, _ context: inout Context) -> Bool {
        switch action {
        case .up where isInDetail && group != nil, .down where isInDetail && group != nil:
            move(group: action == .up ? -1 : 1)
        case .up: move(recency: 1)
        case .down: move(recency: -1)
        case .left: move(frequency: -1)
        case .right: move(frequency: 1)
        case .first: move(frequency: -squares.scores)
        case .last: move(frequency: squares.scores)
        case .measure: measure = Measure(rawValue: measure.rawValue + 1) ?? .people
        case .compare: compare()
        case .groupNames: group = (group ?? -1) + 1 < groups.count ? (group ?? -1) + 1 : nil
        case .nextPane, .previousPane: isInDetail.toggle()
        case .open: context.steps.append(.push(Profiles(filter: filter, origin: name(context))))
        case .segment: context.askToSave(filter, as: name(context))
        case .sort: chooseOrder(&context)
        case .window: chooseReport(&context)
        case .copy: context.commands.append(.copy(squares.tabbed))
        case .cancel where group != nil: group = nil
        case .cancel where isInDetail: isInDetail = false
        default: return false
        }
        return true
    }

    /// Shows the change since some days before, at each press since longer ago.
    private mutating func compare() {
        let steps = [30, 90, 365]
        if measure == .change { daysBack = steps.first { $0 > daysBack } ?? steps[0] }
        measure = .change
    }

    private mutating func move(recency: Int = 0, frequency: Int = 0) {
        group = nil
        self.recency = min(squares.scores, max(1, self.recency + recency))
        self.frequency = min(squares.scores, max(1, self.frequency + frequency))
    }

    /// Goes to the group before or after the one that stands out.
    private mutating func move(group step: Int) {
        group = group.map { min(groups.count - 1, max(0, $0 + step)) }
    }

    mutating func take(_ answer: Answer, to question: Question, _ context: inout Context) {
        switch (question, answer) {
        case (_, .rfm(let answer)):
            if grid.take(answer, to: question) {
                show(RFMSquares(answer), context)
            } else if earlier.take(answer, to: question) {
                earlierSquares = RFMSquares(answer)
            }
        default: break
        }
    }

    /// Takes the sums of a grid; where it has another number of scores, the cursor goes to the best.
    private mutating func show(_ squares: RFMSquares, _ context: Context) {
        if squares.scores != self.squares.scores { (recency, frequency) = (squares.scores, squares.scores) }
        self.squares = squares
        arrangeGroups(context)
        if let group, group >= groups.count { self.group = nil }
    }

    mutating func fail(_ failure: Failure, at question: Question, _ context: inout Context) {
        grid.fail(failure, at: question)
        earlier.fail(failure, at: question)
    }

    mutating func outdate() {
        grid.outdate()
        earlier.outdate()
    }

    func headline(_ context: Context) -> String { "\(name(context)) \(Numbers.short(profiles))" }

    func facts(_ context: Context) -> String {
        guard let value = grid.value else { return "" }
        let (buyers, date) = (Numbers.grouped(value.buyers), context.date(value.asOf))
        guard value.groups == 5, variant.division == nil else {
            return context.say("rfm.facts.groups", "%1 buyers, %2 groups of %3", buyers, "\(value.groups)", date)
        }
        return context.say("rfm.facts", "%1 buyers, fifths of %2", buyers, date)
    }

    func commandLine(_ context: Context) -> String {
        var shell = ShellText(["rfm"], in: context)
        addOptions(to: &shell)
        return shell.text
    }

    func explanation(_ context: Context) -> Explanation? {
        guard let value = grid.value else { return nil }
        return Explanation(
            title: "\(name(context)): \(context.people(profiles))", definition: context.say(Glossary.rfm.meaning),
            filter: filter,
            isFresh: grid.isFresh, milliseconds: value.milliseconds)
    }
}
