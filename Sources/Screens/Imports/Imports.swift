import Customers
import Phrases
import Terminal

/// The finished imports: what each brought, and the way to take one back.
struct Imports: Screen {
    var records = Asked<[ImportRecord]>()
    var scroll = Scroll()
    /// By the place of a column.
    var order = TableOrder<Int>()

    var home: Action? { .showImports }
    var actions: [Action] {
        [.open, .add, .undo, .sort, .commandLine, .refresh, .up, .down, .pageUp, .pageDown, .first, .last, .delete]
    }
    var words: [Action: Phrase] {
        [
            .open: Phrase("imports.open", "show it"), .add: Phrase("imports.add", "bring a file in"),
            .undo: Phrase("imports.undo", "take back"), .delete: Phrase("imports.undo", "take back"),
        ]
    }

    func title(_ context: Context) -> String { context.say("imports.title", "Imports") }

    var all: [ImportRecord] { order.sorted(records.value ?? []) { key(of: $0, place: $1) } }
    var selected: ImportRecord? { scroll.selection.flatMap { $0 < all.count ? all[$0] : nil } }

    mutating func askForMissing(_ context: inout Context) { records.ask(.imports, in: &context) }

    mutating func act(_ action: Action, _ context: inout Context) -> Bool {
        switch action {
        case .add: context.steps.append(.push(ImportWizard()))
        case .sort:
            context.steps.append(.show(.menu(order.menu(columns(context).map(\.title), context))))
        case .open, .undo, .delete:
            guard let record = selected else {
                context.tell(context.say("imports.nothing", "There is no import here; a brings a file in."), .warning)
                return true
            }
            if action == .open { show(record, &context) } else { confirmUndo(record, &context) }
        default: return scroll.move(action, page: context.interior(of: context.body).rows - 1)
        }
        return true
    }

    private func show(_ record: ImportRecord, _ context: inout Context) {
        let facts = facts(of: record, context)
        let width = facts.map { context.drawing.width(of: $0.name) }.max() ?? 0
        let lines = facts.map { name, value in
            let blanks = String(repeating: " ", count: width - context.drawing.width(of: name) + 2)
            return Line(name + blanks, .muted) + Line(value)
        }
        let title = context.say("imports.one", "Import %1", "\(record.id)")
        context.steps.append(.show(.page(PageOverlay(title: title, page: TextPage(lines)))))
    }

    /// What cannot be taken back itself asks for the number of rows.
    private func confirmUndo(_ record: ImportRecord, _ context: inout Context) {
        let rows = record.counts.rows
        let note = context.say(
            "imports.undo.note",
            "Its rows leave the store for good; only the file can bring them back. People whom other imports name stay."
        )
        let lines = [
            Line("\(record.id)  \(record.counts.file)  \(context.kindName(record.counts.kind))"), Line(note, .muted),
            Line(context.say("imports.undo.type", "Type the number of its rows, %1:", Numbers.grouped(rows)), .warning),
        ]
        let confirm = Confirm(context.say("imports.undo.title", "Take the import back?"), lines: lines, typing: rows)
        context.steps.append(.show(.confirm(confirm, .undoImport(record.id))))
    }

    mutating func choose(_ choice: Choice, for intent: Intent, _ context: inout Context) {
        if case .undoImport(let number) = intent, choice == .confirmed { context.ask(.undoImport(number)) }
        if intent == .sort, case .item(let entry) = choice { arrange(by: TableOrder.column(ofEntry: entry)) }
    }

    mutating func sort(byColumn place: Int, _ context: inout Context) -> Bool {
        guard columns(context).indices.contains(place) else { return false }
        arrange(by: place)
        return true
    }

    /// Puts the rows in the order of a column, or as they come.
    mutating func arrange(by place: Int?) {
        order.turn(to: place, descending: place.map { $0 == 0 || $0 == 4 || $0 > 5 } ?? false)
        scroll.select(0)
    }

    /// What a row is ordered by in a column, as the table has them.
    private func key(of record: ImportRecord, place: Int) -> TableKey? {
        let counts = record.counts
        switch place {
        case 0: return TableKey(record.id)
        case 1: return TableKey(counts.file)
        case 2: return TableKey(counts.kind)
        case 3: return TableKey(counts.source)
        case 4: return .number(Double(record.finished.milliseconds))
        case 5: return TableKey(record.author)
        case 6: return TableKey(counts.rows)
        case 7: return TableKey(counts.inserted)
        case 8: return TableKey(counts.updated)
        case 9: return TableKey(counts.duplicates)
        default: return TableKey(counts.rejected)
        }
    }

    mutating func take(_ answer: Answer, to question: Question, _ context: inout Context) {
        switch (question, answer) {
        case (.imports, .imports(let all)): show(all)
        case (.undoImport(let number), .imports(let all)):
            show(all)
            context.tell(context.say("imports.undone", "Import %1 is taken back.", "\(number)"))
        case (.runImport, .imported): records.outdate()
        default: break
        }
    }

    private mutating func show(_ all: [ImportRecord]) {
        records.take(all, to: .imports)
        scroll.resize(to: all.count)
    }

    mutating func fail(_ failure: Failure, at question: Question, _ context: inout Context) {
        records.fail(failure, at: question)
    }

    mutating func outdate() { records.outdate() }

    func headline(_ context: Context) -> String {
        context.say("imports.headline", "%1 imports", Numbers.grouped(all.count))
    }

    func commandLine(_ context: Context) -> String {
        ShellText(["import", "list"], in: context, dated: false, scoped: false).text
    }

    /// The command that takes an import back.
    func undoLine(_ record: ImportRecord, _ context: Context) -> String {
        var shell = ShellText(["import", "undo"], in: context, dated: false, scoped: false)
        shell.add(nil, "\(record.id)")
        return shell.text
    }
}
