import Analytics
import Customers
import Terminal

/// The pane beside the grid: the cell under the cursor, or the named groups.
extension RFM {
    func drawDetail(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        if group != nil { return drawGroups(in: rect, on: &canvas, context) }
        let square = cell
        let room = context.pane(
            "R\(recency) F\(frequency)", detail: Numbers.grouped(square.profiles), isFocused: isInDetail, in: rect,
            on: &canvas
        ).inset(left: 1, right: 1)
        guard grid.value != nil else { return }
        var facts = FactList()
        facts.add(context.say("rfm.detail.people", "people"), Numbers.grouped(square.profiles))
        facts.add(context.say("rfm.detail.share", "of buyers"), share(square.profiles))
        facts.add(context.say("rfm.detail.revenue", "revenue"), context.money(square.revenueMinor))
        facts.add(context.say("rfm.detail.average", "a person"), context.money(square.averageMinor))
        for (name, range) in ranges(context) { facts.add(name, range) }
        facts.draw(in: room, on: &canvas)
        let bars = monetaryBars(of: square, context)
        BarChart(bars).draw(in: room.inset(top: facts.count + 1).top(bars.count), on: &canvas)
        let names = square.groups.sorted { ($1.value, $0.key.code) < ($0.value, $1.key.code) }
        let below = facts.count + bars.count + 2
        for (row, name) in names.enumerated() {
            let line = Line(context.say(name.key.phrase)) + Line("  \(Numbers.grouped(name.value))", .muted)
            canvas.write(line, in: room, row: below + row)
        }
        drawBorders(in: room.inset(top: below + names.count + 1), on: &canvas, context)
        if isInDetail { canvas.cursor = Position(column: room.column, row: room.row) }
    }

    /// People by monetary score, with the revenue that each score stands for.
    private func monetaryBars(of square: RFMSquares.Square, _ context: Context) -> [Bar] {
        let ranges = ScoreRanges(grid.value?.ranges ?? RFMFigures.Ranges(), context)
        return squares.best.map { score in
            let people = square.byMonetary.indices.contains(score - 1) ? square.byMonetary[score - 1] : 0
            let share = square.profiles == 0 ? 0 : Double(people) / Double(square.profiles)
            let range = ranges.short(.monetary, score).map { " \($0)" } ?? ""
            return Bar(Line("M\(score)\(range)", .muted), number: Line(Numbers.grouped(people)), share: share)
        }
    }

    /// The values that the scores under the cursor stand for, where they are known.
    private func ranges(_ context: Context) -> [(String, String)] {
        guard let known = grid.value?.ranges else { return [] }
        let ranges = ScoreRanges(known, context)
        let days = ranges.full(.recency, recency).map { (context.say("rfm.days", "days ago"), $0) }
        let times = ranges.full(.frequency, frequency).map { (ranges.frequencyName(of: variant), $0) }
        return [days, times].compactMap { $0 }
    }

    /// The values behind all scores, where there is room for all.
    private func drawBorders(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        guard context.sizeClass == .wide, rect.rows > squares.scores, let known = grid.value?.ranges else { return }
        let ranges = ScoreRanges(known, context)
        let names = [
            context.say("rfm.score", "score"), context.say("rfm.days", "days ago"),
            ranges.frequencyName(of: variant), ranges.monetaryName(of: variant),
        ]
        let rows =
            [names.map { Line($0, .header) }]
            + squares.best.map { score in
                [Line("\(score)", .header)] + RFMAxis.allCases.map { Line(ranges.full($0, score) ?? "-") }
            }
        let parts = rect.split(columns: [.fixed(6), .share(1), .share(1), .share(2)], gap: 1)
        for (row, cells) in rows.enumerated() {
            for (cell, part) in zip(cells, parts) {
                canvas.write(cell, in: part, row: row, align: part == parts[0] ? .left : .right)
            }
        }
    }

    private func drawGroups(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let room = context.pane(
            context.say("rfm.groups", "Named groups"), detail: context.say("rfm.groups.next", "n next"),
            isFocused: isInDetail, in: rect, on: &canvas)
        let people = context.say("rfm.detail.people", "people")
        let widest = ([people] + groups.map { Numbers.grouped($0.profiles) }).map(context.drawing.width(of:))
        let widths: [TableColumn.Width] = [
            .flexible(atLeast: 10), .fixed(widest.max() ?? 0), .fixed(6), .fixed(9),
        ]
        let columns = groupTitles(context).enumerated().map { place, title in
            TableColumn(
                title, width: widths[place], alignment: place == 0 ? .left : .right, priority: max(0, place - 1),
                sorted: groupOrder.sign(of: place))
        }
        var table = Table(
            columns: columns, scroll: Scroll(count: groups.count, selected: group ?? 0), isFocused: true)
        table.isSortable = true
        table.draw(in: room.top(groups.count + 1), on: &canvas) { index in
            let group = groups[index]
            return Table.Row([
                Line(context.say(group.group.phrase)), Line(Numbers.grouped(group.profiles)),
                Line(share(group.profiles), .muted),
                Line(context.money(group.revenueMinor), .muted),
            ])
        }
        for index in groups.indices {
            canvas.mark(room.line(index + 1), .row(index - (group ?? 0), isFocused: isInDetail))
        }
        drawBorders(in: room.inset(left: 1, top: groups.count + 2, right: 1), on: &canvas, context)
    }
}
