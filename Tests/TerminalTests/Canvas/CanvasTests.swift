import Terminal
import Testing

struct CanvasTests {
    @Test func `writes text and drops trailing blanks from its rows`() {
        var canvas = Canvas(columns: 8, rows: 3)
        canvas.write("▸ Loyal", column: 0, row: 0)
        canvas.write("Lapsed", column: 2, row: 1)
        #expect(
            canvas.text == """
                ▸ Loyal
                  Lapsed

                """)
        #expect(canvas.line(1) == "  Lapsed")
        #expect(canvas.fullLine(0) == "▸ Loyal ")
    }

    @Test func `reports the columns that were used`() {
        var canvas = Canvas(columns: 6, rows: 1)
        #expect(canvas.write("漢字", column: 0, row: 0) == 4)
        #expect(canvas.write("abc", column: 4, row: 0) == 2)
        #expect(canvas.write("abcdef", column: 0, row: 0, maxWidth: 3) == 3)
        #expect(canvas.write("a", column: 0, row: 5) == 0)
        #expect(canvas.write("abc", column: -2, row: 0) == 3)
        #expect(canvas.text == "cbc ab")
    }

    @Test func `a wide glyph at an edge is a blank`() {
        var canvas = Canvas(columns: 4, rows: 2)
        canvas.write("a漢字", column: 0, row: 0)
        canvas.write("漢字漢", column: -1, row: 1)
        #expect(canvas.fullLine(0) == "a漢 ")
        #expect(canvas.fullLine(1) == " 字 ")
    }

    @Test func `a wide glyph does not reach beyond the width allowed`() {
        var canvas = Canvas(columns: 6, rows: 1)
        canvas.write("......", column: 0, row: 0)
        #expect(canvas.write("漢字", column: 0, row: 0, maxWidth: 3) == 3)
        #expect(canvas.fullLine(0) == "漢 ...")
    }

    @Test(arguments: [(0, "x 字"), (1, " x字"), (2, "漢x "), (3, "漢 x")])
    func `overwriting half of a wide glyph blanks the other half`(column: Int, row: String) {
        var canvas = Canvas(columns: 4, rows: 1)
        canvas.write("漢字", column: 0, row: 0)
        canvas.write("x", column: column, row: 0)
        #expect(canvas.fullLine(0) == row)
    }

    @Test func `a wide glyph over two halves blanks both neighbours`() {
        var canvas = Canvas(columns: 4, rows: 1)
        canvas.write("漢字", column: 0, row: 0)
        canvas.write("田", column: 1, row: 0)
        #expect(canvas.fullLine(0) == " 田 ")
    }

    @Test(arguments: [("#", "###"), ("漢", ""), ("\u{1B}", "␛␛␛"), ("\r\n", ""), ("é", "ééé")])
    func `a filling that has not one column is blank`(glyph: String, row: String) {
        var canvas = Canvas(columns: 3, rows: 1)
        canvas.fill(canvas.bounds, with: Character(glyph))
        #expect(canvas.text == row)
    }

    @Test func `fills and restyles a rectangle`() {
        var canvas = Canvas(columns: 5, rows: 2)
        canvas.fill(Rect(column: 1, row: 0, columns: 2, rows: 9), with: "#", style: Style(.muted, .bold))
        canvas.restyle(Rect(column: 2, row: 1, columns: 9, rows: 1), role: .selection)
        #expect(canvas.text == " ##\n ##")
        #expect(canvas[1, 1]?.style == Style(.muted, .bold))
        #expect(canvas[2, 1]?.style == Style(.selection, .bold))
        #expect(canvas[4, 1]?.style == Style(.selection))
    }

    @Test func `a wide glyph is restyled as a whole`() {
        var canvas = Canvas(columns: 4, rows: 1)
        canvas.write("漢字", column: 0, row: 0)
        canvas.restyle(Rect(column: 1, row: 0, columns: 2, rows: 1), role: .error)
        #expect(canvas.cells.allSatisfy { $0.style.role == .error })
    }

    @Test func `cuts and aligns a line in a rectangle`() {
        var canvas = Canvas(columns: 10, rows: 4)
        let rect = Rect(column: 1, row: 0, columns: 6, rows: 3)
        canvas.write("Łukasz Nowak", in: rect)
        canvas.write("12", in: rect, row: 1, align: .right)
        canvas.write("ab", in: rect, row: 2, align: .center)
        canvas.write("dropped", in: rect, row: 3)
        #expect(canvas.text == " Łukas…\n     12\n   ab\n")
    }

    @Test func `a styled line is cut where its room ends`() {
        var canvas = Canvas(columns: 8, rows: 2)
        let line = Line("orders ", .muted) + Line("12345", .good)
        canvas.write(line, in: canvas.bounds)
        canvas.write(Line("a", .key) + Line("b"), in: canvas.bounds, row: 1, align: .right)
        #expect(canvas.text == "orders …\n      ab")
        #expect(canvas[0, 0]?.style.role == .muted)
        #expect(canvas[7, 0]?.style.role == .good)
        #expect(canvas[6, 1]?.style.role == .key)
    }

    @Test(arguments: [(0, 0), (1, 1), (-3, 5)])
    func `tiny canvases take anything`(columns: Int, rows: Int) {
        var canvas = Canvas(columns: columns, rows: rows)
        canvas.write("漢字", column: 0, row: 0)
        canvas.fill(canvas.bounds, with: "x")
        canvas.restyle(Rect(column: -1, row: -1, columns: 9, rows: 9), role: .good)
        #expect(canvas.cells.count == max(0, columns) * max(0, rows))
    }

    @Test(arguments: [Drawing.unicode, .ascii, Drawing(ambiguousIsWide: true)])
    func `each row is as wide as the canvas whatever is written where`(drawing: Drawing) {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<200 {
            let columns = Int.random(in: 0...24, using: &generator)
            var canvas = Canvas(columns: columns, rows: 3, drawing: drawing)
            for _ in 0..<30 { scribble(on: &canvas, using: &generator) }
            for row in 0..<3 { #expect(isWhole(canvas.cells(inRow: row), columns: columns)) }
        }
    }

    private func scribble(on canvas: inout Canvas, using generator: inout SeededGenerator) {
        let text = HardText.random(using: &generator)
        let column = Int.random(in: -8...26, using: &generator)
        let row = Int.random(in: -1...3, using: &generator)
        let width = Int.random(in: -1...30, using: &generator)
        switch Int.random(in: 0...4, using: &generator) {
        case 0: canvas.write(text, column: column, row: row)
        case 1: canvas.write(text, column: column, row: row, maxWidth: width)
        case 2:
            canvas.write(Line(text) + Line(text, .good), in: Rect(column: column, row: row, columns: width, rows: 1))
        case 3: canvas.fill(Rect(column: column, row: row, columns: width, rows: 2), with: "#")
        default: canvas.write(text, in: Rect(column: column, row: row, columns: width, rows: 1), keeping: .ends)
        }
    }

    /// Widths sum to the columns, and each wide glyph is followed by its own right half.
    private func isWhole(_ cells: ArraySlice<Cell>, columns: Int) -> Bool {
        var halves = 0
        for cell in cells {
            guard (cell.width == 0) == (halves == 1) else { return false }
            halves = cell.width == 2 ? 1 : 0
        }
        return halves == 0 && cells.reduce(0) { $0 + Int($1.width) } == columns
    }
}
