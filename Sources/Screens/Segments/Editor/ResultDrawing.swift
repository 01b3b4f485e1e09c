import Customers
import Terminal

extension SegmentEditor {
    func drawResult(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let title = draft.size.value.map { sign(context) + context.people($0.count) }
            ?? context.say("editor.result", "Result")
        let room = context.pane(title, isFocused: pane == .result, in: rect, on: &canvas).inset(left: 1, right: 1)
        if pane == .result { canvas.cursor = Position(column: room.column, row: room.row) }
        let lines = resultLines(context, columns: room.columns)
        for (row, line) in lines.prefix(room.rows).enumerated() { canvas.write(line, in: room, row: row) }
    }

    private func sign(_ context: Context) -> String {
        draft.certainty == .exact ? "" : String(context.drawing.glyphs.stale)
    }

    /// The count with its course, reach, value, who they are, what single lines keep out, and some of the people.
    func resultLines(_ context: Context, columns: Int) -> [Line] {
        guard let size = draft.size.value else { return [] }
        var lines = [
            draft.certainty.line(Numbers.grouped(size.count), glyphs: context.drawing.glyphs)
                + Line(context.say("filter.share", " of %1, %2", Numbers.grouped(size.base), Numbers.percent(size.share)), .muted)
        ]
        if let course = course(context) { lines.append(course) }
        lines.append(
            Channel.allCases.reduce(Line(context.say("editor.reach", "reach"), .muted)) { line, channel in
                line + Line("  \(channel.rawValue) ", .muted) + Line(Numbers.grouped(size.reach[channel] ?? 0))
            })
        if let makeup = figures.makeup.value { lines += makeupLines(makeup, context, columns: columns) }
        if context.sizeClass == .wide { lines += keptOut(size, context) }
        if context.sizeClass != .wide, let rows = figures.sample.value, !rows.isEmpty {
            let names = rows.prefix(4).map(\.name).joined(separator: ", ")
            lines.append(Line(context.say("editor.some", "such as "), .muted) + Line(names))
        }
        return lines
    }

    /// `30 d ▂▃▅▆▇ +3.0%`
    private func course(_ context: Context) -> Line? {
        guard let points = figures.history.value, let first = points.first, let last = points.last, points.count > 1
        else { return nil }
        let numbers = points.map { Double($0.members) }
        let spark = Sparkline(numbers, floor: nil).text(columns: 20, glyphs: context.drawing.glyphs)
        let change = last.members - first.members
        let words = change == 0 ? context.say("editor.course.same", "unchanged") : Numbers.signed(change)
        return Line(context.say("editor.course", "%1 d ", "\(EditorFigures.historyDays)"), .muted)
            + Line(spark, .accent) + Line(" \(words)", figures.history.isFresh ? .text : .stale)
    }

    private func makeupLines(_ makeup: SegmentMakeup, _ context: Context, columns: Int) -> [Line] {
        let role: Role = figures.makeup.isFresh ? .text : .stale
        var value =
            Line(context.say("editor.year", "12 m  "), .muted) + Line(context.money(makeup.yearRevenueMinor), role)
            + Line(context.say("editor.ever", "  ever "), .muted) + Line(context.money(makeup.revenueMinor), role)
        if let average = makeup.averageOrderMinor {
            value = value + Line(context.say("editor.average", "  avg "), .muted) + Line(context.money(average), role)
        }
        let breakdowns = makeup.breakdowns.map { breakdown in
            let ranked =
                breakdown.values.count > 5 || breakdown.trait == "age"
                ? breakdown.values.sorted { $0.people.count > $1.people.count } : breakdown.values
            return ranked.prefix(context.sizeClass == .wide ? 5 : 3).reduce(Line(breakdown.trait, .muted)) { line, part in
                let share = Double(part.people.count) / Double(max(1, makeup.people))
                return line + Line("  \(part.label) ", role) + Line(Numbers.percent(share, places: 0), .muted)
            }
        }
        return [value] + breakdowns
    }

    /// How many more there would be without each line, the tightest first.
    private func keptOut(_ size: SegmentSize, _ context: Context) -> [Line] {
        guard let conditions = figures.conditions.value, conditions.count > 1 else { return [] }
        let ranked = conditions.sorted { $0.without > $1.without }.filter { $0.without > size.count }
        guard !ranked.isEmpty else { return [] }
        let title = Line(context.say("editor.without.title", "Without one line there would be"), .header)
        return [Line(), title]
            + ranked.prefix(6).enumerated().map { index, condition in
                Line(Numbers.signed(condition.without - size.count) + "  ", .key) + Line(condition.text)
                    + Line(index == 0 ? " \(context.drawing.glyphs.tightest)" : "", .warning)
            }
    }

    func drawPeople(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let title = context.say("editor.sample", "Some of them")
        let room = context.pane(title, in: rect, on: &canvas).inset(left: 1, right: 1)
        guard draft.fault == nil, let rows = figures.sample.value else { return }
        if rows.isEmpty { canvas.write(context.say("editor.nobody", "nobody"), in: room, style: Style(.muted)) }
        for (line, row) in rows.prefix(room.rows).enumerated() {
            let place = room.line(line)
            let value = row.purchases > 0 ? context.money(row.revenueMinor) : ""
            canvas.write(row.name, in: place.left(place.columns / 2 - 1), style: figures.sample.isFresh ? .plain : Style(.stale))
            canvas.write(row.city ?? "", in: place.inset(left: place.columns / 2, right: 12), style: Style(.muted))
            canvas.write(value, in: place, style: Style(.muted), align: .right)
        }
    }
}
