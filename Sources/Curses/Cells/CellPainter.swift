import CNcurses
import Terminal

/// Brings a canvas into ncurses, touching only the cells that changed.
struct CellPainter {
    private let depth: ColorDepth
    private let palette: Palette?
    private var columns: Int
    private var rows: Int
    /// What stands in ncurses now, row by row; nothing before the first canvas.
    private var shown: [Cell] = []
    private var theme: Theme?
    private var looks: [Style: Look] = [:]
    private(set) var standIns = StandIns()

    init(columns: Int, rows: Int, depth: ColorDepth, palette: Palette?) {
        self.columns = columns
        self.rows = rows
        self.depth = depth
        self.palette = palette
    }

    mutating func resize(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
        forget()
    }

    /// Draws a canvas; one of another size is cut off or filled up with blanks.
    mutating func paint(_ canvas: Canvas, theme: Theme) {
        if theme != self.theme {
            self.theme = theme
            looks.removeAll()
            forget()
        }
        if standIns.isExhausted(forCells: columns * rows) { forget() }
        let isKnown = shown.count == columns * rows
        if !isKnown { shown = Array(repeating: .blank, count: columns * rows) }
        for row in 0..<rows {
            for column in 0..<columns {
                let cell = cell(of: canvas, column, row)
                let index = row * columns + column
                if isKnown && shown[index] == cell { continue }
                let before = shown[index]
                shown[index] = cell
                guard hidesBlank(cell, theme) else {
                    draw(cell, row, column, theme)
                    continue
                }
                // A blank that takes the place of another changes nothing that can be seen.
                if isKnown && hidesBlank(before, theme) { continue }
                put([0x20], row, column, .plain)
            }
        }
        place(canvas.cursor)
    }

    /// Whether a cell shows nothing at all, whatever its style.
    private mutating func hidesBlank(_ cell: Cell, _ theme: Theme) -> Bool {
        cell.glyph == " " && cell.width == 1 && look(of: cell.style, theme).hidesBlanks
    }

    private mutating func forget() {
        shown = []
        standIns.removeAll()
        screen_redraw_all()
    }

    private func cell(of canvas: Canvas, _ column: Int, _ row: Int) -> Cell {
        guard column < canvas.columns, row < canvas.rows else { return .blank }
        return canvas.cells[row * canvas.columns + column]
    }

    private mutating func draw(_ cell: Cell, _ row: Int, _ column: Int, _ theme: Theme) {
        if cell.width == 0 && hasLead(row, column) { return }
        let look = look(of: cell.style, theme)
        let room = columns - column
        if let ascii = cell.glyph.asciiValue, ascii >= 0x20, ascii < 0x7F, cell.width == 1 {
            put([UInt32(ascii)], row, column, look)
        } else if cell.width == 0 || cell.width > room {
            put([0x20], row, column, look)
        } else {
            draw(DrawnGlyph(cell.glyph, columns: Int(cell.width)), Int(cell.width), row, column, look)
        }
    }

    private mutating func draw(_ glyph: DrawnGlyph, _ width: Int, _ row: Int, _ column: Int, _ look: Look) {
        switch glyph {
        case .sure(let scalars):
            put(scalars, row, column, look)
        case .missing:
            put([UInt32(UInt8(ascii: "?"))], row, column, look)
            if width == 2 { put([0x20], row, column + 1, look) }
        case .doubtful(let scalars):
            let isAtEdge = column + width >= columns
            let taken = standIns.add(scalars, row: row, column: column, width: width, isAtEdge: isAtEdge)
            for (offset, scalar) in taken.enumerated() { put([scalar], row, column + offset, look) }
        }
    }

    /// Whether the right half at a place belongs to a wide glyph that was drawn there.
    private func hasLead(_ row: Int, _ column: Int) -> Bool {
        column > 0 && shown[row * columns + column - 1].width == 2
    }

    private mutating func look(of style: Style, _ theme: Theme) -> Look {
        if let known = looks[style] { return known }
        let look = Look(theme.appearance(of: style, at: depth), palette: palette)
        looks[style] = look
        return look
    }

    private func put(_ scalars: [UInt32], _ row: Int, _ column: Int, _ look: Look) {
        screen_put(Int32(row), Int32(column), scalars, Int32(scalars.count), look.emphasis, look.pair)
    }

    private func place(_ cursor: Position?) {
        if let cursor, (0..<columns).contains(cursor.column), (0..<rows).contains(cursor.row) {
            screen_cursor(Int32(cursor.row), Int32(cursor.column))
        } else {
            screen_cursor(-1, -1)
        }
    }
}
