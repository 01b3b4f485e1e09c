/// How the squares of a heat map are laid out in a rectangle.
struct HeatMapPlan {
    /// The rows and columns of the grid that show.
    let rows: Range<Int>
    let columns: Range<Int>
    /// Columns of cells before the first square.
    let labels: Int
    /// Cells from one square to the next, to the right and down.
    let width: Int
    let height: Int
    /// Whether numbers stand one cell in.
    let isPadded: Bool
    let hasRowNotes: Bool
    let hasColumnNotes: Bool

    init(_ map: HeatMap, in rect: Rect, drawing: Drawing) {
        func widest(_ texts: [String]) -> Int { texts.map { drawing.width(of: $0) }.max() ?? 0 }
        let number = map.squares.joined().map { $0.width(drawing) }.max() ?? 0
        let count = max(1, map.columnLabels.count)
        let all = map.squares.count
        // Two rows a square, one between, one for the labels of columns and one for what stands under them.
        let isTall = all > 0 && rect.rows >= 2 * all + 2
        let (plain, noted) = (widest(map.rowLabels) + 1, max(widest(map.rowLabels), widest(map.rowNotes)) + 1)
        hasRowNotes = isTall && !map.rowNotes.isEmpty && (rect.columns - noted) / count >= number + 3
        labels = hasRowNotes ? noted : plain
        let room = max(0, rect.columns - labels)
        columns = Self.shown(map.columnLabels.count, room: room / (number + 1), around: map.selected?.column)
        width = columns.isEmpty ? 0 : room / columns.count
        hasColumnNotes = isTall && !map.columnNotes.isEmpty && widest(map.columnNotes) < width
        height = all == 0 ? 1 : max(1, (rect.rows - (hasColumnNotes ? 2 : 1)) / all)
        rows = Self.shown(all, room: max(0, (rect.rows - 1) / height), around: map.selected?.row)
        isPadded = number + 4 <= width - 1
    }

    /// So many of a number of lines as have room, with the selected one among them.
    private static func shown(_ count: Int, room: Int, around selected: Int?) -> Range<Int> {
        let shown = min(count, max(1, room))
        let first = min(max(0, (selected ?? 0) - shown / 2), count - shown)
        return first..<first + shown
    }
}
