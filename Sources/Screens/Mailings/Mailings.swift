import Analytics
import Customers
import Filters
import Phrases
import Terminal

/// What became of the mails of each campaign: people who got, opened and clicked them, left, and bought after a click.
struct Mailings: Screen {
    /// Whose people a column counts.
    enum Figure: Int, Hashable, Sendable, CaseIterable {
        case sent, opened, clicked, left, bought

        /// The event that is counted; none for purchases after a click.
        var event: TrackedEvent? {
            switch self {
            case .sent: .sent
            case .opened: .opened
            case .clicked: .clicked
            case .left: .unsubscribed
            case .bought: nil
            }
        }
    }

    var mailings = Asked<[MailingRow]>()
    var scroll = Scroll()
    var figure = Figure.opened
    var stretch = ReportStretch.days90
    /// By the place of a column.
    var order = TableOrder<Int>()

    var home: Action? { .showMailings }
    var actions: [Action] {
        [
            .open, .window, .sort, .segment, .explain, .commandLine, .copy, .asOf, .earlier, .later, .scope, .refresh,
            .zoom,
            .up,
            .down, .left, .right, .pageUp, .pageDown, .first, .last,
        ]
    }
    var words: [Action: Phrase] {
        [.open: Phrase("segments.open", "people"), .window: Phrase("mailings.days", "days")]
    }

    func title(_ context: Context) -> String { context.say(Action.showMailings.hint) }

    var row: MailingRow? {
        let rows = rows
        return scroll.selection.flatMap { $0 < rows.count ? rows[$0] : nil }
    }

    /// The people behind the cursor; none where the data does not tell of them.
    var filter: String? {
        guard let row else { return nil }
        return figure.event.map { row.filters[$0] } ?? row.clickThenPurchase
    }

    /// What the cursor is on.
    func name(_ context: Context) -> String { "\(row?.campaign ?? "") \(title(of: figure, context))" }

    mutating func askForMissing(_ context: inout Context) {
        mailings.ask(.mailings(context.query(""), days: stretch.days(context)), in: &context)
    }

    mutating func act(_ action: Action, _ context: inout Context) -> Bool {
        switch action {
        case .left: figure = Figure(rawValue: figure.rawValue - 1) ?? figure
        case .right: figure = Figure(rawValue: figure.rawValue + 1) ?? figure
        case .window:
            stretch = ReportStretch(rawValue: stretch.rawValue + 1) ?? .days7
            scroll = Scroll()
        case .sort: context.steps.append(.show(.menu(order.menu(sortable(context), context))))
        case .open:
            guard let filter else { return tellNobody(&context) }
            context.steps.append(.push(Profiles(filter: filter, origin: name(context))))
        case .segment:
            guard let filter else { return tellNobody(&context) }
            context.askToSave(filter, as: name(context))
        case .copy:
            let lines = rows.map { ([$0.campaign] + cells(of: $0, context)).joined(separator: "\t") }
            context.commands.append(.copy(([titles(context).joined(separator: "\t")] + lines).joined(separator: "\n")))
        default: return scroll.move(action, page: max(1, context.body.rows - 3))
        }
        return true
    }

    private func tellNobody(_ context: inout Context) -> Bool {
        context.tell(context.say("mailings.nobody", "The data does not tell of these people."), .warning)
        return true
    }

    mutating func take(_ answer: Answer, to question: Question, _ context: inout Context) {
        guard case .mailings(let rows) = answer, mailings.take(rows, to: question) else { return }
        scroll.resize(to: rows.count)
    }

    mutating func fail(_ failure: Failure, at question: Question, _ context: inout Context) {
        mailings.fail(failure, at: question)
    }

    mutating func outdate() { mailings.outdate() }

    mutating func settle() { mailings.settle() }
}
