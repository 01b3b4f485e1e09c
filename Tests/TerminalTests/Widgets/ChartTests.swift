import Terminal
import Testing

struct ChartTests {
    @Test func `bars stand beside their numbers`() {
        var canvas = Canvas(columns: 30, rows: 3)
        BarChart([
            Bar("E-mail", number: "71.4%", share: 0.714), Bar("Post", number: "5%", share: 0.05),
            Bar("None", number: "0%", share: 0),
        ]).draw(in: canvas.bounds, on: &canvas)
        #expect(
            canvas.text == """
                E-mail 71.4% ████████████▏
                Post      5% ▉
                None      0%
                """)
    }

    @Test(arguments: [(0.0, ""), (0.0001, "▏"), (0.5, "██"), (0.53, "██▏"), (1.0, "████"), (7.0, "████")])
    func `a bar is exact to an eighth of a column`(share: Double, bar: String) {
        var canvas = Canvas(columns: 4, rows: 1)
        canvas.drawBar(share, in: canvas.bounds)
        #expect(canvas.text == bar)
    }

    @Test func `a sparkline shows the newest values`() {
        let glyphs = Glyphs.unicode
        #expect(Sparkline([9, 0, 4, nil, 8]).text(columns: 4, glyphs: glyphs) == "▁▅ █")
        #expect(Sparkline([3, 3, 3]).text(columns: 9, glyphs: glyphs) == "███")
        #expect(Sparkline([nil, .nan]).text(columns: 2, glyphs: glyphs) == "  ")
        #expect(Sparkline([100, 101], floor: nil).text(columns: 2, glyphs: .ascii) == "_#")
        #expect(Sparkline([]).text(columns: 5, glyphs: glyphs) == "")
    }

    @Test func `a heat map is complete without colour`() {
        var canvas = Canvas(columns: 24, rows: 3)
        HeatMap(
            rowLabels: ["R5", "R4"], columnLabels: ["F1", "F2"],
            squares: [
                [.init("0.9%", step: 0), .init("2.2%", step: 1)], [.init("6.6%", step: 3), .init("7.8%", step: 4)],
            ], selected: Position(column: 0, row: 0)
        ).draw(in: canvas.bounds, on: &canvas)
        #expect(
            canvas.text == """
                R5 [ 0.9%  ] ░ 2.2% ░░
                R4 ▓ 6.6% ▓▓ █ 7.8% ██
                       F1        F2
                """)
        #expect(canvas.cursor == Position(column: 3, row: 0))
    }

    @Test(arguments: [(17, " [1%░░░] █11.1%█"), (15, " [1%░░] 11.1%"), (13, " [1%░] 11.1%"), (8, " [1%░░]")])
    func `a heat map keeps its numbers as long as it can`(width: Int, row: String) {
        var canvas = Canvas(columns: width, rows: 2)
        HeatMap(
            rowLabels: [""], columnLabels: ["a", "b"], squares: [[.init("1%", step: 1), .init("11.1%", step: 4)]],
            selected: Position(column: 0, row: 0)
        ).draw(in: canvas.bounds, on: &canvas)
        #expect(canvas.line(0) == row)
    }

    @Test(arguments: [(0.0, 0), (0.1, 0), (0.2, 1), (0.99, 4), (1.0, 4), (-1.0, 0)])
    func `heat has five steps`(value: Double, step: Int) {
        #expect(HeatMap.step(of: value, greatest: 1) == step)
    }
}
