/// One cell of a canvas.
public struct Cell: Hashable, Sendable {
    /// One grapheme cluster that is safe to send: no control, bidi or zero-width character stands in it alone.
    public var glyph: Character
    /// Columns that the glyph takes: 1 or 2; 0 for the right half of a wide one.
    public var width: UInt8
    /// How the glyph is meant.
    public var style: Style

    /// Makes a cell.
    public init(glyph: Character, width: UInt8, style: Style) {
        self.glyph = glyph
        self.width = width
        self.style = style
    }

    /// An empty cell in the plain style.
    public static let blank = Cell(glyph: " ", width: 1, style: .plain)
}

/// A place on a canvas, from the top left corner, 0 based.
public struct Position: Hashable, Sendable {
    /// Counted from the left.
    public var column: Int
    /// Counted from the top.
    public var row: Int

    /// Makes a place.
    public init(column: Int, row: Int) {
        self.column = column
        self.row = row
    }
}
