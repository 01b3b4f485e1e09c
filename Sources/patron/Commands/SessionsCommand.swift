import Analytics
import ArgumentParser
import Customers
import Filters
import Workspace

struct SessionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sessions", abstract: "Visits: how many, how long, of how many events.",
        discussion: """
            A visit is a person's events with no longer gap between them than --gap; it counts in the period in which it begins. \
            People are those with an event in the period. Orders are no events of a visit. With --step, how many visits take \
            these steps one after the other. The measure ‘sessions’ of patron metrics counts events session_start instead.
            """)

    @OptionGroup var store: StoreOptions
    @OptionGroup var question: QuestionOptions
    @OptionGroup var printing: PrintOptions
    @Option(name: .long, help: ArgumentHelp("The longest gap within a visit: 30m, 1h.", valueName: "time"))
    var gap = "30m"
    @Option(name: .long, help: ArgumentHelp("The first day; all time without it.", valueName: "day")) var from: String?
    @Option(name: .long, help: ArgumentHelp("The last day, included; that of --as-of.", valueName: "day")) var to:
        String?
    @Option(name: .long, help: "A row a day, week or month.") var by = Period.month
    @Option(
        name: .long,
        help: ArgumentHelp("A step to look for in visits, an event with a condition where wanted.", valueName: "event"))
    var step: [String] = []

    func validate() throws {
        guard to == nil || from != nil else { throw ValidationError("--to needs --from.") }
        guard step.count <= SessionReport.mostSteps else {
            throw ValidationError("At most \(SessionReport.mostSteps) --step can be looked for.")
        }
    }

    func run() throws {
        let session = try store.open()
        let scope = try question.scope(session)
        let asOf = try question.instant(session)
        let given = try ReportDays(from: from, to: to)
        let request = SessionRequest(gap: try milliseconds(), by: by, steps: try step.map(point))
        let report = try waitingForInterrupts {
            var request = request
            let today = try await session.calendar().date(at: Instant(milliseconds: asOf.milliseconds - 1))
            request.days = try given.from.map { try ReportDays.stretch($0, given.to ?? today) }
            return try await session.sessions(request, in: scope, asOf: asOf)
        }
        let output = SessionsOutput(
            report: report, steps: step, scope: try scope.map { try ParsedFilter($0).filter }, asOf: asOf)
        try output.print(as: printing.format ?? .text)
    }

    private func milliseconds() throws -> Int64 {
        let units: [Character: Int64] = ["s": 1000, "m": 60_000, "h": 3_600_000, "d": 86_400_000]
        guard let unit = gap.last.flatMap({ units[$0] }), let count = Int64(gap.dropLast()), (1...100_000) ~= count
        else { throw UsageProblem(message: "--gap takes 90s, 30m, 1h or 1d, not ‘\(gap)’.") }
        return count * unit
    }

    private func point(_ text: String) throws -> Funnel.Step {
        do throws(SyntaxError) {
            return try Funnel.Step(parsing: text)
        } catch {
            throw FilterProblem(source: text, diagnostic: error)
        }
    }
}
