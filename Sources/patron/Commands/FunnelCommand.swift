import Analytics
public import ArgumentParser
import Customers
import Filters
import Workspace

extension Funnel.Order: ExpressibleByArgument {}
extension FunnelQuestion.Choice: ExpressibleByArgument {}

struct FunnelCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "funnel", abstract: "How many people get how far, step by step, and in what time.",
        subcommands: [Report.self, Save.self, List.self, Show.self, Delete.self], defaultSubcommand: Report.self)
}

/// The steps of a funnel on a command line.
struct FunnelOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "A step: an event, with a condition where wanted, as in 'product_view where category = \"boots\"'. Repeat it.",
            valueName: "event"))
    var step: [String] = []
    @Option(
        name: .long, help: ArgumentHelp("From the first step to the last: 30m, 12h, 7d, 2w or none.", valueName: "time")
    )
    var within: String?
    @Option(name: .long, help: "ordered (where it is not said), strict (nothing between) or any.") var order:
        Funnel.Order?
    @Option(
        name: .long,
        help: ArgumentHelp("An event that must not lie between two steps. Repeat it for several.", valueName: "event"))
    var exclude: [String] = []
    @Flag(name: .long, help: "An excluded event ends the attempt where it stands, and takes nobody out.")
    var excludeAsDrop = false
    @Flag(name: .long, help: "Only a person's first event of the first step ever begins an attempt.")
    var firstStart = false

    /// What of a funnel the options say besides its steps.
    var terms: [String] {
        [
            (within != nil, "--within"), (order != nil, "--order"), (!exclude.isEmpty, "--exclude"),
            (excludeAsDrop, "--exclude-as-drop"), (firstStart, "--first-start"),
        ].filter(\.0).map(\.1)
    }

    /// The funnel that the options say.
    func funnel() throws -> Funnel {
        guard Funnel.stepCounts.contains(step.count) else {
            throw UsageProblem(
                message: "A funnel takes \(Funnel.stepCounts.lowerBound) to \(Funnel.stepCounts.upperBound) --step.")
        }
        guard !excludeAsDrop || !exclude.isEmpty else {
            throw UsageProblem(message: "--exclude-as-drop goes with --exclude.")
        }
        return Funnel(
            try step.map(point), order: order ?? .ordered, within: try window(), excluding: try exclude.map(point),
            endsAtExcluded: excludeAsDrop, startsAtFirst: firstStart)
    }

    private func point(_ text: String) throws -> Funnel.Step {
        do throws(SyntaxError) {
            return try Funnel.Step(parsing: text)
        } catch {
            throw FilterProblem(source: text, diagnostic: error)
        }
    }

    private func window() throws -> Span? {
        guard let within else { return Funnel.usualWindow }
        if within == "none" { return nil }
        let units: [Character: Span.Unit] = ["m": .minutes, "h": .hours, "d": .days, "w": .weeks]
        guard let unit = within.last.flatMap({ units[$0] }), let count = Int(within.dropLast()), (1...100_000) ~= count
        else { throw UsageProblem(message: "--within takes 30m, 12h, 7d, 2w or none, not ‘\(within)’.") }
        return Span(count, unit)
    }
}

extension FunnelCommand {
    struct Report: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "report", abstract: "Reports on a funnel.",
            discussion: """
                Everyone counts once, by the best attempt: the deepest, then the fastest, then the earliest. Steps that share an \
                instant count in their order. Who entered less than one window before the date of the question is still open.
                """)

        enum Touch: String, ExpressibleByArgument, CaseIterable {
            case first, last, each
        }

        @OptionGroup var store: StoreOptions
        @OptionGroup var question: QuestionOptions
        @OptionGroup var printing: PrintOptions
        @OptionGroup var options: FunnelOptions
        @Option(name: .long, help: ArgumentHelp("The first day on which attempts begin.", valueName: "day")) var from:
            String?
        @Option(name: .long, help: ArgumentHelp("The last day on which attempts begin.", valueName: "day")) var to:
            String?
        @Option(name: .long, help: "The trend a day, week or month.") var by = Period.day
        @Option(
            name: .long,
            help: ArgumentHelp("Groups by a trait, or by event.PROPERTY of the attempt.", valueName: "trait"))
        var breakdown: String?
        @Option(
            name: .long,
            help: """
                Where event.PROPERTY is taken from: the first event of the best attempt, its last one, or each value of the \
                first step by itself.
                """)
        var touch = Touch.first
        @Flag(name: .long, help: "Counts every attempt, not people.") var eachAttempt = false
        @Option(name: .long, help: "Of attempts that came equally far, the one that stands for a person.")
        var attempt = FunnelQuestion.Choice.fastest
        @Argument(help: "The name of a saved funnel, in place of --step.") var name: String?

        func run() throws {
            let session = try store.open()
            let scope = try question.scope(session)
            let asOf = try question.instant(session)
            var request = FunnelRequest(try funnel(session), days: try days(session, asOf: asOf))
            request.by = by
            request.choice = attempt
            request.unit = eachAttempt ? .attempts : .profiles
            request.split = split
            let report = try waitingForInterrupts { [request] in
                try await session.funnel(request, in: scope, asOf: asOf)
            }
            let reference = name.map(FunnelReference.saved) ?? .defined(request.funnel)
            let time = request.days.map { TimeRange.between(.date($0.lowerBound), .date($0.upperBound)) }
            let output = FunnelOutput(
                report: report, reference: reference, time: time, scope: try scope.map { try Filter(parsing: $0) })
            switch printing.format ?? .text {
            case .json: try Printer.json(FunnelJSON(output))
            case .csv: output.printCSV()
            case .text: output.print()
            }
        }

        private func funnel(_ session: Session) throws -> Funnel {
            guard let name else { return try options.funnel() }
            guard options.step.isEmpty else {
                throw UsageProblem(message: "Write either the name of a saved funnel or --step, not both.")
            }
            guard options.terms.isEmpty else {
                throw UsageProblem(
                    message: """
                        A saved funnel has terms of its own, so \(options.terms.joined(separator: ", ")) would change nothing; \
                        `patron funnel list` shows them, and --step with other terms asks another funnel.
                        """)
            }
            return try Funnel(parsing: try waiting { try await session.funnel(named: name).source })
        }

        private func days(_ session: Session, asOf: Instant) throws -> ClosedRange<CivilDate>? {
            let calendar = try waiting { try await session.calendar() }
            let given = try ReportDays(from: from, to: to)
            guard given.from != nil || given.to != nil else { return nil }
            let last = given.to ?? calendar.date(at: Instant(milliseconds: asOf.milliseconds - 1))
            return try ReportDays.stretch(given.from ?? .earliest, last)
        }

        private var split: FunnelSplit.Subject? {
            guard let breakdown else { return nil }
            guard breakdown.hasPrefix("event.") else { return .trait(breakdown) }
            let property = String(breakdown.dropFirst(6))
            switch touch {
            case .first: return .property(property, .first)
            case .last: return .property(property, .last)
            case .each: return .eachValue(property)
            }
        }
    }
}
