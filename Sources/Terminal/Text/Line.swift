/// A piece of text in one style.
public struct Span: Hashable, Sendable {
    /// What is written; unsafe characters are replaced when it is drawn.
    public var text: String
    /// How the piece is meant.
    public var style: Style

    /// A piece of text.
    public init(_ text: String, _ style: Style = .plain) {
        self.text = text
        self.style = style
    }
}

/// One line of text in several styles.
///
///     let line: Line = "orders " + Line("12", .good)
public struct Line: Hashable, Sendable, ExpressibleByStringInterpolation {
    /// The pieces, left to right.
    public var spans: [Span]

    /// A line of pieces.
    public init(spans: [Span] = []) {
        self.spans = spans
    }

    /// A line in one style.
    public init(_ text: String, _ style: Style = .plain) {
        spans = [Span(text, style)]
    }

    /// A line in the style of a role.
    public init(_ text: String, _ role: Role) {
        self.init(text, Style(role))
    }

    /// A line in the plain style.
    public init(stringLiteral text: String) {
        self.init(text)
    }

    /// The text without its styles.
    public var text: String { spans.map(\.text).joined() }

    /// One line after the other.
    public static func + (lhs: Line, rhs: Line) -> Line { Line(spans: lhs.spans + rhs.spans) }
}

extension Canvas {
    /// Writes a styled line into one row of a rectangle, cut with an ellipsis where it is too long.
    ///
    /// The row counts from the top of the rectangle.
    ///
    /// - Returns: columns used.
    @discardableResult
    public mutating func write(_ line: Line, in rect: Rect, row: Int = 0, align: Alignment = .left) -> Int {
        if line.spans.count == 1, let span = line.spans.first {
            return write(span.text, in: rect, row: row, style: span.style, align: align)
        }
        // Of a text that is longer than the room it is enough to know that.
        let widths = line.spans.map { drawing.width(of: $0.text, upTo: rect.columns) }
        let width = widths.reduce(0, +)
        var room = rect.line(row)
        if width <= rect.columns { room = room.inset(left: align.indent(of: width, in: rect.columns)) }
        var left = width
        for (span, columns) in zip(line.spans, widths) where !room.isEmpty {
            left -= columns
            let isCut = left > 0 && columns >= room.columns
            let text = isCut ? drawing.cut(span.text + " ", to: room.columns) : span.text
            room = room.inset(left: write(text, in: room, style: span.style))
        }
        return min(width, rect.columns)
    }
}
