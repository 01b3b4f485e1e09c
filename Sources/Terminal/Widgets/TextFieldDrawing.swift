extension TextField {
    /// Draws the part of the text around the cursor.
    ///
    /// A second row, where there is one, shows carets under what is wrong. With the focus the hardware cursor stands
    /// in the field. Without text a hint is shown.
    public func draw(in rect: Rect, on canvas: inout Canvas, isFocused: Bool, hint: String = "") {
        guard !rect.isEmpty else { return }
        let line = rect.line(0)
        canvas.fill(line, style: Style(.input))
        if text.isEmpty { canvas.write(hint, in: line, style: Style(.muted)) }
        let before = canvas.drawing.width(of: text.prefix(cursor))
        let shift = offset(before: before, in: rect.columns, on: canvas)
        var part = Canvas(columns: rect.columns, rows: 2, drawing: canvas.drawing)
        part.fill(part.bounds.line(0), style: Style(.input))
        part.write(text, column: -shift, row: 0, style: Style(.input))
        if let range = columns(of: error, on: canvas) {
            let marked = Rect(column: range.lowerBound - shift, row: 0, columns: range.count, rows: 1)
            part.restyle(marked) { _ in Style(.error, .underline) }
            part.fill(
                Rect(column: marked.column, row: 1, columns: marked.columns, rows: 1), with: "^", style: Style(.error))
        }
        if !text.isEmpty { canvas.copy(part, rows: 0..<1, into: line) }
        if error != nil { canvas.copy(part, rows: 1..<2, into: rect.line(1)) }
        guard isFocused else { return }
        canvas.cursor = Position(column: rect.column + before - shift, row: rect.row)
        canvas.mark(line, .letter(text.count - cursor))
        canvas.markLetters(of: text, from: -cursor, column: rect.column - shift, in: line)
    }

    /// Columns of the text left of the field, so that the cursor and one column after it show.
    private func offset(before: Int, in room: Int, on canvas: Canvas) -> Int {
        guard before >= room else { return 0 }
        return before - room + 1
    }

    private func columns(of range: Range<Int>?, on canvas: Canvas) -> Range<Int>? {
        guard let range else { return nil }
        let bytes = text.utf8
        func column(_ offset: Int) -> Int {
            canvas.drawing.width(of: String(decoding: bytes.prefix(max(0, offset)), as: UTF8.self))
        }
        let start = column(range.lowerBound)
        return start..<max(start + 1, column(range.upperBound))
    }
}

extension Canvas {
    /// Says where the clusters of a text stand that begins at a column; the first one is so far from the cursor.
    public mutating func markLetters(of text: some StringProtocol, from first: Int, column: Int, in line: Rect) {
        var column = column
        for (index, letter) in text.enumerated() {
            guard column < line.right else { break }
            let place = Rect(column: column, row: line.row, columns: drawing.width(of: letter), rows: 1)
            mark(place.intersection(line), .letter(first + index))
            column = place.right
        }
    }
}
