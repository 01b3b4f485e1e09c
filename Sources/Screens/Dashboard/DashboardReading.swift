import Analytics
import Terminal

extension Dashboard {
    func read(_ context: Context) -> [String] {
        if let failure = figures.failure { return [context.say(failure)] }
        guard let value = figures.value else { return [] }
        var sentences = [facts(context) + "."]
        sentences += tiles(context).enumerated().map { index, metric in
            let sign = pane == .tiles && index == tile ? "> " : ""
            let change = spoken(metric, value, context)
            return "\(sign)\(context.say(metric.phrase)) \(context.text(value.now(metric)))\(change)."
        }
        sentences += value.segments.enumerated().map { index, segment in
            let sign = pane == .segments && index == segments.selected ? "> " : ""
            return sign
                + context.say(
                    "dashboard.read.segment", "%1: %2, %3 before.", segment.name, context.people(segment.now),
                    Numbers.grouped(segment.before))
        }
        if let flow = value.flow {
            let sign = pane == .flow ? "> " : ""
            sentences.append(
                sign
                    + context.say(
                        "dashboard.read.flow", "Of %1 in %2, %3 are now in %4.", context.people(flow.started),
                        name(flow.start, value, context), Numbers.grouped(flow.moved), name(flow.end, value, context)))
        }
        return sentences
            + notices(context).enumerated().map { index, notice in
                (pane == .attention && index == notices.selected ? "> " : "") + notice.text + "."
            }
    }

    private func spoken(_ metric: Metric, _ value: DashboardFigures, _ context: Context) -> String {
        guard let before = value.before(metric), value.now(metric) != nil else { return "" }
        return context.say("dashboard.read.before", ", %1 before", context.text(before))
    }
}
