import Terminal
import Testing

struct FrameTests {
    @Test func `a frame has its title left and its detail right`() {
        var canvas = Canvas(columns: 30, rows: 3)
        let room = Frame("Profiles", detail: "84 120 of all").draw(in: canvas.bounds, on: &canvas)
        canvas.write("inside", in: room)
        #expect(
            canvas.text == """
                ┌─ Profiles ─ 84 120 of all ─┐
                │inside                      │
                └────────────────────────────┘
                """)
    }

    @Test func `the detail goes first where it is narrow`() {
        var canvas = Canvas(columns: 16, rows: 2)
        Frame("Profiles", detail: "84 120").draw(in: canvas.bounds, on: &canvas)
        #expect(canvas.text == "┌─ Profiles ───┐\n└──────────────┘")
    }

    @Test func `plain characters draw it where there is no Unicode`() {
        var canvas = Canvas(columns: 8, rows: 3, drawing: .ascii)
        Frame("Ab", isFocused: true).draw(in: canvas.bounds, on: &canvas)
        #expect(canvas.text == "+- Ab -+\n|      |\n+------+")
    }

    @Test func `without borders the room is larger`() {
        var canvas = Canvas(columns: 12, rows: 3, drawing: Drawing(borders: false))
        let room = Frame("Title", detail: "x").draw(in: canvas.bounds, on: &canvas)
        #expect(room == Rect(column: 0, row: 1, columns: 12, rows: 2))
        #expect(canvas.line(0) == "Title      x")
    }
}

struct PopupTests {
    @Test func `a confirmation is answered with another key than asked`() {
        var confirm = Confirm("Delete", lines: ["3 segments"], askedWith: .character("d"))
        #expect(confirm.yes == .character("y"))
        #expect(confirm.update(.character("d")) == nil)
        #expect(confirm.update(.character("y")) == .yes)
        #expect(confirm.update(.escape) == .no)
        #expect(Confirm("", lines: [], askedWith: .character("y")).yes == .character("o"))
    }

    @Test func `what cannot be undone needs the count typed`() {
        var confirm = Confirm("Erase", lines: ["4 731 people"], typing: 4731)
        #expect(confirm.update(.enter) == nil)
        for character in "4 731" { #expect(confirm.update(.character(character)) == nil) }
        #expect(confirm.update(.enter) == .yes)
    }

    @Test func `a popup wraps its lines where it is narrow`() {
        var canvas = Canvas(columns: 20, rows: 7)
        Confirm("Erase", lines: ["4 731 people and their orders"], typing: 4731)
            .draw(in: canvas.bounds, on: &canvas, yesWord: "erase", noWord: "keep")
        #expect(
            canvas.text == """
                ┌─ Erase ──────────┐
                │ 4 731 people and │
                │ their orders     │
                │                  │
                │                  │
                │ Enter erase  Esc │
                └──────────────────┘
                """)
        #expect(canvas.cursor == Position(column: 2, row: 3))
    }

    @Test func `a popup stands in the middle and hides what is under it`() {
        var canvas = Canvas(columns: 40, rows: 9)
        canvas.fill(canvas.bounds, with: "x")
        Confirm("Delete", lines: ["3 segments"], askedWith: .character("d"))
            .draw(in: canvas.bounds, on: &canvas, yesWord: "delete", noWord: "keep")
        #expect(
            canvas.text == """
                xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
                xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
                xxxxx┌─ Delete ───────────────────┐xxxxx
                xxxxx│ 3 segments                 │xxxxx
                xxxxx│                            │xxxxx
                xxxxx│ y delete  Esc keep         │xxxxx
                xxxxx└────────────────────────────┘xxxxx
                xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
                xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
                """)
    }
}

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
                R5 [ 0.9%  ] ░ 2.2% ░░░
                R4 ▓ 6.6% ▓▓ █ 7.8% ███
                       F1        F2
                """)
        #expect(canvas.cursor == Position(column: 3, row: 0))
    }

    @Test(arguments: [(0.0, 0), (0.1, 0), (0.2, 1), (0.99, 4), (1.0, 4), (-1.0, 0)])
    func `heat has five steps`(value: Double, step: Int) {
        #expect(HeatMap.step(of: value, greatest: 1) == step)
    }
}

struct EdgeLineTests {
    @Test func `hints that do not fit are left out, but never the last`() {
        var canvas = Canvas(columns: 30, rows: 1)
        KeyHints(KeyMap.standard.hints([.open, .filter, .sort, .columns, .help])).draw(in: canvas.bounds, on: &canvas)
        #expect(canvas.text == " Enter open  f filter  ? help")
    }

    @Test func `the breadcrumb loses its middle first`() {
        var canvas = Canvas(columns: 40, rows: 2)
        let crumbs = Breadcrumb(["Profiles", "All", "city=Москва"], facts: Line("demo-shop"))
        crumbs.draw(in: canvas.bounds.line(0), on: &canvas)
        crumbs.draw(in: Rect(column: 0, row: 1, columns: 18, rows: 1), on: &canvas)
        #expect(canvas.text == " Profiles ▸ All ▸ city=Москва  demo-shop\n Profiles…y=Москва")
    }

    @Test func `the status line gives its state first`() {
        var canvas = Canvas(columns: 30, rows: 2)
        let status = StatusLine("row 12 of 84 120", facts: "3 marked")
        status.draw(in: canvas.bounds.line(0), on: &canvas)
        status.draw(in: Rect(column: 0, row: 1, columns: 20, rows: 1), on: &canvas)
        #expect(canvas.text == " row 12 of 84 120     3 marked\n row 12 of 84 120")
    }

    @Test func `a failure is told from a success without colour`() {
        var canvas = Canvas(columns: 20, rows: 2)
        Toast("saved").draw(in: canvas.bounds.line(0), on: &canvas)
        Toast("not saved", kind: .failed).draw(in: canvas.bounds.line(1), on: &canvas)
        #expect(canvas.text == " saved\n !! not saved")
    }

    @Test func `progress shows a bar once there is one to show`() {
        var canvas = Canvas(columns: 44, rows: 2)
        Progress("importing", share: 0.5, rate: "412/s", remaining: "4 s left").draw(
            in: canvas.bounds.line(0), on: &canvas)
        Progress("importing", phase: 1).draw(in: canvas.bounds.line(1), on: &canvas)
        #expect(canvas.text == "⠋ importing █████▌      50%  412/s  4 s left\n⠙ importing")
    }

    @Test func `a page wraps at blanks and scrolls`() {
        var canvas = Canvas(columns: 10, rows: 2)
        var page = TextPage(["one two three", "abcdefghijklm"])
        page.draw(in: canvas.bounds, on: &canvas)
        #expect(canvas.text == "one two\nthree")
        #expect(page.move(.last, in: canvas.bounds, on: canvas) == true)
        canvas.fill(canvas.bounds)
        page.draw(in: canvas.bounds, on: &canvas)
        #expect(canvas.text == "abcdefghij\nklm")
        #expect(page.move(.open, in: canvas.bounds, on: canvas) == false)
    }

    @Test func `a list marks the selected line`() {
        var canvas = Canvas(columns: 10, rows: 2)
        ListView(scroll: Scroll(count: 3, selected: 2)).draw(in: canvas.bounds, on: &canvas) { "line \($0)" }
        #expect(canvas.text == " line 1\n›line 2")
        #expect(canvas.cursor == Position(column: 0, row: 1))
    }
}

struct AreaChartTests {
    @Test func `a curve is filled from below, two values a cell`() {
        var canvas = Canvas(columns: 8, rows: 2)
        let chart = AreaChart([1, 2, 4, 8, nil, 0, 8, 8], top: "8")
        #expect(chart.capacity(columns: 8, on: canvas) == 12)
        chart.draw(in: canvas.bounds, on: &canvas)
        #expect(canvas.text == "8  ⢸ ⣿\n0 ⣠⣿ ⣿")
    }

    @Test func `a curve of plain characters has one value a cell`() {
        var canvas = Canvas(columns: 8, rows: 2, drawing: .ascii)
        AreaChart([1, 2, 4, 0, 4], top: "4").draw(in: canvas.bounds, on: &canvas)
        #expect(canvas.text == "4   # #\n0 ### #")
    }
}
