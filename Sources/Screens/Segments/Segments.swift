import Customers
import Filters
import Phrases
import Terminal

/// The saved segments and those that are ready to use: how many people each holds, how that went of late, who saved it,
/// and the way to the people and to the editor.
struct Segments: Screen {
    static let historyDays = 30

    var segments = Asked<[Segment]>()
    /// The names that say which ready segments the store can answer.
    var vocabulary = Asked<Vocabulary>()
    /// Saved ones first, then the ready ones whose names are free.
    private var natural: [ListedSegment] = []
    /// The same in the order that was chosen.
    private(set) var all: [ListedSegment] = []
    /// Courses by the name of the segment.
    var histories: [String: Asked<[SegmentHistoryPoint]>] = [:]
    /// The segment that was deleted last, for undoing.
    private(set) var deleted: Segment?
    /// Sizes by the name of the segment, each for the query that it was counted with.
    var sizes: [String: Asked<SegmentSize>] = [:]
    var scroll = Scroll()
    var order = TableOrder<Column>()

    /// A column that the list can be ordered by.
    enum Column: Hashable, Sendable {
        case name, people, share, change, author, saved
    }

    var home: Action? { .showSegments }
    var actions: [Action] {
        [
            .open, .segment, .add, .sort, .duplicate, .delete, .undo, .copy, .commandLine, .explain, .export, .refresh,
            .asOf, .scope, .up, .down, .pageUp, .pageDown, .first, .last,
        ]
    }
    var words: [Action: Phrase] {
        [
            .open: Phrase("segments.open", "people"), .segment: Phrase("segments.edit", "edit"),
            .add: Phrase("segments.new", "new"),
        ]
    }

    func title(_ context: Context) -> String { context.say("segments.title", "Segments") }

    var selected: ListedSegment? { scroll.selection.flatMap { $0 < all.count ? all[$0] : nil } }

    mutating func askForMissing(_ context: inout Context) {
        segments.ask(.segments, in: &context)
        vocabulary.ask(.vocabulary, in: &context)
        // One count after the other, from the top of what is in view: each answer brings the next question. An order by
        // numbers needs those of all.
        let visible =
            needsAll
            ? natural : scroll.visible(page: pageRows(context)).compactMap { $0 < all.count ? all[$0] : nil }
        for segment in visible {
            var size = sizes[segment.name] ?? Asked()
            defer { sizes[segment.name] = size }
            size.ask(.count(context.query(segment.filter)), in: &context)
            if !size.isSettled { return }
        }
        let shown = order.column == .change ? natural : visible
        for segment in shown where showsCourse(context) && sizes[segment.name]?.failure == nil {
            var history = histories[segment.name] ?? Asked()
            defer { histories[segment.name] = history }
            history.ask(.history(context.query(segment.filter), days: Self.historyDays), in: &context)
            if !history.isSettled { return }
        }
    }

    /// Whether there is room for the course of each segment.
    func showsCourse(_ context: Context) -> Bool { context.sizeClass >= .regular }

    mutating func act(_ action: Action, _ context: inout Context) -> Bool {
        switch action {
        case .add: context.steps.append(.push(SegmentEditor(draft(for: nil, context))))
        case .undo: bringBack(&context)
        case .sort: context.steps.append(.show(.menu(order.menu(sortable(context), context))))
        case .open, .segment, .duplicate, .delete, .copy, .export:
            guard let segment = selected else {
                context.tell(context.say("segments.nothing", "There is no segment here; a makes one."), .warning)
                return true
            }
            act(action, on: segment, &context)
        default: return scroll.move(action, page: pageRows(context))
        }
        return true
    }

    private mutating func act(_ action: Action, on segment: ListedSegment, _ context: inout Context) {
        switch action {
        case .open: context.steps.append(.push(Profiles(filter: segment.filter, origin: segment.name)))
        case .segment:
            let draft = segment.saved == nil ? nil : draft(for: segment.saved, context)
            context.steps.append(
                .push(
                    SegmentEditor(
                        draft ?? Draft(original: "", name: segment.name, filter: segment.source), saved: segment.saved))
            )
        case .duplicate:
            let name = context.say("segments.copy", "%1 copy", segment.name)
            context.steps.append(.push(SegmentEditor(Draft(original: "", name: name, filter: segment.source))))
        case .copy: context.commands.append(.copy(segment.source))
        case .export:
            context.steps.append(.show(.prompt(Prompt(exportOf: segment.name, context))))
        default:
            guard let saved = segment.saved else {
                return context.tell(
                    context.say("segments.ready.delete", "‘%1’ is ready to use and not saved.", segment.name), .warning)
            }
            confirmDelete(saved, &context)
        }
    }

    /// Saves the rule that was deleted last again.
    private mutating func bringBack(_ context: inout Context) {
        guard let segment = deleted else {
            return context.tell(context.say("segments.undo.none", "No segment has been deleted here."), .warning)
        }
        deleted = nil
        context.ask(
            .saveSegment(name: segment.name, filter: segment.source, replacing: segment.name, over: nil))
    }

    /// What to edit: the draft that was left, or the saved text.
    private func draft(for segment: Segment?, _ context: Context) -> Draft {
        let name = segment?.name ?? ""
        return context.store?.drafts.first { $0.original == name }
            ?? Draft(original: name, name: name, filter: segment?.source ?? "")
    }

    private func confirmDelete(_ segment: Segment, _ context: inout Context) {
        let size = sizes[segment.name]?.value.map { context.people($0.count) } ?? ""
        let lines = [
            Line("\(segment.name)  \(size)"), Line(segment.source, .muted),
            Line(
                context.say("segments.delete.note", "The people stay; the rule goes, and what refers to it breaks."),
                .muted),
        ]
        let key = context.keys.sequences(for: .delete).first?.keys.first ?? .delete
        let confirm = Confirm(context.say("segments.delete", "Delete the segment?"), lines: lines, askedWith: key)
        context.steps.append(.show(.confirm(confirm, .deleteSegment(name: segment.name))))
    }

    mutating func choose(_ choice: Choice, for intent: Intent, _ context: inout Context) {
        if intent == .sort, case .item(let place) = choice { sort(byEntry: place, context) }
        if case .export = intent, case .text(let path) = choice, !path.isEmpty, let segment = selected {
            context.ask(.export(ListQuery(people: context.query(segment.filter)), path: path))
        }
        if case .deleteSegment(let name) = intent, choice == .confirmed {
            deleted = all.first { $0.name == name }?.saved
            context.ask(.deleteSegment(name: name))
        }
    }

    mutating func take(_ answer: Answer, to question: Question, _ context: inout Context) {
        switch (question, answer) {
        case (.segments, .segments(let all)): show(all, context)
        case (.saveSegment, .segments(let all)):
            show(all, context)
        case (.vocabulary, .vocabulary(let names)):
            vocabulary.take(names, to: question)
            list(context)
        case (.deleteSegment(let name), .segments(let all)):
            show(all, context)
            context.tell(context.say("segments.deleted", "‘%1’ is deleted; u brings it back.", name))
        case (.count, .size(let size)):
            for name in sizes.keys { sizes[name]?.take(size, to: question) }
            arrange()
        case (.history, .history(let points)):
            for name in histories.keys { histories[name]?.take(points, to: question) }
            arrange()
        default: break
        }
    }

    mutating func estimate(_ answer: Answer, of question: Question) {
        guard case .size(let size) = answer else { return }
        for name in sizes.keys { sizes[name]?.estimate(size, of: question) }
    }

    private mutating func show(_ all: [Segment], _ context: Context) {
        segments.take(all, to: .segments)
        list(context)
        for name in sizes.keys { sizes[name]?.outdate() }
    }

    private mutating func list(_ context: Context) {
        let saved = segments.value ?? []
        let names = Set(saved.map(\.name))
        let ready = vocabulary.value.map { ReadySegment.all(for: $0) } ?? []
        natural =
            saved.map { ListedSegment($0) }
            + ready.map { ListedSegment($0, context) }.filter { !names.contains($0.name) }
        arrange()
    }

    /// Puts the segments in order; the one under the cursor stays there.
    mutating func arrange() {
        let name = selected?.name
        all = order.sorted(natural) { key(of: $0, in: $1) }
        scroll.resize(to: all.count)
        if order.column != nil, let place = all.firstIndex(where: { $0.name == name }) { scroll.select(place) }
    }

    mutating func fail(_ failure: Failure, at question: Question, _ context: inout Context) {
        segments.fail(failure, at: question)
        vocabulary.fail(failure, at: question)
        for name in sizes.keys { sizes[name]?.fail(failure, at: question) }
        for name in histories.keys { histories[name]?.fail(failure, at: question) }
    }

    mutating func outdate() {
        segments.outdate()
        vocabulary.outdate()
        for name in histories.keys { histories[name]?.outdate() }
        for name in sizes.keys { sizes[name]?.outdate() }
    }

    mutating func settle() {
        for name in sizes.keys { sizes[name]?.settle() }
    }

    func facts(_ context: Context) -> String {
        let hasDraft = context.store?.drafts.contains { $0.original.isEmpty } ?? false
        if hasDraft { return context.say("segments.draft", "a draft of a new segment is kept: a goes on with it") }
        guard let saved = selected?.saved else { return "" }
        return context.say("segments.facts", "saved %1 by %2", context.date(saved.saved), saved.author)
    }

    func headline(_ context: Context) -> String {
        context.say("segments.headline", "%1 segments", Numbers.grouped(segments.value?.count ?? 0))
    }

    func commandLine(_ context: Context) -> String {
        guard let selected else {
            return ShellText(["segment", "list"], in: context, dated: false, scoped: false).text
        }
        var shell = ShellText(["segment", "count"], in: context)
        shell.add(nil, selected.filter)
        return shell.text
    }

    func explanation(_ context: Context) -> Explanation? {
        guard let segment = selected, let size = sizes[segment.name], let value = size.value else { return nil }
        return Explanation(
            title: "\(segment.name): \(context.people(value.count))",
            definition: context.say(Glossary.segment.meaning), filter: segment.source, isFresh: size.isFresh,
            milliseconds: value.milliseconds)
    }
}
