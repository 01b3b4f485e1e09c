import Terminal
import Testing

struct TreeTests {
    /// A root of three parts, the second of which has two, the last of these two as well.
    private let nodes: [(path: [Int], isBranch: Bool)] = [
        ([], true), ([0], false), ([1], true), ([1, 0], false), ([1, 1], true), ([1, 1, 0], false),
        ([1, 1, 1], false), ([2], false),
    ]

    private func canvas(
        columns: Int = 20, rows: Int = 8, _ folding: Folding = Folding(), selected: Int = 1,
        drawing: Drawing = .unicode
    ) -> Canvas {
        var canvas = Canvas(columns: columns, rows: rows, drawing: drawing)
        let lines = Tree.rows(of: nodes, folding: folding)
        Tree(rows: lines, scroll: Scroll(count: lines.count, selected: selected)).draw(
            in: canvas.bounds, on: &canvas, sign: { $0 == 4 ? Terminal.Span(String(drawing.glyphs.marked)) : nil }
        ) { index, place, canvas in
            canvas.write("node " + lines[index].path.map { "\($0)" }.joined(separator: "."), in: place)
        }
        return canvas
    }

    @Test func `lines are indented under what holds them, branches carry a sign`() {
        #expect(
            canvas().text == """
                 node
                ›  node 0
                 ▾ node 1
                     node 1.0
                ●  ▾ node 1.1
                       node 1.1.0
                       node 1.1.1
                   node 2
                """)
    }

    @Test func `a folded branch hides all below it`() {
        var folding = Folding()
        folding.fold([1])
        #expect(
            canvas(rows: 4, folding).text == """
                 node
                ›  node 0
                 ▸ node 1
                   node 2
                """)
        #expect(folding.shown([1, 1, 0]) == [1])
        #expect(folding.hides([1, 0]) && !folding.hides([1]) && !folding.hides([2]))
    }

    @Test func `a node that is to be seen unfolds what hides it and nothing else`() {
        var folding = Folding()
        folding.fold([1])
        folding.fold([1, 1])
        folding.fold([2])
        folding.reveal([1, 1])
        #expect(folding.folded == [[1, 1], [2]])
    }

    @Test func `the root is never folded`() {
        var folding = Folding()
        let (changes, place) = (folding.fold([]), folding.step(.left, at: [], hasParts: true))
        #expect(!changes && place == nil)
    }

    @Test func `left folds and goes out, right unfolds and goes in`() {
        var folding = Folding()
        var places: [[Int]?] = []
        func step(_ action: Action, _ path: [Int], hasParts: Bool = true) {
            places.append(folding.step(action, at: path, hasParts: hasParts))
        }
        step(.left, [1, 0], hasParts: false)
        step(.left, [1])
        #expect(folding.isFolded([1]))
        step(.left, [1])
        step(.right, [1])
        #expect(!folding.isFolded([1]))
        step(.right, [1])
        step(.right, [1, 0], hasParts: false)
        #expect(places == [[1], [1], [], [1], [1, 0], nil])
    }

    @Test func `what is folded follows the nodes`() {
        var folding = Folding()
        folding.fold([1])
        folding.fold([2])
        folding.follow { $0 == [1] ? [0] : nil }
        #expect(folding.folded == [[0]])
    }

    @Test func `the mouse finds lines, and the signs of branches`() {
        let canvas = canvas()
        #expect(canvas.targets(at: Position(column: 10, row: 2)).map(\.target) == [.row(1, isFocused: true)])
        #expect(
            canvas.targets(at: Position(column: 1, row: 2)).map(\.target) == [
                .branch(1, isFolded: false, isFocused: true), .row(1, isFocused: true),
            ])
        #expect(
            canvas.targets(at: Position(column: 1, row: 1)).map(\.target) == [.row(0, isFocused: true)],
            "a line without parts has no sign")
    }

    @Test func `the selected line has a style and the hardware cursor, one that is written in neither`() {
        let lines = Tree.rows(of: nodes, folding: Folding())
        for isWriting in [false, true] {
            var canvas = Canvas(columns: 20, rows: 8)
            var tree = Tree(rows: lines, scroll: Scroll(count: lines.count, selected: 1))
            tree.isWriting = isWriting
            tree.draw(in: canvas.bounds, on: &canvas) { $2.write("x", in: $1) }
            #expect(canvas.cells(inRow: 1).allSatisfy { $0.style.role == .selection } == !isWriting)
            #expect(canvas.cursor == (isWriting ? nil : Position(column: 0, row: 1)))
        }
    }

    @Test(arguments: [(40, 8), (80, 24), (160, 45), (6, 2), (1, 1), (0, 3), (12, 0)])
    func `no width is too small for deep lines`(columns: Int, rows: Int) {
        let canvas = canvas(columns: columns, rows: rows, selected: 6)
        #expect((0..<rows).allSatisfy { canvas.line($0).count <= columns })
        if columns >= 12, rows > 0 { #expect(canvas.text.contains("1.1.1")) }
    }

    @Test func `plain characters where there are no others`() {
        var folding = Folding()
        folding.fold([1, 1])
        let text = canvas(rows: 6, folding, drawing: .ascii).text
        #expect(text.contains(" - node 1\n") && text.contains("*  + node 1.1"))
    }
}
