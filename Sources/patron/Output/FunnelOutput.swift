import Analytics
import Customers
import Filters
import Terminal

/// A report on a funnel with how it is named in filters.
struct FunnelOutput {
    let report: FunnelReport
    let reference: FunnelReference
    /// When attempts begin; none for all time.
    let time: TimeRange?
    /// The filter to which the report is limited.
    let scope: Filter?

    func filter(_ state: FunnelState, at step: Int, in group: Int? = nil) -> String {
        report.filter(state, at: step, of: reference, begun: time, in: group).text(in: scope)
    }

    /// What a group is called.
    func name(of group: Int) -> String {
        guard let split = report.split else { return "" }
        switch split.groups[group].kind {
        case .value: return split.groups[group].name ?? ""
        case .others: return "(other values)"
        case .missing: return "(none)"
        }
    }

    /// A row a step and group.
    func printCSV() {
        Printer.csv(
            ["group", "step", "name", "profiles", "converted", "dropped", "open", "median_seconds"],
            parts.flatMap { name, part in
                part.steps.enumerated().map { place, step in
                    [
                        name, "\(place + 1)", step.name, "\(step.profiles)", "\(step.converted)", "\(step.dropped)",
                        "\(step.open)", step.medianSeconds.map { "\($0)" } ?? "",
                    ]
                }
            })
    }

    private var parts: [(String, FunnelReport.Part)] {
        [("", report.whole)] + report.groups.enumerated().map { (name(of: $0), $1) }
    }

    func print() {
        let unit = report.question.unit == .profiles ? "people" : "attempts"
        Printer.line("\(Numbers.grouped(report.whole.entered)) \(unit) entered as of \(report.question.asOf)")
        Printer.line("")
        steps(of: report.whole, unit).print()
        if let median = report.whole.medianSeconds {
            Printer.line("")
            Printer.line("From first to last step: \(Durations.text(median)) (half took no longer)")
        }
        if !report.groups.isEmpty {
            Printer.line("")
            groups(unit).print()
        }
        Printer.line("")
        Printer.line(
            "The last step as a filter: \(Drawing.unicode.safe(filter(.reached, at: report.whole.steps.count)))")
    }

    private func steps(of part: FunnelReport.Part, _ unit: String) -> TextTable {
        var table = TextTable([
            ("step", .left), (unit, .right), ("of first", .right), ("of closed", .right), ("of previous", .right),
            ("dropped", .right), ("open", .right), ("half within", .right),
        ])
        for (place, step) in part.steps.enumerated() {
            let shares = FunnelShares(part, at: place)
            table.append([
                "\(place + 1) \(step.name)", Numbers.grouped(step.profiles), Numbers.percent(shares.ofFirst),
                Numbers.percent(shares.ofClosed), Numbers.percent(shares.ofPrevious), Numbers.grouped(step.dropped),
                Numbers.grouped(step.open), step.medianSeconds.map(Durations.text) ?? "-",
            ])
        }
        return table
    }

    private func groups(_ unit: String) -> TextTable {
        let places = report.whole.steps.indices
        var table = TextTable(
            [("group", .left)] + places.map { ("step \($0 + 1)", .right) } + [
                ("converted", .right), ("half within", .right),
            ])
        for (group, part) in report.groups.enumerated() where part.entered > 0 {
            table.append(
                [name(of: group)] + part.steps.map { Numbers.grouped($0.profiles) } + [
                    Numbers.percent(FunnelShares(part, at: places.count - 1).ofFirst),
                    part.medianSeconds.map(Durations.text) ?? "-",
                ])
        }
        return table
    }
}

/// A report on a funnel as JSON.
struct FunnelJSON: Encodable {
    struct Step: Encodable {
        let name: String
        let profiles, converted, dropped, open: Int
        let ofFirst, ofClosed, ofPrevious: Double
        let medianSeconds: Double?
        let filter, droppedFilter, openFilter: String
    }

    struct Group: Encodable {
        let value: String?
        let kind: String
        let entered: Int
        let steps: [Step]
        let medianSeconds: Double?
    }

    struct Point: Encodable {
        let start: String
        let entered, converted, open: Int
    }

    struct Bin: Encodable {
        let upToSeconds: Int64?
        let count: Int
    }

    let asOf, funnel, unit: String
    let entered: Int
    let steps: [Step]
    let medianSeconds: Double?
    let groups: [Group]
    let trend: [Point]
    let timeToConvert: [Bin]

    init(_ output: FunnelOutput) {
        let report = output.report
        asOf = report.question.asOf.description
        funnel = report.question.funnel.text
        unit = report.question.unit.rawValue
        entered = report.whole.entered
        steps = Self.steps(report.whole, output, group: nil)
        medianSeconds = report.whole.medianSeconds
        groups = report.groups.enumerated().map { place, part in
            let split = report.split?.groups[place]
            let kind =
                switch split?.kind {
                case .value?: "value"
                case .others?: "others"
                case .missing?, nil: "missing"
                }
            return Group(
                value: split?.name, kind: kind, entered: part.entered, steps: Self.steps(part, output, group: place),
                medianSeconds: part.medianSeconds)
        }
        trend = report.trend.map {
            Point(start: $0.start.description, entered: $0.entered, converted: $0.converted, open: $0.open)
        }
        timeToConvert = report.timeToConvert.bins.map { Bin(upToSeconds: $0.upTo, count: $0.count) }
    }

    private static func steps(_ part: FunnelReport.Part, _ output: FunnelOutput, group: Int?) -> [Step] {
        part.steps.enumerated().map { place, step in
            let shares = FunnelShares(part, at: place)
            return Step(
                name: step.name, profiles: step.profiles, converted: step.converted, dropped: step.dropped,
                open: step.open, ofFirst: shares.ofFirst, ofClosed: shares.ofClosed, ofPrevious: shares.ofPrevious,
                medianSeconds: step.medianSeconds, filter: output.filter(.reached, at: place + 1, in: group),
                droppedFilter: output.filter(.dropped, at: place + 1, in: group),
                openFilter: output.filter(.open, at: place + 1, in: group))
        }
    }
}
