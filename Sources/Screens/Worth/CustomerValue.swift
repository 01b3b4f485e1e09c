import Analytics
import Customers
import Filters
import Phrases
import Terminal

/// What customers have brought: by a trait, by months since the first purchase, and how few bring how much.
struct CustomerValue: Screen {
    var view = ValueView.concentration
    var figures = Asked<ValueFigures>()
    var vocabulary = Asked<Vocabulary>()
    var scroll = Scroll()
    /// By the place of a column; of the values of a trait alone, for the other views are courses.
    var order = TableOrder<Int>()
    private var wantsTraits = false
    /// Whether the menu shows the traits of many values.
    private var offersRest = false
    /// The trait by which people were told apart last.
    private(set) var trait: String?

    var home: Action? { .showValue }
    var stepsByMonth: Bool { true }
    var datesRefunds: Bool { view == .age }
    var actions: [Action] {
        [
            .open, .measure, .breakDown, .sort, .segment, .explain, .commandLine, .copy, .asOf, .earlier, .later,
            .scope,
            .refresh, .left, .right, .up, .down, .pageUp, .pageDown, .first, .last,
        ]
    }
    var words: [Action: Phrase] {
        [
            .open: Phrase("segments.open", "people"), .measure: Phrase("value.view", "view"),
            .left: Phrase("value.view.before", "The view before"), .right: Phrase("value.view.next", "The next view"),
        ]
    }

    func title(_ context: Context) -> String { context.say(Action.showValue.hint) }

    var row: ValueFigures.Row? {
        let rows = rows
        return scroll.selection.flatMap { $0 < rows.count ? rows[$0] : nil }
    }

    mutating func askForMissing(_ context: inout Context) {
        figures.ask(.value(context.report, view), in: &context)
        vocabulary.ask(.vocabulary, in: &context)
        guard wantsTraits, vocabulary.value != nil else { return }
        wantsTraits = false
        chooseTrait(&context)
    }

    mutating func act(_ action: Action, _ context: inout Context) -> Bool {
        switch action {
        case .open:
            guard let row, let filter = row.filter else { return true }
            context.steps.append(.push(Profiles(filter: filter, origin: name(of: row, context))))
        case .measure: show(place: (place + 1) % views.count, &context)
        case .left, .right:
            var tabs = tabs(context)
            guard tabs.move(action) else { return true }
            show(place: tabs.selected, &context)
        case .breakDown: wantsTraits = true
        case .sort:
            guard isSortable else {
                context.tell(
                    context.say("value.unsorted", "This is a course; b tells people apart by a trait."), .warning)
                return true
            }
            context.steps.append(.show(.menu(order.menu(titles(context), context))))
        case .segment:
            guard let row, let filter = row.filter else { return true }
            context.askToSave(filter, as: name(of: row, context))
        case .copy:
            let rows = rows.map { cells(of: $0, context).joined(separator: "\t") }
            context.commands.append(.copy(([titles(context).joined(separator: "\t")] + rows).joined(separator: "\n")))
        default: return scroll.move(action, page: max(1, context.body.rows - 3))
        }
        return true
    }

    /// The views as tabs, the last of them by the trait that was chosen last.
    func tabs(_ context: Context) -> Tabs {
        Tabs(
            views.map { $0.map { heading($0, context) } ?? context.say("value.bytrait", "By a trait") },
            selected: place)
    }

    /// The views in their order; none for the one whose trait is to be chosen yet.
    private var views: [ValueView?] { [.concentration, .age, trait.map(ValueView.trait)] }

    private var place: Int { views.firstIndex(of: view) ?? 0 }

    private mutating func show(place: Int, _ context: inout Context) {
        guard let view = views[place] else {
            wantsTraits = true
            return
        }
        show(view)
    }

    private mutating func show(_ view: ValueView) {
        if case .trait(let name) = view { trait = name }
        self.view = view
        order = TableOrder()
        scroll = Scroll()
        figures.clear()
    }

    /// The traits that people can be told apart by: those that put them in groups, or the others.
    private func traits(grouping: Bool) -> [String] {
        guard let names = vocabulary.value else { return [] }
        return names.traits.keys.filter { $0 != "age" && names.grouping.contains($0) == grouping }.sorted()
    }

    /// What the menu offers: first what puts people in groups, the rest behind its last entry.
    private var isOfferingRest: Bool { offersRest || traits(grouping: true).isEmpty }

    private mutating func chooseTrait(rest: Bool = false, _ context: inout Context) {
        offersRest = rest
        var labels = traits(grouping: !isOfferingRest)
        if !isOfferingRest, !traits(grouping: false).isEmpty {
            labels.append(context.say("value.rest", "others, of many values each"))
        }
        let present = trait.flatMap { labels.firstIndex(of: $0) } ?? 0
        let menu = Menu(
            context.say("value.trait", "By which trait"), labels: labels, intent: .valueTrait, selected: present)
        context.steps.append(.show(.menu(menu)))
    }

    private mutating func takeTrait(at place: Int, _ context: inout Context) {
        let offered = traits(grouping: !isOfferingRest)
        if offered.indices.contains(place) { return show(.trait(offered[place])) }
        if !isOfferingRest { chooseTrait(rest: true, &context) }
    }

    mutating func choose(_ choice: Choice, for intent: Intent, _ context: inout Context) {
        guard case .item(let place) = choice else { return }
        switch intent {
        case .valueTrait: takeTrait(at: place, &context)
        case .sort: arrange(by: TableOrder.column(ofEntry: place))
        default: break
        }
    }

    mutating func take(_ answer: Answer, to question: Question, _ context: inout Context) {
        switch (question, answer) {
        case (_, .value(let value)):
            if figures.take(value, to: question) { scroll.resize(to: value.rows.count) }
        case (_, .vocabulary(let value)): vocabulary.take(value, to: question)
        default: break
        }
    }

    mutating func fail(_ failure: Failure, at question: Question, _ context: inout Context) {
        figures.fail(failure, at: question)
        vocabulary.fail(failure, at: question)
    }

    mutating func outdate() {
        figures.outdate()
        vocabulary.outdate()
    }

    mutating func settle() { figures.settle() }

    func headline(_ context: Context) -> String { context.briefMoney(figures.value?.revenue ?? 0) }

    func facts(_ context: Context) -> String {
        guard let value = figures.value else { return "" }
        let facts = context.say(
            "value.facts", "%1 buyers, %2", Numbers.grouped(value.buyers), context.money(value.revenue))
        return value.gini.map { facts + ", Gini " + Numbers.decimal($0, places: 3) } ?? facts
    }

    func commandLine(_ context: Context) -> String {
        var shell = ShellText(["ltv"], in: context)
        switch view {
        case .concentration: shell.add(flag: "--concentration")
        case .age:
            shell.add(flag: "--by-age")
            shell.add(context.options.refunds)
        case .trait(let name): shell.add("--by", name)
        }
        return shell.text
    }

    func explanation(_ context: Context) -> Explanation? {
        guard let value = figures.value, let row else { return nil }
        let definition =
            switch view {
            case .concentration:
                context.say(
                    "value.concentration.meaning",
                    "The buyers with the most net revenue, those of equal revenue together, and the share that they bring."
                )
            case .age:
                context.say(
                    "value.age.meaning",
                    "Net revenue by buyer within so many calendar months of the first purchase, over buyers for whom they have passed."
                )
            case .trait:
                context.say(
                    "value.trait.meaning",
                    "Net revenue of the people with this value; margin is that less the cost of the orders.")
            }
        return Explanation(
            title: name(of: row, context), definition: definition, filter: row.filter ?? "", isFresh: figures.isFresh,
            milliseconds: value.milliseconds, refunds: datesRefunds ? context.options.refunds : nil)
    }
}
