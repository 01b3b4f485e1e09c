/// A table of any number of rows, of which only those in view are asked for.
public struct Table: Hashable, Sendable {
    /// One row: a line for each column, in the order of the columns.
    public struct Row: Hashable, Sendable {
        /// A line for each column; those missing are blank.
        public var cells: [Line]
        /// Whether the row carries the sign of a mark.
        public var isMarked: Bool

        /// Makes a row.
        public init(_ cells: [Line], isMarked: Bool = false) {
            self.cells = cells
            self.isMarked = isMarked
        }
    }

    /// The columns, from the left.
    public var columns: [TableColumn]
    /// What is selected and in view.
    public var scroll: Scroll
    /// Whether the first line shows the titles of the columns.
    public var hasHeader: Bool
    /// Columns at the left that stay where they are.
    public var frozen = 0
    /// Columns after the frozen ones that are scrolled out on the left.
    public var skipped = 0
    /// Whether a click on the title of a column sorts by it.
    public var isSortable = false
    /// Whether one of the rows is selected.
    public var hasSelection = true
    /// Whether keys go to this table: its selected row then carries the hardware cursor.
    public var isFocused: Bool

    /// Makes a table.
    public init(columns: [TableColumn], scroll: Scroll, hasHeader: Bool = true, isFocused: Bool = true) {
        self.columns = columns
        self.scroll = scroll
        self.hasHeader = hasHeader
        self.isFocused = isFocused
    }

    /// Rows of data that a height shows.
    public func page(rows: Int) -> Int { max(0, rows - (hasHeader ? 1 : 0)) }

    /// Draws the header and the rows in view.
    ///
    /// The closure hands over the row at an index, or none while it is not there yet.
    public func draw(in rect: Rect, on canvas: inout Canvas, row: (Int) -> Row?) {
        guard rect.columns > 1, rect.rows > 0 else { return }
        let layout = layout(in: rect)
        if hasHeader { drawHeader(in: rect.line(0), on: &canvas, layout) }
        let body = rect.inset(top: hasHeader ? 1 : 0)
        for (line, index) in scroll.visible(page: body.rows).enumerated() {
            let place = body.line(line)
            let isSelected = hasSelection && index == scroll.selection
            let row = row(index) ?? Row([Line(String(canvas.glyphs.ellipsis), .muted)])
            draw(row, isSelected: isSelected, in: place, on: &canvas, layout)
            canvas.mark(place, .row(index - scroll.selected, isFocused: isFocused))
            if isSelected { select(place, on: &canvas) }
        }
    }

    /// The places among ``columns`` of those that a rectangle shows, from the left.
    public func shownColumns(in rect: Rect) -> [Int] { layout(in: rect).map(\.index) }

    private func layout(in rect: Rect) -> [(index: Int, width: Int)] {
        let fixed = min(max(0, frozen), columns.count)
        let first = min(fixed + max(0, skipped), columns.count)
        let indices = Array(0..<fixed) + Array(first..<columns.count)
        let shown = TableColumn.layout(
            indices.map { columns[$0] }, in: rect.columns - Self.markColumns, gap: Self.gap)
        return shown.map { (indices[$0.index], $0.width) }
    }

    private static let gap = 1
    /// One column for the sign of the selection or of a mark.
    private static let markColumns = 1

    private func drawHeader(in rect: Rect, on canvas: inout Canvas, _ layout: [(index: Int, width: Int)]) {
        canvas.fill(rect, style: Style(.header))
        var indices = layout.makeIterator()
        forEachCell(layout, in: rect) { column, place in
            if let index = indices.next()?.index, isSortable { canvas.mark(place, .header(index)) }
            let title = column.title(in: place.columns, canvas.drawing)
            canvas.write(title, in: place, style: Style(.header), align: column.alignment)
        }
    }

    private func draw(
        _ row: Row, isSelected: Bool, in rect: Rect, on canvas: inout Canvas, _ layout: [(index: Int, width: Int)]
    ) {
        let sign = row.isMarked ? canvas.glyphs.marked : isSelected ? canvas.glyphs.selected : " "
        canvas.write(String(sign), in: rect, style: Style(row.isMarked ? .mark : .text))
        var cells = layout.makeIterator()
        forEachCell(layout, in: rect) { column, place in
            guard let index = cells.next()?.index, index < row.cells.count else { return }
            canvas.write(row.cells[index], in: place, align: column.alignment)
        }
    }

    private func select(_ rect: Rect, on canvas: inout Canvas) {
        guard isFocused else { return canvas.restyle(rect) { Style($0.role, $0.emphasis.union(.bold)) } }
        canvas.restyle(rect, role: .selection)
        canvas.cursor = Position(column: rect.column, row: rect.row)
    }

    private func forEachCell(
        _ layout: [(index: Int, width: Int)], in rect: Rect, _ body: (TableColumn, Rect) -> Void
    ) {
        var column = rect.column + Self.markColumns
        for (index, width) in layout {
            let room = min(width, rect.right - column)
            body(columns[index], Rect(column: column, row: rect.row, columns: room, rows: 1))
            column += width + Self.gap
        }
    }
}
