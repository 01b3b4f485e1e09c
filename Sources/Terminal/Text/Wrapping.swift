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
                line.append(piece, style)
                used += drawing.width(of: piece)
            }
        }
        return lines + [line]
    }

    /// Goes on with the last piece where the style is the same.
    private mutating func append(_ text: String, _ style: Style) {
        if let last = spans.last, last.style == style {
            spans[spans.count - 1].text += text
        } else {
            spans.append(Span(text, style))
        }
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
