import Customers
import Terminal

extension SegmentEditor {
    func drawResult(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let title =
            draft.size.value.map { sign(context) + context.people($0.count) }
            ?? context.say("editor.result", "Result")
        let room = context.pane(title, isFocused: pane == .result, in: rect, on: &canvas).inset(left: 1, right: 1)
        if pane == .result { canvas.cursor = Position(column: room.column, row: room.row) }
        let lines = resultLines(context, columns: room.columns)
        for (row, line) in lines.prefix(room.rows).enumerated() { canvas.write(line, in: room, row: row) }
    }

    private func sign(_ context: Context) -> String {
        draft.certainty.sign(context.drawing.glyphs)
    }

    /// The count with its course, reach, value, who they are, what single lines keep out, and some of the people.
    func resultLines(_ context: Context, columns: Int) -> [Line] {
        guard let size = draft.size.value else { return [] }
        var lines = [countLine(size, context, columns: columns), reachLine(size, context, columns: columns)]
        if let makeup = figures.makeup.value { lines += makeupLines(makeup, context, columns: columns) }
        if context.sizeClass == .wide { lines += keptOut(size, context) }
        if context.sizeClass != .wide, let rows = figures.sample.value, !rows.isEmpty {
            let names = rows.prefix(4).map(\.name).joined(separator: ", ")
            lines.append(Line(context.say("editor.some", "such as "), .muted) + Line(names))
        }
        return lines
    }

    /// `718 of 5 000, 14.4%  ▂▃▅▆▇ +21`: the count, its share, and its course over the last days.
    private func countLine(_ size: SegmentSize, _ context: Context, columns: Int) -> Line {
        let share = context.say(
            "filter.share", " of %1, %2", Numbers.grouped(size.base), Numbers.percent(size.share))
        let count =
            (draft.fault == nil
                ? context.figure(draft.size, \.count)
                : draft.certainty.line(Numbers.grouped(size.count), glyphs: context.drawing.glyphs))
            + Line(draft.margin(of: size, context) + share, .muted)
        guard let points = figures.history.value, let first = points.first, let last = points.last, points.count > 1
        else { return count }
        let change = Numbers.signed(last.members - first.members)
        let days = context.say("editor.course", "in %1 d", "\(EditorFigures.historyDays)")
        let words = " \(change) \(days)"
        let room = columns - context.drawing.width(of: count.text + words) - 2
        guard room >= 4 else { return count }
        let spark = Sparkline(course: points)
            .text(columns: min(room, points.count), glyphs: context.drawing.glyphs)
        return count + Line("  " + spark, .accent) + Line(words, figures.history.isFresh ? .text : .stale)
    }

    private func reachLine(_ size: SegmentSize, _ context: Context, columns: Int) -> Line {
        func line(_ number: (Int) -> String) -> Line {
            Channel.allCases.reduce(Line(context.say("editor.reach", "reach"), .muted)) { line, channel in
                line + Line(" \(channel.rawValue) ", .muted) + Line(number(size.reach[channel] ?? 0))
            }
        }
        let whole = line(Numbers.grouped)
        return context.drawing.width(of: whole.text) <= columns ? whole : line(Numbers.short)
    }

    private func makeupLines(_ makeup: SegmentMakeup, _ context: Context, columns: Int) -> [Line] {
        let role: Role = figures.makeup.isFresh ? .text : .stale
        func value(_ money: (Int64) -> String) -> Line {
            var line =
                Line(context.say("editor.ever", "value "), .muted) + Line(money(makeup.revenueMinor), role)
                + Line(context.say("editor.year", " 12 m "), .muted) + Line(money(makeup.yearRevenueMinor), role)
            if let average = makeup.averageOrderMinor {
                line =
                    line + Line(context.say("editor.average", " order "), .muted) + Line(context.money(average), role)
            }
            return line
        }
        let whole = value { context.money($0) }
        let breakdowns = makeup.breakdowns.map { breakdown in
            let ranked = breakdown.values.sorted { $0.people.count > $1.people.count }
            return ranked.prefix(context.sizeClass == .wide ? 5 : 3).reduce(Line(breakdown.trait, .muted)) {
                line, part in
                let share = Double(part.people.count) / Double(max(1, makeup.people))
                return line + Line(" \(part.label) ", role) + Line(Numbers.percent(share, places: 0), .muted)
            }
        }
        return [context.drawing.width(of: whole.text) <= columns ? whole : value(context.briefMoney)] + breakdowns
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
            canvas.write(
                row.name, in: place.left(place.columns / 2 - 1), style: figures.sample.isFresh ? .plain : Style(.stale))
            canvas.write(row.city ?? "", in: place.inset(left: place.columns / 2, right: 12), style: Style(.muted))
            canvas.write(value, in: place, style: Style(.muted), align: .right)
        }
    }
}
