import Analytics
import Customers
import Filters
import Terminal

/// What keys change of a funnel: its steps, its window and order, its groups, what it is compared with.
extension FunnelScreen {
    mutating func change(_ action: Action, _ context: inout Context) -> Bool {
        switch action {
        case .breakDown: chooseSplit(&context)
        case .window: chooseTerms(&context)
        case .add: askForStep(at: step + 1, isNew: true, &context)
        case .filter: askForStep(at: step, isNew: false, &context)
        case .delete: dropStep(&context)
        case .compare: compare(&context)
        case .measure: toggleUnit(&context)
        case .save: askForName(&context)
        case .sort: chooseOrder(&context)
        case .undo:
            guard let last = past.popLast() else {
                context.tell(context.say("funnel.undo.none", "Nothing has been changed here."), .warning)
                return true
            }
            funnel = last
            step = min(step, funnel.steps.count - 1)
        default: return false
        }
        return true
    }

    private mutating func set(_ changed: Funnel) {
        past.append(funnel)
        funnel = changed
    }

    private mutating func compare(_ context: inout Context) {
        guard stretch != .all else {
            return context.tell(
                context.say("funnel.compare.all", "All time has nothing before it; w chooses days."), .warning)
        }
        isCompared.toggle()
    }

    private mutating func toggleUnit(_ context: inout Context) {
        guard funnel.order != .any else {
            return context.tell(
                context.say("funnel.attempts.any", "In any order only people are counted, not attempts."), .warning)
        }
        countsAttempts.toggle()
    }

    private mutating func dropStep(_ context: inout Context) {
        guard funnel.steps.count > Funnel.stepCounts.lowerBound else {
            return context.tell(context.say("funnel.steps.least", "A funnel has two steps at least."), .warning)
        }
        var changed = funnel
        changed.steps.remove(at: step)
        set(changed)
        step = min(step, funnel.steps.count - 1)
    }

    private func askForStep(
        at place: Int, isNew: Bool, refusal: String = "", text: String? = nil, _ context: inout Context
    ) {
        guard !isNew || funnel.steps.count < Funnel.stepCounts.upperBound else {
            return context.tell(context.say("funnel.steps.most", "A funnel has twelve steps at most."), .warning)
        }
        let events = (vocabulary.value?.events ?? [:]).sorted { $0.value.count > $1.value.count }.prefix(6).map(\.key)
        var prompt = Prompt(
            isNew ? context.say("funnel.step.new", "Add a step") : context.say("funnel.step.change", "Change the step"),
            note: context.say(
                "funnel.step.note", "An event, with a condition where wanted: %1", events.joined(separator: ", ")),
            text: text ?? (isNew ? "" : funnel.steps[place].text), intent: .funnelStep(place: place, isNew: isNew))
        prompt.refusal = refusal
        context.steps.append(.show(.prompt(prompt)))
    }

    private func askForName(_ context: inout Context) {
        let prompt = Prompt(
            context.say("funnel.save", "Save the funnel"), note: funnel.text, text: name, intent: .nameFunnel)
        context.steps.append(.show(.prompt(prompt)))
    }

    mutating func choose(_ choice: Choice, for intent: Intent, _ context: inout Context) {
        switch (intent, choice) {
        case (.nameFunnel, .text(let name)) where !name.isEmpty:
            context.ask(.saveFunnel(name: name, text: funnel.text))
        case (.funnelStep(let place, let isNew), .text(let text)): takeStep(text, at: place, isNew: isNew, &context)
        case (.funnelSplit, .item(let index)) where offered.indices.contains(index):
            (split, group, isInGroups, groupOrder) = (offered[index], nil, false, TableOrder())
        case (.funnelTerms, .item(let index)): changeTerm(index, &context)
        case (.sort, .item(let index)): arrange(by: TableOrder.column(ofEntry: index))
        case (.funnelExcluded, .text(let text)): takeExcluded(text, &context)
        default: break
        }
    }

    private mutating func takeStep(_ text: String, at place: Int, isNew: Bool, _ context: inout Context) {
        do throws(SyntaxError) {
            let point = try Funnel.Step(parsing: text)
            var changed = funnel
            if isNew { changed.steps.insert(point, at: place) } else { changed.steps[place] = point }
            set(changed)
            step = place
        } catch {
            askForStep(at: place, isNew: isNew, refusal: context.say(error.phrase), text: text, &context)
        }
    }

    private mutating func chooseSplit(_ context: inout Context) {
        guard let names = vocabulary.value else { return }
        let properties = names.events[funnel.steps[0].event]?.properties.keys.sorted() ?? []
        let traits = names.traits.filter { $0.value == .text || $0.value == .boolean }.keys.sorted {
            // What nearly everybody has of his own, such as an address, makes no groups and stands last.
            (names.grouping.contains($0) ? 0 : 1, $0) < (names.grouping.contains($1) ? 0 : 1, $1)
        }
        let ofEvent = properties.flatMap { name -> [(FunnelSplit.Subject, String)] in
            [
                (.property(name, .first), context.say("funnel.split.first", "%1 of the first event", name)),
                (.property(name, .last), context.say("funnel.split.last", "%1 of the last event", name)),
            ]
        }
        let choices = ofEvent + traits.map { (.trait($0), $0) }
        offered = [nil] + choices.prefix(33).map(\.0)
        let labels = [context.say("funnel.split.none", "not broken down")] + choices.prefix(33).map(\.1)
        let menu = Menu(
            context.say("funnel.split", "Break down by"), labels: labels, intent: .funnelSplit,
            selected: offered.firstIndex(of: split) ?? 0)
        context.steps.append(.show(.menu(menu)))
    }
}
