import Analytics
import Customers
import Filters
import Phrases
import Terminal

extension Flow {
    /// What a row or column is called.
    func name(of number: Int, _ context: Context) -> String {
        guard let matrix = matrix.value, number < matrix.states.count else {
            return context.say("flow.none", "(none)")
        }
        let name = matrix.states[number].name
        switch states {
        case .rfm: return RFMGroup(rawValue: name).map { context.say($0.phrase) } ?? name
        case .lifecycle: return LifecycleStage(rawValue: name).map { context.say($0.phrase) } ?? name
        case .segments, nil: return shown(name, context)
        }
    }

    /// What a segment is called; a saved one as its author called it.
    func shown(_ name: String, _ context: Context) -> String {
        saved.value?.contains(name) == true ? name : context.name(ofSegment: name)
    }

    /// What the cursor is on: `Old subscribers > Buyers`.
    func name(_ context: Context) -> String {
        "\(name(of: row, context)) \(context.drawing.glyphs.separator) \(name(of: column, context))"
    }

    /// The share of those who were in the row's state that went this way.
    func share(_ row: Int, _ column: Int) -> String {
        guard let matrix = matrix.value, matrix.started(row) > 0 else { return "-" }
        return Numbers.percent(Double(matrix.counts[row][column]) / Double(matrix.started(row)), places: 1)
    }

    /// The number of a cell by the measure that is shown.
    func number(_ row: Int, _ column: Int) -> String {
        guard measure == .people, let matrix = matrix.value else { return share(row, column) }
        return Numbers.short(matrix.counts[row][column])
    }

    /// The same with all its digits, as it is read.
    private func whole(_ row: Int, _ column: Int) -> String {
        guard measure == .people, let matrix = matrix.value else { return share(row, column) }
        return Numbers.grouped(matrix.counts[row][column])
    }

    /// The matrix as rows of a sheet.
    func tabbed(_ context: Context) -> String {
        guard let matrix = matrix.value else { return "" }
        let names = (0..<count).map { name(of: $0, context) }
        let rows = (0..<count).map { row in
            ([names[row]] + matrix.counts[row].map { "\($0)" }).joined(separator: "\t")
        }
        return ([([""] + names).joined(separator: "\t")] + rows).joined(separator: "\n")
    }

    /// A segment as it stands among others with commas between: in quotes where its name has a comma, quotes or brackets.
    private static func part(_ name: String) -> String {
        guard name.contains(where: { ",\"`()".contains($0) }), (try? Filter(parsing: name)) == nil else { return name }
        return FilterTexts.segment(name)
    }

    func commandLine(_ context: Context) -> String {
        var shell = ShellText(["flow"], in: context)
        switch states {
        case .segments(let names): shell.add("--segments", names.map(Self.part).joined(separator: ","))
        case .rfm: shell.add(flag: "--rfm")
        case .lifecycle(let event, let unit):
            shell.add(flag: "--lifecycle")
            shell.add("--event", event)
            shell.add("--by", unit.rawValue)
        case nil: break
        }
        shell.add("--from", days(context).lowerBound.description)
        shell.add("--to", days(context).upperBound.description)
        return shell.text
    }

    func read(_ context: Context) -> [String] {
        if let failure = matrix.failure { return [context.say(failure)] }
        guard let matrix = matrix.value else { return [] }
        var sentences = (0..<count).map { from in
            let cells = (0..<count).map { to in
                (from == row && to == column ? "> " : "") + "\(name(of: to, context)) \(whole(from, to))"
            }
            return context.say(
                "flow.read.row", "Of %1, %2: %3.", name(of: from, context),
                context.people(matrix.started(from)), cells.joined(separator: ", "))
        }
        sentences += facts(of: arrow.value, context).map { "\($0.name): \($0.value.text)." }
        if arrow.isFresh, let campaigns = arrow.value?.campaigns, !campaigns.isEmpty {
            let list = campaigns.map { "\($0.name) \(Numbers.grouped($0.people))" }.joined(separator: ", ")
            sentences.append(context.say("flow.read.campaigns", "Campaigns opened or clicked meanwhile: %1.", list))
        }
        return sentences
    }

    /// What is known of the arrow under the cursor.
    func facts(of report: FlowReport?, _ context: Context) -> [(name: String, value: Line)] {
        guard let matrix = matrix.value else { return [] }
        var facts: [(name: String, value: Line)] = [
            (context.say("flow.people", "people"), Line(Numbers.grouped(matrix.counts[row][column]))),
            (
                context.say("flow.share", "of those who were"),
                Line(context.say("flow.of", "%1 of %2", share(row, column), Numbers.grouped(matrix.started(row))))
            ),
        ]
        guard let report, arrow.isFresh else { return facts }
        if let seconds = report.medianSeconds {
            facts.append((context.say("flow.median", "median time"), Line(context.days(ofSeconds: seconds))))
        }
        facts.append((context.say("flow.revenue", "they brought"), Line(context.money(report.revenueMinor))))
        return facts
    }

}

extension Context {
    /// A length of time in days, or in hours where it is under two days.
    func days(ofSeconds seconds: Int64) -> String {
        guard seconds >= 172_800 else { return say("flow.hours", "%1 h", "\(seconds / 3600)") }
        return say("flow.days", "%1 d", Numbers.decimal(Double(seconds) / 86_400, places: 1))
    }
}

extension LifecycleStage {
    /// The stage as screens name it.
    var phrase: Phrase {
        switch self {
        case .new: Phrase("stage.new", "new")
        case .returning: Phrase("stage.returning", "returning")
        case .resurrected: Phrase("stage.resurrected", "resurrected")
        case .dormant: Phrase("stage.dormant", "dormant")
        }
    }
}
