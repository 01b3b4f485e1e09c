import Analytics
import Customers
import Filters
import Phrases
import Terminal

/// Who went from where to where between two dates: a matrix of people, and the arrow under the cursor.
struct Flow: Screen {
    /// What the numbers of the matrix are.
    enum Measure: Int, Hashable, Sendable, CaseIterable {
        case people, share
    }

    /// What people go between; none until it is known what the store can tell.
    var states: FlowStates?
    var length = 90
    var measure = Measure.people
    var vocabulary = Asked<Vocabulary>()
    var saved = Asked<[String]>()
    var matrix = Asked<FlowMatrix>()
    var arrow = Asked<FlowReport>()
    var row = 0
    var column = 1
    var isInDetail = false

    var home: Action? { .showFlow }
    var stepsByMonth: Bool { true }
    var actions: [Action] {
        [
            .open, .segment, .measure, .window, .breakDown, .earlier, .later, .commandLine, .explain, .contrast, .copy,
            .asOf,
            .scope, .refresh, .nextPane, .zoom, .up, .down, .left, .right, .first, .last, .cancel,
        ]
    }
    var datesRefunds: Bool { true }
    var words: [Action: Phrase] {
        [
            .open: Phrase("segments.open", "people"), .window: Phrase("flow.states", "states"),
            .breakDown: Phrase("flow.period", "period"),
        ]
    }

    func title(_ context: Context) -> String { context.say(Action.showFlow.hint) }

    /// The local days that people are followed over.
    func days(_ context: Context) -> ClosedRange<CivilDate> {
        context.lastDay.adding(days: 1 - length)...context.lastDay
    }

    /// The number of states and of none.
    var count: Int { (matrix.value?.states.count ?? 0) + 1 }

    /// The people of the arrow under the cursor.
    var filter: String { matrix.value?.filter(from: row, to: column).text ?? "" }

    /// How many they are.
    var people: Int { matrix.value.map { $0.counts[row][column] } ?? 0 }

    mutating func askForMissing(_ context: inout Context) {
        vocabulary.ask(.vocabulary, in: &context)
        saved.ask(.segments, in: &context)
        if states == nil, let names = vocabulary.value { states = Self.usual(names) }
        guard let states else { return }
        let days = days(context)
        matrix.ask(.flows(context.query(""), states, days), in: &context)
        guard matrix.isFresh else { return }
        arrow.ask(.flow(context.report, states, from: row, to: column, days), in: &context)
    }

    /// From subscribers to buyers where the store knows of subscribing, otherwise between groups of buyers.
    private static func usual(_ vocabulary: Vocabulary) -> FlowStates {
        let ready = ReadySegment.all(for: vocabulary)
        let names = ["old-subscribers", "buyers"].compactMap { key in ready.first { $0.key == key }?.name }
        return names.count == 2 ? .segments(names) : .rfm
    }

    mutating func act(_ action: Action, _ context: inout Context) -> Bool {
        switch action {
        case .up: row = max(0, row - 1)
        case .down: row = min(count - 1, row + 1)
        case .left: column = max(0, column - 1)
        case .right: column = min(count - 1, column + 1)
        case .first: (row, column) = (0, 0)
        case .last: (row, column) = (count - 1, count - 1)
        case .measure: measure = measure == .people ? .share : .people
        case .breakDown: length = Self.lengths.first { $0 > length } ?? Self.lengths[0]
        case .window: chooseStates(&context)
        case .nextPane, .previousPane: isInDetail.toggle()
        case .open where matrix.value != nil:
            context.steps.append(.push(Profiles(filter: filter, origin: name(context))))
        case .contrast where matrix.value != nil && row != column: contrast(&context)
        case .segment where matrix.value != nil: context.askToSave(filter, as: name(context))
        case .copy where matrix.value != nil: context.commands.append(.copy(tabbed(context)))
        case .cancel where isInDetail: isInDetail = false
        default: return false
        }
        return true
    }

    /// How many days are followed, from one press to the next.
    private static let lengths = [7, 30, 90, 365]

    mutating func take(_ answer: Answer, to question: Question, _ context: inout Context) {
        switch (question, answer) {
        case (_, .vocabulary(let names)): vocabulary.take(names, to: question)
        case (.saveSegment, .segments): saved.outdate()
        case (.segments, .segments(let all)): saved.take(all.map(\.name), to: question)
        case (_, .flows(let flows)): if matrix.take(flows, to: question) { keepInside() }
        case (_, .flow(let report)): arrow.take(report, to: question)
        default: break
        }
    }

    /// Keeps the cursor on the matrix.
    private mutating func keepInside() {
        (row, column) = (min(row, count - 1), min(column, count - 1))
    }

    mutating func fail(_ failure: Failure, at question: Question, _ context: inout Context) {
        matrix.fail(failure, at: question)
        arrow.fail(failure, at: question)
        vocabulary.fail(failure, at: question)
        saved.fail(failure, at: question)
    }

    mutating func outdate() {
        matrix.outdate()
        arrow.outdate()
        vocabulary.outdate()
        saved.outdate()
    }

    func headline(_ context: Context) -> String { "\(name(context)) \(Numbers.short(people))" }

    func facts(_ context: Context) -> String {
        guard let period = matrix.value?.period else { return "" }
        return "\(period.days.lowerBound) - \(period.days.upperBound)"
    }

    func explanation(_ context: Context) -> Explanation? {
        guard matrix.value != nil else { return nil }
        return Explanation(
            title: "\(name(context)): \(context.people(people))", definition: context.say(Glossary.flow.meaning),
            filter: filter, isFresh: matrix.isFresh)
    }
}
