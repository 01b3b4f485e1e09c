import Analytics
public import ArgumentParser
import Customers
import Filters
import Terminal
import Workspace

extension RFMOptions.Frequency: ExpressibleByArgument {}
extension RFMOptions.Monetary: ExpressibleByArgument {}
extension RFMOptions.Revenue: ExpressibleByArgument {}
extension RFMVariant.Rule: ExpressibleByArgument {}

struct RFMCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rfm", abstract: "Buyers by recency, frequency and monetary value.")

    @OptionGroup var store: StoreOptions
    @OptionGroup var question: QuestionOptions
    @OptionGroup var printing: PrintOptions
    @Option(name: .long, help: "Groups on every axis, 2 to 10.") var groups: Int?
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Fixed borders instead of quantiles: days, purchases and amounts, as in 30,90,180,365/2,3,5,10/50,100,250,500.",
            valueName: "borders"))
    var fixed: String?
    @Option(
        name: .long,
        help: """
            Where quantiles part: share (by the share of buyers that are worse, equal values together), ntile (groups of equal \
            size) or percentile.
            """)
    var rule = RFMVariant.Rule.share
    @Option(name: .long, help: "What counts as one purchase: orders or days.") var frequency: RFMOptions.Frequency =
        .orders
    @Option(name: .long, help: "sum or average.") var monetary: RFMOptions.Monetary = .sum
    @Option(name: .long, help: "net or gross.") var revenue: RFMOptions.Revenue = .net
    @Option(name: .long, help: ArgumentHelp("Counts purchases from this time on only.", valueName: "time")) var since:
        String?

    @Option(name: .long, help: ArgumentHelp("Who moved between groups since this time.", valueName: "time"))
    var versus: String?

    func run() throws {
        let session = try store.open()
        let scope = try question.scope(session)
        let asOf = try question.instant(session)
        let settings = try waiting { try await session.settings() }
        let from = try since.map { try start($0, asOf: asOf, session) }
        let fixed = try fixed.map { try borders($0, settings.currency) }
        let options: RFMOptions
        do {
            // Borders say how many groups there are.
            options = try RFMOptions(
                groups: groups ?? fixed.map { $0.recencyDays.count + 1 } ?? settings.groups, fixedBorders: fixed,
                frequency: frequency, monetary: monetary, revenue: revenue, since: from, rule: rule)
        } catch {
            throw UsageProblem(message: error.description)
        }
        let limit = try scope.map { try Filter(parsing: $0) }
        let report = try waiting { try await session.rfm(in: scope, asOf: asOf, options: options) }
        let variant = try waiting { try await session.variant(of: options) }
        let moved = try versus.map { text in
            let earlier = try waiting { try await session.instant(of: text) }
            guard earlier < asOf else {
                throw UsageProblem(message: "--versus takes a time before that of the report.")
            }
            return RFMMoveRows(
                try waiting {
                    try await session.rfmMoves(in: scope, from: earlier, to: asOf, options: options)
                }, since: earlier, variant, in: limit)
        }
        switch printing.format ?? .text {
        case .json:
            try Printer.json(
                RFMJSON(report, variant, in: limit, currency: settings.currency.code, moves: moved?.rows))
        case .csv:
            Printer.csv(
                ["recency", "frequency", "monetary", "profiles", "revenue_minor", "group"],
                report.cells.map {
                    [
                        "\($0.score.recency)", "\($0.score.frequency)", "\($0.score.monetary)", "\($0.profiles)",
                        "\($0.revenueMinor)", $0.group.name,
                    ]
                })
            if moved != nil { Printer.note("CSV holds the cells alone; --format json has the moves as well.") }
        case .text:
            RFMText(report: report, variant: variant, scope: limit, amounts: Amounts(currency: settings.currency))
                .print()
            moved?.print()
        }
    }

    /// A date, a time or ‘90 days ago’.
    private func start(_ text: String, asOf: Instant, _ session: Session) throws -> Instant {
        guard text.hasSuffix("ago") else { return try waiting { try await session.instant(of: text) } }
        let variant: RFMVariant
        do throws(SyntaxError) {
            variant = try RFMVariant(parsing: "since \(text)")
        } catch {
            throw UsageProblem(message: error.description)
        }
        return try waiting { try await session.start(of: variant, asOf: asOf) } ?? asOf
    }

    private func borders(_ text: String, _ currency: Customers.Currency) throws -> RFMFixedBorders {
        let axes = text.split(separator: "/", omittingEmptySubsequences: false).map {
            $0.split(separator: ",").map { String($0.filter { !$0.isWhitespace }) }
        }
        let problem = UsageProblem(
            message: "--fixed takes three lists of numbers with slashes between: 30,90,180,365/2,3,5,10/50,100,250,500."
        )
        guard axes.count == 3 else { throw problem }
        let whole = axes[0...1].map { $0.compactMap { Int64($0) } }
        let money = axes[2].compactMap { Money(parsing: $0, currency: currency)?.minorUnits }
        guard whole[0].count == axes[0].count, whole[1].count == axes[1].count, money.count == axes[2].count else {
            throw problem
        }
        return RFMFixedBorders(recencyDays: whole[0], frequency: whole[1], monetary: money)
    }
}
