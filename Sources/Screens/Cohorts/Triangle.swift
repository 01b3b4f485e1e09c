import Analytics
import Terminal

/// The cohorts and the cells that have room, with the cursor among them, and the average below.
struct Triangle {
    private let screen: Cohorts
    private let room: Rect
    private let context: Context
    private let names, sizes, width: Int
    /// Rows from one cohort to the next.
    private let step: Int
    private let rows, cells: Range<Int>
    private let greatest: Double

    init(_ screen: Cohorts, in room: Rect, _ context: Context) {
        self.screen = screen
        self.room = room
        self.context = context
        let count = screen.count
        let known = screen.report.value?.averages.count ?? 0
        names = (0...count).map { context.drawing.width(of: screen.name(ofRow: $0, context)) }.max() ?? 0
        let largest = screen.report.value?.cohorts.map { context.drawing.width(of: Numbers.grouped($0.size)) }.max()
        sizes = max(6, largest ?? 0)
        step = context.sizeClass == .wide && room.rows >= 2 * count + 2 ? 2 : 1
        rows = Range(showing: room.rows - 2, of: count, around: min(screen.place, count - 1))
        let numbers = (0...count).flatMap { row in
            (0..<known).map { context.drawing.width(of: screen.number(row, $0, context)) }
        }
        width = max(numbers.max() ?? 0, 3) + 2
        cells = Range(showing: (room.columns - names - sizes - 2) / width, of: known, around: screen.cell)
        // The first period is all or nothing and would leave the others cold.
        greatest = (0..<count).flatMap { row in (1..<max(1, known)).compactMap { screen.amount(row, $0) } }.max() ?? 0
    }

    func draw(on canvas: inout Canvas) {
        let header = context.say("cohorts.cohort", "cohort")
        write(header, context.say("cohorts.size", "people"), at: 0, Style(.header), on: &canvas)
        for cell in cells {
            canvas.write("+\(cell)", in: part(cell).inset(right: 1), style: Style(.header), align: .right)
        }
        for (line, row) in rows.enumerated() { draw(row, at: 1 + line * step, on: &canvas) }
        draw(screen.count, at: 1 + rows.count * step, on: &canvas)
    }

    private func draw(_ row: Int, at line: Int, on canvas: inout Canvas) {
        let size = screen.report.value.flatMap { row < $0.cohorts.count ? Numbers.grouped($0.cohorts[row].size) : nil }
        let isAverage = row == screen.count
        write(
            screen.name(ofRow: row, context), size ?? "", at: line, Style(isAverage ? .header : .text), on: &canvas)
        for cell in cells { draw(row, cell, at: line, on: &canvas) }
    }

    private func draw(_ row: Int, _ cell: Int, at line: Int, on canvas: inout Canvas) {
        let isSelected = row == screen.place && cell == screen.cell
        let part = part(cell)
        let place = Rect(column: part.column, row: part.row + line, columns: part.columns, rows: 1)
        var style = Style(row == screen.count ? .header : .text, isSelected ? .bold : [])
        if let amount = screen.amount(row, cell), row < screen.count {
            let step = HeatMap.step(of: amount, greatest: greatest)
            style.role = [.heat0, .heat1, .heat2, .heat3, .heat4][step]
            let filling = canvas.drawing.shades ? String(canvas.glyphs.heat[step]) : " "
            canvas.write(filling, in: place.right(1), style: style)
        }
        canvas.write(screen.number(row, cell, context), in: place.inset(right: 1), style: style, align: .right)
        guard isSelected else { return }
        canvas.write("[", in: place.left(1), style: style)
        canvas.write("]", in: place.right(1), style: style)
        canvas.cursor = Position(column: place.column, row: place.row)
    }

    private func write(_ name: String, _ size: String, at line: Int, _ style: Style, on canvas: inout Canvas) {
        canvas.write(name, in: room.left(names), row: line, style: style)
        canvas.write(size, in: room.inset(left: names + 1).left(sizes), row: line, style: style, align: .right)
    }

    /// The column of a cell.
    private func part(_ cell: Int) -> Rect {
        room.inset(left: names + sizes + 2 + (cell - cells.lowerBound) * width).left(width)
    }
}
