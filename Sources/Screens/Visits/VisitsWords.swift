import Analytics
import Customers
import Filters
import Terminal

extension Visits {
    /// What a column is called.
    func name(of figure: Figure, _ context: Context) -> String {
        switch figure {
        case .visits: context.say("visits.visits", "visits")
        case .people: context.say("value.people", "people")
        case .events: context.say("visits.events", "a visit")
        case .median: context.say("visits.median", "median")
        case .mean: context.say("visits.mean", "mean")
        case .single: context.say("visits.single", "one event")
        case .most: context.say("visits.most", "most")
        case .buyers: context.say("value.buyers", "buyers")
        case .conversion: context.say("visits.conversion", "bought")
        }
    }

    /// A figure as a number; none where there is none.
    func number(of figure: Figure, row: Int) -> Double? {
        guard let report = report.value else { return nil }
        let period = row < count ? row : nil
        let figures = report.figures(in: period)
        return switch figure {
        case .visits: Double(figures.sessions)
        case .people: Double(figures.people)
        case .events: figures.eventsPerSession
        case .median: figures.medianSeconds
        case .mean: figures.meanSeconds
        case .single: figures.singleShare
        case .most: Double(figures.most)
        case .buyers: report.buyers(in: period).map(Double.init)
        case .conversion: report.conversion(in: period)
        }
    }

    func text(of figure: Figure, row: Int, _ context: Context) -> String {
        guard let number = number(of: figure, row: row) else { return "-" }
        return switch figure {
        case .visits, .people, .most, .buyers: Numbers.grouped(Int(number))
        case .events: Numbers.decimal(number, places: 1)
        case .median, .mean: context.duration(number)
        case .single, .conversion: Numbers.percent(number)
        }
    }

    /// The first day of a period, with a sign where only a part of it counts; `all` for all of them.
    func name(ofRow row: Int, _ context: Context) -> String {
        guard let report = report.value, row < count else { return context.say("visits.all", "all") }
        let first = report.days(in: row).lowerBound.description
        let shown = context.sizeClass == .single ? String(first.suffix(5)) : first
        return shown + (isPartial(row, context) ? String(context.drawing.glyphs.ellipsis) : "")
    }

    /// Whether a period is cut to the days of the report, or is not over.
    private func isPartial(_ row: Int, _ context: Context) -> Bool {
        guard let report = report.value, row < count else { return false }
        let (days, calendar) = (report.days(in: row), context.calendar)
        return days.lowerBound != unit.start(of: days.lowerBound, in: calendar)
            || days.upperBound.adding(days: 1) != unit.next(after: days.lowerBound, in: calendar)
            || (context.asOfDate == nil && days.upperBound >= context.today)
    }

    /// What the cursor is on: `visits 2026-05-04`.
    func name(_ context: Context) -> String {
        let figure = name(of: chosen(context), context)
        guard let report = report.value, let period else { return figure }
        return "\(figure) \(report.days(in: period).lowerBound)"
    }

    func headline(_ context: Context) -> String {
        isEmpty ? "" : "\(name(context)) \(text(of: chosen(context), row: place, context))"
    }

    /// The longest gap within a visit as people say it.
    private func gapText(_ context: Context) -> String { context.duration(Double(gap) * 60) }

    /// By which periods, and which gap ends a visit.
    func terms(_ context: Context) -> String {
        context.say("cohorts.by", "by %1", unitName(context)) + ", "
            + context.say("visits.gaps", "gaps up to %1", gapText(context))
    }

    func facts(_ context: Context) -> String { terms(context) }

    private func unitName(_ context: Context) -> String {
        switch unit {
        case .day: context.say("period.day", "day")
        case .week: context.say("period.week", "week")
        case .month: context.say("period.month", "month")
        }
    }

    func commandLine(_ context: Context) -> String {
        var shell = ShellText(["sessions"], in: context)
        shell.add("--gap", "\(gap)m")
        shell.add("--by", unit.rawValue)
        if let days = stretch.days(context) {
            shell.add("--from", days.lowerBound.description)
            shell.add("--to", days.upperBound.description)
        }
        return shell.text
    }

    /// The figures as rows of a sheet.
    func tabbed(_ context: Context) -> String {
        let titles = [""] + Figure.allCases.map { name(of: $0, context) }
        let rows = (0...count).map { row in
            [name(ofRow: row, context)] + Figure.allCases.map { text(of: $0, row: row, context) }
        }
        return ([titles] + rows).map { $0.joined(separator: "\t") }.joined(separator: "\n")
    }

    /// Why there is no visit.
    func nothing(_ context: Context) -> String {
        context.say("visits.none", "No events in these days, so no visits. w chooses other days.")
    }

    func explanation(_ context: Context) -> Explanation? {
        guard !isEmpty else { return nil }
        let figure = chosen(context)
        return Explanation(
            title: "\(name(context)): \(text(of: figure, row: place, context))",
            definition: meaning(of: figure, context),
            filter: filter(context) ?? "", isFresh: report.isFresh)
    }

    private func meaning(of figure: Figure, _ context: Context) -> String {
        switch figure {
        case .people: return context.say(Metric.active.meaning)
        case .buyers: return context.say(Metric.buyers.meaning)
        case .conversion:
            return context.say(
                "visits.conversion.meaning",
                "Buyers by the people with an event in the period. Enter opens the buyers.")
        case .most:
            return visit(context) + " "
                + context.say(
                    "visits.most.meaning",
                    "The most visits of one person. Enter opens all people with an event in the period.")
        case .visits, .events, .median, .mean, .single:
            return visit(context) + " "
                + context.say(
                    "visits.meaning",
                    "This figure is of visits, not of people: Enter opens the people with an event in the period.")
        }
    }

    private func visit(_ context: Context) -> String {
        context.say(
            "visits.visit",
            "A visit is a person's events with no longer gap between them than %1; it counts where it begins.",
            gapText(context))
    }
}
