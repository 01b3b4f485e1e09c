/// A filled curve over time in dots of braille, with the numbers of its axis as text.
///
/// The axis starts at 0. Without Unicode a cell is one step.
public struct AreaChart: Hashable, Sendable {
    /// From the oldest; none where there is no number.
    public var values: [Double?]
    /// The greatest value of the axis as text, and the least: `1840`, `0`.
    public var top, bottom: String
    /// What the curve is for.
    public var role: Role

    /// Makes a chart.
    public init(_ values: [Double?], top: String, bottom: String = "0", role: Role = .accent) {
        self.values = values
        self.top = top
        self.bottom = bottom
        self.role = role
    }

    /// Values that a width shows; give as many, the newest.
    public func capacity(columns: Int, on canvas: Canvas) -> Int {
        max(0, columns - labels(on: canvas)) * Self.shape(on: canvas).across
    }

    /// Draws the labels of the axis left and the curve right of them, from its oldest value in view.
    public func draw(in rect: Rect, on canvas: inout Canvas) {
        let labels = labels(on: canvas)
        let axis = rect.left(labels - 1)
        canvas.write(top, in: axis, style: Style(.muted), align: .right)
        if rect.rows > 1 { canvas.write(bottom, in: axis, row: rect.rows - 1, style: Style(.muted), align: .right) }
        let body = rect.inset(left: labels)
        let shape = Self.shape(on: canvas)
        let heights = heights(steps: body.rows * shape.up, count: body.columns * shape.across)
        for row in 0..<body.rows {
            let floor = (body.rows - 1 - row) * shape.up
            for column in 0..<body.columns {
                let parts = heights.dropFirst(column * shape.across).prefix(shape.across).map { $0 - floor }
                guard let glyph = shape.glyph(parts) else { continue }
                canvas.draw(glyph, times: 1, column: body.column + column, row: body.row + row, style: Style(role))
            }
        }
    }

    private func labels(on canvas: Canvas) -> Int {
        max(canvas.drawing.width(of: top), canvas.drawing.width(of: bottom)) + 1
    }

    /// The newest values in steps of the chart's height; what is above 0 has at least one.
    private func heights(steps: Int, count: Int) -> [Int] {
        let shown = values.suffix(max(0, count)).map { value in value.flatMap { $0.isFinite && $0 > 0 ? $0 : nil } }
        guard let greatest = shown.compactMap({ $0 }).max() else { return [] }
        return shown.map { value in value.map { max(1, Int($0 / greatest * Double(steps) + 0.5)) } ?? 0 }
    }

    private static func shape(on canvas: Canvas) -> DotShape {
        canvas.drawing.characters == .unicode ? .braille : .block
    }
}

/// How many dots a cell has, and the glyph for those that are filled from below.
private enum DotShape {
    case braille, block

    var across: Int { self == .braille ? 2 : 1 }
    var up: Int { self == .braille ? 4 : 1 }

    /// The glyph for the height of each column of dots; none for an empty cell.
    func glyph(_ heights: [Int]) -> Character? {
        guard heights.contains(where: { $0 > 0 }) else { return nil }
        guard self == .braille else { return "#" }
        var dots: UInt32 = 0
        for (column, height) in heights.enumerated() {
            for dot in Self.columns[column].prefix(max(0, height)) { dots |= dot }
        }
        return Unicode.Scalar(0x2800 + dots).map(Character.init)
    }

    /// The bits of braille's dots, from the lowest, left and right.
    private static let columns: [[UInt32]] = [[0x40, 0x04, 0x02, 0x01], [0x80, 0x20, 0x10, 0x08]]
}
