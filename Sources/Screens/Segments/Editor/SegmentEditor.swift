import Customers
import Filters
import Terminal

/// Writes a segment: a name, a rule as a tree or as text, and live what the rule does.
struct SegmentEditor: Screen {
    /// A part of the screen that keys go to.
    enum Pane: Int, Hashable, Sendable, CaseIterable {
        case rule, result, overlap, name
    }

    /// Milliseconds that a change by itself waits before all that hangs on the rule is asked: the count goes ahead.
    static let pause = 20

    /// The saved segment that is being changed.
    var saved: Segment?
    /// What somebody else saved under the name meanwhile.
    var overtaking: Segment?
    /// The name that the draft is kept under.
    var original: String
    var name: TextField
    /// The rule as text, with its count.
    var draft: FilterDraft
    /// The rule as a tree; of an unfinished text the last that could be read.
    var rule: RuleEditor
    var isText: Bool
    var figures = EditorFigures()
    var segments = Asked<[Segment]>()
    /// The segments to compare with; none for all.
    var compared: [String] = []
    var overlapScroll = Scroll()
    /// By the place of a column of the table of overlaps.
    var overlapOrder = TableOrder<Int>()
    var versions = EditorVersions()
    var pane = Pane.rule
    /// The rule whose details are asked for: its text as it was when typing paused.
    var settled: String
    /// Whether the cursor rests, so that neighbouring numbers may be tried.
    var isResting = true
    /// Whether something has changed since the last save.
    var isChanged: Bool
    /// Whether the name asked for is the last thing that saving lacks.
    var savesWhenNamed = false

    init(_ draft: Draft, saved: Segment? = nil) {
        self.saved = saved
        original = draft.original
        name = TextField(draft.name)
        let tree = try? RuleTree(whole: draft.filter, placesOff: draft.off)
        rule = RuleEditor(tree ?? RuleTree())
        isText = tree == nil
        let text = tree.map { draft.off.isEmpty ? draft.filter : $0.text } ?? draft.filter
        self.draft = FilterDraft(text)
        settled = text
        isChanged = draft.name != saved?.name ?? "" || text != saved?.source ?? ""
        if !isText, !draft.line.isEmpty || draft.filter.isEmpty { rule.resume(draft.line) }
        if !draft.line.isEmpty { follow() }
    }

    var home: Action? { nil }
    var keyScope: Scope { isTyping ? .everywhere : .editor }
    var isTyping: Bool {
        switch pane {
        case .name: true
        case .rule: isText || rule.entry != nil
        case .result, .overlap: false
        }
    }
    var preparation: Preparation? { .estimates }
    var takesSpokenLines: Bool { !(pane == .rule && isText) }

    func title(_ context: Context) -> String {
        let shown = name.isEmpty ? context.say("editor.new", "new segment") : name.text
        return shown + (isChanged ? "*" : "")
    }

    mutating func askForMissing(_ context: inout Context) {
        if let line = rule.entry {
            var entry = line
            entry.draft.askForCompletion(&context)
            rule.entry = entry
        } else {
            draft.askForCompletion(&context)
        }
        segments.ask(.segments, in: &context)
        draft.askForSize(&context)
        guard draft.fault == nil, draft.size.isSettled else { return }
        figures.askForMissing(
            of: settled, variants: isResting && !isText ? rule.variants.map(\.text) : [], segments: compared,
            in: &context)
    }

    mutating func rested(_ context: inout Context) {
        isResting = true
        if draft.fault == nil { settled = draft.text }
    }

    /// Brings the text in step with the tree.
    mutating func follow() {
        let text = rule.shown.text
        if text != draft.text { draft.take(TextField(text)) }
    }

    /// Keeps the draft and tells that typing goes on.
    mutating func changed(_ context: inout Context) {
        if !isText { follow() }
        isChanged = name.text != saved?.name ?? "" || !isAsSaved
        isResting = false
        context.moved(pause: SegmentEditor.pause)
        let kept = kept
        guard isChanged || !kept.line.isEmpty || !kept.off.isEmpty else {
            context.store?.forgetDraft(of: original)
            return context.commands.append(.removeDraft(original: original))
        }
        context.store?.keep(kept)
        context.commands.append(.saveDraft(kept))
    }

    /// What a lost line may not lose.
    private var kept: Draft {
        guard !isText else { return Draft(original: original, name: name.text, filter: draft.text) }
        let rule = rule.entry.map { $0.isNew || $0.filter == nil ? self.rule.rule : $0.preview } ?? rule.rule
        let line = rule == self.rule.rule ? self.rule.entry?.draft.text ?? "" : ""
        // A text that its author wrote stays as it is while nothing in it has changed.
        let filter = isAsSaved && rule.placesOff.isEmpty ? saved?.source ?? rule.wholeText : rule.wholeText
        return Draft(original: original, name: name.text, filter: filter, off: rule.placesOff, line: line)
    }

    /// Whether the rule means what was saved.
    var isAsSaved: Bool {
        guard let source = saved?.source else { return draft.text.isEmpty }
        if draft.text == source { return true }
        guard !isText else { return false }
        return (try? Filter(parsing: source))?.text == draft.text
    }

    mutating func take(_ answer: Answer, to question: Question, _ context: inout Context) {
        switch (question, answer) {
        case (.count, .size(let size)): draft.size.take(size, to: question)
        case (_, .vocabulary), (_, .values):
            takeCompletion(answer, to: question, &context)
        case (.segments, .segments(let all)):
            segments.take(all, to: question)
            notice(all, &context)
        case (.saveSegment(let name, let filter, _, _), .segments(let all)):
            guard name == self.name.text else { return }
            didSave(name, filter, all, &context)
        case (.versions, _), (.difference, _): versions.take(answer, to: question, &context)
        case (.overlaps, .overlaps(let all)):
            figures.take(.overlaps(all.filter { $0.segment != original }), to: question)
            overlapScroll.resize(to: figures.overlaps.value?.count ?? 0)
        default: figures.take(answer, to: question)
        }
    }

    mutating func fail(_ failure: Failure, at question: Question, _ context: inout Context) {
        draft.fail(failure, at: question)
        draft.failCompletion(failure, at: question)
        rule.entry?.draft.failCompletion(failure, at: question)
        figures.fail(failure, at: question)
        segments.fail(failure, at: question)
        if case .versions = question.slot { context.tell(context.say(failure), .failed) }
        if case .saveSegment = question { segments.outdate() }
    }

    mutating func estimate(_ answer: Answer, of question: Question) {
        if case .size(let size) = answer { draft.size.estimate(size, of: question) }
        figures.estimate(answer, of: question)
    }

    mutating func outdate() {
        draft.outdate()
        figures.outdate()
        segments.outdate()
    }

    mutating func settle() { draft.size.settle() }

    func headline(_ context: Context) -> String { draft.line(context).text }

    func facts(_ context: Context) -> String {
        if let other = overtaking {
            return context.say("editor.overtaken", "%1 saved version %2 meanwhile", other.author, "\(other.version)")
        }
        if saved == nil, !isChanged { return context.say("editor.untouched", "nothing to save yet") }
        return isChanged
            ? context.say("editor.unsaved", "not saved, kept as a draft") : context.say("editor.issaved", "saved")
    }

    func commandLine(_ context: Context) -> String {
        if let line = (rule.entry?.draft ?? draft).completionCommandLine(context) { return line }
        let command =
            switch pane {
            case .result: "makeup"
            case .overlap: "overlap"
            case .rule, .name: rule.number == nil || isText ? "explain" : "vary"
            }
        var shell = ShellText(["segment", command], in: context)
        let text = draft.text.isEmpty ? "everyone" : draft.text
        shell.add(pane == .overlap ? "--filter" : nil, text)
        if pane == .overlap { for segment in compared { shell.add(nil, segment) } }
        return shell.text
    }

    func explanation(_ context: Context) -> Explanation? {
        guard let size = draft.size.value else { return nil }
        if pane == .rule, !isText, let index = rule.shown.liveConditions.firstIndex(of: rule.cursor),
            let sizes = figures.conditions.value, sizes.indices.contains(index)
        {
            let condition = sizes[index]
            return Explanation(
                title: context.say("editor.condition.people", "%1 alone", context.people(condition.alone)),
                definition: context.say(Glossary.conditions.meaning), filter: condition.text,
                isFresh: figures.conditions.isFresh, milliseconds: condition.milliseconds)
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
