import Customers
import Terminal

extension SegmentEditor {
    /// Draws with which segments the rule shares people.
    func drawOverlap(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let room = context.pane(
            context.say("overlap.title", "Overlap"), detail: context.say("overlap.keys", "O chooses"),
            isFocused: pane == .overlap, in: rect, on: &canvas)
        if let failure = figures.overlaps.failure {
            return context.write([context.say(failure)], in: room, on: &canvas, role: .error)
        }
        let overlaps = overlaps
        guard !overlaps.isEmpty, let size = draft.size.value else {
            let note =
                figures.overlaps.value == nil
                ? context.say("overlap.waiting", "Compared when typing rests.")
                : context.say("overlap.nothing", "No other segment is saved yet to compare with.")
            return context.write([note], in: room.inset(left: 1), on: &canvas)
        }
        let isWide = room.columns >= 60
        let numbers = overlaps.map { context.drawing.width(of: "~" + Numbers.grouped($0.shared)) }.max() ?? 6
        let widths: [TableColumn.Width] = [
            .flexible(atLeast: 8), .fixed(max(overlapOrder.column == 1 ? 9 : 7, numbers)), .fixed(4),
            .fixed(max(10, numbers)),
            .fixed(max(10, numbers)),
        ]
        let columns = overlapTitles(isWide: isWide, context).enumerated().map { place, title in
            TableColumn(
                title, width: widths[place], alignment: place == 0 ? .left : .right,
                sorted: overlapOrder.sign(of: place))
        }
        var table = Table(columns: columns, scroll: overlapScroll, isFocused: pane == .overlap)
        table.isSortable = true
        let line = { (number: Int) in
            figures.overlaps.certainty.line(Numbers.grouped(number), glyphs: context.drawing.glyphs)
        }
        table.draw(in: room, on: &canvas) { index in
            let overlap = overlaps[index]
            let share = Double(overlap.shared) / Double(max(1, size.count))
            var cells = [
                Line(overlap.segment), line(overlap.shared), Line(Numbers.percent(share, places: 0)),
            ]
            if isWide { cells += [line(max(0, size.count - overlap.shared)), line(overlap.size - overlap.shared)] }
            return Table.Row(cells)
        }
    }

    /// Draws how many people are left after each line, with who drops out at it.
    func drawSteps(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let room = context.pane(
            context.say("steps.title", "Left after each line, in order"), in: rect, on: &canvas
        ).inset(left: 1, right: 1)
        guard let sizes = figures.conditions.value, let base = draft.size.value?.base, !sizes.isEmpty else {
            return context.write(
                [context.say("steps.empty", "Each line stands here with how many are left after it.")], in: room,
                on: &canvas)
        }
        let everyone = Bar(
            Line(context.say("steps.everyone", "everyone")), number: Line(Numbers.grouped(base)), share: 1)
        let bars = sizes.map { size in
            Bar(
                Line(size.text), number: Line(Numbers.grouped(size.after)),
                share: Double(size.after) / Double(max(1, base)))
        }
        // Long rules need each row; short ones have room for a blank one between.
        let isRoomy = room.rows >= 2 * (sizes.count + 1)
        let half = room.columns / 2
        for (index, bar) in ([everyone] + bars).enumerated() {
            let row = isRoomy ? 2 * index : index
            guard row < room.rows else { break }
            let place = room.line(row)
            canvas.write(bar.label, in: place.left(half - 12))
            canvas.write(bar.number, in: place.inset(left: half - 11).left(10), align: .right)
            canvas.drawBar(bar.share, in: place.inset(left: half + 1), style: Style(bar.role))
            guard isRoomy, index > 0, row + 1 < room.rows else { continue }
            let before = index == 1 ? base : sizes[index - 2].after
            let change = sizes[index - 1].after - before
            canvas.write(
                "  " + (change == 0 ? context.say("steps.same", "nobody drops out") : Numbers.signed(change)),
                in: room.line(row + 1), style: Style(.muted))
        }
    }
}
