import Analytics
import ArgumentParser
import Customers
import Filters
import Workspace

struct RetentionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retention",
        abstract: "Who came back, by the day, week or month in which they began.",
        discussion: """
            A cohort is the period of a person's first start event; cell k holds those with a return event in the period \
            k periods later. An event may have a condition: --start 'purchase where category = "boots"'. Cells whose \
            period has not passed are blank; the average weighs cohorts by their people. Money is revenue after refunds.
            """)

    enum Revenue: String, ExpressibleByArgument, CaseIterable {
        case net, gross
    }

    enum Measure: String, ExpressibleByArgument, CaseIterable {
        case share, people, money
    }

    @OptionGroup var store: StoreOptions
    @OptionGroup var question: QuestionOptions
    @OptionGroup var printing: PrintOptions
    @Option(name: .long, help: "What begins.") var start = "purchase"
    @Option(name: .customLong("return"), help: "What coming back is; the start event where it is left out.")
    var returning: String?
    @Option(name: .long, help: "Cohorts and cells of a day, a week or a month.") var by = Period.month
    @Option(name: .long, help: ArgumentHelp("A day of the first cohort.", valueName: "day")) var from: String?
    @Option(name: .long, help: ArgumentHelp("A day of the last cohort.", valueName: "day")) var to: String?
    @Flag(name: .long, help: "A cell holds those who came back in its period or later.") var onOrAfter = false
    @Flag(
        name: .long,
        help:
            "Leaves the filters of the cells out of JSON; each cohort keeps its own. Days of years are large with them."
    )
    var noFilters = false
    @Option(name: .long, help: "net or gross.") var revenue = Revenue.net
    @OptionGroup var refunds: RefundOptions
    @Option(name: .long, help: "The most cells a cohort; 91 days, 261 weeks or 240 months.") var periods: Int?
    @Option(name: .long, help: "What the text shows: share, people, or money a person.") var measure = Measure.share

    func validate() throws {
        if let periods, periods < 1 { throw ValidationError("--periods takes 1 or more.") }
    }

    func run() throws {
        let session = try store.open()
        let scope = try question.scope(session)
        let asOf = try question.instant(session)
        let days = try ReportDays(from: from, to: to)
        let options = RetentionOptions(
            by: by, from: days.from, through: days.to, countsLater: onOrAfter, takesGross: revenue == .gross,
            refunds: refunds.refunds, cells: periods)
        let report = try waiting { [start, returning] in
            try await session.retention(
                start: start, returning: returning ?? start, options: options, in: scope, asOf: asOf)
        }
        let settings = try waiting { try await session.settings() }
        switch printing.format ?? .text {
        case .json:
            let limit = try scope.map { try Filter(parsing: $0) }
            try Printer.json(RetentionJSON(report, in: limit, currency: settings.currency.code, withCells: !noFilters))
        case .csv: Printer.csv(RetentionText.csvHeader, RetentionText.csvRows(report))
        case .text:
            RetentionText(report: report, measure: measure, amounts: Amounts(currency: settings.currency))
                .print(most: periods ?? 13)
            if measure == .money, revenue == .net { try refunds.note(session) }
        }
    }
}

/// The local days between which a report is asked.
struct ReportDays {
    let from, to: CivilDate?

    /// - Throws: `UsageProblem` for a text that is no day, and for days in the wrong order.
    init(from: String?, to: String?) throws {
        self.from = try from.map { try CivilDate($0, of: "--from") }
        self.to = try to.map { try CivilDate($0, of: "--to") }
        if let first = self.from, let last = self.to { _ = try Self.stretch(first, last) }
    }

    /// The days from one through another.
    static func stretch(_ first: CivilDate, _ last: CivilDate) throws -> ClosedRange<CivilDate> {
        guard first <= last else { throw UsageProblem(message: "--from is later than --to.") }
        return first...last
    }
}
