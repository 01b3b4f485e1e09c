/// A page of text to scroll through, wrapped to the width: the help.
public struct TextPage: Hashable, Sendable {
    /// The text, before it is wrapped.
    public var paragraphs: [Line]
    /// The first wrapped row in view.
    public private(set) var top = 0

    /// Makes a page with its first row on top.
    public init(_ paragraphs: [Line]) {
        self.paragraphs = paragraphs
    }

    /// Scrolls as a moving action says.
    ///
    /// - Returns: whether the action was one of moving up or down.
    public mutating func move(_ action: Action, in rect: Rect, on canvas: Canvas) -> Bool {
        let last = max(0, wrapped(to: rect.columns, on: canvas).count - rect.rows)
        switch action {
        case .up: top -= 1
        case .down: top += 1
        case .pageUp: top -= max(1, rect.rows - 1)
        case .pageDown: top += max(1, rect.rows - 1)
        case .first: top = 0
        case .last: top = last
        default: return false
        }
        top = min(max(0, top), last)
        return true
    }

    /// Draws the rows in view.
    public func draw(in rect: Rect, on canvas: inout Canvas) {
        let lines = wrapped(to: rect.columns, on: canvas)
        let start = min(top, max(0, lines.count - rect.rows))
        for (row, line) in lines.dropFirst(start).prefix(rect.rows).enumerated() {
            canvas.write(line, in: rect, row: row)
        }
    }

    private func wrapped(to columns: Int, on canvas: Canvas) -> [Line] {
        paragraphs.flatMap { $0.wrapped(to: columns, drawing: canvas.drawing) }
    }
}

extension Line {
    /// The line broken at blanks into lines that fit; a word wider than the room is broken within.
    public func wrapped(to columns: Int, drawing: Drawing) -> [Line] {
        guard columns > 0, drawing.width(of: text) > columns else { return [self] }
        var lines: [Line] = []
        var line = Line()
        var used = 0
        for (word, style) in words() {
            let width = drawing.width(of: word)
            if used > 0, used + width > columns {
                lines.append(line)
                (line, used) = (Line(), 0)
                if word == " " { continue }
            }
            for piece in drawing.pieces(of: word, columns: columns) {
                if used > 0, used + drawing.width(of: piece) > columns {
                    lines.append(line)
                    (line, used) = (Line(), 0)
                }
                line.spans.append(Span(piece, style))
                used += drawing.width(of: piece)
            }
        }
        return lines + [line]
    }

    /// Words and the blanks between them, each with its style.
    private func words() -> [(String, Style)] {
        spans.flatMap { span in
            var words: [(String, Style)] = []
            for part in span.text.split(separator: " ", omittingEmptySubsequences: false) {
                if !words.isEmpty { words.append((" ", span.style)) }
                words.append((String(part), span.style))
            }
            return words.filter { !$0.0.isEmpty }
        }
    }
}

extension Drawing {
    /// The parts of a word that each fit, left to right.
    fileprivate func pieces(of word: String, columns: Int) -> [String] {
        guard width(of: word) > columns else { return [word] }
        var pieces: [String] = []
        var piece = ""
        var used = 0
        for cluster in word {
            let width = width(of: cluster)
            if used > 0, used + width > columns {
                pieces.append(piece)
                (piece, used) = ("", 0)
            }
            piece.append(cluster)
            used += width
        }
        return pieces + [piece]
    }
}
