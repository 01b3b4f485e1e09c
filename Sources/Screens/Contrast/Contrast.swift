import Customers
import Filters
import Phrases
import Terminal

/// What sets some people apart from others: traits, ages and doings that are true of a clearly different share of them.
struct Contrast: Screen {
    /// What the people are called, and their filter.
    let origin, filter: String
    /// What the others are called, and their filter; empty for everybody else.
    let otherOrigin, against: String
    var figures = Asked<SegmentContrast>()
    var scroll = Scroll()
    /// By the place of a column; as they come, the clearest stand first.
    var order = TableOrder<Int>()

    init(_ origin: String, filter: String, against otherOrigin: String = "", _ against: String = "") {
        self.origin = origin
        self.filter = filter
        self.otherOrigin = otherOrigin
        self.against = against
    }

    var home: Action? { nil }
    var actions: [Action] {
        [
            .open, .segment, .sort, .explain, .commandLine, .copy, .asOf, .scope, .refresh, .up, .down, .pageUp,
            .pageDown, .first, .last,
        ]
    }
    var words: [Action: Phrase] { [.open: Phrase("segments.open", "people")] }

    func title(_ context: Context) -> String { context.say("contrast.title", "What sets them apart") }

    var fact: SegmentContrast.Fact? {
        let rows = rows
        return scroll.selection.flatMap { $0 < rows.count ? rows[$0] : nil }
    }

    private func name(_ fact: SegmentContrast.Fact, _ context: Context) -> String {
        "\(origin), \(fact.subject) \(context.say(fact.label))"
    }

    mutating func askForMissing(_ context: inout Context) {
        figures.ask(.contrast(context.query(filter), against: against), in: &context)
    }

    mutating func act(_ action: Action, _ context: inout Context) -> Bool {
        switch action {
        case .open:
            guard let fact else { return true }
            context.steps.append(.push(Profiles(filter: fact.people.filter, origin: name(fact, context))))
        case .segment:
            guard let fact else { return true }
            context.askToSave(fact.people.filter, as: name(fact, context))
        case .sort: context.steps.append(.show(.menu(order.menu(titles(context), context))))
        case .copy:
            let rows = rows.map { cells(of: $0, context).joined(separator: "\t") }
            context.commands.append(.copy(([titles(context).joined(separator: "\t")] + rows).joined(separator: "\n")))
        default: return scroll.move(action, page: max(1, context.body.rows - 3))
        }
        return true
    }

    mutating func take(_ answer: Answer, to question: Question, _ context: inout Context) {
        guard case .contrast(let value) = answer, figures.take(value, to: question) else { return }
        scroll.resize(to: value.facts.count)
    }

    mutating func fail(_ failure: Failure, at question: Question, _ context: inout Context) {
        figures.fail(failure, at: question)
    }

    mutating func outdate() { figures.outdate() }

    mutating func settle() { figures.settle() }
}
