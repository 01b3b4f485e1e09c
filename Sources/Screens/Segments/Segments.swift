import Customers
import Phrases
import Terminal

/// The saved segments: how many people each holds, who saved it, and the way to the people and to the editor.
struct Segments: Screen {
    var segments = Asked<[Segment]>()
    /// Sizes by the name of the segment, each for the query that it was counted with.
    var sizes: [String: Asked<SegmentSize>] = [:]
    var scroll = Scroll()

    var home: Action? { .showSegments }
    var actions: [Action] {
        [
            .open, .segment, .add, .duplicate, .delete, .copy, .commandLine, .explain, .refresh, .asOf, .scope, .up,
            .down, .pageUp, .pageDown, .first, .last,
        ]
    }
    var words: [Action: Phrase] {
        [
            .open: Phrase("segments.open", "people"), .segment: Phrase("segments.edit", "edit"),
            .add: Phrase("segments.new", "new"),
        ]
    }

    func title(_ context: Context) -> String { context.say("segments.title", "Segments") }

    var all: [Segment] { segments.value ?? [] }
    var selected: Segment? { scroll.selection.flatMap { $0 < all.count ? all[$0] : nil } }

    static func filter(of segment: Segment) -> String { FilterTexts.segment(segment.name) }

    mutating func askForMissing(_ context: inout Context) {
        segments.ask(.segments, in: &context)
        // One count after the other, from the top of what is in view: each answer brings the next question.
        for index in scroll.visible(page: pageRows(context)) {
            let segment = all[index]
            let question = Question.count(context.query(Self.filter(of: segment)))
            var size = sizes[segment.name] ?? Asked()
            defer { sizes[segment.name] = size }
            if size.question == question, size.isFresh || size.failure != nil { continue }
            size.ask(question, in: &context)
            return
        }
    }

    mutating func act(_ action: Action, _ context: inout Context) -> Bool {
        switch action {
        case .add: context.steps.append(.push(SegmentEditor(draft(for: nil, context))))
        case .open, .segment, .duplicate, .delete, .copy:
            guard let segment = selected else {
                context.tell(context.say("segments.nothing", "There is no segment here; a makes one."), .warning)
                return true
            }
            act(action, on: segment, &context)
        default: return scroll.move(action, page: pageRows(context))
        }
        return true
    }

    private mutating func act(_ action: Action, on segment: Segment, _ context: inout Context) {
        switch action {
        case .open: context.steps.append(.push(Profiles(filter: Self.filter(of: segment), origin: segment.name)))
        case .segment: context.steps.append(.push(SegmentEditor(draft(for: segment, context), saved: segment)))
        case .duplicate:
            let name = context.say("segments.copy", "%1 copy", segment.name)
            context.steps.append(.push(SegmentEditor(Draft(original: "", name: name, filter: segment.source))))
        case .copy: context.commands.append(.copy(segment.source))
        default: confirmDelete(segment, &context)
        }
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
        if case .deleteSegment(let name) = intent, choice == .confirmed {
            context.ask(.deleteSegment(name: name))
        }
    }

    mutating func take(_ answer: Answer, to question: Question, _ context: inout Context) {
        switch (question, answer) {
        case (.segments, .segments(let all)): show(all)
        case (.saveSegment, .segments(let all)): show(all)
        case (.deleteSegment(let name), .segments(let all)):
            show(all)
            context.tell(context.say("segments.deleted", "‘%1’ is deleted.", name))
        case (.count, .size(let size)):
            for name in sizes.keys { sizes[name]?.take(size, to: question) }
        default: break
        }
    }

    private mutating func show(_ all: [Segment]) {
        segments.take(all, to: .segments)
        scroll.resize(to: all.count)
        for name in sizes.keys { sizes[name]?.outdate() }
    }

    mutating func fail(_ failure: Failure, at question: Question, _ context: inout Context) {
        segments.fail(failure, at: question)
        for name in sizes.keys { sizes[name]?.fail(failure, at: question) }
    }

    mutating func outdate() {
        segments.outdate()
        for name in sizes.keys { sizes[name]?.outdate() }
    }

    func facts(_ context: Context) -> String {
        let hasDraft = context.store?.drafts.contains { $0.original.isEmpty } ?? false
        return hasDraft ? context.say("segments.draft", "a draft of a new segment is kept: a goes on with it") : ""
    }

    func headline(_ context: Context) -> String {
        context.say("segments.headline", "%1 segments", Numbers.grouped(all.count))
    }

    func commandLine(_ context: Context) -> String {
        guard let selected else {
            return ShellText(["segment", "list"], in: context, dated: false, scoped: false).text
        }
        var shell = ShellText(["segment", "count"], in: context)
        shell.add(nil, Self.filter(of: selected))
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
