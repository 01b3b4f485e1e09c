import Analytics
import Terminal

/// The steps of a funnel as bars with their numbers: people, share of the first step, share of the step before.
struct FunnelSteps {
    let part: FunnelReport.Part
    let isFresh: Bool
    /// The step under the cursor, from 0; none where there is none.
    var selected: Int?
    /// The same steps some time before, where they are compared.
    var earlier: FunnelReport.Part?

    func draw(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let count = part.steps.count
        // Two rows a step where there is room: the second one tells of the loss.
        let height = rect.rows >= 2 * count ? (rect.rows >= 3 * count ? 3 : 2) : 1
        let first = max(0, min((selected ?? 0) - rect.rows / height + 1, count - rect.rows / height))
        for step in max(0, first)..<count {
            let top = (step - max(0, first)) * height
            guard top < rect.rows else { return }
            draw(step, in: rect.inset(top: top).top(height), on: &canvas, context)
        }
    }

    private func draw(_ place: Int, in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let step = part.steps[place]
        let shares = FunnelShares(part, at: place)
        let role: Role = isFresh ? .text : .stale
        let numbers = [
            Numbers.grouped(step.profiles), Numbers.percent(shares.ofFirst),
            place == 0 ? "" : Numbers.percent(shares.ofPrevious),
        ]
        let widths = [max(7, Numbers.grouped(part.entered).count), 6, 6]
        let names = namesWidth(in: rect.columns - widths.reduce(0) { $0 + $1 + 1 }, context)
        let columns = rect.line(0).split(
            columns: [.fixed(1), .fixed(names), .share(1)] + widths.map { .fixed($0) }, gap: 1)
        if selected == place { canvas.write(Line(String(canvas.glyphs.selected), .accent), in: columns[0]) }
        canvas.write(
            Line("\(place + 1) \(step.name)", Style(role, selected == place ? .bold : [])), in: columns[1])
        canvas.drawBar(shares.ofFirst, in: columns[2], style: Style(isFresh ? .accent : .stale))
        for (number, column) in zip(numbers, columns.dropFirst(3)) {
            canvas.write(Line(number, role), in: column, align: .right)
        }
        guard rect.rows > 1, place > 0 else { return }
        let room = rect.inset(left: 2, top: 1)
        for (row, line) in lines(of: loss(place, context), in: room, context).enumerated() {
            canvas.write(Line(line, .muted), in: room.line(row))
        }
    }

    /// Columns for the names: a quarter of all, and more where they need it and bars stay long enough to compare.
    private func namesWidth(in room: Int, _ context: Context) -> Int {
        let widest = part.steps.enumerated().map { context.drawing.width(of: "\($0 + 1) \($1.name)") }.max() ?? 0
        let usual = min(30, max(12, room / 3))
        return max(usual, min(widest, 30, room - Self.leastBar - 3))
    }

    private static let leastBar = 5

    /// What was lost on the way to a step, in what time the others came, and how that was before.
    private func loss(_ place: Int, _ context: Context) -> [String] {
        let (before, step) = (part.steps[place - 1], part.steps[place])
        var parts = [context.say("funnel.lost", "%1 lost", Numbers.grouped(before.dropped))]
        if before.open > 0 { parts.append(context.say("funnel.open", "%1 still open", Numbers.grouped(before.open))) }
        if let median = step.medianSeconds {
            parts.append(context.say("funnel.median", "half within %1", context.duration(median)))
        }
        if let earlier {
            let share = FunnelShares(earlier, at: place).ofPrevious
            parts.append(context.say("funnel.before", "before: %1", Numbers.percent(share)))
        }
        return parts
    }

    /// Facts beside each other, and in further lines of the room what would be cut otherwise.
    private func lines(of facts: [String], in room: Rect, _ context: Context) -> [String] {
        facts.reduce(into: [String]()) { lines, fact in
            guard let last = lines.last else { return lines.append(fact) }
            let longer = "\(last) \(context.drawing.glyphs.dot) \(fact)"
            if lines.count == room.rows || context.drawing.width(of: longer) <= room.columns {
                lines[lines.count - 1] = longer
            } else {
                lines.append(fact)
            }
        }
    }
}
