/// The layouts that a screen has, by the room it gets.
public enum SizeClass: Int, Hashable, Sendable, Comparable {
    /// Next to nothing: one line of numbers.
    case line
    /// Under 60 columns or 14 rows: one pane, Tab goes to the next.
    case single
    /// Under 80 columns: one column of panes.
    case narrow
    /// From 80 columns on: as drawn for 80 x 24.
    case regular
    /// From 120 x 36 on: as drawn for 160 x 45.
    case wide

    /// The layout for a number of columns and rows.
    public init(columns: Int, rows: Int) {
        switch (columns, rows) {
        case (..<20, _), (_, ..<5): self = .line
        case (..<60, _), (_, ..<14): self = .single
        case (..<80, _): self = .narrow
        case (120..., 36...): self = .wide
        default: self = .regular
        }
    }

    /// Orders layouts by their room.
    public static func < (lhs: SizeClass, rhs: SizeClass) -> Bool { lhs.rawValue < rhs.rawValue }
}

extension Canvas {
    /// The layout that suits this canvas.
    public var sizeClass: SizeClass { SizeClass(columns: columns, rows: rows) }
}
