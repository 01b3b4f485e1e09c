import Customers
import Phrases
public import Terminal

extension Application {
    /// Draws everything: where one is, the screen, the keys, the state of work, and what stands in front.
    ///
    /// - Parameter canvas: of the size last told, and of the drawing given at the start.
    public func draw(on canvas: inout Canvas) {
        let bounds = canvas.bounds
        guard canvas.sizeClass > .line else { return drawHeadline(on: &canvas) }
        let facts = storeFacts(on: canvas)
        Breadcrumb(stack.map { $0.title(context) } + scopeParts, facts: facts).draw(in: bounds.line(0), on: &canvas)
        front.draw(in: bounds.inset(top: 1, bottom: 2), on: &canvas, context)
        KeyHints(hints).draw(in: bounds.line(bounds.rows - 2), on: &canvas) { context.say($0.words) }
        drawStatus(in: bounds.line(bounds.rows - 1), on: &canvas)
        if overlay != nil { canvas.mark(bounds.inset(bottom: 2), .outside) }
        draw(overlay, in: bounds, on: &canvas)
    }

    /// What there is no room for but the most important number.
    private func drawHeadline(on canvas: inout Canvas) {
        switch overlay {
        case .prompt(let prompt): prompt.field.draw(in: canvas.bounds.line(0), on: &canvas, isFocused: true)
        case .palette(let palette): palette.field.draw(in: canvas.bounds.line(0), on: &canvas, isFocused: true)
        default: canvas.write(front.headline(context), in: canvas.bounds)
        }
        guard canvas.rows > 1 else { return }
        if let toast { return toast.draw(in: canvas.bounds.line(canvas.rows - 1), on: &canvas) }
    }

    private var scopeParts: [String] {
        let scope = context.scope.isEmpty ? [] : [context.scopeName]
        let date = context.asOfText.map { [context.say("asof.short", "as of %1", $0)] } ?? []
        let isByOrder = front.datesRefunds && context.countsRefundsByOrder
        return scope + date + (isByOrder ? [context.say("refunds.byOrder", "refunds with orders")] : [])
    }

    /// The store's name, whether it is the made-up one, and how new its data is.
    private func storeFacts(on canvas: Canvas) -> Line {
        guard let store = context.store else { return Line() }
        var line = Line(context.say(store.name), .breadcrumb)
        if store.summary.isSample { line = line + Line(" \(context.say("store.sample", "sample"))", .warning) }
        guard let newest = store.summary.lastEvent else { return line }
        let time = context.say("store.newest", "data to %1", context.time(newest))
        return line + Line(" \(canvas.glyphs.dot) \(time)", .breadcrumb)
    }

    /// The keys that matter at hand; help stands last.
    private var hints: [HelpEntry] {
        let keys = context.keys
        switch overlay {
        case .tour:
            return keys.hints(
                [.open, .left, .cancel],
                words: [
                    .open: Phrase("tour.next", "next"), .left: Phrase("tour.back", "back"),
                    .cancel: Phrase("tour.skip", "skip"),
                ])
        case .picker: return keys.hints([.mark, .open, .cancel], words: [.open: SharedPhrases.take])
        case .menu, .prompt, .palette:
            return keys.hints([.open, .cancel], words: [.open: SharedPhrases.take])
        case .page: return keys.hints([.copy, .cancel])
        case .confirm: return keys.hints([.cancel])
        case nil: break
        }
        if front.isTyping { return keys.hints(front.actions, words: front.words) }
        let isMoving: (Action) -> Bool = { Self.moves.contains($0) }
        return keys.hints(front.actions.filter { $0 != .help && !isMoving($0) } + [.help], words: front.words)
    }

    /// What the arrows and their kind do needs no hint.
    private static let moves: Set<Action> = [
        .up, .down, .left, .right, .pageUp, .pageDown, .first, .last,
    ]

    private func drawStatus(in rect: Rect, on canvas: inout Canvas) {
        if spinnerPhase > 0, context.desk.isPressed {
            let stop = context.say("work.stop", "Esc stops")
            // The spinner shows after 100 ms and turns every 150.
            let seconds = (100 + 150 * spinnerPhase) / 1000
            let time = seconds > 0 ? " \(canvas.glyphs.dot) \(seconds) s" : ""
            return Progress("\(work)\(time) \(canvas.glyphs.dot) \(stop)", phase: spinnerPhase).draw(
                in: rect.inset(left: 1), on: &canvas)
        }
        if let toast { return toast.draw(in: rect, on: &canvas) }
        StatusLine(state, facts: front.facts(context)).draw(in: rect, on: &canvas)
    }

    private var state: String {
        guard !context.desk.isPressed else { return work }
        if let date = context.asOfText { return context.say("asof.is", "As of %1.", date) }
        guard let changed else { return context.say("state.ready", "up to date") }
        return context.say("state.changed", "up to date, the data changed at %1", context.clock(changed))
    }

    /// What is being done, in a few words.
    private var work: String {
        let slots = Slot.allCases.filter { slot in context.desk.waiting[slot] != nil }
        return slots.first.map { context.say(SharedPhrases.work(in: $0)) } ?? ""
    }
}
