import Analytics
import Terminal

extension Visits {
    /// The row under the cursor in sentences.
    func details(_ context: Context) -> [String] {
        guard let report = report.value, !isEmpty else { return [] }
        let figures = report.figures(in: period)
        var sentences = [
            context.say(
                "visits.detail.visits", "%1 visits, %2; the most of one person: %3.", Numbers.grouped(figures.sessions),
                context.people(figures.people), Numbers.grouped(figures.most))
        ]
        if let median = figures.medianSeconds, let mean = figures.meanSeconds, let events = figures.eventsPerSession {
            sentences.append(
                context.say(
                    "visits.detail.length", "Half are over after %1; %2 on average, %3 events a visit.",
                    context.duration(median), context.duration(mean), Numbers.decimal(events, places: 1)))
        }
        if let share = figures.singleShare {
            sentences.append(
                context.say(
                    "visits.detail.single", "%1 visits are of one event (%2).", Numbers.grouped(figures.single),
                    Numbers.percent(share)))
        }
        if let buyers = report.buyers(in: period), let conversion = report.conversion(in: period) {
            sentences.append(
                context.say(
                    "visits.detail.buyers", "%1 bought: %2 of those with an event.", context.people(buyers),
                    Numbers.percent(conversion)))
        }
        return sentences
    }

    func read(_ context: Context) -> [String] {
        if let failure = report.failure { return [context.say(failure)] }
        guard report.value != nil else { return [] }
        guard !isEmpty else { return [nothing(context)] }
        let rows = (0...count).map { row in
            let figures = figures(context).map { figure in
                (row == place && figure == chosen(context) ? "> " : "")
                    + "\(name(of: figure, context)) \(text(of: figure, row: row, context))"
            }
            return "\(name(ofRow: row, context)): \(figures.joined(separator: ", "))."
        }
        return rows + details(context)
    }
}
