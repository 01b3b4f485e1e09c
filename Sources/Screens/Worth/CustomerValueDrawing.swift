import Analytics
import Terminal

extension CustomerValue {
    func draw(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let room = context.pane(
            tabs(context), detail: context.say("value.others", "b by another trait"), isFocused: true, in: rect,
            on: &canvas)
        if let failure = figures.failure {
            return context.write([context.say(failure)], in: room.inset(left: 1), on: &canvas, role: .error)
        }
        guard figures.value != nil else { return }
        let rows = rows
        guard !rows.isEmpty else {
            let none = context.say("value.none", "Nobody has bought by this date. t changes the date.")
            return context.write([none], in: room.inset(left: 1), on: &canvas)
        }
        var scroll = scroll
        scroll.follow(page: max(1, room.rows - 1))
        let columns = titles(context).enumerated().map { place, title in
            place == 0
                ? TableColumn(title, width: .flexible(atLeast: 10), sorted: order.sign(of: place))
                : TableColumn(
                    title, width: .fixed(12), alignment: .right, priority: place, sorted: order.sign(of: place))
        }
        var table = Table(columns: columns, scroll: scroll, isFocused: true)
        table.isSortable = isSortable
        table.draw(in: room, on: &canvas) { index in
            Table.Row(cells(of: rows[index], context).map { Line($0) })
        }
        if !figures.isFresh { canvas.restyle(room) { Style($0.role == .text ? .stale : $0.role, $0.emphasis) } }
    }

    func heading(_ view: ValueView, _ context: Context) -> String {
        switch view {
        case .concentration: context.say("value.concentration", "How few bring how much")
        case .age: context.say("value.age", "By months since the first purchase")
        case .trait(let name): context.say("value.by", "By %1", name)
        }
    }

    /// The names of the columns.
    func titles(_ context: Context) -> [String] {
        switch view {
        case .concentration:
            [
                context.say("value.best", "best buyers"), context.say("value.bring", "bring"),
                context.say("value.from", "each from"), context.say("value.people", "people"),
            ]
        case .age:
            [
                context.say("value.months", "months"), context.say("value.buyer", "a buyer"),
                context.say("value.buyers", "buyers"),
            ]
        case .trait(let name):
            [
                name, context.say("value.revenue", "revenue"), context.say("value.person", "a person"),
                context.say("value.people", "people"), context.say("value.buyers", "buyers"),
                context.say("value.margin", "margin"),
            ]
        }
    }

    /// What a row shows, a text a column.
    func cells(of row: ValueFigures.Row, _ context: Context) -> [String] {
        switch row.figures {
        case .point(let point):
            let revenue = figures.value?.revenue ?? 0
            let share = revenue == 0 ? 0 : Double(point.revenue) / Double(revenue)
            return [
                name(of: row, context), Numbers.percent(share), context.money(point.least),
                Numbers.grouped(point.buyers),
            ]
        case .age(let age):
            return [name(of: row, context), context.money(age.perBuyer), Numbers.grouped(age.buyers)]
        case .group(let group):
            return [
                name(of: row, context), context.money(group.revenue), group.perProfile.map { context.money($0) } ?? "-",
                Numbers.grouped(group.profiles), Numbers.grouped(group.buyers),
                group.margin.map { context.money($0) } ?? "-",
            ]
        }
    }

    /// What a row is called.
    func name(of row: ValueFigures.Row, _ context: Context) -> String {
        switch row.figures {
        case .point(let point): "\(point.percent)%"
        case .age(let age): "\(age.months)"
        case .group: row.value.isEmpty ? context.say("value.missing", "no value") : row.value
        }
    }

    func read(_ context: Context) -> [String] {
        if let failure = figures.failure { return [context.say(failure)] }
        guard figures.value != nil else { return [] }
        let titles = titles(context)
        return [heading(view, context) + ".", facts(context) + "."]
            + rows.enumerated().map { index, row in
                let facts = zip(titles, cells(of: row, context)).map { "\($0) \($1)" }.joined(separator: ", ")
                return (index == scroll.selected ? "> " : "") + facts + "."
            }
    }
}
