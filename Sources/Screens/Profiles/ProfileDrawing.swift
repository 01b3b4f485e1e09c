import Customers
import Terminal

extension Profile {
    /// Whether there is room for one pane only.
    private func showsOnePane(_ context: Context) -> Bool { context.isZoomed || context.sizeClass <= .single }

    private func places(in rect: Rect, _ context: Context) -> (card: Rect, timeline: Rect) {
        if showsOnePane(context) {
            return isInTimeline ? (.zero, rect) : (rect, .zero)
        }
        if context.sizeClass == .narrow {
            let parts = rect.split(rows: [.share(1), .share(1)])
            return (parts[0], parts[1])
        }
        let parts = rect.split(columns: [.share(2), .share(3)])
        return (parts[0], parts[1])
    }

    /// Rows of the pane that has the keys.
    func rows(_ context: Context) -> Int {
        let places = places(in: context.body, context)
        return max(1, context.interior(of: isInTimeline ? places.timeline : places.card).rows)
    }

    func cardLines(_ context: Context) -> [Line] {
        card.value.map { CardText($0, context).lines } ?? []
    }

    func draw(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let places = places(in: rect, context)
        if !places.card.isEmpty { drawCard(in: places.card, on: &canvas, context) }
        if !places.timeline.isEmpty { drawTimeline(in: places.timeline, on: &canvas, context) }
    }

    /// Draws a pane; where the other one has no room both names stand as tabs.
    private func pane(
        _ title: String, detail: String, isFocused: Bool, in rect: Rect, on canvas: inout Canvas, _ context: Context
    ) -> Rect {
        guard showsOnePane(context) else {
            return context.pane(title, detail: detail, isFocused: isFocused, in: rect, on: &canvas)
        }
        let titles = [context.say("profile.who", "Who it is"), timelineTitle(context)]
        let tabs = Tabs(titles, selected: isInTimeline ? 1 : 0, keys: .panes)
        return context.pane(tabs, detail: detail, isFocused: isFocused, in: rect, on: &canvas)
    }

    private func drawCard(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let room = pane(
            title(context), detail: card.value?.rfm.map { context.groupName($0.group) } ?? "", isFocused: !isInTimeline,
            in: rect, on: &canvas,
            context)
        if let failure = card.failure {
            return context.write([context.say(failure)], in: room.inset(left: 1), on: &canvas, role: .error)
        }
        for (row, line) in cardLines(context).dropFirst(top).prefix(room.rows).enumerated() {
            canvas.write(line, in: room.inset(left: 1), row: row)
        }
        if !isInTimeline { canvas.cursor = Position(column: room.column, row: room.row) }
    }

    /// The title, with the names that the timeline is limited to.
    private func timelineTitle(_ context: Context) -> String {
        let title = context.say("timeline.title", "Timeline")
        return names.isEmpty ? title : "\(title): \(names.joined(separator: ", "))"
    }

    private func drawTimeline(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let total = timeline.total.map { Numbers.grouped($0) } ?? ""
        var room = pane(
            timelineTitle(context), detail: total, isFocused: isInTimeline, in: rect, on: &canvas, context)
        if let failure = timeline.failure {
            return context.write([context.say(failure)], in: room.inset(left: 1), on: &canvas, role: .error)
        }
        if timeline.total == 0 {
            let none = context.say("timeline.none", "Nothing has happened yet.")
            return context.write([none], in: room.inset(left: 1), on: &canvas)
        }
        room = drawWeeks(in: room, on: &canvas, context)
        room = drawLines(in: room, on: &canvas, context)
        let text = TimelineText(context)
        let visible = entries.visible(page: room.rows)
        let glyphs = canvas.glyphs
        ListView(scroll: entries, isFocused: isInTimeline).draw(in: room, on: &canvas) { index in
            guard let entry = timeline[index] else { return Line(String(glyphs.ellipsis), .muted) }
            let before = index > visible.lowerBound ? timeline[index - 1] : nil
            let isNewDay = before.map { context.date($0.time) != context.date(entry.time) } ?? true
            return text.line(of: entry, showsDay: isNewDay)
        }
    }

    /// Draws the lines of the unfolded order at the bottom, and hands back the room left.
    private func drawLines(in rect: Rect, on canvas: inout Canvas, _ context: Context) -> Rect {
        guard let unfolded, let entry = timeline[unfolded], rect.rows > 4 else { return rect }
        let lines = TimelineText(context).lines(ofOrder: entry)
        let height = min(lines.count + 1, rect.rows / 2)
        let room = rect.bottom(height)
        canvas.write(
            context.say("timeline.lines", "lines of %1", context.time(entry.time)), in: room.inset(left: 1),
            style: Style(.header))
        for (row, line) in lines.prefix(height - 1).enumerated() { canvas.write(line, in: room, row: row + 1) }
        return rect.inset(bottom: height)
    }

    /// Draws how much happened in each week of the last year, and hands back the room left.
    private func drawWeeks(in rect: Rect, on canvas: inout Canvas, _ context: Context) -> Rect {
        guard rect.rows >= 8, !weeks.isEmpty else { return rect }
        let line = rect.bottom(1).inset(left: 1)
        let used = canvas.write(context.say("timeline.weeks", "each week, last year "), in: line, style: Style(.muted))
        Sparkline(weeks.map(Double.init)).draw(in: line.inset(left: used), on: &canvas)
        return rect.inset(bottom: 1)
    }

    func read(_ context: Context) -> [String] {
        guard isInTimeline else { return cardLines(context).map(\.text) }
        var sentences: [String] = []
        if let total = timeline.total {
            sentences.append(context.say("timeline.read", "%1 events and orders.", Numbers.grouped(total)))
        }
        if let failure = timeline.failure { sentences.append(context.say(failure)) }
        for index in entries.visible(page: max(5, rows(context))) {
            guard let entry = timeline[index] else { continue }
            sentences.append((index == entries.selected ? "> " : "") + TimelineText(context).line(of: entry).text)
            if index == unfolded { sentences += TimelineText(context).lines(ofOrder: entry).map(\.text) }
        }
        return sentences
    }
}
