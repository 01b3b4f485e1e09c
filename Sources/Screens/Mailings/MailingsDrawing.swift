import Analytics
import Terminal

extension Mailings {
    func draw(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        guard context.sizeClass > .single, !context.isZoomed, mailings.value?.isEmpty == false else {
            return drawTable(in: rect, on: &canvas, context)
        }
        let parts = rect.split(rows: [.share(1), .fixed(context.sizeClass == .wide ? 10 : 7)])
        drawTable(in: parts[0], on: &canvas, context)
        drawDetail(in: parts[1], on: &canvas, context)
    }

    private func drawTable(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let room = context.pane(
            stretch.name(context), detail: context.say("mailings.key", "w days, Left and Right choose the people"),
            isFocused: true, in: rect, on: &canvas)
        if let failure = mailings.failure {
            return context.write([context.say(failure)], in: room.inset(left: 1), on: &canvas, role: .error)
        }
        guard mailings.value != nil else { return }
        let rows = rows
        guard !rows.isEmpty else {
            let none = context.say("mailings.none", "No mail names a campaign in these days. w chooses others.")
            return context.write([none], in: room.inset(left: 1), on: &canvas)
        }
        var scroll = scroll
        scroll.follow(page: max(1, room.rows - 1))
        let columns = titles(context).enumerated().map { place, title in
            place == 0
                ? TableColumn(title, width: .flexible(atLeast: 8), sorted: order.sign(of: place))
                : TableColumn(
                    title, width: .fixed([8, 9].contains(place) ? 9 : 7), alignment: .right,
                    priority: Self.priorities[place], sorted: order.sign(of: place))
        }
        var table = Table(columns: columns, scroll: scroll, isFocused: true)
        table.isSortable = true
        table.draw(in: room, on: &canvas) { index in
            let cells = cells(of: rows[index], context).enumerated().map { place, text in
                let isChosen = index == scroll.selected && place == figure.rawValue
                return isChosen ? Line("[\(text)]", Style(.text, .bold)) : Line(text)
            }
            return Table.Row([Line(name(of: rows[index]))] + cells)
        }
        if !mailings.isFresh { canvas.restyle(room) { Style($0.role == .text ? .stale : $0.role, $0.emphasis) } }
    }

    /// A campaign by its name, marked where it began before the days, so that they hold a part of it alone.
    func name(of row: MailingRow) -> String { (row.mailsBefore > 0 ? "…" : "") + row.campaign }

    /// Which columns go first where there is little room, the greatest first.
    private static let priorities = [0, 1, 2, 3, 8, 4, 7, 9, 5, 10, 6]

    /// The names of the columns.
    func titles(_ context: Context) -> [String] {
        [context.say("mailings.campaign", "campaign")] + Figure.allCases.map { title(of: $0, context) } + [
            context.say("mailings.openrate", "open"), context.say("mailings.clickrate", "click"),
            context.say("value.revenue", "revenue"),
        ] + (knowsCosts ? [context.say("mailings.cost", "cost"), context.say("mailings.romi", "ROMI")] : [])
    }

    /// Whether the store knows what mails cost.
    private var knowsCosts: Bool { mailings.value?.contains { $0.cost != nil } ?? false }

    func title(of figure: Figure, _ context: Context) -> String {
        switch figure {
        case .sent: context.say("mailings.sent", "sent")
        case .opened: context.say("mailings.opened", "opened")
        case .clicked: context.say("mailings.clicked", "clicked")
        case .left: context.say("mailings.left", "left")
        case .bought: context.say("mailings.bought", "bought")
        }
    }

    /// What a row shows after its campaign, a text a column.
    func cells(of row: MailingRow, _ context: Context) -> [String] {
        let share = { (share: Double?) in share.map { Numbers.percent($0) } ?? "-" }
        return Figure.allCases.map { count(of: $0, in: row).map { Numbers.grouped($0) } ?? "-" } + [
            share(row.figures.share(of: .opened)), share(row.figures.share(of: .clicked)),
            context.money(row.figures.revenue, isWhole: true),
        ] + (knowsCosts ? [row.cost.map { context.money($0, isWhole: true) } ?? "-", returned(row)] : [])
    }

    /// What a campaign returned on its cost, without decimals: it is often many times a hundred.
    func returned(_ row: MailingRow) -> String { row.returnOnCost.map { Numbers.percent($0, places: 0) } ?? "-" }

    /// The people of a figure; none where the data does not tell.
    func count(of figure: Figure, in row: MailingRow) -> Int? {
        guard let event = figure.event else { return row.clickThenPurchase == nil ? nil : row.figures.converted }
        return row.figures.events[event]?.profiles
    }
}
