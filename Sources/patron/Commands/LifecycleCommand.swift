import Analytics
import ArgumentParser
import Customers
import Filters
import Terminal
import Workspace

struct LifecycleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lifecycle",
        abstract: "Who was new, came back, woke up and fell asleep in each day, week or month.",
        discussion: """
            New people are active for the first time ever, returning ones were active in the period before too, \
            resurrected ones were not but had been earlier, dormant ones were active in the period before and no longer. \
            The last period, if it has not passed, is partial.
            """)

    @OptionGroup var store: StoreOptions
    @OptionGroup var question: QuestionOptions
    @OptionGroup var printing: PrintOptions
    @Option(name: .long, help: "What being active is: an event, with a condition or without.") var event = "anything"
    @Option(name: .long, help: "A row a day, week or month.") var by = Period.week
    @Option(name: .long, help: ArgumentHelp("A day of the first period.", valueName: "day")) var from: String?
    @Option(name: .long, help: ArgumentHelp("A day of the last period.", valueName: "day")) var to: String?

    func run() throws {
        let session = try store.open()
        let scope = try question.scope(session)
        let asOf = try question.instant(session)
        let days = try ReportDays(from: from, to: to)
        let report = try waiting { [event, by] in
            try await session.lifecycle(of: event, by: by, from: days.from, through: days.to, in: scope, asOf: asOf)
        }
        switch printing.format ?? .text {
        case .json: try Printer.json(LifecycleJSON(report, in: try scope.map { try Filter(parsing: $0) }))
        case .csv:
            Printer.csv(
                ["start", "new", "returning", "resurrected", "dormant", "active", "is_partial"],
                report.entries.map { entry in
                    [entry.days.lowerBound.description] + LifecycleStage.allCases.map { "\(entry[$0])" }
                        + ["\(entry.active)", "\(entry.isPartial)"]
                })
        case .text: print(report)
        }
    }

    private func print(_ report: LifecycleReport) {
        var table = TextTable(
            [(report.unit.rawValue, .left)] + LifecycleStage.allCases.map { ($0.rawValue, .right) }
                + [("active", .right), ("", .left)])
        for entry in report.entries {
            table.append(
                [entry.days.lowerBound.description] + LifecycleStage.allCases.map { Numbers.grouped(entry[$0]) }
                    + [Numbers.grouped(entry.active), entry.isPartial ? "partial" : ""])
        }
        table.print()
    }
}

/// The lifecycle report as JSON.
private struct LifecycleJSON: Encodable {
    struct Entry: Encodable {
        /// The first and the last local day.
        let start, end: String
        let isPartial: Bool
        let new, returning, resurrected, dormant, active: Int
        let newFilter, returningFilter, resurrectedFilter, dormantFilter, activeFilter: String
    }

    let asOf, event, by: String
    let periods: [Entry]

    /// `scope`: the filter to which the report is limited, which its filters say too.
    init(_ report: LifecycleReport, in scope: Filter?) {
        asOf = report.asOf.description
        event = report.event.text
        by = report.unit.rawValue
        periods = report.entries.enumerated().map { number, entry in
            let filter = { (stage: LifecycleStage) in report.filter(stage, in: number).text(in: scope) }
            return Entry(
                start: entry.days.lowerBound.description, end: entry.days.upperBound.description,
                isPartial: entry.isPartial, new: entry.new, returning: entry.returning,
                resurrected: entry.resurrected, dormant: entry.dormant, active: entry.active,
                newFilter: filter(.new), returningFilter: filter(.returning), resurrectedFilter: filter(.resurrected),
                dormantFilter: filter(.dormant), activeFilter: report.activeFilter(in: number).text(in: scope))
        }
    }
}
