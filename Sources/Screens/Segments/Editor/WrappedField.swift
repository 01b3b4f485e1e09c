import Terminal

/// A field's text over several rows, broken at blanks, with carets under what is wrong.
struct WrappedField {
    private let field: TextField
    private let letters: [Character]
    /// The clusters of each row.
    private let lines: [Range<Int>]
    /// The clusters that are wrong.
    private let fault: Range<Int>?
    private let drawing: Drawing

    init(_ field: TextField, columns: Int, drawing: Drawing) {
        self.field = field
        self.drawing = drawing
        letters = Array(field.text)
        // One column stays free, so that the cursor has a place behind the last letter.
        lines = Self.lines(of: letters, columns: columns - 1, drawing: drawing)
        fault = field.error.map { [letters] in letters.clusters(inBytes: $0) }
    }

    /// Draws the rows around the cursor.
    ///
    /// - Returns: rows used.
    func draw(in rect: Rect, on canvas: inout Canvas, isFocused: Bool) -> Int {
        guard rect.columns > 1, rect.rows > 0 else { return 0 }
        let current = line(of: field.cursor)
        var row = 0
        for index in max(0, current - max(0, rect.rows - 2))..<lines.count where row < rect.rows {
            let place = rect.line(row)
            canvas.fill(place, style: Style(.input))
            canvas.write(String(letters[lines[index]]), in: place, style: Style(.input))
            if isFocused { mark(lines[index], in: place, on: &canvas) }
            if isFocused, index == current {
                let column = rect.column + width(from: lines[index].lowerBound, to: field.cursor)
                canvas.cursor = Position(column: min(column, rect.right - 1), row: place.row)
            }
            row += 1
            if row < rect.rows, drawCarets(ofLine: index, under: place, in: rect, on: &canvas) { row += 1 }
        }
        return row
    }

    /// Says what a click in a row means: the letter under it, or the end of the row.
    private func mark(_ line: Range<Int>, in place: Rect, on canvas: inout Canvas) {
        let isLast = line.upperBound == letters.count
        canvas.mark(place, .letter((isLast ? line.upperBound : line.upperBound - 1) - field.cursor))
        canvas.markLetters(
            of: String(letters[line]), from: line.lowerBound - field.cursor, column: place.column, in: place)
    }

    /// Marks what is wrong in a row and draws carets in the row below it.
    ///
    /// - Returns: whether the fault begins in that row.
    private func drawCarets(ofLine index: Int, under place: Rect, in rect: Rect, on canvas: inout Canvas) -> Bool {
        guard let fault, index == line(of: fault.lowerBound) else { return false }
        let line = lines[index]
        let start = min(fault.lowerBound, line.upperBound)
        let columns = max(1, width(from: start, to: min(fault.upperBound, line.upperBound)))
        let marked = Rect(
            column: place.column + width(from: line.lowerBound, to: start), row: place.row, columns: columns, rows: 1)
        canvas.restyle(marked.intersection(rect)) { _ in Style(.error, .underline) }
        var below = marked
        below.row += 1
        canvas.fill(below.intersection(rect), with: "^", style: Style(.error))
        return true
    }

    /// The row that shows a cluster.
    private func line(of cluster: Int) -> Int { lines.lastIndex { $0.lowerBound <= cluster } ?? 0 }

    private func width(from start: Int, to end: Int) -> Int {
        start < end ? drawing.width(of: String(letters[start..<end])) : 0
    }

    /// As many words as fit in each row, a longer word broken within.
    private static func lines(of letters: [Character], columns: Int, drawing: Drawing) -> [Range<Int>] {
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
    /// The clusters that bytes of the text belong to; at the end of the text an empty range.
    fileprivate func clusters(inBytes range: Range<Int>) -> Range<Int> {
        var offset = 0
        var start = count
        var end = count
        for (index, letter) in enumerated() {
            let next = offset + letter.utf8.count
            if start == count, next > range.lowerBound { start = index }
            if offset >= range.upperBound {
                end = index
                break
            }
            offset = next
        }
        return start..<Swift.max(start, end)
    }
}
