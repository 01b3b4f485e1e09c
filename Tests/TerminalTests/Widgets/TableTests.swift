import Terminal
import Testing

struct TableTests {
    private let columns = [
        TableColumn("name", width: .flexible(atLeast: 8)),
        TableColumn("revenue", width: .fixed(9), alignment: .right, sorted: .descending),
        TableColumn("last", width: .fixed(6), alignment: .right, priority: 1),
        TableColumn("RFM", width: .fixed(3), priority: 2),
    ]

    private func row(_ index: Int) -> Table.Row? {
        let names = ["Анна Иванова", "John Smith", "田中 美咲", "Łukasz Nowak"]
        guard index < 90 else { return nil }
        return Table.Row([Line(names[index % 4]), "€ 9 120", "\(index) d", "555"], isMarked: index % 4 == 2)
    }

    private func text(columns width: Int, rows: Int, _ scroll: Scroll) -> String {
        var canvas = Canvas(columns: width, rows: rows)
        Table(columns: columns, scroll: scroll).draw(in: canvas.bounds, on: &canvas, row: row)
        return canvas.text
    }

    @Test func `draws the header, the rows in view and the selection`() {
        #expect(
            text(columns: 40, rows: 5, Scroll(count: 100, selected: 1)) == """
                 name               revenue ▼   last RFM
                 Анна Иванова         € 9 120    0 d 555
                ›John Smith           € 9 120    1 d 555
                ●田中 美咲            € 9 120    2 d 555
                 Łukasz Nowak         € 9 120    3 d 555
                """)
    }

    @Test func `columns of low priority drop out where it is narrow`() {
        #expect(
            text(columns: 29, rows: 2, Scroll(count: 1)) == """
                 name        revenue ▼   last
                ›Анна Ивано…   € 9 120    0 d
                """)
        #expect(
            text(columns: 19, rows: 2, Scroll(count: 1)) == """
                 name     revenue ▼
                ›Анна Ив…   € 9 120
                """)
    }

    @Test func `the last rows are reached, and rows not there yet show it`() {
        #expect(
            text(columns: 19, rows: 3, Scroll(count: 100, selected: 99)) == """
                 name     revenue ▼
                 …
                ›…
                """)
    }

    @Test func `a selected row still shows that it is marked`() {
        var canvas = Canvas(columns: 19, rows: 4)
        Table(columns: columns, scroll: Scroll(count: 9, selected: 2)).draw(in: canvas.bounds, on: &canvas, row: row)
        #expect(canvas.line(3) == "●田中 美…   € 9 120")
        #expect(canvas[0, 3]?.style.role == .selection)
    }

    @Test func `the selected row has a style and the hardware cursor`() {
        var canvas = Canvas(columns: 19, rows: 3)
        Table(columns: columns, scroll: Scroll(count: 9, selected: 1)).draw(in: canvas.bounds, on: &canvas, row: row)
        #expect(canvas.cells(inRow: 2).allSatisfy { $0.style.role == .selection })
        #expect(canvas.cursor == Position(column: 0, row: 2))
    }

    @Test(arguments: [(0, 0), (1, 1), (2, 1), (3, 9), (10, 3)])
    func `no size is too small`(width: Int, rows: Int) {
        #expect(text(columns: width, rows: rows, Scroll(count: 5, selected: 4)).count <= (width + 1) * rows)
    }

    @Test(arguments: [(1, 0, nil), (1, 1, 3), (0, 4, 6), (1, 5, nil), (20, 1, nil)])
    func `the mouse finds its row`(column: Int, row: Int, index: Int?) {
        let table = Table(columns: columns, scroll: Scroll(count: 7, selected: 6))
        var canvas = Canvas(columns: 24, rows: 8)
        table.draw(in: Rect(column: 0, row: 0, columns: 20, rows: 5), on: &canvas) { _ in nil }
        let targets = canvas.targets(at: Position(column: column, row: row)).map(\.target)
        #expect(targets == (index.map { [.row($0 - 6, isFocused: true)] } ?? []))
    }

    @Test func `only rows in view are asked for`() {
        var canvas = Canvas(columns: 40, rows: 24)
        var asked: [Int] = []
        let table = Table(columns: columns, scroll: Scroll(count: 1_284_902, selected: 500_000))
        table.draw(in: canvas.bounds, on: &canvas) { index in
            asked.append(index)
            return nil
        }
        #expect(asked == Array(499_978...500_000))
    }

    @Test(arguments: [(9, "revenue ▼"), (8, "revenue▼"), (7, "reven…▼"), (2, "…▼"), (1, "▼")])
    func `the sign of the order always shows, the title as far as there is room`(width: Int, header: String) {
        var canvas = Canvas(columns: width + 1, rows: 1)
        let columns = [TableColumn("revenue", width: .fixed(width), sorted: .descending)]
        Table(columns: columns, scroll: Scroll()).draw(in: canvas.bounds, on: &canvas) { _ in nil }
        #expect(canvas.text == " " + header)
    }
}
