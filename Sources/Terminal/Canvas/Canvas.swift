/// A rectangle of cells that widgets draw on and a terminal shows.
public struct Canvas: Hashable, Sendable {
    public let columns: Int
    public let rows: Int
    /// Where the hardware cursor stands, or none for a hidden one.
    public var cursor: Position?
    /// Row by row, `columns` x `rows`.
    public private(set) var cells: [Cell]

    public init(columns: Int, rows: Int) {
        self.columns = max(0, columns)
        self.rows = max(0, rows)
        cells = Array(repeating: .blank, count: self.columns * self.rows)
    }
}
