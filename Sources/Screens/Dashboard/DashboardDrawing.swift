import Analytics
import Customers
import Terminal

extension Dashboard {
    func draw(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        if let failure = figures.failure {
            let room = context.pane(title(context), in: rect, on: &canvas).inset(left: 1)
            return context.write([context.say(failure)], in: room, on: &canvas, role: .error)
        }
        if context.sizeClass == .single || context.isZoomed {
            draw(pane, in: rect, on: &canvas, context)
        } else if context.sizeClass == .narrow {
            let parts = rect.split(rows: [.share(3), .share(2)])
            drawTiles(in: parts[0], on: &canvas, context)
            draw(pane == .tiles ? .attention : pane, in: parts[1], on: &canvas, context)
        } else {
            drawAll(in: rect, on: &canvas, context)
        }
        if figures.value != nil, !figures.isFresh {
            canvas.restyle(rect) { Style($0.role == .text ? .stale : $0.role, $0.emphasis) }
        }
    }

    private func drawAll(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let tileRows = tileRows(context, atMost: rect.rows * 2 / 5)
        let isWide = context.sizeClass == .wide
        let parts = rect.split(rows: [.fixed(tileRows), isWide ? .share(1) : .fixed(0), .share(1)])
        drawTiles(in: parts[0], on: &canvas, context)
        if isWide { drawCourse(in: parts[1], on: &canvas, context) }
        let below = parts[2].split(columns: [.share(1), .share(1)])
        draw(.segments, in: below[0], on: &canvas, context)
        let right = below[1].split(rows: [.fixed(5), .share(1)])
        draw(.flow, in: right[0], on: &canvas, context)
        draw(.attention, in: right[1], on: &canvas, context)
    }

    private func draw(_ pane: Pane, in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        switch pane {
        case .tiles: drawTiles(in: rect, on: &canvas, context)
        case .segments: drawSegments(in: rect, on: &canvas, context)
        case .flow: drawFlow(in: rect, on: &canvas, context)
        case .attention: drawAttention(in: rect, on: &canvas, context)
        }
    }

    /// The measure under the cursor over time.
    private func drawCourse(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let metric = metric(context)
        guard let value = figures.value else {
            _ = context.pane(context.say(metric.phrase), in: rect, on: &canvas)
            return
        }
        let periods = value.course.periods
        let length = Int(periods.days(of: 0).upperBound.dayNumber - periods.days(of: 0).lowerBound.dayNumber) + 1
        let unit =
            length == 1
            ? context.say("dashboard.byday", "by day") : context.say("dashboard.bydays", "by %1 days", "\(length)")
        let room = context.pane(
            "\(context.say(metric.phrase)) \(unit)", detail: periods.days(of: 0).lowerBound.description, in: rect,
            on: &canvas)
        let values = course(of: metric, value)
        guard let place = values.indices.max(by: { (values[$0] ?? -1) < (values[$1] ?? -1) }) else { return }
        let top = context.text(value.course.value(of: metric, in: place), isShort: true)
        // Each value takes as many dots as there is room for.
        let chart = AreaChart([], top: top)
        let times = max(1, chart.capacity(columns: room.columns, on: canvas) / max(1, values.count))
        AreaChart(values.flatMap { Array(repeating: $0, count: times) }, top: top).draw(in: room, on: &canvas)
    }

    private func drawSegments(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let days = "\(context.kept.dashboard.days)"
        let room = context.pane(
            context.say("segments.title", "Segments"), detail: context.say("dashboard.delta", "change in %1 d", days),
            isFocused: pane == .segments, in: rect, on: &canvas)
        guard let value = figures.value else { return }
        guard !value.segments.isEmpty else {
            let none = context.say("dashboard.nosegments", "No segments yet. g s makes one.")
            return context.write([none], in: room.inset(left: 1), on: &canvas)
        }
        var scroll = segments
        scroll.follow(page: room.rows)
        let table = ListView(scroll: scroll, isFocused: pane == .segments)
        let parts = room.inset(left: 1).split(columns: [.share(1), .fixed(9), .fixed(9)])
        table.draw(in: room, on: &canvas) { _ in Line() }
        for (row, index) in scroll.visible(page: room.rows).enumerated() {
            let segment = value.segments[index]
            let share = segment.before > 0 ? Double(segment.now - segment.before) / Double(segment.before) : nil
            canvas.write(Line(segment.name), in: parts[0], row: row)
            canvas.write(Line(Numbers.grouped(segment.now)), in: parts[1], row: row, align: .right)
            let change =
                share.map { Numbers.change($0) } ?? (segment.now > 0 ? context.say("dashboard.new", "new") : "")
            canvas.write(Line(change, .muted), in: parts[2], row: row, align: .right)
        }
        if pane == .segments, let row = scroll.visible(page: room.rows).firstIndex(of: scroll.selected) {
            canvas.restyle(room.line(row - scroll.visible(page: room.rows).startIndex), role: .selection)
        }
    }

    private func drawFlow(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let room = context.pane(
            context.say("dashboard.flow", "Flow"), detail: figures.value.map { "\($0.days.lowerBound)" } ?? "",
            isFocused: pane == .flow, in: rect, on: &canvas)
        guard let value = figures.value else { return }
        guard let flow = value.flow else {
            let none = context.say("dashboard.noflow", "No trait subscribed_at tells who subscribed.")
            return context.write([none], in: room.inset(left: 1), on: &canvas)
        }
        let share = flow.started > 0 ? Numbers.percent(Double(flow.moved) / Double(flow.started)) : "-"
        let lines = [
            Line(name(flow.start, value, context)) + Line("  \(Numbers.grouped(flow.started))", Style(.text, .bold)),
            Line("→ \(name(flow.end, value, context))") + Line("  \(Numbers.grouped(flow.moved))", Style(.text, .bold))
                + Line("  \(share)", .muted),
        ]
        let scroll = Scroll(count: 2, selected: isOnMoved ? 1 : 0)
        ListView(scroll: scroll, isFocused: pane == .flow).draw(in: room, on: &canvas) { lines[$0] }
        guard flow.moved > 0, room.rows > 2 else { return }
        let time = flow.medianSeconds.map { context.days(ofSeconds: $0) } ?? "-"
        let brought = context.say(
            "dashboard.flow.brought", "half within %1, brought %2", time, context.briefMoney(flow.revenue))
        canvas.write(Line(brought, .muted), in: room.inset(left: 1), row: 2)
    }

    private func drawAttention(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let notices = notices(context)
        let warnings = notices.count(where: \.isWarning)
        let room = context.pane(
            context.say("dashboard.attention", "Needs attention"),
            detail: warnings > 0 ? "\(context.drawing.glyphs.warning) \(warnings)" : "",
            isFocused: pane == .attention, in: rect, on: &canvas)
        guard figures.value != nil else { return }
        guard !notices.isEmpty else {
            let none = context.say("dashboard.calm", "Nothing. m sets a limit for the measure under the cursor.")
            return context.write([none], in: room.inset(left: 1), on: &canvas)
        }
        draw(notices, in: room, on: &canvas, context)
    }
}
