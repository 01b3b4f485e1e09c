/// A row with a label, a number and a bar.
public struct Bar: Hashable, Sendable {
    /// What is counted.
    public var label: Line
    /// The number, as text: a bar never stands without it.
    public var number: Line
    /// 0 to 1.
    public var share: Double
    /// What the bar is for.
    public var role: Role

    /// Makes a row.
    public init(_ label: Line, number: Line, share: Double, role: Role = .accent) {
        self.label = label
        self.number = number
        self.share = share
        self.role = role
    }
}

/// Rows of bars under each other: labels left, numbers right of them, bars in what is left.
public struct BarChart: Hashable, Sendable {
    /// From the top.
    public var bars: [Bar]

    /// Makes a chart of rows.
    public init(_ bars: [Bar]) {
        self.bars = bars
    }

    /// Draws as many bars as there are rows; where it is narrow the bars go before the labels and the numbers do.
    public func draw(in rect: Rect, on canvas: inout Canvas) {
        let numbers = min(rect.columns, bars.map { canvas.drawing.width(of: $0.number.text) }.max() ?? 0)
        let widest = bars.map { canvas.drawing.width(of: $0.label.text) }.max() ?? 0
        let labels = max(0, min(widest, rect.columns - numbers - 1))
        let parts = rect.split(columns: [.fixed(labels), .fixed(numbers), .share(1)], gap: 1)
        for (row, bar) in bars.prefix(rect.rows).enumerated() {
            canvas.write(bar.label, in: parts[0], row: row)
            canvas.write(bar.number, in: parts[1], row: row, align: .right)
            canvas.drawBar(bar.share, in: parts[2].line(row), style: Style(bar.role))
        }
    }
}

extension Canvas {
    /// Draws a bar from the left over a share of a row, to an eighth of a column.
    ///
    /// The share is 0 to 1; a little more than 0 shows at least the thinnest part.
    public mutating func drawBar(_ share: Double, in rect: Rect, style: Style = Style(.accent)) {
        guard share > 0, !rect.isEmpty else { return }
        let parts = glyphs.bars
        let exact = min(1, share) * Double(rect.columns * parts.count)
        let units = max(1, Int(exact + 0.5))
        let whole = units / parts.count
        guard let full = parts.last else { return }
        draw(full, times: whole, column: rect.column, row: rect.row, style: style)
        let rest = units % parts.count
        if rest > 0 { draw(parts[rest - 1], times: 1, column: rect.column + whole, row: rect.row, style: style) }
    }
}
