import Terminal
import Testing

struct TabsTests {
    private let titles = ["Кто это", "Timeline", "Orders", "田中"]

    private func canvas(columns: Int, selected: Int, keys: Tabs.Keys = .arrows) -> Canvas {
        var canvas = Canvas(columns: columns, rows: 1)
        Tabs(titles, selected: selected, keys: keys).draw(in: canvas.bounds, on: &canvas)
        return canvas
    }

    @Test func `the chosen one stands in brackets`() {
        #expect(canvas(columns: 80, selected: 1).text == " Кто это [Timeline] Orders  田中")
        #expect(canvas(columns: 160, selected: 0).text == "[Кто это] Timeline  Orders  田中")
    }

    @Test func `where there is little room those beside it stand, with signs for the others`() {
        #expect(canvas(columns: 20, selected: 0).text == "[Кто это] Timeline ›")
        #expect(canvas(columns: 20, selected: 2).text == "‹[Orders] 田中")
        #expect(canvas(columns: 12, selected: 1).text == "‹[Timeline]›")
        #expect(canvas(columns: 8, selected: 1).text == "‹[Time…›")
    }

    @Test func `keys go on and back and stop at the ends`() {
        func places(_ keys: Tabs.Keys, from selected: Int, _ actions: Action...) -> [Int?] {
            var tabs = Tabs(titles, selected: selected, keys: keys)
            return actions.map { tabs.move($0) ? tabs.selected : nil }
        }
        #expect(places(.arrows, from: 2, .right, .right, .left, .nextPane) == [3, nil, 2, nil])
        #expect(places(.panes, from: 0, .previousPane, .nextPane, .right) == [nil, 1, nil])
    }

    @Test func `a choice beyond them is the nearest`() {
        #expect(Tabs(titles, selected: 9).selected == 3)
        #expect(Tabs(titles, selected: -1).selected == 0)
        #expect(Tabs([], selected: 1).selected == 0)
    }

    @Test func `the mouse finds each`() {
        let canvas = canvas(columns: 80, selected: 1, keys: .panes)
        let found = [2, 12, 22, 29, 40].map { canvas.targets(at: Position(column: $0, row: 0)).map(\.target) }
        #expect(found == [[.tab(-1, .panes)], [.tab(0, .panes)], [.tab(1, .panes)], [.tab(2, .panes)], []])
    }

    @Test(arguments: 0..<14)
    func `no width is too small`(columns: Int) {
        for selected in titles.indices {
            let canvas = canvas(columns: columns, selected: selected)
            #expect(canvas.cells(inRow: 0).reduce(0) { $0 + Int($1.width) } == columns)
        }
    }
}
