import Analytics
import Customers
import Terminal

extension RFM {
    func draw(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        if context.sizeClass == .single || context.isZoomed {
            return isInDetail ? drawDetail(in: rect, on: &canvas, context) : drawGrid(in: rect, on: &canvas, context)
        }
        let parts =
            context.sizeClass == .narrow
            ? rect.split(rows: [.share(3), .share(2)]) : rect.split(columns: [.share(50), .share(30)])
        drawDetail(in: parts[1], on: &canvas, context)
        drawGrid(in: parts[0], on: &canvas, context)
    }

    private func drawGrid(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let room = context.pane(
            context.say("rfm.grid", "%1 by R x F", label(of: measure, context)),
            detail: note(context), isFocused: !isInDetail, in: rect, on: &canvas)
        if let failure = grid.failure {
            return context.write([failure.sentence], in: room.inset(left: 1), on: &canvas, role: .error)
        }
        guard let value = grid.value else { return }
        if value.buyers == 0 {
            let none = context.asOfText.map {
                context.say("rfm.none.asof", "Nobody bought before %1. t changes the date.", $0)
            }
            let reason = none ?? context.say("rfm.none", "Nobody has bought yet. g i imports orders.")
            return context.write([reason], in: room.inset(left: 1), on: &canvas)
        }
        let legend = room.rows >= 9 ? 2 : 0
        heatMap(context).draw(in: room.inset(left: 1, bottom: legend), on: &canvas)
        if legend > 0 { drawLegend(in: room.bottom(1).inset(left: 1), on: &canvas, context) }
        if !grid.isFresh { canvas.restyle(room) { Style($0.role == .text ? .stale : $0.role, $0.emphasis) } }
    }

    /// What stands out, where the detail does not show; how to see other numbers, where it does.
    private func note(_ context: Context) -> String {
        guard context.sizeClass == .single || context.isZoomed else {
            return context.say("rfm.other", "m other numbers")
        }
        return "\(name(context)) \(context.people(profiles))"
    }

    private func heatMap(_ context: Context) -> HeatMap {
        let greatest = (1...5).flatMap { recency in (1...5).map { amount(squares[recency, $0]) } }.max() ?? 0
        return HeatMap(
            rowLabels: (1...5).reversed().map { "R\($0)" }, columnLabels: (1...5).map { "F\($0)" },
            squares: (1...5).reversed().map { recency in
                (1...5).map { frequency in
                    let square = squares[recency, frequency]
                    let step = HeatMap.step(of: amount(square), greatest: greatest)
                    return HeatMap.Square(lines: lines(of: square, context), step: step)
                }
            }, selected: group == nil ? RFMSquares.place(recency, frequency) : nil,
            marked: standingOut?.places ?? [])
    }

    private func amount(_ square: RFMSquares.Square) -> Double {
        switch measure {
        case .people: Double(square.profiles)
        case .revenue: Double(square.revenueMinor)
        case .average: Double(square.averageMinor)
        }
    }

    /// The number of a square, and one more where there is room.
    private func lines(of square: RFMSquares.Square, _ context: Context) -> [String] {
        switch measure {
        case .people: [share(square.profiles), Numbers.short(square.profiles)]
        case .revenue: [context.shortMoney(square.revenueMinor), share(square.profiles)]
        case .average: [context.shortMoney(square.averageMinor), share(square.profiles)]
        }
    }

    /// The share of all buyers, always with one decimal, so that squares compare at a glance.
    private func share(_ profiles: Int) -> String {
        guard squares.buyers > 0 else { return "0%" }
        let share = Double(profiles) / Double(squares.buyers)
        return Numbers.percent(share, places: 1)
    }

    func label(of measure: Measure, _ context: Context) -> String {
        switch measure {
        case .people: context.say("rfm.people", "People")
        case .revenue: context.say("rfm.revenue", "Revenue")
        case .average: context.say("rfm.average", "Revenue a person")
        }
    }

    /// What the five fillings stand for.
    private func drawLegend(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let greatest = (1...5).flatMap { recency in (1...5).map { amount(squares[recency, $0]) } }.max() ?? 0
        var line = Line(context.say("rfm.legend", "from"), .muted)
        for step in 1...4 {
            let value = greatest * Double(step) / 5
            let number = measure == .people ? share(Int(value)) : context.shortMoney(Int64(value))
            let glyph = canvas.drawing.shades ? String(canvas.glyphs.heat[step]) : " "
            let role: Role = [.heat1, .heat2, .heat3, .heat4][step - 1]
            line = line + Line("  ") + Line("\(glyph)\(glyph)", role) + Line(" \(number)", .muted)
        }
        canvas.write(line, in: rect)
    }

    private func drawDetail(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        if group != nil { return drawGroups(in: rect, on: &canvas, context) }
        let square = cell
        let room = context.pane(
            "R\(recency) F\(frequency)", detail: Numbers.grouped(square.profiles), isFocused: isInDetail, in: rect,
            on: &canvas
        ).inset(left: 1, right: 1)
        guard grid.value != nil else { return }
        var facts = FactList()
        facts.add(context.say("rfm.detail.people", "people"), Numbers.grouped(square.profiles))
        facts.add(context.say("rfm.detail.share", "of buyers"), share(square.profiles))
        facts.add(context.say("rfm.detail.revenue", "revenue"), context.money(square.revenueMinor))
        facts.add(context.say("rfm.detail.average", "a person"), context.money(square.averageMinor))
        for (name, range) in ranges(context) { facts.add(name, range) }
        facts.draw(in: room, on: &canvas)
        let bars = (1...5).reversed().map { score in
            let people = square.byMonetary[score - 1]
            let share = square.profiles == 0 ? 0 : Double(people) / Double(square.profiles)
            return Bar(Line("M\(score)", .muted), number: Line(Numbers.grouped(people)), share: share)
        }
        BarChart(bars).draw(in: room.inset(top: facts.count + 1).top(5), on: &canvas)
        let names = square.groups.sorted { ($1.value, $0.key.code) < ($0.value, $1.key.code) }
        for (row, name) in names.enumerated() {
            let line = Line(context.say(name.key.phrase)) + Line("  \(Numbers.grouped(name.value))", .muted)
            canvas.write(line, in: room, row: facts.count + 7 + row)
        }
        if isInDetail { canvas.cursor = Position(column: room.column, row: room.row) }
    }

    /// The values that the scores under the cursor stand for, where they are known.
    private func ranges(_ context: Context) -> [(String, String)] {
        guard let ranges = grid.value?.ranges else { return [] }
        func text(_ ranges: [ClosedRange<Double>?], _ score: Int) -> String? {
            guard score <= ranges.count, let range = ranges[score - 1] else { return nil }
            let (low, high) = (
                Numbers.decimal(range.lowerBound, places: 0), Numbers.decimal(range.upperBound, places: 0)
            )
            return low == high ? low : context.say("rfm.range", "%1 to %2", low, high)
        }
        let days = text(ranges.recency, recency).map { (context.say("rfm.days", "days ago"), $0) }
        let times = text(ranges.frequency, frequency).map { (context.say("rfm.times", "purchases"), $0) }
        return [days, times].compactMap { $0 }
    }

    private func drawGroups(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let room = context.pane(
            context.say("rfm.groups", "Named groups"), detail: context.say("rfm.groups.next", "n next"),
            isFocused: isInDetail, in: rect, on: &canvas)
        let table = Table(
            columns: [
                TableColumn(context.say("rfm.group", "group"), width: .flexible(atLeast: 10)),
                TableColumn(context.say("rfm.detail.people", "people"), width: .fixed(8), alignment: .right),
                TableColumn(context.say("rfm.share", "share"), width: .fixed(6), alignment: .right, priority: 1),
                TableColumn(
                    context.say("rfm.detail.revenue", "revenue"), width: .fixed(9), alignment: .right, priority: 2),
            ], scroll: Scroll(count: squares.groups.count, selected: group ?? 0), isFocused: true)
        table.draw(in: room, on: &canvas) { index in
            let group = squares.groups[index]
            return Table.Row([
                Line(context.say(group.group.phrase)), Line(Numbers.grouped(group.profiles)),
                Line(share(group.profiles), .muted),
                Line(context.money(group.revenueMinor), .muted),
            ])
        }
    }

    func read(_ context: Context) -> [String] {
        if let failure = grid.failure { return [failure.sentence] }
        guard let value = grid.value else { return [] }
        var sentences = [context.say("rfm.read.buyers", "%1 buyers.", Numbers.grouped(value.buyers))]
        if group != nil {
            sentences += squares.groups.enumerated().map { index, group in
                (index == self.group ? "> " : "")
                    + context.say(
                        "rfm.read.group", "%1, %2, %3.", context.say(group.group.phrase),
                        context.people(group.profiles),
                        share(group.profiles))
            }
            return sentences
        }
        for recency in (1...5).reversed() {
            let cells = (1...5).map { frequency in
                let sign = recency == self.recency && frequency == self.frequency ? "> " : ""
                return "\(sign)F\(frequency) \(lines(of: squares[recency, frequency], context)[0])"
            }
            sentences.append("R\(recency): \(cells.joined(separator: ", ")).")
        }
        let square = cell
        sentences.append(
            context.say(
                "rfm.read.cell", "R%1 F%2: %3, %4 of buyers, revenue %5, %6 a person.", "\(recency)", "\(frequency)",
                context.people(square.profiles), share(square.profiles), context.money(square.revenueMinor),
                context.money(square.averageMinor)))
        return sentences
    }
}
