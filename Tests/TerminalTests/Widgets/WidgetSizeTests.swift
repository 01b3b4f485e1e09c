import Terminal
import Testing

struct WidgetSizeTests {
    /// Draws one of each widget with texts that may hold anything.
    private func drawAll(_ text: String, _ number: Double, in rect: Rect, on canvas: inout Canvas) {
        let line = Line(text, .good) + Line(text)
        let frame = Frame(text, detail: text, isFocused: true).draw(in: rect, on: &canvas)
        let columns = [
            TableColumn(text, width: .flexible(atLeast: 3), sorted: .ascending),
            TableColumn(text, width: .fixed(5), alignment: .right, priority: 1),
        ]
        Table(columns: columns, scroll: Scroll(count: 9, selected: 4)).draw(in: frame, on: &canvas) { _ in
            Table.Row([line, line], isMarked: true)
        }
        ListView(scroll: Scroll(count: 9, selected: 8)).draw(in: rect, on: &canvas) { _ in line }
        BarChart([Bar(line, number: line, share: number), Bar(line, number: "1", share: 2)]).draw(in: rect, on: &canvas)
        Sparkline([number, nil, 3], floor: number).draw(in: rect, on: &canvas)
        AreaChart([number, nil, 3, 4], top: text).draw(in: rect, on: &canvas)
        HeatMap(
            rowLabels: [text], columnLabels: [text, text],
            squares: [[.init(text, step: 9), .init(text, text, step: HeatMap.step(of: number, greatest: number))]],
            selected: Position(column: 1, row: 0), marked: [Position(column: 0, row: 0)]
        ).draw(in: rect, on: &canvas)
        let nodes = [([], true), ([0], true), ([0, 0], false)].map { (path: $0.0, isBranch: $0.1) }
        Tree(rows: Tree.rows(of: nodes, folding: Folding()), scroll: Scroll(count: 3, selected: 2)).draw(
            in: rect, on: &canvas
        ) { $2.write(text, in: $1) }
        Tabs([text, text, text], selected: 1).draw(in: rect, on: &canvas)
        TextPage([line, line]).draw(in: rect, on: &canvas)
        Breadcrumb([text, text], facts: line).draw(in: rect, on: &canvas)
        StatusLine(line, facts: line).draw(in: rect, on: &canvas)
        Toast(text, kind: .warning).draw(in: rect, on: &canvas)
        Progress(text, share: number, rate: text, remaining: text, phase: -3).draw(in: rect, on: &canvas)
        KeyHints(KeyMap.standard.hints([.open, .help])).draw(in: rect, on: &canvas)
        var field = TextField(text)
        field.error = 0..<3
        field.draw(in: rect, on: &canvas, isFocused: true, hint: text)
        Confirm(text, lines: [line], typing: 3).draw(in: rect, on: &canvas, yesWord: text, noWord: text)
    }

    @Test(arguments: [Drawing.unicode, .ascii, Drawing(ambiguousIsWide: true), Drawing(borders: false, shades: false)])
    func `any widget stays in its room at any size with any text`(drawing: Drawing) {
        var generator = SeededGenerator(seed: 8)
        let numbers = [0, 1, 0.5, -3, .nan, .infinity, -.infinity, 1e300]
        for _ in 0..<150 {
            let columns = Int.random(in: 0...24, using: &generator)
            let rows = Int.random(in: 0...7, using: &generator)
            var canvas = Canvas(columns: columns + 2, rows: rows + 2, drawing: drawing)
            canvas.fill(canvas.bounds, with: "#")
            let text = HardText.random(using: &generator)
            let number = numbers.randomElement(using: &generator) ?? 0
            drawAll(text, number, in: canvas.bounds.inset(by: 1), on: &canvas)
            for row in 0..<canvas.rows {
                let cells = Array(canvas.cells(inRow: row))
                #expect(cells.reduce(0) { $0 + Int($1.width) } == canvas.columns)
                #expect(cells.first?.glyph == "#" && cells.last?.glyph == "#")
                if row == 0 || row == rows + 1 { #expect(cells.allSatisfy { $0.glyph == "#" }) }
            }
        }
    }
}
