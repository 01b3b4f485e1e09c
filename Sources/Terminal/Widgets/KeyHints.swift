public import Phrases

/// The line of keys that matter at hand.
public struct KeyHints: Hashable, Sendable {
    /// In the order of importance, but for the last, which always shows.
    public var hints: [HelpEntry]

    /// Makes a line of hints.
    public init(_ hints: [HelpEntry]) {
        self.hints = hints
    }

    /// Draws the hints that fit whole, from the left; the last one always shows, as it is the way to help.
    public func draw(in rect: Rect, on canvas: inout Canvas, words: (HelpEntry) -> String = { $0.words.description }) {
        let pairs = hints.map { ($0.keys, words($0)) }
        let widths = pairs.map { canvas.drawing.width(of: $0.0) + canvas.drawing.width(of: $0.1) + 1 }
        var room = rect.columns - 1 - (widths.last ?? 0)
        var shown: [Int] = []
        for (index, width) in widths.dropLast().enumerated() {
            guard room >= width + 2 else { break }
            room -= width + 2
            shown.append(index)
        }
        if let last = pairs.indices.last { shown.append(last) }
        canvas.write(Self.line(shown.map { pairs[$0] }), in: rect.inset(left: 1))
        var column = rect.column + 1
        for index in shown {
            let place = Rect(column: column, row: rect.row, columns: widths[index], rows: rect.rows)
            canvas.mark(place, .action(hints[index].action))
            column = place.right + 2
        }
    }

    /// Keys and their words, parted by two blanks.
    public static func line(_ pairs: [(keys: String, words: String)]) -> Line {
        var line = Line()
        for (index, pair) in pairs.enumerated() {
            if index > 0 { line.spans.append(Span("  ")) }
            line.spans += [Span(pair.keys, Style(.key)), Span(" " + pair.words, Style(.muted))]
        }
        return line
    }
}
