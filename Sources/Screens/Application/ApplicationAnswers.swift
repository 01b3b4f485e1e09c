import Customers
import Terminal

extension Application {
    /// Hands an answer to the screens, unless something else is wanted by now.
    mutating func take(_ answer: Answer, to request: Request) {
        guard context.desk.settle(request) else { return }
        if case .opened(let store) = answer { enter(store, by: request.question) }
        if case .summary(let summary) = answer { change(to: summary) }
        switch (request.question, answer) {
        case (.runImport, .imported(let summary)):
            if summary.importID != nil { context.store?.isNew = false }
            context.ask(.summary)
        case (.undoImport, _): context.ask(.summary)
        // The editor says more of its own.
        case (.saveSegment(let name, _, _, _), .segments):
            context.tell(context.say("editor.saved", "‘%1’ is saved.", name))
        default: break
        }
        if case .segments(let all) = answer, wantsScopes { showScopes(all) }
        if case .exported(let rows, let path) = answer {
            context.tell(context.say("export.done", "%1 rows written to %2.", Numbers.grouped(rows), path))
        }
        if request.slot == .writing { shelf[.showSegments]?[0].outdate() }
        for index in stack.indices { stack[index].take(answer, to: request.question, &context) }
        if !context.desk.isPressed { spinnerPhase = 0 }
    }

    /// Hands an estimate to the screens; the answer is awaited all the same.
    mutating func estimate(_ answer: Answer, to request: Request) {
        guard context.desk.awaits(request) else { return }
        eachScreen { $0.estimate(answer, of: request.question) }
    }

    mutating func fail(_ failure: Failure, at request: Request) {
        guard context.desk.settle(request) else { return }
        if case .runImport = request.question, context.store?.isNew == true { return beginAgain(because: failure) }
        spread(failure, at: request.question)
    }

    /// Gives up a store that was made for files which then did not go in, and shows the first screen of all.
    mutating func beginAgain(because failure: Failure? = nil) {
        (context.store, context.asOf, context.scope) = (nil, .now, "")
        (shelf, overlay) = ([:], nil)
        stack = [FirstRun(guesses: context.guesses, failure: failure)]
        context.ask(.discardStore)
    }

    /// Tells the screens that a question has no answer.
    private mutating func spread(_ failure: Failure, at question: Question) {
        for index in stack.indices { stack[index].fail(failure, at: question, &context) }
        switch question.slot {
        case .writing, .exporting, .opening: context.tell(context.say(failure), .failed)
        default: break
        }
        if !context.desk.isPressed { spinnerPhase = 0 }
    }

    /// The data has changed: what is shown is stale until it is asked for again.
    mutating func change(to summary: StoreSummary) {
        let isNew = context.store?.summary.version != summary.version
        context.store?.summary = summary
        guard isNew else { return }
        changed = context.now
        prepared = nil
        outdate()
        context.schedule(afterMilliseconds: 4000, .settled)
    }

    /// Shows a store from its beginning.
    mutating func enter(_ store: OpenStore, by question: Question) {
        if case .open(.fresh(let settings)) = question { context.guesses = settings }
        context.store = store
        context.asOf = store.openingDate(at: context.now)
        context.scope = ""
        (shelf, overlay) = ([:], nil)
        stack = store.summary.profiles == 0 ? [Imports(), ImportWizard()] : [Dashboard()]
        if store.summary.isSample, store.summary.profiles > 0, !context.kept.knowsTour { perform(.tour) }
    }

    /// Stops all work; what was asked counts as failed.
    mutating func stopWork() {
        let requests = context.desk.clear()
        for request in requests {
            context.commands.append(.cancel(request.slot))
            let sentence =
                request.slot == .importing
                ? context.say("stopped.import", "Stopped; the data is as it was.")
                : context.say("stopped", "Stopped; r asks again.")
            spread(Failure(sentence), at: request.question)
        }
        spinnerPhase = 0
        context.tell(context.say("stopped.notice", "Stopped."), .warning)
    }

    mutating func ring(_ alarm: Alarm) {
        switch alarm {
        case .rested(let moves):
            if moves == context.moves { withFront { $0.rested(&$1) } }
        case .spinner:
            guard context.desk.isPressed else {
                spinnerPhase = 0
                return
            }
            spinnerPhase += 1
            context.schedule(afterMilliseconds: 150, .spinner)
        case .notice(let number):
            if number == notices { toast = nil }
        case .settled: eachScreen { $0.settle() }
        }
    }

    /// Does what screens want of the application.
    mutating func takeSteps() {
        while !context.steps.isEmpty {
            let steps = context.steps
            context.steps = []
            for step in steps { take(step) }
        }
    }

    private mutating func take(_ step: Step) {
        switch step {
        case .push(let screen): stack.append(screen)
        case .replace(let screen): stack[stack.count - 1] = screen
        case .back: back()
        case .show(let overlay): self.overlay = overlay
        case .tell(let text, let kind):
            notices += 1
            toast = Toast(text, kind: kind)
            context.schedule(afterMilliseconds: 5000, .notice(notices))
        }
    }

    /// Takes the screen in front away, if another lies behind it.
    mutating func back() {
        if context.store?.isNew == true, front is ImportWizard { return beginAgain() }
        guard stack.count > 1 else {
            return context.tell(context.say("back.nowhere", "This is the first screen; q quits."), .warning)
        }
        stack.removeLast()
    }
}
