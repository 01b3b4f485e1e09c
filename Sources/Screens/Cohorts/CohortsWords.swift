import Analytics
import Filters
import Terminal

extension Cohorts {
    /// What a row is called.
    func name(ofRow row: Int, _ context: Context) -> String {
        guard let report = report.value, row < report.cohorts.count else {
            return context.say("cohorts.average", "average")
        }
        return report.cohorts[row].period.text
    }

    /// What the cursor is on: `2026-05 +3`.
    func name(_ context: Context) -> String { "\(name(ofRow: place, context)) +\(cell)" }

    /// People, their share, and revenue of a cell; none where its period is not over.
    func figures(
        _ row: Int, _ cell: Int
    ) -> (people: Int, size: Int, share: Double, revenue: Int64, perPerson: Int64)? {
        guard let report = report.value, report.averages.indices.contains(cell) else { return nil }
        guard row < report.cohorts.count else {
            let average = report.averages[cell]
            guard let share = average.share, let money = average.perPersonMinor else { return nil }
            return (average.people, average.size, share, average.revenueMinor, money)
        }
        let cohort = report.cohorts[row]
        guard let people = cohort.people[cell], let revenue = cohort.revenueMinor[cell] else { return nil }
        return (people, cohort.size, cohort.share(cell) ?? 0, revenue, cohort.perPersonMinor(cell) ?? 0)
    }

    /// What the heat and the curve of a cell stand for.
    func amount(_ row: Int, _ cell: Int) -> Double? {
        guard let figures = figures(row, cell) else { return nil }
        switch measure {
        case .share: return figures.share
        case .people: return Double(figures.people)
        case .perPerson: return Double(figures.perPerson)
        case .revenue: return Double(figures.revenue)
        }
    }

    /// The number of a cell; empty where its period is not over.
    func number(_ row: Int, _ cell: Int, _ context: Context) -> String {
        guard let figures = figures(row, cell) else { return "" }
        switch measure {
        case .share: return Numbers.decimal(figures.share * 100, places: context.sizeClass == .wide ? 1 : 0)
        case .people: return Numbers.short(figures.people)
        case .perPerson: return context.shortMoney(figures.perPerson)
        case .revenue: return context.shortMoney(figures.revenue)
        }
    }

    func label(_ context: Context) -> String {
        switch measure {
        case .share: context.say("cohorts.share", "Came back, percent of the cohort")
        case .people: context.say("cohorts.people", "Came back, people")
        case .perPerson: context.say("cohorts.perPerson", "Revenue a person of the cohort")
        case .revenue: context.say("cohorts.revenue", "Revenue")
        }
    }

    /// The length of a period as people say it.
    func unitName(_ context: Context) -> String {
        switch options.unit {
        case .day: context.say("period.day", "day")
        case .week: context.say("period.week", "week")
        case .month: context.say("period.month", "month")
        }
    }

    /// The triangle as rows of a sheet.
    func tabbed(_ context: Context) -> String {
        guard let report = report.value else { return "" }
        let cells = report.averages.indices
        let header = (["", "people"] + cells.map { "+\($0)" }).joined(separator: "\t")
        let rows = report.cohorts.indices.map { row in
            ([name(ofRow: row, context), "\(report.cohorts[row].size)"] + cells.map { number(row, $0, context) })
                .joined(separator: "\t")
        }
        return ([header] + rows).joined(separator: "\n")
    }

    func commandLine(_ context: Context) -> String {
        var shell = ShellText(["retention"], in: context)
        shell.add("--start", start)
        shell.add("--return", returning)
        shell.add("--by", options.unit.rawValue)
        if options.countsLater { shell.add(flag: "--on-or-after") }
        if options.takesGross { shell.add("--revenue", "gross") }
        shell.add(context.options.refunds)
        switch measure {
        case .share: break
        case .people: shell.add("--measure", "people")
        case .perPerson, .revenue: shell.add("--measure", "money")
        }
        return shell.text
    }

    func read(_ context: Context) -> [String] {
        if let failure = report.failure { return [context.say(failure)] }
        guard let report = report.value else { return [] }
        guard count > 0 else { return [nothing(context)] }
        var sentences = (0...count).map { row in
            let cells = report.averages.indices.compactMap { cell -> String? in
                guard figures(row, cell) != nil else { return nil }
                return (row == place && cell == self.cell ? "> " : "") + "+\(cell) \(number(row, cell, context))"
            }
            let size = row < count ? ", " + context.people(report.cohorts[row].size) : ""
            return "\(name(ofRow: row, context))\(size): \(cells.joined(separator: ", "))."
        }
        sentences += details(context)
        return sentences
    }

    /// Why there is no cohort.
    func nothing(_ context: Context) -> String {
        context.say("cohorts.none", "Nobody began with %1. w chooses another event.", start)
    }

    /// The cell under the cursor in sentences.
    func details(_ context: Context) -> [String] {
        guard let report = report.value else { return [] }
        guard let figures = figures(place, cell) else {
            return [
                context.say("cohorts.notOver", "That %1 is not over yet; Enter opens the cohort.", unitName(context))
            ]
        }
        var back = context.say(
            "cohorts.back", "%1 of %2 came back", Numbers.grouped(figures.people), Numbers.grouped(figures.size))
        if !isOnAverage, report.averages.indices.contains(cell), let mean = report.averages[cell].share {
            let points = Numbers.decimal((figures.share - mean).magnitude * 100, places: 1)
            back +=
                figures.share < mean
                ? context.say("cohorts.under", ", %1 points under the average of +%2", points, "\(cell)")
                : context.say("cohorts.over", ", %1 points over the average of +%2", points, "\(cell)")
        }
        return [
            back + ".",
            context.say(
                "cohorts.brought", "They brought %1, %2 a person of the cohort.", context.money(figures.revenue),
                context.money(figures.perPerson, isWhole: false)),
        ]
    }
}
