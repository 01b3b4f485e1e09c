import Terminal

extension TextField {
    /// Draws the text over several rows, broken at blanks, with carets under what is wrong.
    ///
    /// - Returns: rows used, at least one.
    func drawWrapped(in rect: Rect, on canvas: inout Canvas, isFocused: Bool, hint: String) -> Int {
        guard rect.columns > 1, rect.rows > 0 else { return 0 }
        guard !text.isEmpty else {
            draw(in: rect.line(0), on: &canvas, isFocused: isFocused, hint: hint)
            return 1
        }
        let letters = Array(text)
        let lines = Self.lines(of: letters, columns: rect.columns - 1, drawing: canvas.drawing)
        let faulty = error.map { letters.clusters(inBytes: $0) }
        let current = lines.lastIndex { $0.lowerBound <= cursor } ?? 0
        let carets = faulty.flatMap { faulty in lines.lastIndex { $0.lowerBound <= faulty.lowerBound } }
        let first = max(0, min(current, lines.count - 1) - max(0, rect.rows - 2))
        var row = 0
        for index in first..<lines.count where row < rect.rows {
            let line = lines[index]
            let place = rect.line(row)
            canvas.fill(place, style: Style(.input))
            canvas.write(String(letters[line]), in: place, style: Style(.input))
            let drawing = canvas.drawing
            let width = { (range: Range<Int>) in drawing.width(of: String(letters[range])) }
            if isFocused, index == current {
                let column = rect.column + width(line.lowerBound..<min(max(cursor, line.lowerBound), line.upperBound))
                canvas.cursor = Position(column: min(column, rect.right - 1), row: place.row)
            }
            row += 1
            guard let faulty, index == carets, row < rect.rows else { continue }
            let marked = faulty.clamped(to: line)
            let start = width(line.lowerBound..<max(line.lowerBound, min(faulty.lowerBound, line.upperBound)))
            let carets = Rect(column: rect.column + start, row: rect.row + row, columns: max(1, width(marked)), rows: 1)
            canvas.restyle(Rect(column: carets.column, row: place.row, columns: carets.columns, rows: 1)) { _ in
                Style(.error, .underline)
            }
            canvas.fill(carets.intersection(rect), with: "^", style: Style(.error))
            row += 1
        }
        return max(1, row)
    }

    /// The clusters of each row: as many words as fit, a longer word broken within.
    static func lines(of letters: [Character], columns: Int, drawing: Drawing) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = 0
        var used = 0
        var lastBlank: Int?
        for (index, letter) in letters.enumerated() {
            let width = drawing.width(of: letter)
            if used + width > max(1, columns), index > start {
                let end = lastBlank.map { $0 + 1 } ?? index
                lines.append(start..<end)
                start = end
                used = letters[start..<index].reduce(0) { $0 + drawing.width(of: $1) }
                lastBlank = nil
            }
            used += width
            if letter == " " { lastBlank = index }
        }
        return lines + [start..<letters.count]
    }
}

extension [Character] {
    /// The clusters that bytes of the text belong to; one at least where there is one.
    fileprivate func clusters(inBytes range: Range<Int>) -> Range<Int> {
        var offset = 0
        var start = count
        var end = count
        for (index, letter) in enumerated() {
            if start == count, offset + letter.utf8.count > range.lowerBound { start = index }
            if offset >= range.upperBound {
                end = index
                break
            }
            offset += letter.utf8.count
        }
        return start..<Swift.max(end, Swift.min(start + 1, count), start)
    }
}
