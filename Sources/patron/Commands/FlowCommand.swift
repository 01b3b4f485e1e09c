import Analytics
import ArgumentParser
import Customers
import Filters
import Workspace

struct FlowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "flow",
        abstract: "Who went from one segment to another between two dates.",
        discussion: """
            With two segments, by name or as filters: how many of those in the first when the period began are in the \
            second when it ended, how fast they were, what they brought and which campaigns they touched. With \
            --segments, --rfm or --lifecycle: how many went from each to each.
            """)

    @OptionGroup var store: StoreOptions
    @OptionGroup var question: QuestionOptions
    @OptionGroup var printing: PrintOptions
    @Option(name: .long, help: ArgumentHelp("The first day; 29 days before the last one.", valueName: "day"))
    var from: String?
    @Option(name: .long, help: ArgumentHelp("The last day; that of --as-of.", valueName: "day")) var to: String?
    @Option(name: .long, help: ArgumentHelp("A matrix between segments, with commas between.", valueName: "names"))
    var segments: String?
    @Flag(name: .long, help: "A matrix between the groups of the RFM report.") var rfm = false
    @Flag(name: .long, help: "A matrix between the stages of a lifecycle.") var lifecycle = false
    @Option(name: .long, help: "What being active is in a lifecycle.") var event = "anything"
    @Option(name: .long, help: "The length of a lifecycle's periods.") var by = Period.week
    @OptionGroup var refunds: RefundOptions
    @Argument(help: "The segment in which people were.") var start: String?
    @Argument(help: "The segment in which they are.") var end: String?

    func validate() throws {
        let matrices = [segments != nil, rfm, lifecycle].count { $0 }
        guard matrices == 0 ? end != nil : matrices == 1 && start == nil else {
            throw ValidationError("A flow takes either two segments, or one of --segments, --rfm and --lifecycle.")
        }
    }

    private var states: FlowStates {
        if rfm { return .rfm }
        if lifecycle { return .lifecycle(event: event, by: by) }
        return .segments(Self.parts(of: segments ?? ""))
    }

    /// The texts between commas that stand in no quotes and no brackets.
    private static func parts(of text: String) -> [String] {
        var parts = [""]
        var (quote, depth) = (Character?.none, 0)
        var isEscaped = false
        for character in text {
            defer { isEscaped = character == "\\" && quote != nil && !isEscaped }
            switch character {
            case _ where isEscaped: break
            case "\"", "`": quote = quote == nil ? character : quote == character ? nil : quote
            case "(" where quote == nil: depth += 1
            case ")" where quote == nil: depth -= 1
            default: break
            }
            if character == ",", quote == nil, depth == 0 {
                parts.append("")
            } else {
                parts[parts.count - 1].append(character)
            }
        }
        return parts.map { $0.trimmingPrefix { $0.isWhitespace } }.map(String.init).filter { !$0.isEmpty }
    }

    func run() throws {
        let session = try store.open()
        let scope = try question.scope(session)
        let asOf = try question.instant(session)
        let days = try days(asOf: asOf, session)
        let settings = try waiting { try await session.settings() }
        let limit = try scope.map { try Filter(parsing: $0) }
        if let start, let end {
            let dating = refunds.refunds
            let report = try waitingForInterrupts {
                try await session.flow(from: start, to: end, on: days, in: scope, refunds: dating, asOf: asOf)
            }
            let output = FlowOutput(
                report: report, start: start, end: end, limit: limit, refunds: dating,
                amounts: Amounts(currency: settings.currency))
            try output.print(as: printing.format ?? .text)
            if printing.format ?? .text == .text { try refunds.note(session) }
        } else {
            let matrix = try waitingForInterrupts { [states] in
                try await session.flows(between: states, on: days, in: scope, asOf: asOf)
            }
            try FlowMatrixOutput(matrix: matrix, limit: limit).print(as: printing.format ?? .text)
        }
    }

    private func days(asOf: Instant, _ session: Session) throws -> ClosedRange<CivilDate> {
        let days = try ReportDays(from: from, to: to)
        let calendar = try waiting { try await session.calendar() }
        let last = days.to ?? calendar.date(at: Instant(milliseconds: asOf.milliseconds - 1))
        let first = days.from ?? last.adding(days: -29)
        guard first <= last else { throw UsageProblem(message: "--from is later than the date of the question.") }
        return first...last
    }
}
