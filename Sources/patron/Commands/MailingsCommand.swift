import Analytics
import ArgumentParser
import Customers
import Filters
import Foundation
import Terminal
import Workspace

struct MailingsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mailings", abstract: "What became of the mails of each campaign.",
        discussion: """
            The campaign is the property campaign_id, or campaign, of the events of mailings. Counts and rates are of people; \
            where nothing tells which mails were delivered, those sent stand in. A purchase counts for the campaign of the last \
            click before it, at most --window days earlier. ROMI = (revenue x --margin - cost) / cost; --cost is an amount for \
            every mail sent, or a file with the columns campaign and cost.
            """)

    @OptionGroup var store: StoreOptions
    @OptionGroup var question: QuestionOptions
    @OptionGroup var printing: PrintOptions
    @Option(name: .long, help: ArgumentHelp("The first day; all time without it.", valueName: "day")) var from: String?
    @Option(name: .long, help: ArgumentHelp("The last day, included; that of --as-of.", valueName: "day")) var to:
        String?
    @Option(name: .long, help: ArgumentHelp("Days from a click to a purchase, at most.", valueName: "days"))
    var window =
        5
    @Option(name: .long, help: ArgumentHelp("What mails cost: 0.002 each, or a file.", valueName: "amount or path"))
    var cost: String?
    @Option(name: .long, help: ArgumentHelp("The share of revenue that is margin, 0 to 1.", valueName: "share"))
    var margin: Double?

    func validate() throws {
        guard (1...365).contains(window) else { throw ValidationError("--window takes 1 to 365 days.") }
        guard (cost == nil) == (margin == nil) else { throw ValidationError("--cost and --margin belong together.") }
        if let margin, !(margin > 0 && margin <= 1) { throw ValidationError("--margin takes a share from 0 to 1.") }
        guard to == nil || from != nil else { throw ValidationError("--to needs --from.") }
    }

    func run() throws {
        let session = try store.open()
        let scope = try question.scope(session)
        let asOf = try question.instant(session)
        let settings = try waiting { try await session.settings() }
        let currency = settings.currency
        let costs = try cost.map { try MailingCosts(text: $0, margin: margin ?? 1, currency: currency) }
        let given = try ReportDays(from: from, to: to)
        let mailings = try waitingForInterrupts { [window] in
            let today = try await session.calendar().date(at: Instant(milliseconds: asOf.milliseconds - 1))
            let days = try given.from.map { try ReportDays.stretch($0, given.to ?? today) }
            return try await session.mailings(in: days, windowDays: window, scope: scope, asOf: asOf)
        }
        let output = MailingsOutput(
            scope: try scope.map { try ParsedFilter($0).filter }, currency: currency, asOf: asOf, windowDays: window,
            costs: costs ?? settings.mailingCosts)
        try output.print(mailings, as: printing.format ?? .text)
    }
}

extension MailingCosts {
    /// Reads an amount for every mail, or a file of campaigns with their costs.
    init(text: String, margin: Double, currency: Currency) throws {
        let scale = (0..<currency.fractionDigits).reduce(1.0) { scale, _ in scale * 10 }
        if let amount = Double(text), amount.isFinite {
            guard amount >= 0 else { throw UsageProblem(message: "--cost takes no amount below 0.") }
            self.init(perMail: amount * scale, margin: margin)
            return
        }
        guard FileManager.default.fileExists(atPath: text) else {
            throw UsageProblem(message: "--cost takes an amount or a file; there is no file \(text).")
        }
        do {
            self.init(campaigns: try CostFile(path: text, currency: currency).costs, margin: margin)
        } catch let problem as CostFile.Problem {
            throw UsageProblem(message: problem.description)
        }
    }
}
