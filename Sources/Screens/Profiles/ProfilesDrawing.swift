import Customers
import Filters
import Terminal

extension Profiles {
    /// Where the panes stand; empty for those that do not show.
    func places(in rect: Rect, _ context: Context) -> (list: Rect, card: Rect, timeline: Rect) {
        guard !context.isZoomed, context.sizeClass > .single else {
            return (
                pane == .list ? rect : .zero, pane == .card ? rect : .zero, pane == .timeline ? rect : .zero
            )
        }
        switch context.sizeClass {
        case .wide:
            let parts = rect.split(columns: [.share(76), .share(40), .share(44)])
            return (parts[0], parts[1], parts[2])
        case .regular:
            let parts = rect.split(columns: [.share(44), .share(36)])
            let right = parts[1].split(rows: [.fixed(10), .share(1)])
            return (parts[0], right[0], right[1])
        default:
            let parts = rect.split(rows: [.share(2), .share(1), .share(1)])
            return (parts[0], parts[1], parts[2])
        }
    }

    func isShown(_ pane: Pane, _ context: Context) -> Bool {
        let places = places(in: context.body, context)
        switch pane {
        case .list: return !places.list.isEmpty
        case .card: return !places.card.isEmpty
        case .timeline: return !places.timeline.isEmpty
        }
    }

    /// Rows of the list that are in view.
    func pageRows(_ context: Context) -> Int {
        let room = context.interior(of: places(in: context.body, context).list)
        return max(0, room.rows - fieldRows(room.columns, context) - 1)
    }

    /// Rows that a field takes over the list.
    private func fieldRows(_ columns: Int, _ context: Context) -> Int {
        switch typing {
        case .filter: 2 + answerRows(columns, context) + (draft.fix == nil ? 0 : 1)
        case .find: 1
        case nil: find.isEmpty ? 0 : 1
        }
    }

    /// Rows that the count takes, or what is wrong with the filter, of which two show.
    private func answerRows(_ columns: Int, _ context: Context) -> Int {
        min(2, max(1, draft.line(context).wrapped(to: max(1, columns), drawing: context.drawing).count))
    }

    func draw(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let places = places(in: rect, context)
        drawList(in: places.list, on: &canvas, context)
        let cursor = canvas.cursor
        drawCard(in: places.card, on: &canvas, context)
        drawTimeline(in: places.timeline, on: &canvas, context)
        if let cursor { canvas.cursor = cursor }
        if typing == .filter { draft.drawList(in: rect, on: &canvas, context) }
    }

    private func drawList(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        guard !rect.isEmpty else { return }
        let room = context.pane(
            context.say("profiles.title", "Profiles"), detail: count(context), isFocused: pane == .list, in: rect,
            on: &canvas)
        let fieldRows = fieldRows(room.columns, context)
        drawField(in: room.top(fieldRows), on: &canvas, context)
        let list = room.inset(top: fieldRows)
        if let failure = pages.failure {
            return context.write([context.say(failure)], in: list, on: &canvas, role: .error)
        }
        if pages.total == 0, !pages.isStale { return context.write(emptiness(context), in: list, on: &canvas) }
        var table = Table(columns: tableColumns(context), scroll: scroll, isFocused: pane == .list && typing == nil)
        (table.frozen, table.skipped, table.isSortable) = (1, skipped, true)
        table.draw(in: list, on: &canvas) { index in
            pages[index].map { Table.Row(cells(of: $0, context), isMarked: marks[$0.number] != nil) }
        }
        if pages.isStale { canvas.restyle(list) { Style($0.role == .text ? .stale : $0.role, $0.emphasis) } }
    }

    /// `84 120 of 1 284 902`, with the sign for a number that is being asked again.
    private func count(_ context: Context) -> String {
        guard let total = pages.total else { return "" }
        let sign = pages.isStale ? String(context.drawing.glyphs.stale) : ""
        let all = context.store?.summary.profiles ?? 0
        guard all > 0, total != all else { return sign + Numbers.grouped(total) }
        return context.say("profiles.count", "%1 of %2", sign + Numbers.grouped(total), Numbers.grouped(all))
    }

    /// Why the list is empty, and what to do about it.
    private func emptiness(_ context: Context) -> [String] {
        if !find.isEmpty {
            return [
                context.say(
                    "profiles.none.find", "Nobody here has ‘%1’ in a name, city or identifier. Esc clears it.",
                    find.text)
            ]
        }
        if !filter.isEmpty {
            return [context.say("profiles.none.filter", "Nobody matches the filter %1. f changes it.", filter)]
        }
        if let date = context.asOfText {
            return [
                context.say("profiles.none.asof", "Nobody is known before %1. t changes the date.", date)
            ]
        }
        if !context.scope.isEmpty {
            return [context.say("profiles.none.scope", "Nobody is within the limit %1. S changes it.", context.scope)]
        }
        return [context.say("profiles.none", "There are no profiles yet. g i imports a file.")]
    }

    private func drawField(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        guard !rect.isEmpty else { return }
        guard typing == .filter else {
            let used = canvas.write(context.say("profiles.find", "find "), in: rect, style: Style(.key))
            return find.draw(in: rect.inset(left: used), on: &canvas, isFocused: typing == .find)
        }
        draft.field.draw(
            in: rect.top(2), on: &canvas, isFocused: true,
            hint: context.say("profiles.filter.hint", "city = \"Kraków\" and age >= 30"))
        let answer = answerRows(rect.columns, context)
        TextPage([draft.line(context)]).draw(in: rect.inset(top: 2).top(answer), on: &canvas)
        if let fix = draft.fixLine(context) { canvas.write(fix, in: rect, row: 2 + answer, style: Style(.error)) }
    }
}

extension FilterDraft {
    /// What Tab writes in place of what is wrong.
    func fixLine(_ context: Context) -> String? {
        fix.map { fix in
            isFaultAtCursor
                ? context.say("filter.offer", "Tab offers: %1", fix.text)
                : context.say("filter.fix", "Tab writes: %1", fix.text)
        }
    }

    /// How far an estimate may be off: ` ±120`.
    func margin(of size: SegmentSize, _ context: Context) -> String {
        certainty == .estimate ? " \(context.drawing.glyphs.offBy)\(Numbers.grouped(size.margin))" : ""
    }

    /// The count, or what is wrong.
    func line(_ context: Context) -> Line {
        if let fault { return Line(context.say(fault), .error) }
        guard let value = size.value else { return Line(String(context.drawing.glyphs.ellipsis), .muted) }
        let count = certainty.line(Numbers.grouped(value.count), glyphs: context.drawing.glyphs)
        let share = context.say("filter.share", " of %1, %2", Numbers.grouped(value.base), Numbers.percent(value.share))
        return count + Line(margin(of: value, context) + share, .muted)
    }
}
