import Analytics
import Terminal

extension Cohorts {
    func draw(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        if context.sizeClass == .single || context.isZoomed {
            return isInDetail
                ? drawDetail(in: rect, on: &canvas, context) : drawTriangle(in: rect, on: &canvas, context)
        }
        guard context.sizeClass == .wide else {
            let parts = rect.split(rows: [.share(1), .fixed(5)])
            drawDetail(in: parts[1], on: &canvas, context)
            return drawTriangle(in: parts[0], on: &canvas, context)
        }
        let parts = rect.split(rows: [.share(1), .fixed(14)])
        let below = parts[1].split(columns: [.share(1), .share(1)])
        drawDetail(in: below[0], on: &canvas, context)
        drawCurves(in: below[1], on: &canvas, context)
        drawTriangle(in: parts[0], on: &canvas, context)
    }

    private func drawTriangle(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let later = options.countsLater ? context.say("cohorts.later", " or later") : ""
        let room = context.pane(
            label(context), detail: context.say("cohorts.by", "by %1", unitName(context)) + later,
            isFocused: !isInDetail, in: rect, on: &canvas
        ).inset(left: 1, right: 1)
        if let failure = report.failure { return context.writeFailure(failure, in: room, on: &canvas) }
        guard report.value != nil else { return }
        guard count > 0 else { return context.write([nothing(context)], in: room, on: &canvas) }
        Triangle(self, in: room, context).draw(on: &canvas)
        if !report.isFresh { canvas.restyle(room) { Style($0.role == .text ? .stale : $0.role, $0.emphasis) } }
    }

    private func drawDetail(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let share = figures(place, cell).map { Numbers.percent($0.share) } ?? ""
        let room = context.pane(name(context), detail: share, isFocused: isInDetail, in: rect, on: &canvas)
            .inset(left: 1, right: 1)
        guard count > 0 else { return }
        if isInDetail { canvas.cursor = Position(column: room.column, row: room.row) }
        let sentences = details(context)
        for (row, sentence) in sentences.enumerated() where row < room.rows {
            canvas.write(sentence, in: room, row: row)
        }
        guard context.sizeClass < .wide || context.isZoomed, room.rows > sentences.count else { return }
        let words = context.say("cohorts.curve", "curve")
        let used = canvas.write(words, in: room, row: sentences.count, style: Style(.muted))
        Sparkline(curve(of: place)).draw(in: room.inset(left: used + 1).line(sentences.count), on: &canvas)
    }

    /// What the cells after the first period show, from one to the last that is over.
    private func curve(of row: Int) -> [Double?] {
        let cells = report.value?.averages.indices ?? 0..<0
        return cells.dropFirst().map { amount(row, $0) }.reversed().drop { $0 == nil }.reversed()
    }

    private func drawCurves(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let room = context.pane(
            context.say("cohorts.curves", "Curves"), detail: context.say("cohorts.from", "from +1 on"), in: rect,
            on: &canvas
        ).inset(left: 1, right: 1)
        let rows = isOnAverage ? [count] : [place, count]
        for (part, row) in zip(room.split(rows: rows.map { _ in .share(1) }, gap: 1), rows) {
            let values = curve(of: row)
            let names = name(ofRow: row, context)
            canvas.write(names, in: part, style: Style(row == count ? .muted : .header), align: .right)
            let greatest = values.compactMap { $0 }.max() ?? 0
            let columns = max(1, part.columns - 24)
            let stretched = Self.stretched(values, to: columns)
            AreaChart(stretched, top: top(greatest, context), role: row == count ? .series2 : .series1)
                .draw(in: part.inset(right: names.count + 1), on: &canvas)
        }
    }

    /// Few values drawn broad, so that a curve fills its room.
    private static func stretched(_ values: [Double?], to columns: Int) -> [Double?] {
        guard !values.isEmpty else { return [] }
        let times = max(1, 2 * columns / values.count)
        return values.flatMap { Array(repeating: $0, count: times) }
    }

    private func top(_ greatest: Double, _ context: Context) -> String {
        switch measure {
        case .share: Numbers.percent(greatest)
        case .people: Numbers.short(Int(greatest))
        case .perPerson, .revenue: context.shortMoney(Int64(greatest))
        }
    }
}
