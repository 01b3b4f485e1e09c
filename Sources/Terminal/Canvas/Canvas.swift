/// A rectangle of cells that widgets draw on and a terminal shows.
///
/// The widths of each row's cells always sum to `columns`: a wide glyph is never half on the canvas.
public struct Canvas: Hashable, Sendable {
    /// Cells in a row.
    public let columns: Int
    /// Rows, the top one first.
    public let rows: Int
    /// How text and shapes are drawn.
    public let drawing: Drawing
    /// Where the hardware cursor stands, or none for a hidden one.
    public var cursor: Position?
    /// Row by row, `columns` x `rows`.
    public private(set) var cells: [Cell]
    /// What parts mean to the mouse, the later in front of the earlier.
    public internal(set) var spots: [Spot] = []

    /// A blank canvas; a size below 0 counts as 0.
    public init(columns: Int, rows: Int, drawing: Drawing = .unicode) {
        self.columns = max(0, columns)
        self.rows = max(0, rows)
        self.drawing = drawing
        cells = Array(repeating: .blank, count: self.columns * self.rows)
    }

    /// The whole canvas.
    public var bounds: Rect { Rect(column: 0, row: 0, columns: columns, rows: rows) }

    /// The shapes to draw with.
    public var glyphs: Glyphs { drawing.glyphs }

    /// The cell at a place, or none outside.
    public subscript(column: Int, row: Int) -> Cell? {
        guard contains(column: column, row: row) else { return nil }
        return cells[row * columns + column]
    }

    /// Fills a rectangle with a glyph, by default with blanks.
    ///
    /// A glyph that does not take one column, or is not safe to send, counts as a blank.
    public mutating func fill(_ rect: Rect, with glyph: Character = " ", style: Style = .plain) {
        let rect = rect.intersection(bounds)
        let glyph = drawing.singleColumn(glyph) ?? " "
        for row in rect.rowRange {
            for column in rect.columnRange {
                put(glyph, width: 1, column: column, row: row, style: style)
            }
        }
    }

    /// Gives the cells of a rectangle another style and leaves their glyphs; a wide glyph is styled as a whole.
    public mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
        let rect = rect.intersection(bounds)
        for row in rect.rowRange {
            for column in rect.columnRange {
                let index = row * columns + column
                let style = change(cells[index].style)
                cells[index].style = style
                if cells[index].width == 2 { cells[index + 1].style = style }
                if cells[index].width == 0 { cells[index - 1].style = style }
            }
        }
    }

    /// Gives the cells of a rectangle another role and keeps their emphasis.
    public mutating func restyle(_ rect: Rect, role: Role) {
        restyle(rect) { Style(role, $0.emphasis) }
    }

    /// Puts one glyph into its cells; both halves of what it overlaps are blanked.
    ///
    /// - Precondition: the place and all columns of the glyph are on the canvas.
    mutating func put(_ glyph: Character, width: Int, column: Int, row: Int, style: Style) {
        let index = row * columns + column
        clear(index)
        if width == 2 {
            clear(index + 1)
            cells[index + 1] = Cell(glyph: " ", width: 0, style: style)
        }
        cells[index] = Cell(glyph: glyph, width: UInt8(width), style: style)
    }

    func contains(column: Int, row: Int) -> Bool {
        column >= 0 && column < columns && row >= 0 && row < rows
    }

    /// Blanks the other half of a wide glyph that stands at this cell.
    private mutating func clear(_ index: Int) {
        let cell = cells[index]
        if cell.width == 2 { cells[index + 1] = Cell(glyph: " ", width: 1, style: cells[index + 1].style) }
        if cell.width == 0 { cells[index - 1] = Cell(glyph: " ", width: 1, style: cells[index - 1].style) }
    }
}
