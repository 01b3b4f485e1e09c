import Analytics
import Terminal

extension Flow {
    func draw(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        if context.sizeClass == .single || context.isZoomed {
            return isInDetail ? drawDetail(in: rect, on: &canvas, context) : drawMatrix(in: rect, on: &canvas, context)
        }
        let parts =
            context.sizeClass == .wide
            ? rect.split(columns: [.share(2), .share(1)]) : rect.split(rows: [.share(1), .fixed(8)])
        drawDetail(in: parts[1], on: &canvas, context)
        drawMatrix(in: parts[0], on: &canvas, context)
    }

    private func drawMatrix(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let title =
            measure == .people
            ? context.say("flow.title", "From row to column") : context.say("flow.title.share", "Percent of the row")
        let room = context.pane(
            title, detail: context.say("flow.length", "%1 days", "\(length)"), isFocused: !isInDetail, in: rect,
            on: &canvas
        ).inset(left: 1)
        if let failure = matrix.failure { return context.writeFailure(failure, in: room, on: &canvas) }
        guard let matrix = matrix.value else { return }
        let shared = matrix.overlapping.before + matrix.overlapping.after > 0
        let note = shared && room.rows > count + 3 ? 1 : 0
        heatMap(matrix, columns: room.columns, context).draw(in: room.inset(bottom: note), on: &canvas)
        if note > 0 {
            let text = context.say(
                "flow.shared", "%1 were in several at first, %2 at the end; the first named counts.",
                Numbers.grouped(matrix.overlapping.before), Numbers.grouped(matrix.overlapping.after))
            canvas.write(text, in: room.bottom(1), style: Style(.muted))
        }
        if !self.matrix.isFresh {
            canvas.restyle(room) { Style($0.role == .text ? .stale : $0.role, $0.emphasis) }
        }
    }

    /// The matrix, hot where many moved; those who stayed stand cold.
    private func heatMap(_ matrix: FlowMatrix, columns: Int, _ context: Context) -> HeatMap {
        let numbers = 0..<count
        let greatest = numbers.flatMap { row in numbers.map { row == $0 ? 0 : matrix.counts[row][$0] } }.max() ?? 0
        let labels = min(20, max(8, columns / 4))
        let names = numbers.map { context.drawing.cut(name(of: $0, context), to: labels) }
        return HeatMap(
            rowLabels: names, columnLabels: names,
            squares: numbers.map { row in
                numbers.map { column in
                    let step = HeatMap.step(of: Double(matrix.counts[row][column]), greatest: Double(greatest))
                    return HeatMap.Square(lines: lines(row, column), step: row == column ? 0 : step)
                }
            }, selected: Position(column: column, row: row),
            rowNotes: numbers.map { Numbers.short(matrix.started($0)) },
            columnNotes: numbers.map { Numbers.short(matrix.ended($0)) })
    }

    private func lines(_ row: Int, _ column: Int) -> [String] {
        guard count <= 8 else { return [number(row, column)] }
        let other = measure == .people ? share(row, column) : Numbers.short(matrix.value?.counts[row][column] ?? 0)
        return [number(row, column), other]
    }

    private func drawDetail(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let room = context.pane(
            name(context), detail: Numbers.grouped(people), isFocused: isInDetail, in: rect, on: &canvas
        ).inset(left: 1, right: 1)
        guard matrix.value != nil else { return }
        if isInDetail { canvas.cursor = Position(column: room.column, row: room.row) }
        if let failure = arrow.failure {
            return context.write([context.say(failure)], in: room, on: &canvas, role: .error)
        }
        let facts = context.aligned(facts(of: arrow.value, context))
        let parts =
            context.sizeClass == .regular && !context.isZoomed
            ? room.split(columns: [.share(1), .share(1)], gap: 2)
            : room.split(rows: [.fixed(facts.count + 1), .share(1)])
        for (row, line) in facts.enumerated() where row < parts[0].rows {
            canvas.write(line, in: parts[0], row: row)
        }
        if arrow.isFresh, let report = arrow.value { drawWay(of: report, in: parts[1], on: &canvas, context) }
    }

    /// When people arrived, and which campaigns they touched.
    private func drawWay(of report: FlowReport, in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        var row = 0
        if report.medianSeconds != nil {
            canvas.write(context.say("flow.arrivals", "arrived, day by day"), in: rect, style: Style(.muted))
            Sparkline(report.arrivals.map { Double($0.people) }).draw(in: rect.line(1), on: &canvas)
            row = context.sizeClass == .wide ? 3 : 2
        }
        let bars = report.campaigns.map { campaign in
            Bar(
                Line(campaign.name), number: Line(Numbers.grouped(campaign.people)),
                share: report.moved == 0 ? 0 : Double(campaign.people) / Double(report.moved))
        }
        guard !bars.isEmpty, rect.rows > row else { return }
        let heading = context.sizeClass == .wide || context.isZoomed ? 1 : 0
        if heading > 0 {
            canvas.write(
                context.say("flow.campaigns", "campaigns opened or clicked meanwhile"), in: rect, row: row,
                style: Style(.muted))
        }
        BarChart(bars).draw(in: rect.inset(top: row + heading), on: &canvas)
    }
}
