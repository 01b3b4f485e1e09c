import Terminal
import Testing

struct SpotTests {
    private func found(_ canvas: Canvas, _ column: Int, _ row: Int) -> [Spot.Target] {
        canvas.targets(at: Position(column: column, row: row)).map(\.target)
    }

    @Test func `what is said later stands in front`() {
        var canvas = Canvas(columns: 10, rows: 4)
        canvas.mark(canvas.bounds, .pane(isFocused: true))
        canvas.mark(canvas.bounds.line(1), .part(1))
        #expect(found(canvas, 3, 1) == [.part(1), .pane(isFocused: true)])
        #expect(found(canvas, 3, 0) == [.pane(isFocused: true)])
        #expect(found(canvas, 3, 9).isEmpty)
    }

    @Test func `what covers hides what lies beneath, also from the mouse`() {
        var canvas = Canvas(columns: 10, rows: 4)
        canvas.mark(canvas.bounds, .part(0))
        canvas.cover(canvas.bounds.line(2))
        #expect(found(canvas, 0, 2) == [.cover])
        #expect(found(canvas, 0, 1) == [.part(0)])
    }

    @Test func `a part beyond the canvas means nothing`() {
        var canvas = Canvas(columns: 10, rows: 4)
        canvas.mark(Rect(column: 20, row: 0, columns: 4, rows: 1), .part(0))
        #expect(canvas.spots.isEmpty)
    }

    @Test(arguments: [(0, -4), (2, -2), (3, -2), (4, -1), (5, 0), (6, 1), (7, 1), (9, 1)])
    func `a place in a text is told in clusters from the cursor, of wide ones too`(column: Int, distance: Int) {
        var field = TextField("ab東cd")
        field.moveCursor(to: 4)
        var canvas = Canvas(columns: 10, rows: 1)
        field.draw(in: canvas.bounds, on: &canvas, isFocused: true)
        #expect(found(canvas, column, 0).first == .letter(distance))
    }

    @Test func `of a text that is scrolled the letters in view are found`() {
        var canvas = Canvas(columns: 5, rows: 1)
        TextField("abcdefgh").draw(in: canvas.bounds, on: &canvas, isFocused: true)
        #expect(canvas.line(0) == "efgh")
        #expect((0..<5).map { found(canvas, $0, 0).first } == (-4...0).map { .letter($0) })
    }

    @Test func `each hint stands where its words are`() {
        var canvas = Canvas(columns: 40, rows: 1)
        let hints = KeyMap.standard.hints([.open, .cancel, .help])
        KeyHints(hints).draw(in: canvas.bounds, on: &canvas)
        let line = canvas.line(0)
        for hint in hints {
            let words = "\(hint.keys) \(hint.words)"
            let column = line.indices.first { line[$0...].hasPrefix(words) }.map {
                line.distance(from: line.startIndex, to: $0)
            }
            #expect(column.map { found(canvas, $0, 0) } == [.action(hint.action)])
        }
        #expect(found(canvas, 0, 0).isEmpty)
    }

    @Test func `parts of the way here are found, of one that is cut the first alone`() {
        var canvas = Canvas(columns: 30, rows: 1)
        Breadcrumb(["Segments", "VIP"]).draw(in: canvas.bounds, on: &canvas)
        #expect(found(canvas, 1, 0) == [.part(0)])
        #expect(found(canvas, 10, 0).isEmpty)
        #expect(found(canvas, 12, 0) == [.part(1)])
        var narrow = Canvas(columns: 10, rows: 1)
        Breadcrumb(["Segments", "VIP"]).draw(in: narrow.bounds, on: &narrow)
        #expect(found(narrow, 1, 0) == [.part(0)])
        #expect(found(narrow, 9, 0).isEmpty)
    }
}
