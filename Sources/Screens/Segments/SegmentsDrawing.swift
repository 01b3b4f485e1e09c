import Customers
import Terminal

extension Segments {
    /// Segments in view; the filter of the selected one stands below them.
    func pageRows(_ context: Context) -> Int {
        max(0, context.interior(of: context.body).rows - 1 - textRows(context))
    }

    private func textRows(_ context: Context) -> Int { context.body.rows > 10 ? 3 : 0 }

    func draw(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let room = context.pane(
            title(context), detail: segments.value.map { Numbers.grouped($0.count) } ?? "", isFocused: true, in: rect,
            on: &canvas)
        if let failure = segments.failure {
            return context.write([context.say(failure)], in: room.inset(left: 1), on: &canvas, role: .error)
        }
        var table = Table(columns: columns(context), scroll: scroll)
        table.isSortable = true
        table.draw(in: room.inset(bottom: textRows(context)), on: &canvas) { index in
            index < all.count ? Table.Row(cells(of: all[index], context)) : nil
        }
        if let selected, textRows(context) > 0 {
            let below = room.bottom(textRows(context) - 1).inset(left: 1)
            guard let failure = sizes[selected.name]?.failure else {
                let rule =
                    selected.saved == nil
                    ? context.say("segments.ready.rule", "Ready to use: %1", selected.source) : selected.source
                return context.write([rule], in: below, on: &canvas)
            }
            context.write([context.say(failure)], in: below, on: &canvas, role: .error)
        }
    }

    private func columns(_ context: Context) -> [TableColumn] {
        titles(context).map { column, title in
            let sign = column.flatMap { order.sign(of: $0) }
            return switch column {
            case .name: TableColumn(title, width: .flexible(atLeast: nameRoom(context), weight: 4), sorted: sign)
            case .people: TableColumn(title, width: .fixed(10), alignment: .right, sorted: sign)
            case .share: TableColumn(title, width: .fixed(7), alignment: .right, priority: 1, sorted: sign)
            case .change: TableColumn(title, width: .fixed(8), alignment: .right, priority: 2, sorted: sign)
            case nil: TableColumn(title, width: .fixed(context.sizeClass == .wide ? 31 : 12), priority: 3)
            case .author: TableColumn(title, width: .flexible(atLeast: 6), priority: 4, sorted: sign)
            case .saved: TableColumn(title, width: .fixed(10), priority: 5, sorted: sign)
            }
        }
    }

    /// The room that the longest name takes; when a segment was saved gives way to it, then by whom, which the last line
    /// says of the one under the cursor.
    private func nameRoom(_ context: Context) -> Int {
        let longest = all.map { context.drawing.width(of: $0.name) + (isDrafted($0, context) ? 2 : 0) }.max() ?? 0
        let most =
            switch context.sizeClass {
            case .wide: context.columns - 90
            case .regular: context.columns - 44
            default: context.columns - 16
            }
        return max(14, min(longest, most))
    }

    private func isDrafted(_ segment: ListedSegment, _ context: Context) -> Bool {
        context.store?.drafts.contains { $0.original == segment.name } ?? false
    }

    private func cells(of segment: ListedSegment, _ context: Context) -> [Line] {
        let size = sizes[segment.name]
        let name = Line(segment.name, segment.saved == nil ? .muted : .text)
        let cells = [
            name + Line(isDrafted(segment, context) ? " *" : "", .warning), count(size, context),
            Line(size?.value.map { Numbers.percent($0.share) } ?? ""),
        ]
        let author = segment.saved?.author ?? context.say("segments.ready", "ready")
        let saved = segment.saved.map { context.date($0.saved) } ?? ""
        // The last cell has no column where nothing is saved.
        return cells + (showsCourse(context) ? course(of: segment, context) : [])
            + [Line(author, .muted), Line(saved, .muted)]
    }

    /// The change over the last days, and a bar a day.
    private func course(of segment: ListedSegment, _ context: Context) -> [Line] {
        guard let history = histories[segment.name], let points = history.value, let first = points.first,
            let last = points.last
        else { return [Line(), Line()] }
        let change = last.members - first.members
        let spark = Sparkline(course: points)
            .text(columns: context.sizeClass == .wide ? 31 : 12, glyphs: context.drawing.glyphs)
        return [Line(Numbers.signed(change), history.isFresh ? .text : .stale), Line(spark, .accent)]
    }

    /// The size with the sign of its certainty; a sign alone while it is not known.
    private func count(_ size: Asked<SegmentSize>?, _ context: Context) -> Line {
        let glyphs = context.drawing.glyphs
        if size?.failure != nil { return Line(String(glyphs.warning), .error) }
        return size.map { context.figure($0, \.count) } ?? Line(String(glyphs.ellipsis), .muted)
    }

    func read(_ context: Context) -> [String] {
        if let failure = segments.failure { return [context.say(failure)] }
        return all.enumerated().map { index, segment in
            let sign = index == scroll.selected ? "> " : ""
            guard let size = sizes[segment.name]?.value else { return sign + segment.name + "." }
            return sign
                + context.say(
                    "segments.read", "%1, %2, %3 of all.", segment.name, context.people(size.count),
                    Numbers.percent(size.share))
        }
    }
}
