import Customers
import Filters
import Phrases
import Terminal

/// The people: a list of any length, and beside it who the one under the cursor is and what happened.
struct Profiles: Screen {
    /// A part of the screen that keys go to.
    enum Pane: Int, Hashable, Sendable, CaseIterable {
        case list, card, timeline
    }

    /// A text field over the list.
    enum Typing: Hashable, Sendable {
        case find, filter
    }

    /// Why the list is shown, where another screen opened it.
    var origin: String?
    var filter: String
    var find = TextField()
    /// What this list shows, where it was changed here; else what was chosen last.
    var layout: ListLayout?
    /// Columns after the name that are scrolled out on the left.
    var skipped = 0
    /// The names of the traits, where one is shown or can be chosen.
    var vocabulary = Asked<Vocabulary>()
    /// What is to be chosen as soon as the names are there.
    var awaited: Intent?
    var scroll = Scroll()
    var pages = Pages<ProfileRow>()
    /// Marked rows by the number of the profile.
    var marks: [Int: ProfileRow] = [:]
    var pane = Pane.list
    var typing: Typing?
    var draft = FilterDraft()
    var details = ProfileDetails()
    var cardTop = 0
    /// The entry of the timeline under the cursor.
    var timelineScroll = Scroll()

    init(filter: String = "", origin: String? = nil) {
        self.filter = filter
        self.origin = origin
    }

    var home: Action? { origin == nil ? .showProfiles : nil }
    var isTyping: Bool { typing != nil }
    var preparation: Preparation? {
        switch typing {
        case .filter: .estimates
        case .find: .names
        case nil: .cards
        }
    }

    var actions: [Action] {
        if typing != nil {
            return typing == .filter && draft.tabWord != nil ? [.open, .cancel, .nextPane] : [.open, .cancel]
        }
        if pane != .list {
            return [
                .explain, .copy, .open, .nextPane, .zoom, .cancel, .find, .filter, .sort, .segment, .export,
                .commandLine, .refresh, .asOf, .scope, .up, .down, .pageUp, .pageDown, .first, .last,
            ]
        }
        return [
            .find, .filter, .sort, .columns, .open, .mark, .segment, .copy, .export, .nextPane, .zoom, .commandLine,
            .explain, .left, .right, .markAll, .refresh, .asOf, .scope, .up, .down, .pageUp, .pageDown, .first, .last,
            .cancel,
        ]
    }

    var words: [Action: Phrase] {
        switch typing {
        case .find: [.open: Phrase("profiles.keep", "keep"), .cancel: Phrase("profiles.clear", "clear")]
        case .filter:
            draft.words ?? [
                .open: Phrase("profiles.apply", "apply"), .cancel: Phrase("profiles.leave", "leave as it was"),
                .nextPane: draft.tabWord ?? Phrase("completion.open", "complete"),
            ]
        case nil where pane == .list: [.open: Phrase("profiles.open", "profile")]
        case nil: [.open: Phrase("profiles.open", "profile"), .explain: Phrase("profile.whole", "whole")]
        }
    }

    func title(_ context: Context) -> String {
        let name = origin ?? context.say("profiles.title", "Profiles")
        return filter.isEmpty || origin != nil ? name : "\(name) \(context.drawing.glyphs.separator) \(filter)"
    }

    /// The list as it stands.
    func list(_ context: Context) -> ListQuery {
        let layout = layout ?? context.kept.list
        return ListQuery(
            people: context.query(filter), find: find.text, columns: layout.columns, sort: layout.sort,
            isDescending: layout.isDescending)
    }

    /// The entry of the timeline under the cursor, if it is there yet.
    var timelineEntry: TimelineEntry? {
        let entries = details.timeline.value?.entries ?? []
        return entries.indices.contains(timelineScroll.selected) ? entries[timelineScroll.selected] : nil
    }

    /// The row under the cursor, if it is there yet.
    var selected: ProfileRow? { scroll.selection.flatMap { pages[$0] } }

    mutating func askForMissing(_ context: inout Context) {
        let page = pageRows(context)
        let visible = scroll.visible(page: page)
        let query = list(context)
        pages.ask(for: visible.isEmpty ? 0..<max(1, page) : visible, in: &context) { offset, limit in
            .page(query, offset: offset, limit: limit)
        }
        if typing == .filter { draft.askForMissing(&context) }
        let showsTrait = query.columns.contains { if case .trait = $0 { true } else { false } }
        if showsTrait || awaited != nil { vocabulary.ask(.vocabulary, in: &context) }
        if let row = selected, details.number == nil, !pages.isStale { details.show(row) }
        details.askForMissing(
            isCardShown: isShown(.card, context), isTimelineShown: isShown(.timeline, context), &context)
        pages.askAhead(of: visible, in: &context) { .page(query, offset: $0, limit: $1) }
    }

    mutating func rested(_ context: inout Context) {
        guard !pages.isStale else { return }
        if let row = selected { details.show(row) }
        (cardTop, timelineScroll) = (0, Scroll())
    }

    mutating func take(_ answer: Answer, to question: Question, _ context: inout Context) {
        switch (question, answer) {
        case (.page, .page(let page)):
            let before = pages.isStale ? nil : selected
            if pages.take(page.rows, offset: page.offset, total: page.total, to: question, near: scroll.selected) {
                scroll.resize(to: page.total)
            }
            if page.total == 0 { details.clear() }
            // Rows that come ahead leave the cursor where it is; it is followed once it rests.
            if let row = selected, row.number != before?.number { details.show(row) }
        case (.count, .size(let size)): draft.size.take(size, to: question)
        case (_, .vocabulary), (_, .values):
            if case .vocabulary(let names) = answer, vocabulary.take(names, to: question), let awaited {
                choose(awaited, &context)
            }
            draft.takeCompletion(answer, to: question)
        case (.why(_, let number), .reasons(let reasons)):
            guard let row = selected, row.number == number else { return }
            context.steps.append(.show(.page(ReasonsPage(reasons, context).overlay(of: row.name))))
        default: details.take(answer, to: question)
        }
    }

    mutating func estimate(_ answer: Answer, of question: Question) {
        if case .size(let size) = answer { draft.size.estimate(size, of: question) }
    }

    mutating func fail(_ failure: Failure, at question: Question, _ context: inout Context) {
        switch question {
        case .page: pages.fail(failure, at: question)
        case .count: draft.fail(failure, at: question)
        case .why: context.tell(context.say(failure), .failed)
        case .vocabulary, .values:
            vocabulary.fail(failure, at: question)
            draft.failCompletion(failure, at: question)
        default: details.fail(failure, at: question)
        }
    }

    mutating func outdate() {
        pages.outdate()
        vocabulary.outdate()
        details.outdate()
        draft.outdate()
    }

    func headline(_ context: Context) -> String {
        guard let total = pages.total else { return context.drawing.glyphs.ellipsis.description }
        return (pages.isStale ? String(context.drawing.glyphs.stale) : "") + Numbers.grouped(total)
    }

    func facts(_ context: Context) -> String {
        guard let total = pages.total, total > 0 else { return "" }
        let row = context.say(
            "profiles.row", "row %1 of %2", Numbers.grouped(scroll.selected + 1), Numbers.grouped(total))
        guard !marks.isEmpty else { return row }
        return "\(row) \(context.drawing.glyphs.dot) \(context.say("profiles.marked", "%1 marked", "\(marks.count)"))"
    }

    func commandLine(_ context: Context) -> String {
        if typing == .filter, let line = draft.completionCommandLine(context) { return line }
        let query = list(context)
        if !query.find.isEmpty {
            var shell = ShellText(["profile", "search"], in: context, scoped: filter.isEmpty)
            shell.add(nil, query.find)
            if !filter.isEmpty { shell.add("--where", context.query(filter).text) }
            return shell.text
        }
        var shell = ShellText(["profile", "list"], in: context)
        if !filter.isEmpty { shell.add(nil, filter) }
        if query.columns != ListLayout.standard.columns {
            shell.add("--columns", query.columns.map(\.name).joined(separator: ","))
        }
        if query.sort != .number { shell.add("--sort", query.sort.name) }
        if query.isDescending { shell.add(flag: "--descending") }
        return shell.text
    }

    func explanation(_ context: Context) -> Explanation? {
        switch pane {
        case .card: return details.card.value.map { CardText.whole($0, context) }
        case .timeline:
            guard let entry = timelineEntry else { return nil }
            let event = EventText(entry, context)
            return Explanation(title: event.title, whole: event.lines)
        case .list: break
        }
        guard let total = pages.total else { return nil }
        return Explanation(
            title: context.people(total), definition: context.say(Glossary.people.meaning), filter: filter,
            isFresh: !pages.isStale)
    }
}
