import Customers
import Terminal

extension Contrast {
    func draw(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let room = context.pane(origin, detail: others(context), isFocused: true, in: rect, on: &canvas)
        if let failure = figures.failure {
            return context.write([context.say(failure)], in: room.inset(left: 1), on: &canvas, role: .error)
        }
        guard let value = figures.value else { return }
        guard !value.facts.isEmpty else {
            let none = context.say("contrast.none", "Nothing sets them clearly apart.")
            return context.write([none], in: room.inset(left: 1), on: &canvas)
        }
        var scroll = scroll
        scroll.follow(page: max(1, room.rows - 1))
        let columns = titles(context).enumerated().map { place, title in
            let sign = order.sign(of: place)
            return place < 2
                ? TableColumn(title, width: .flexible(atLeast: 8), sorted: sign)
                : TableColumn(
                    title, width: .fixed(8), alignment: .right, priority: [0, 0, 3, 0, 1, 2][place], sorted: sign)
        }
        let rows = rows
        var table = Table(columns: columns, scroll: scroll, isFocused: true)
        table.isSortable = true
        table.draw(in: room, on: &canvas) { index in
            let fact = rows[index]
            return Table.Row(
                cells(of: fact, context).enumerated().map { place, text in
                    place == 5 ? Line(text, fact.distance > 0 ? .accent : .muted) : Line(text)
                })
        }
        if !figures.isFresh { canvas.restyle(room) { Style($0.role == .text ? .stale : $0.role, $0.emphasis) } }
    }

    private func others(_ context: Context) -> String {
        otherOrigin.isEmpty
            ? context.say("contrast.everyone", "against everybody else")
            : context.say("contrast.against", "against %1", otherOrigin)
    }

    func titles(_ context: Context) -> [String] {
        [
            context.say("contrast.what", "what"), context.say("contrast.value", "value"),
            context.say("funnel.people", "people"), context.say("contrast.share", "share"),
            context.say("contrast.others", "others"), context.say("contrast.times", "times"),
        ]
    }

    func cells(of fact: SegmentContrast.Fact, _ context: Context) -> [String] {
        [
            fact.subject, context.say(fact.label), Numbers.grouped(fact.people.count), Numbers.percent(fact.share),
            Numbers.percent(fact.othersShare), fact.lift.map { Numbers.decimal($0, places: 2) } ?? "-",
        ]
    }

    func read(_ context: Context) -> [String] {
        if let failure = figures.failure { return [context.say(failure)] }
        guard figures.value != nil else { return [] }
        return ["\(origin) \(others(context))."]
            + rows.enumerated().map { index, fact in
                (index == scroll.selected ? "> " : "")
                    + context.say(
                        "contrast.read", "%1 %2: %3 of them, %4 of the others.", fact.subject,
                        context.say(fact.label), Numbers.percent(fact.share), Numbers.percent(fact.othersShare))
            }
    }

    func headline(_ context: Context) -> String { context.people(figures.value?.people ?? 0) }

    func facts(_ context: Context) -> String {
        guard let value = figures.value else { return "" }
        return context.say(
            "contrast.facts", "%1 against %2", context.people(value.people), Numbers.grouped(value.others))
    }

    func commandLine(_ context: Context) -> String {
        var shell = ShellText(["segment", "contrast"], in: context)
        shell.add(nil, filter)
        if !against.isEmpty { shell.add("--against", against) }
        return shell.text
    }

    func explanation(_ context: Context) -> Explanation? {
        guard let fact else { return nil }
        return Explanation(
            title: "\(fact.subject) \(context.say(fact.label)): \(context.people(fact.people.count))",
            definition: context.say(
                "contrast.meaning",
                """
                The part of the people of whom it is true against the part of the others; only what lies three standard errors \
                or more apart is shown, the clearest first. Traits and events that the two filters ask about are left out.
                """), filter: fact.people.filter, isFresh: figures.isFresh)
    }
}
