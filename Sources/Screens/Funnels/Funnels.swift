import Analytics
import Customers
import Filters
import Phrases
import Terminal

/// The saved funnels and those that are ready to use, with the one under the cursor drawn beside them.
struct Funnels: Screen {
    /// A funnel of the list; one that is ready to use has no saved version.
    struct Listed: Hashable, Sendable {
        let name: String
        let funnel: Funnel
        let isSaved: Bool
    }

    var saved = Asked<[SavedFunnel]>()
    var vocabulary = Asked<Vocabulary>()
    private(set) var all: [Listed] = []
    var scroll = Scroll()
    /// The report on the funnel under the cursor.
    var figures = Asked<FunnelFigures>()

    var home: Action? { .showFunnels }
    var actions: [Action] {
        [
            .open, .add, .delete, .copy, .commandLine, .explain, .asOf, .scope, .refresh, .up, .down, .pageUp,
            .pageDown, .first, .last,
        ]
    }
    var words: [Action: Phrase] { [.open: Phrase("funnels.open", "look"), .add: Phrase("segments.new", "new")] }

    func title(_ context: Context) -> String { context.say("funnels.title", "Funnels") }

    var selected: Listed? { scroll.selection.flatMap { $0 < all.count ? all[$0] : nil } }

    mutating func askForMissing(_ context: inout Context) {
        saved.ask(.funnels, in: &context)
        vocabulary.ask(.vocabulary, in: &context)
        guard let selected else { return }
        figures.ask(
            .funnel(
                context.query(""), FunnelWish(selected.funnel, days: ReportStretch.days30.days(context))), in: &context)
    }

    mutating func act(_ action: Action, _ context: inout Context) -> Bool {
        switch action {
        case .add: askForSteps(&context)
        case .open:
            guard let selected else {
                context.tell(context.say("funnels.nothing", "There is no funnel here; a makes one."), .warning)
                return true
            }
            context.steps.append(.push(FunnelScreen(selected)))
        case .copy:
            if let selected { context.commands.append(.copy(selected.funnel.text)) }
        case .delete: confirmDelete(&context)
        default: return scroll.move(action, page: max(1, context.body.rows - 3))
        }
        return true
    }

    private func askForSteps(_ context: inout Context, text: String = "", refusal: String = "") {
        var prompt = Prompt(
            context.say("funnels.new", "A new funnel"),
            note: context.say(
                "funnels.new.note", "Its steps: session_start then add_to_cart then purchase within 7 days"),
            text: text, intent: .funnelSteps)
        prompt.refusal = refusal
        context.steps.append(.show(.prompt(prompt)))
    }

    private func confirmDelete(_ context: inout Context) {
        guard let selected, selected.isSaved else {
            return context.tell(
                context.say("funnels.ready.delete", "This funnel is ready to use and not saved."), .warning)
        }
        let lines = [Line(selected.name), Line(selected.funnel.text, .muted)]
        let key = context.keys.sequences(for: .delete).first?.keys.first ?? .delete
        let confirm = Confirm(context.say("funnels.delete", "Delete the funnel?"), lines: lines, askedWith: key)
        context.steps.append(.show(.confirm(confirm, .deleteFunnel(name: selected.name))))
    }

    mutating func choose(_ choice: Choice, for intent: Intent, _ context: inout Context) {
        switch (intent, choice) {
        case (.funnelSteps, .text(let text)):
            do throws(SyntaxError) {
                let funnel = try Funnel(parsing: text.trimmed.hasPrefix("(") ? text : "(\(text))")
                context.steps.append(.push(FunnelScreen(Listed(name: "", funnel: funnel, isSaved: false))))
            } catch {
                askForSteps(&context, text: text, refusal: context.say(error.phrase))
            }
        case (.deleteFunnel(let name), .confirmed): context.ask(.deleteFunnel(name: name))
        default: break
        }
    }

    mutating func take(_ answer: Answer, to question: Question, _ context: inout Context) {
        switch answer {
        case .funnels(let all):
            if case .funnels = question { saved.take(all, to: question) } else { saved.take(all, to: .funnels) }
            list(context)
        case .vocabulary(let names):
            vocabulary.take(names, to: question)
            list(context)
        case .funnel(let answer): figures.take(answer, to: question)
        default: break
        }
    }

    /// Saved ones first, then the ready ones whose names are free.
    private mutating func list(_ context: Context) {
        let own = (saved.value ?? []).compactMap { saved in
            (try? Funnel(parsing: saved.source)).map { Listed(name: saved.name, funnel: $0, isSaved: true) }
        }
        let names = Set(own.map(\.name))
        let ready = (vocabulary.value.map(ReadyFunnel.all) ?? []).map {
            Listed(
                name: context.say("funnel.ready.\($0.key)", $0.name), funnel: $0.funnel, isSaved: false)
        }
        all = own + ready.filter { !names.contains($0.name) }
        scroll.resize(to: all.count)
    }

    mutating func fail(_ failure: Failure, at question: Question, _ context: inout Context) {
        saved.fail(failure, at: question)
        vocabulary.fail(failure, at: question)
        figures.fail(failure, at: question)
    }

    mutating func outdate() {
        saved.outdate()
        vocabulary.outdate()
        figures.outdate()
    }

    func draw(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let parts =
            context.sizeClass == .single || context.isZoomed
            ? [rect]
            : rect.split(columns: context.sizeClass == .wide ? [.share(2), .share(3)] : [.fixed(28), .share(1)])
        drawList(in: parts[0], on: &canvas, context)
        guard parts.count > 1 else { return }
        let room = context.pane(
            selected?.name ?? "", detail: ReportStretch.days30.name(context), in: parts[1], on: &canvas
        ).inset(left: 1, right: 1)
        if let failure = figures.failure {
            return context.write([context.say(failure)], in: room, on: &canvas, role: .error)
        }
        guard let report = figures.value?.report else { return }
        FunnelSteps(part: report.whole, isFresh: figures.isFresh).draw(in: room, on: &canvas, context)
    }

    private func drawList(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let room = context.pane(
            title(context), detail: all.isEmpty ? "" : "\(all.count)", isFocused: true, in: rect, on: &canvas)
        if let failure = saved.failure {
            return context.write([context.say(failure)], in: room, on: &canvas, role: .error)
        }
        let table = Table(
            columns: [
                TableColumn(context.say("funnels.name", "funnel"), width: .flexible(atLeast: 10)),
                TableColumn(context.say("funnels.steps", "steps"), width: .fixed(5), alignment: .right),
            ], scroll: scroll, isFocused: true)
        table.draw(in: room, on: &canvas) { index in
            guard index < all.count else { return nil }
            let listed = all[index]
            return Table.Row([
                Line(listed.name, listed.isSaved ? .text : .muted), Line("\(listed.funnel.steps.count)", .muted),
            ])
        }
    }

    func read(_ context: Context) -> [String] {
        if let failure = saved.failure { return [context.say(failure)] }
        return all.enumerated().map { index, listed in
            (index == scroll.selected ? "> " : "") + "\(listed.name): \(listed.funnel.text)"
        }
    }

    func headline(_ context: Context) -> String {
        context.say("funnels.headline", "%1 funnels", "\(all.count)")
    }

    func commandLine(_ context: Context) -> String {
        ShellText(["funnel", "list"], in: context, dated: false, scoped: false).text
    }

    func explanation(_ context: Context) -> Explanation? {
        guard let selected else { return nil }
        return Explanation(title: selected.name, whole: [Line(selected.funnel.text)])
    }
}
