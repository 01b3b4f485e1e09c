/// A row of small bars; put the newest number beside it.
public struct Sparkline: Hashable, Sendable {
    /// From the oldest; none where there is no number.
    public var values: [Double?]
    /// What the lowest bar stands for; none for the least value.
    public var floor: Double?
    /// What the line is for.
    public var role: Role

    /// Makes a line of bars.
    public init(_ values: [Double?], floor: Double? = 0, role: Role = .accent) {
        self.values = values
        self.floor = floor
        self.role = role
    }

    /// Draws the newest values that fit, right of the rectangle's left edge.
    public func draw(in rect: Rect, on canvas: inout Canvas) {
        guard rect.rows > 0 else { return }
        for (column, glyph) in text(columns: rect.columns, glyphs: canvas.glyphs).enumerated() where glyph != " " {
            canvas.draw(glyph, times: 1, column: rect.column + column, row: rect.row, style: Style(role))
        }
    }

    /// The newest values as text, one character each; a blank where there is no number.
    public func text(columns: Int, glyphs: Glyphs) -> String {
        let shown = values.suffix(max(0, columns))
        let known = shown.compactMap { $0 }.filter(\.isFinite)
        guard let greatest = known.max(), let least = known.min() else {
            return String(repeating: " ", count: shown.count)
        }
        let bottom = floor.map { min($0, least) } ?? least
        let steps = glyphs.sparks.count
        return String(
            shown.map { value -> Character in
                guard let value, value.isFinite else { return " " }
                let height = greatest > bottom ? (value - bottom) / (greatest - bottom) : 0
                return glyphs.sparks[Int(min(Double(steps - 1), max(0, height * Double(steps))))]
            })
    }
}
