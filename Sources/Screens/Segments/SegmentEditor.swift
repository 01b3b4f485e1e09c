import Customers
import Phrases
import Terminal

/// Writes a segment: a name, a filter as text, and live what the filter does.
struct SegmentEditor: Screen {
    /// A part of the screen that keys go to.
    enum Pane: Int, Hashable, Sendable, CaseIterable {
        case name, filter, result
    }

    static let sampleSize = 8

    /// The saved segment that is being changed.
    var saved: Segment?
    /// The name that the draft is kept under.
    private(set) var original: String
    var name: TextField
    var draft: FilterDraft
    var conditions = Asked<[ConditionSize]>()
    var sample = Asked<[ProfileRow]>()
    var pane = Pane.filter
    /// The filter whose details are asked for: the text as it was when typing paused.
    var settled: String
    /// Whether something has changed since the last save.
    var isChanged: Bool
    var top = 0

    init(_ draft: Draft, saved: Segment? = nil) {
        self.saved = saved
        original = draft.original
        name = TextField(draft.name)
        self.draft = FilterDraft(draft.filter)
        settled = draft.filter
        isChanged = draft.name != saved?.name ?? "" || draft.filter != saved?.source ?? ""
    }

    var home: Action? { nil }
    var keyScope: Scope { pane == .result ? .everywhere : .editor }
    var isTyping: Bool { pane != .result }
    var takesSpokenLines: Bool { pane == .name }
    var actions: [Action] {
        pane == .result
            ? [.save, .open, .explain, .nextPane, .zoom, .undo, .redo, .copy, .commandLine, .cancel, .up, .down]
            : [.save, .nextPane, .open, .cancel]
    }
    var words: [Action: Phrase] {
        let enter = pane == .name ? Phrase("editor.next", "filter") : Phrase("segments.open", "people")
        guard pane == .filter else { return [.open: enter] }
        if let words = draft.words { return words }
        return draft.tabWord.map { [.open: enter, .nextPane: $0] } ?? [.open: enter]
    }

    func title(_ context: Context) -> String {
        let shown = name.isEmpty ? context.say("editor.new", "new segment") : name.text
        return shown + (isChanged ? "*" : "")
    }

    mutating func askForMissing(_ context: inout Context) {
        draft.askForMissing(&context)
        guard draft.fault == nil, !settled.isEmpty else { return }
        let query = context.query(settled)
        conditions.ask(.conditions(query), in: &context)
        sample.ask(.sample(query, limit: Self.sampleSize), in: &context)
    }

    mutating func rested(_ context: inout Context) {
        if draft.fault == nil { settled = draft.text }
    }

    /// Keeps the draft and tells that typing goes on.
    mutating func changed(_ context: inout Context) {
        isChanged = name.text != saved?.name ?? "" || draft.text != saved?.source ?? ""
        context.moved()
        guard isChanged else {
            context.store?.forgetDraft(of: original)
            return context.commands.append(.removeDraft(original: original))
        }
        let kept = Draft(original: original, name: name.text, filter: draft.text)
        context.store?.keep(kept)
        context.commands.append(.saveDraft(kept))
    }

    mutating func take(_ answer: Answer, to question: Question, _ context: inout Context) {
        switch (question, answer) {
        case (_, .size(let size)): draft.size.take(size, to: question)
        case (_, .conditions(let sizes)): conditions.take(sizes, to: question)
        case (_, .sample(let rows)): sample.take(rows, to: question)
        case (_, .vocabulary), (_, .values): draft.takeCompletion(answer, to: question)
        case (.saveSegment(let name, let filter, _), .segments(let all)):
            guard name == self.name.text else { return }
            saved = all.first { $0.name == name }
            isChanged = draft.text != filter
            context.store?.forgetDraft(of: original)
            context.commands.append(.removeDraft(original: original))
            original = name
            context.tell(context.say("editor.saved", "‘%1’ is saved.", name))
        default: break
        }
    }

    mutating func fail(_ failure: Failure, at question: Question, _ context: inout Context) {
        draft.fail(failure, at: question)
        draft.failCompletion(failure, at: question)
        conditions.fail(failure, at: question)
        sample.fail(failure, at: question)
    }

    mutating func outdate() {
        draft.outdate()
        conditions.outdate()
        sample.outdate()
    }

    func headline(_ context: Context) -> String { draft.line(context).text }

    func facts(_ context: Context) -> String {
        if saved == nil, !isChanged { return context.say("editor.untouched", "nothing to save yet") }
        return isChanged
            ? context.say("editor.unsaved", "not saved, kept as a draft") : context.say("editor.issaved", "saved")
    }

    func commandLine(_ context: Context) -> String {
        if let line = draft.completionCommandLine(context) { return line }
        var shell = ShellText(["segment", "explain"], in: context)
        shell.add(nil, draft.text.isEmpty ? "everyone" : draft.text)
        return shell.text
    }

    func explanation(_ context: Context) -> Explanation? {
        guard let size = draft.size.value else { return nil }
        if pane == .result, let sizes = conditions.value, sizes.indices.contains(top) {
            let condition = sizes[top]
            return Explanation(
                title: context.say("editor.condition.people", "%1 alone", context.people(condition.alone)),
                definition: context.say(Glossary.conditions.meaning), filter: condition.text,
                isFresh: conditions.isFresh)
        }
        return Explanation(
            title: context.people(size.count), definition: context.say(Glossary.segment.meaning), filter: draft.text,
            isFresh: draft.size.isFresh, milliseconds: size.milliseconds)
    }
}

extension OpenStore {
    /// Keeps a draft in place of an earlier one of the same origin.
    mutating func keep(_ draft: Draft) {
        forgetDraft(of: draft.original)
        drafts.append(draft)
    }

    mutating func forgetDraft(of original: String) {
        drafts.removeAll { $0.original == original }
    }
}
