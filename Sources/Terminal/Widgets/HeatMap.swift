/// A grid of shares in five steps of heat; the number is always there as text.
public struct HeatMap: Hashable, Sendable {
    /// One cell of the grid.
    public struct Square: Hashable, Sendable {
        /// The number, and what else is known: a row of text each.
        public var lines: [String]
        /// 0 to 4.
        public var step: Int

        /// A step beyond 0...4 counts as the nearest.
        public init(_ lines: String..., step: Int) {
            self.lines = lines
            self.step = min(max(0, step), 4)
        }

        /// Makes a square; a step beyond 0...4 counts as the nearest.
        public init(lines: [String], step: Int) {
            self.lines = lines
            self.step = min(max(0, step), 4)
        }
    }

    /// A label for each row, from the top.
    public var rowLabels: [String]
    /// A label for each column, from the left.
    public var columnLabels: [String]
    /// A row of squares for each row label.
    public var squares: [[Square]]
    /// The square under the cursor, by its column and row in the grid.
    public var selected: Position?
    /// Where the cursor stands, also while something else than its square stands out.
    public var cursor: Position
    /// Squares marked besides the selected one.
    public var marked: Set<Position>
    /// What stands under the labels of rows and of columns, where there is room.
    public var rowNotes: [String]
    public var columnNotes: [String]

    /// Makes a grid.
    public init(
        rowLabels: [String], columnLabels: [String], squares: [[Square]], selected: Position? = nil,
        marked: Set<Position> = [], rowNotes: [String] = [], columnNotes: [String] = []
    ) {
        self.rowLabels = rowLabels
        self.columnLabels = columnLabels
        self.squares = squares
        self.selected = selected
        cursor = selected ?? Position(column: 0, row: 0)
        self.marked = marked
        self.rowNotes = rowNotes
        self.columnNotes = columnNotes
    }

    /// The step of a value between 0 and the greatest: a fifth of the range each.
    public static func step(of value: Double, greatest: Double) -> Int {
        let share = value / greatest
        guard share > 0, greatest > 0 else { return 0 }
        return Int(min(4, share * 5))
    }

    /// Draws the rows, and the labels of the columns under them.
    ///
    /// Squares are of one width; each shows as many of its lines as fit. The selected one stands in brackets and carries
    /// the hardware cursor. Where not all rows or columns fit, those around the selected one show.
    public func draw(in rect: Rect, on canvas: inout Canvas) {
        let plan = HeatMapPlan(self, in: rect, drawing: canvas.drawing)
        for (line, row) in plan.rows.enumerated() {
            let top = line * plan.height
            guard top < rect.rows else { break }
            if row < rowLabels.count {
                canvas.write(rowLabels[row], in: rect.left(plan.labels), row: top, style: Style(.header))
            }
            if plan.hasRowNotes, row < rowNotes.count {
                canvas.write(rowNotes[row], in: rect.left(plan.labels), row: top + 1, style: Style(.muted))
            }
            for (place, column) in plan.columns.enumerated() where column < squares[row].count {
                let room = Rect(
                    column: rect.column + plan.labels + place * plan.width, row: rect.row + top, columns: plan.width,
                    rows: min(plan.height > 1 ? plan.height - 1 : 1, rect.rows - top))
                draw(
                    squares[row][column], at: Position(column: column, row: row), in: room, isPadded: plan.isPadded,
                    on: &canvas)
            }
        }
        guard rect.rows > plan.rows.count * plan.height else { return }
        for (place, column) in plan.columns.enumerated() {
            let part = rect.inset(left: plan.labels + place * plan.width).left(plan.width)
            let bottom = plan.rows.count * plan.height
            canvas.write(columnLabels[column], in: part, row: bottom, style: Style(.header), align: .center)
            if plan.hasColumnNotes, column < columnNotes.count {
                canvas.write(columnNotes[column], in: part, row: bottom + 1, style: Style(.muted), align: .center)
            }
        }
    }

    private func draw(_ square: Square, at place: Position, in rect: Rect, isPadded: Bool, on canvas: inout Canvas) {
        let isSelected = place == selected
        let room = rect.inset(right: 1)
        let isRoomy = square.width(canvas.drawing) + 2 <= room.columns
        var style = Style(Self.roles[square.step], marked.contains(place) || isSelected ? .bold : [])
        if isSelected, !isRoomy { style.emphasis.insert(.reverse) }
        canvas.fill(room, with: canvas.drawing.shades && isRoomy ? canvas.glyphs.heat[square.step] : " ", style: style)
        for (row, line) in square.lines.prefix(rect.rows).enumerated() {
            canvas.write(
                isPadded ? " \(line) " : line, in: isRoomy ? room.inset(left: 1, right: 1) : room, row: row,
                style: style
            )
        }
        canvas.mark(
            rect,
            .square(right: place.column - cursor.column, below: place.row - cursor.row, isSelected: isSelected))
        if isSelected { canvas.cursor = Position(column: rect.column, row: rect.row) }
        guard isRoomy else { return }
        if marked.contains(place) { canvas.write(String(canvas.glyphs.marked), in: room, style: style) }
        guard isSelected else { return }
        canvas.draw("[", times: 1, column: room.column, row: room.row, style: style)
        canvas.draw("]", times: 1, column: room.right - 1, row: room.row, style: style)
    }

    private static let roles: [Role] = [.heat0, .heat1, .heat2, .heat3, .heat4]
}

extension HeatMap.Square {
    func width(_ drawing: Drawing) -> Int {
        lines.map { drawing.width(of: $0) }.max() ?? 0
    }
}
