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
