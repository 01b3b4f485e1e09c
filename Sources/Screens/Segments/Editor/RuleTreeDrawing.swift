import Customers
import Filters
import Terminal

extension SegmentEditor {
    /// Draws the tree with the figures of its lines, what stands at neighbouring numbers, and the rule in a sentence.
    ///
    /// - `frame`: the pane, whose border carries the titles of the columns.
    func drawTree(in rect: Rect, under frame: Rect, on canvas: inout Canvas, _ context: Context) {
        let notes = notes(context, columns: rect.columns - 2)
        let below = min(notes.count, max(0, rect.rows - 3))
        let parts = rect.split(rows: [.share(1), .fixed(below)])
        let columns = FigureColumns(self, width: rect.columns, context)
        columns.drawTitles(in: rect, border: frame.row, on: &canvas, context)
        let scroll = rule.scroll(page: parts[0].rows)
        let rows = rule.rows
        var tree = Tree(rows: rows.map(\.place), scroll: scroll, isFocused: pane == .rule && rule.entry == nil)
        tree.isWriting = rule.entry != nil
        tree.draw(in: parts[0], on: &canvas, sign: { standing(of: rows[$0], context) }) { index, place, canvas in
            let figures = parts[0].line(place.row - parts[0].row).right(columns.width)
            draw(
                rows[index], isSelected: index == scroll.selection, in: place.inset(right: columns.width), on: &canvas,
                context)
            columns.draw(rows[index], in: figures, on: &canvas)
        }
        if rule.shown.isEmpty, rule.entry == nil {
            let hint = context.say(
                "editor.tree.empty", "Everyone. a adds a line: a trait, what somebody did, a segment.")
            canvas.write(hint, in: parts[0].inset(left: 3), row: 1, style: Style(.muted))
        }
        for (line, note) in notes.prefix(below).enumerated() {
            canvas.write(note, in: parts[1].inset(left: 1, right: 1), row: line)
        }
    }

    /// What stands before a line that is marked or switched off.
    private func standing(of row: RuleRow, _ context: Context) -> Terminal.Span? {
        if rule.marks.contains(row.path) { return Terminal.Span(String(context.drawing.glyphs.marked), Style(.mark)) }
        return row.isOff && row.path != rule.entry?.path ?? rule.cursor ? Terminal.Span("-") : nil
    }

    /// Draws what a line says, or the field that it is written in.
    private func draw(
        _ row: RuleRow, isSelected: Bool, in place: Rect, on canvas: inout Canvas, _ context: Context
    ) {
        if isSelected, let entry = rule.entry {
            let hint = context.say("editor.line.hint", "a trait, did something, in segment …")
            return entry.draft.field.draw(in: place, on: &canvas, isFocused: pane == .rule, hint: hint)
        }
        let style = row.isOff ? Style(.muted) : row.node.isGroup ? Style(.accent, .bold) : .plain
        let off = row.isOff ? context.say("editor.off", " (off)") : ""
        canvas.write(row.text(context) + off, in: place, style: style)
    }

    /// What stands below the tree: what is wrong, the sizes at neighbouring numbers, and the rule in a sentence.
    private func notes(_ context: Context, columns: Int) -> [Line] {
        if draft.fault != nil {
            return faultLines(context).flatMap { Line($0, .error).wrapped(to: columns, drawing: context.drawing) }
        }
        if let fault = rule.entry?.draft.fault, rule.entry?.draft.completion == nil {
            return Line(context.say(fault), .muted).wrapped(to: columns, drawing: context.drawing)
        }
        let ladder = ladder(context)
        let sentence = Line(draft.sentence(context), .muted).wrapped(to: columns, drawing: context.drawing)
        return [ladder].compactMap(\.self) + sentence.prefix(context.sizeClass == .wide ? 3 : 2)
    }

    /// The sizes with neighbouring numbers: `days instead: 30: 9 880  [60: 6 120]  90: 4 205`.
    private func ladder(_ context: Context) -> Line? {
        guard let number = rule.number else { return nil }
        let variants = rule.variants
        let sizes = figures.sizes.value ?? []
        var line = Line(context.say("editor.ladder", "%1 instead:", unit(of: number, context)), .muted)
        for (index, variant) in variants.enumerated() {
            let isKnown = sizes.count == variants.count
            let count = isKnown ? Numbers.grouped(sizes[index]) : String(context.drawing.glyphs.ellipsis)
            let size =
                figures.sizes.isFresh || !isKnown
                ? Line(count) : figures.sizes.certainty.line(count, glyphs: context.drawing.glyphs)
            let isPresent = variant.value == number.value
            line =
                line + Line(isPresent ? "  [" : "   ") + Line("\(variant.value)", isPresent ? .key : .muted)
                + Line(": ")
                + size + Line(isPresent ? "]" : "")
        }
        return line
    }

    private func unit(of number: NumberPlace, _ context: Context) -> String {
        number.unit.isEmpty ? context.say("editor.unit.number", "number") : number.unit
    }
}

/// The columns of figures right of a tree.
struct FigureColumns {
    private let sizes: [[Int]: ConditionSize]
    private let certainty: Certainty
    private let tightest: [Int]?
    private let number: Int
    private let titles: [String]
    private let bar: Int
    private let base: Int
    private let context: Context

    init(_ editor: SegmentEditor, width: Int, _ context: Context) {
        self.context = context
        let live = editor.rule.shown.liveConditions
        let found = editor.figures.conditions.value ?? []
        let isInStep = found.count == live.count
        sizes = isInStep ? Dictionary(zip(live, found)) { first, _ in first } : [:]
        certainty = editor.settled == editor.draft.text ? editor.figures.conditions.certainty : .stale
        tightest =
            isInStep ? editor.figures.tightest(of: editor.draft.size.value?.count ?? 0).map { live[$0] } : nil
        let all = [
            context.say("editor.alone", "alone"), context.say("editor.after", "after"),
            context.say("editor.without", "without"),
        ]
        let numbers = found.flatMap { [$0.alone, $0.after, $0.without] }.map { "~" + Numbers.grouped($0) }
        number = ((numbers + all).map { context.drawing.width(of: $0) }).max() ?? 7
        let shown = width >= 60 ? 3 : width >= 44 ? 2 : 1
        titles = shown == 3 ? all : shown == 2 ? Array(all.prefix(2)) : [all[1]]
        bar = width >= 96 ? 18 : 0
        base = editor.draft.size.value?.base ?? 0
    }

    /// Columns that the figures take, with the sign of the tightest line.
    var width: Int { titles.count * (number + 1) + 2 + bar }

    /// Writes the titles over the border of the pane, or in its first row where it has none.
    func drawTitles(in rect: Rect, border row: Int, on canvas: inout Canvas, _ context: Context) {
        guard context.hasBorders else { return }
        var column = rect.right - width
        for title in titles {
            let place = Rect(column: column - 1, row: row, columns: number + 2, rows: 1)
            canvas.write(" \(title) ", in: place, style: Style(.header), align: .right)
            column += number + 1
        }
    }

    func draw(_ row: RuleRow, in rect: Rect, on canvas: inout Canvas) {
        guard let size = sizes[row.path], !row.isOff else { return }
        let figures =
            titles.count == 1 ? [size.after] : Array([size.alone, size.after, size.without].prefix(titles.count))
        var column = rect.column
        for figure in figures {
            let place = Rect(column: column, row: rect.row, columns: number, rows: 1)
            canvas.write(certainty.line(Numbers.grouped(figure), glyphs: canvas.glyphs), in: place, align: .right)
            column += number + 1
        }
        let sign = Rect(column: column, row: rect.row, columns: 1, rows: 1)
        if row.path == tightest { canvas.write(String(canvas.glyphs.tightest), in: sign, style: Style(.warning)) }
        guard bar > 0, base > 0 else { return }
        canvas.drawBar(
            Double(size.after) / Double(base),
            in: Rect(column: column + 2, row: rect.row, columns: bar, rows: 1), style: Style(.accent))
    }
}
