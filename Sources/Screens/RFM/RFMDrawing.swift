import Analytics
import Customers
import Filters
import Terminal

extension RFM {
    func draw(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        if context.sizeClass == .single || context.isZoomed {
            return isInDetail ? drawDetail(in: rect, on: &canvas, context) : drawGrid(in: rect, on: &canvas, context)
        }
        let parts =
            context.sizeClass == .narrow
            ? rect.split(rows: [.share(3), .share(2)]) : rect.split(columns: [.share(52), .share(28)])
        drawDetail(in: parts[1], on: &canvas, context)
        drawGrid(in: parts[0], on: &canvas, context)
    }

    private func drawGrid(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let room = context.pane(
            context.say("rfm.grid", "%1 by R x F", label(of: measure, context)),
            detail: note(context), isFocused: !isInDetail, in: rect, on: &canvas)
        if let failure = grid.failure {
            return context.write([context.say(failure)], in: room.inset(left: 1), on: &canvas, role: .error)
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
            return variant == .standard ? context.say("rfm.other", "m other numbers") : variant.text
        }
        return "\(name(context)) \(context.people(profiles))"
    }

    private func heatMap(_ context: Context) -> HeatMap {
        let greatest = greatest
        let place = squares.place(recency, frequency)
        let notes = ScoreRanges(grid.value?.ranges ?? RFMFigures.Ranges(), context)
        var map = HeatMap(
            rowLabels: squares.best.map { "R\($0)" }, columnLabels: (1...squares.scores).map { "F\($0)" },
            squares: squares.best.map { recency in
                (1...squares.scores).map { frequency in
                    let square = squares[recency, frequency]
                    let before = earlierSquares[recency, frequency]
                    let step = HeatMap.step(of: amount(square, before), greatest: greatest)
                    return HeatMap.Square(lines: lines(of: square, before, context), step: step)
                }
            }, selected: group == nil ? place : nil,
            marked: standingOut?.places ?? [],
            rowNotes: squares.best.map { score in
                let days = notes.short(.recency, score) ?? ""
                return score == squares.scores && !days.isEmpty ? "\(days) \(context.say("unit.day", "d"))" : days
            },
            columnNotes: (1...squares.scores).map { notes.short(.frequency, $0).map { "\($0)x" } ?? "" })
        map.cursor = place
        return map
    }

    /// What the hottest filling stands for.
    private var greatest: Double {
        squares.best.flatMap { recency in
            (1...squares.scores).map { amount(squares[recency, $0], earlierSquares[recency, $0]) }
        }.max() ?? 0
    }

    private func amount(_ square: RFMSquares.Square, _ before: RFMSquares.Square) -> Double {
        switch measure {
        case .people: Double(square.profiles)
        case .revenue: Double(square.revenueMinor)
        case .average: Double(square.averageMinor)
        // Warm where more people came; fewer are told by the sign of the number.
        case .change: earlier.value == nil ? 0 : Double(max(0, square.profiles - before.profiles))
        }
    }

    /// The number of a square, and one more where there is room.
    func lines(of square: RFMSquares.Square, _ before: RFMSquares.Square, _ context: Context) -> [String] {
        switch measure {
        case .people where squares.scores > 5 && context.sizeClass < .wide:
            [Numbers.short(square.profiles), share(square.profiles)]
        case .people: [share(square.profiles), Numbers.short(square.profiles)]
        case .revenue: [context.shortMoney(square.revenueMinor), share(square.profiles)]
        case .average: [context.shortMoney(square.averageMinor), share(square.profiles)]
        case .change:
            [
                earlier.value == nil
                    ? String(context.drawing.glyphs.ellipsis) : Numbers.signed(square.profiles - before.profiles),
                Numbers.short(square.profiles),
            ]
        }
    }

    /// The share of all buyers, always with one decimal, so that squares compare at a glance.
    func share(_ profiles: Int) -> String {
        guard squares.buyers > 0 else { return "0%" }
        let share = Double(profiles) / Double(squares.buyers)
        return Numbers.percent(share, places: 1)
    }

    func label(of measure: Measure, _ context: Context) -> String {
        switch measure {
        case .people: context.say("rfm.people", "People")
        case .revenue: context.say("rfm.revenue", "Revenue")
        case .average: context.say("rfm.average", "Revenue a person")
        case .change: context.say("rfm.change", "Change in %1 days", "\(daysBack)")
        }
    }

    /// What the five fillings stand for.
    private func drawLegend(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let greatest = greatest
        var line = Line(context.say("rfm.legend", "from"), .muted)
        for step in 1...4 {
            let value = greatest * Double(step) / 5
            let number =
                switch measure {
                case .people: share(Int(value))
                case .change: Numbers.signed(Int(value))
                case .revenue, .average: context.shortMoney(Int64(value))
                }
            let glyph = canvas.drawing.shades ? String(canvas.glyphs.heat[step]) : " "
            let role: Role = [.heat1, .heat2, .heat3, .heat4][step - 1]
            line = line + Line("  ") + Line("\(glyph)\(glyph)", role) + Line(" \(number)", .muted)
        }
        canvas.write(line, in: rect)
    }
}
