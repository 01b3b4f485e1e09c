import Terminal
import Testing

struct LayoutTests {
    private let screen = Rect(column: 0, row: 0, columns: 80, rows: 24)

    @Test func `splits rows into fixed ones and shares`() {
        let parts = screen.split(rows: [.fixed(1), .share(2), .share(1), .fixed(2)])
        #expect(parts.map(\.row) == [0, 1, 15, 22])
        #expect(parts.map(\.rows) == [1, 14, 7, 2])
        #expect(parts.allSatisfy { $0.columns == 80 })
    }

    @Test func `splits columns with gaps`() {
        let parts = screen.split(columns: [.share(1), .share(1), .share(1)], gap: 1)
        #expect(parts.map(\.column) == [0, 27, 54])
        #expect(parts.map(\.columns) == [26, 26, 26])
    }

    @Test func `parts without room are empty and stay inside`() {
        let parts = Rect(column: 5, row: 5, columns: 4, rows: 4).split(
            columns: [.fixed(3), .fixed(3), .share(1)], gap: 1)
        #expect(parts.map(\.columns) == [2, 0, 0])
        #expect(parts.allSatisfy { $0.right <= 9 })
    }

    @Test func `shares fill all of the room at any size`() {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<1000 {
            let rect = Rect(column: 0, row: 0, columns: Int.random(in: 0...50, using: &generator), rows: 1)
            let extents = (0..<Int.random(in: 1...6, using: &generator)).map { _ -> Extent in
                let size = Int.random(in: 0...20, using: &generator)
                return Bool.random(using: &generator) ? .fixed(size) : .share(size)
            }
            let parts = rect.split(columns: extents + [.share(1)])
            #expect(parts.reduce(0) { $0 + $1.columns } == rect.columns)
            #expect(zip(parts, parts.dropFirst()).allSatisfy { $0.right == $1.column })
        }
    }

    @Test func `cuts off sides and never turns inside out`() {
        #expect(screen.inset(by: 50).isEmpty)
        #expect(screen.inset(left: 2, bottom: 1) == Rect(column: 2, row: 0, columns: 78, rows: 23))
        #expect(screen.bottom(2) == Rect(column: 0, row: 22, columns: 80, rows: 2))
        #expect(screen.right(100) == screen)
        #expect(screen.line(24).isEmpty)
        #expect(screen.centered(columns: 20, rows: 4) == Rect(column: 30, row: 10, columns: 20, rows: 4))
        #expect(screen.intersection(Rect(column: 90, row: 0, columns: 5, rows: 5)).isEmpty)
    }

    @Test(arguments: [
        (160, 45, SizeClass.wide), (120, 36, .wide), (120, 35, .regular), (80, 24, .regular), (79, 24, .narrow),
        (60, 14, .narrow),
        (59, 24, .single), (80, 13, .single), (40, 10, .single), (10, 3, .line), (0, 0, .line),
    ])
    func `sizes have their layouts`(columns: Int, rows: Int, sizeClass: SizeClass) {
        #expect(Canvas(columns: columns, rows: rows).sizeClass == sizeClass)
    }
}
