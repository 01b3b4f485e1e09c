import Analytics
import Customers
import Filters
import Terminal

extension FunnelScreen {
    func draw(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        if context.sizeClass == .single || context.isZoomed {
            return isInGroups ? drawGroups(in: rect, on: &canvas, context) : drawSteps(in: rect, on: &canvas, context)
        }
        // Three rows a step are enough, where there are many: the rest tells more of one.
        let steps = min(rect.rows * 3 / 5, 3 * funnel.steps.count + 2)
        let rows = rect.split(rows: context.sizeClass == .wide ? [.fixed(steps), .share(1)] : [.share(3), .share(2)])
        drawSteps(in: rows[0], on: &canvas, context)
        let parts = rows[1].split(columns: [.share(1), .share(1)])
        drawDetail(in: parts[0], on: &canvas, context)
        if split == nil {
            drawTrend(in: parts[1], on: &canvas, context)
        } else {
            drawGroups(in: parts[1], on: &canvas, context)
        }
    }

    private func drawSteps(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let detail = context.say("funnel.columns", "%1, of step 1, of previous", unit(context))
        let title = group.map { groupName($0, context) } ?? stretch.name(context)
        let room = context.pane(title, detail: detail, isFocused: !isInGroups, in: rect, on: &canvas)
            .inset(left: 1, right: 1)
        if let failure = figures.failure {
            return context.write([context.say(failure)], in: room, on: &canvas, role: .error)
        }
        guard let part else { return }
        guard part.entered > 0 else {
            let sentence = context.say(
                "funnel.empty", "Nobody did %1 in these days; w chooses others.", funnel.steps[0].event)
            return context.write([sentence], in: room, on: &canvas)
        }
        FunnelSteps(
            part: part, isFresh: figures.isFresh, selected: isInGroups ? nil : step, earlier: compared(with: part)
        ).draw(in: room, on: &canvas, context)
    }

    /// The same steps some time before, where they are compared; none while only those of other steps are there.
    private func compared(with part: FunnelReport.Part) -> FunnelReport.Part? {
        guard isCompared, group == nil, let before = earlier.value?.report.whole,
            before.steps.map(\.name) == part.steps.map(\.name)
        else { return nil }
        return before
    }

    private func unit(_ context: Context) -> String {
        countsAttempts ? context.say("funnel.attempts", "attempts") : context.say("funnel.people", "people")
    }

    /// What became of those at the step under the cursor; Left and Right choose whose people open.
    private func drawDetail(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let room = context.pane(
            "\(step + 1) \(funnel.steps[min(step, funnel.steps.count - 1)].event)",
            detail: Numbers.grouped(count), in: rect, on: &canvas
        ).inset(left: 1, right: 1)
        guard let part, step < part.steps.count else { return }
        let at = part.steps[step]
        let shares = FunnelShares(part, at: step)
        let numbers = [at.profiles, at.dropped, at.open]
        let names = [
            context.say("funnel.state.reached", "reached it"), context.say("funnel.state.dropped", "dropped here"),
            context.say("funnel.state.open", "still open"),
        ]
        for (place, name) in names.enumerated() {
            let isChosen = place == state
            let sign = isChosen ? String(canvas.glyphs.selected) : " "
            canvas.write(Line("\(sign) \(name)", Style(.text, isChosen ? .bold : [])), in: room, row: place)
            canvas.write(Line(Numbers.grouped(numbers[place])), in: room, row: place, align: .right)
        }
        var facts = FactList()
        facts.add(context.say("funnel.ofclosed", "of closed"), Numbers.percent(shares.ofClosed))
        if let median = at.medianSeconds {
            facts.add(context.say("funnel.step.median", "half within"), context.duration(median))
        }
        if let median = part.medianSeconds {
            facts.add(context.say("funnel.whole.median", "all steps"), context.duration(median))
        }
        facts.add(context.say("funnel.window", "window"), windowName(context))
        facts.draw(in: room.inset(top: 4), on: &canvas)
        drawHistogram(in: room.inset(top: 5 + facts.count), on: &canvas, context)
    }

    /// In what time people got from the first step to the last.
    private func drawHistogram(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        guard group == nil, rect.rows > 3, let bins = report?.timeToConvert.bins, !bins.isEmpty else { return }
        let most = max(1, bins.map(\.count).max() ?? 1)
        let bars = bins.prefix(rect.rows).map { bin in
            let label = bin.upTo.map { context.say("funnel.upto", "up to %1", context.duration(Double($0))) }
            return Bar(
                Line(label ?? context.say("funnel.longer", "longer"), .muted), number: Line(Numbers.grouped(bin.count)),
                share: Double(bin.count) / Double(most))
        }
        BarChart(bars).draw(in: rect, on: &canvas)
    }

    private func drawGroups(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let room = context.pane(
            splitName(context), detail: context.say("funnel.split.key", "b changes, Tab enters"), isFocused: isInGroups,
            in: rect, on: &canvas
        )
        guard let report else { return }
        let groups = orderedGroups
        var scroll = Scroll(count: groups.count, selected: groups.firstIndex { $0 == group } ?? 0)
        scroll.follow(page: max(1, room.rows - 1))
        let widths: [TableColumn.Width] = [.flexible(atLeast: 8), .fixed(9), .fixed(9), .fixed(6)]
        let columns = groupTitles(context).enumerated().map { place, title in
            TableColumn(
                title, width: widths[place], alignment: place == 0 ? .left : .right, priority: place == 3 ? 1 : 0,
                sorted: groupOrder.sign(of: place))
        }
        var table = Table(columns: columns, scroll: scroll, isFocused: isInGroups)
        table.isSortable = true
        table.draw(in: room, on: &canvas) { place in
            guard place < groups.count else { return nil }
            let index = groups[place]
            let part = report.groups[index]
            let share = FunnelShares(part, at: part.steps.count - 1).ofFirst
            return Table.Row([
                Line(groupName(index, context)), Line(Numbers.grouped(part.entered)),
                Line(Numbers.grouped(part.converted)), Line(Numbers.percent(share), .muted),
            ])
        }
    }

    private func splitName(_ context: Context) -> String {
        switch split {
        case nil: ""
        case .trait(let name)?: context.say("funnel.by", "by %1", name)
        case .property(let name, .first)?: context.say("funnel.by.first", "by %1 at first", name)
        case .property(let name, .last)?: context.say("funnel.by.last", "by %1 at last", name)
        case .eachValue(let name)?: context.say("funnel.by.each", "each %1", name)
        }
    }

    private func periodName(_ context: Context) -> String {
        switch stretch.period {
        case .day: context.say("period.day", "day")
        case .week: context.say("period.week", "week")
        case .month: context.say("period.month", "month")
        }
    }

    /// Who entered, period by period, and which share of them converted.
    private func drawTrend(in rect: Rect, on canvas: inout Canvas, _ context: Context) {
        let room = context.pane(
            context.say("funnel.trend", "Entered by %1", periodName(context)),
            detail: context.say("funnel.trend.key", "b breaks down"), in: rect, on: &canvas
        ).inset(left: 1, right: 1)
        guard let trend = report?.trend, !trend.isEmpty, room.rows > 1 else { return }
        let entered = trend.map { Double($0.entered) }
        let most = Int(entered.max() ?? 0)
        if room.rows >= 6 {
            let height = (room.rows - 1) / 2
            AreaChart(stretched(entered, to: room, on: canvas), top: Numbers.short(most))
                .draw(in: room.top(height), on: &canvas)
            let shares = trend.map { $0.entered == 0 ? 0 : Double($0.converted) / Double($0.entered) }
            let top = Numbers.percent(shares.max() ?? 0, places: 0)
            AreaChart(stretched(shares, to: room, on: canvas), top: top, bottom: "0%")
                .draw(in: room.inset(top: height).top(height), on: &canvas)
        } else {
            Sparkline(entered).draw(in: room.line(0), on: &canvas)
        }
        let last = room.line(room.rows - 1)
        canvas.write(Line(trend[0].start.description, .muted), in: last)
        canvas.write(Line(trend[trend.count - 1].start.description, .muted), in: last, align: .right)
    }

    /// Values spread over the dots of a chart.
    private func stretched(_ values: [Double], to room: Rect, on canvas: Canvas) -> [Double?] {
        let dots = max(1, (room.columns - 6) * 2)
        return (0..<dots).map { values[min(values.count - 1, $0 * values.count / dots)] }
    }
}
