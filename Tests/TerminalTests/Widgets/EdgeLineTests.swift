import Terminal
import Testing

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

    @Test(arguments: [
        (65, " Segments ▸ Cart abandoners ▸ Profiles ▸ Käthe ▸ as of 2026-01-01"),
        (64, " Segments ▸ … ▸ Profiles ▸ Käthe ▸ as of 2026-01-01"), (50, " Segments ▸ … ▸ Käthe ▸ as of 2026-01-01"),
        (39, " Segments ▸ … ▸ as of 2026-01-01"), (20, " Segments …026-01-01"),
    ])
    func `of a path that does not fit whole parts are left out`(columns: Int, line: String) {
        var canvas = Canvas(columns: columns, rows: 1)
        Breadcrumb(["Segments", "Cart abandoners", "Profiles", "Käthe", "as of 2026-01-01"])
            .draw(in: canvas.bounds, on: &canvas)
        #expect(canvas.text == line)
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

    @Test func `wrapping keeps styles and breaks between wide glyphs`() {
        let line = Line("a b ", .good) + Line("漢字漢字", .error)
        let wrapped = line.wrapped(to: 5, drawing: .unicode)
        #expect(wrapped == [Line("a b ", .good), Line("漢字", .error), Line("漢字", .error)])
        #expect(Line("").wrapped(to: 0, drawing: .unicode) == [Line("")])
    }

    @Test func `a list marks the selected line`() {
        var canvas = Canvas(columns: 10, rows: 2)
        ListView(scroll: Scroll(count: 3, selected: 2)).draw(in: canvas.bounds, on: &canvas) { "line \($0)" }
        #expect(canvas.text == " line 1\n›line 2")
        #expect(canvas.cursor == Position(column: 0, row: 1))
    }
}
