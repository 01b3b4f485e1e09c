import Analytics
import Customers
import Filters
import Terminal

extension Lifecycle {
    /// What a column is called.
    func name(ofColumn column: Int, _ context: Context) -> String {
        LifecycleStage.allCases.indices.contains(column)
            ? context.say(LifecycleStage.allCases[column].phrase) : context.say("lifecycle.active", "active")
    }

    /// The same in three letters where there is little room.
    func heading(ofColumn column: Int, _ context: Context) -> String {
        let name = name(ofColumn: column, context)
        return context.sizeClass == .single ? String(name.prefix(3)) : name
    }

    /// The number of a figure, short where there is little room.
    func number(_ row: Int, _ column: Int, _ context: Context) -> String {
        let people = people(row, column)
        return context.sizeClass == .single ? Numbers.short(people) : Numbers.grouped(people)
    }

    /// The first day of a period, with a sign where it is not over.
    func name(ofRow row: Int, _ context: Context) -> String {
        guard let entry = report.value?.entries[row] else { return "" }
        let first = entry.days.lowerBound.description
        let shown = context.sizeClass == .single ? String(first.suffix(5)) : first
        return shown + (entry.isPartial ? String(context.drawing.glyphs.ellipsis) : "")
    }

    /// What the cursor is on: `new 2026-05-04`.
    func name(_ context: Context) -> String {
        guard count > 0, let entry = report.value?.entries[place] else { return name(ofColumn: column, context) }
        return "\(name(ofColumn: column, context)) \(entry.days.lowerBound)"
    }

    func headline(_ context: Context) -> String {
        count > 0 ? "\(name(context)) \(Numbers.short(people(place, column)))" : ""
    }

    func facts(_ context: Context) -> String {
        context.say("lifecycle.facts", "active with %1", event)
    }

    /// The length of a period as people say it.
    func unitName(_ context: Context) -> String {
        switch unit {
        case .day: context.say("period.day", "day")
        case .week: context.say("period.week", "week")
        case .month: context.say("period.month", "month")
        }
    }

    func commandLine(_ context: Context) -> String {
        var shell = ShellText(["lifecycle"], in: context)
        shell.add("--event", event)
        shell.add("--by", unit.rawValue)
        return shell.text
    }

    /// The figures as rows of a sheet.
    var tabbed: String {
        let header = (["start"] + LifecycleStage.allCases.map(\.rawValue) + ["active"]).joined(separator: "\t")
        let rows = (0..<count).map { row in
            ([report.value?.entries[row].days.lowerBound.description ?? ""]
                + (0...LifecycleStage.allCases.count).map { "\(people(row, $0))" }).joined(separator: "\t")
        }
        return ([header] + rows).joined(separator: "\n")
    }

    func explanation(_ context: Context) -> Explanation? {
        guard count > 0 else { return nil }
        return Explanation(
            title: "\(name(context)): \(context.people(people(place, column)))",
            definition: context.say(Glossary.lifecycle.meaning), filter: filter, isFresh: report.isFresh)
    }

    /// Why there is no period.
    func nothing(_ context: Context) -> String {
        context.say("lifecycle.none", "Nobody was active with %1. w chooses another event.", event)
    }

    /// The figure under the cursor in sentences.
    func details(_ context: Context) -> [String] {
        guard count > 0, let entry = report.value?.entries[place] else { return [] }
        let people = people(place, column)
        var sentences = [
            context.say("lifecycle.figure", "%1 %2", context.people(people), name(ofColumn: column, context))
                + (place == 0
                    ? ""
                    : context.say(
                        "lifecycle.change", ", %1 against the %2 before",
                        Numbers.signed(people - self.people(place - 1, column)), unitName(context)))
                + "."
        ]
        let before = entry.returning + entry.dormant
        if before > 0 {
            sentences.append(
                context.say(
                    "lifecycle.stayed", "Of the %1 active in the %2 before, %3 were active again.",
                    Numbers.grouped(before), unitName(context),
                    Numbers.percent(Double(entry.returning) / Double(before))))
        }
        if entry.isPartial {
            sentences.append(context.say("lifecycle.partial", "This %1 is not over yet.", unitName(context)))
        }
        return sentences
    }

    func read(_ context: Context) -> [String] {
        if let failure = report.failure { return [context.say(failure)] }
        guard report.value != nil else { return [] }
        guard count > 0 else { return [nothing(context)] }
        let rows = (0..<count).map { row in
            let figures = (0...LifecycleStage.allCases.count).map { column in
                (row == place && column == self.column ? "> " : "")
                    + "\(name(ofColumn: column, context)) \(Numbers.grouped(people(row, column)))"
            }
            return "\(name(ofRow: row, context)): \(figures.joined(separator: ", "))."
        }
        return rows + details(context)
    }
}
