import Analytics
import ArgumentParser
import Customers
import Filters
import Terminal
import Workspace

struct MetricsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "metrics", abstract: "What happened: revenue, buyers, carts, mailings, by day, week or month.",
        discussion: """
            A row a period, from the first day through the last; without --from the last 30 days. A period that begins after the \
            date of the question has no figures, and the one that holds it is cut to it (‘complete’ is false). A measure that \
            the data cannot give is empty, not 0. Where nothing tells which mails were delivered, those sent stand in.

            --alert 'abandonment > 0.8' says once when a measure crosses a limit; amounts are in major units. The shell command \
            of --on-alert finds PATRON_ALERT, PATRON_MEASURE, PATRON_VALUE, PATRON_LIMIT, PATRON_START, PATRON_END, \
            PATRON_FILTER and PATRON_STORE in its environment.
            """)

    @OptionGroup var store: StoreOptions
    @OptionGroup var question: QuestionOptions
    @OptionGroup var printing: PrintOptions
    @OptionGroup var span: ReportSpanOptions
    @OptionGroup var limits: MetricLimitOptions
    @OptionGroup var refunds: RefundOptions
    @Option(name: .long, help: "A row a day, week or month.") var by = Period.day
    @Option(
        name: .long,
        help: ArgumentHelp("The measures to print, with commas between; text prints a choice.", valueName: "names"))
    var measures: String?
    @Option(
        name: .long, defaultAsFlag: 5,
        help: ArgumentHelp("Keeps printing the last period, so often and when data comes.", valueName: "seconds"))
    var watch: Double?

    func validate() throws {
        if let watch, !(watch >= 0.1 && watch <= 86_400) {
            throw ValidationError("--watch takes 0.1 to 86400 seconds.")
        }
        if watch != nil, question.asOf != nil { throw ValidationError("--watch asks about now; leave out --as-of.") }
        _ = try chosen()
        try limits.check()
    }

    func run() throws {
        let session = try store.open()
        let scope = try question.scope(session)
        let dating = refunds.refunds
        let ask: @Sendable (Instant) async throws -> MeasureSeries = { [span, by] asOf in
            let (first, last) = try await span.days(session, asOf: asOf)
            return try await session.measures(
                by: by, from: first, through: last, in: scope, asOf: asOf, refunds: dating)
        }
        let settings = try waiting { try await session.settings() }
        let output = try MetricsOutput(
            metrics: chosen(), by: by, scope: scope.map { try ParsedFilter($0).filter }, refunds: dating,
            currency: settings.currency)
        if let watch {
            let watcher = MetricsWatch(
                session: session, output: output, format: printing.format ?? .text, seconds: watch, ask: ask)
            try watcher.run(try limits.alarms(), command: limits.onAlert, failures: try limits.failures())
        } else {
            let asOf = try question.instant(session)
            let series = try waitingForInterrupts { try await ask(asOf) }
            try output.print(series, asOf: asOf, as: printing.format ?? .text)
            if printing.format ?? .text == .text, output.showsRefunds { try refunds.note(session) }
            let alerts = MetricAlerts(output: output, command: limits.onAlert, storePath: store.path)
            var alarms = try limits.alarms()
            for period in 0..<series.periods.count { try alerts.check(&alarms, series, period) }
            try output.refuse(series, beyond: limits.failures())
        }
    }

    /// The measures to print; none where nothing was chosen.
    private func chosen() throws -> [Metric]? {
        try measures?.split(separator: ",").map { name in
            let name = name.filter { !$0.isWhitespace }
            guard let metric = Metric(named: name) else { throw MetricLimitOptions.unknown(name) }
            return metric
        }
    }
}

/// The days that a report is about.
struct ReportSpanOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("The first day: 2026-01-01.", valueName: "day")) var from: String?
    @Option(name: .long, help: ArgumentHelp("The last day, included; that of --as-of.", valueName: "day")) var to:
        String?

    /// The first and the last day; without them the 30 days that end with the date of the question.
    func days(_ session: Session, asOf: Instant) async throws -> (first: CivilDate, last: CivilDate) {
        let today = try await session.calendar().date(at: Instant(milliseconds: asOf.milliseconds - 1))
        let last = try to.map { try CivilDate($0, of: "--to") } ?? today
        return (try from.map { try CivilDate($0, of: "--from") } ?? last.adding(days: -29), last)
    }
}

/// Limits that measures may cross.
struct MetricLimitOptions: ParsableArguments {
    @Option(
        name: .long, help: ArgumentHelp("Says when a measure crosses a limit: 'abandonment > 0.8'.", valueName: "limit")
    )
    var alert: [String] = []
    @Option(
        name: .long,
        help: ArgumentHelp("How far back, as a share of the limit, before an alert may come again.", valueName: "share")
    )
    var hysteresis = 0.05
    @Option(name: .long, help: ArgumentHelp("A shell command to run at an alert.", valueName: "command"))
    var onAlert: String?
    @Option(name: .long, help: ArgumentHelp("Ends with 1 where a measure is above: buyers=100.", valueName: "limit"))
    var failAbove: [String] = []
    @Option(name: .long, help: ArgumentHelp("Ends with 1 where a measure is below: buyers=100.", valueName: "limit"))
    var failBelow: [String] = []

    func check() throws {
        guard hysteresis >= 0, hysteresis < 1 else { throw ValidationError("--hysteresis takes a share from 0 to 1.") }
        _ = try (alarms(), failures())
    }

    func alarms() throws -> [MetricAlarm] {
        try alert.map { text in
            guard let threshold = MetricThreshold(parsing: text) else {
                throw ValidationError("--alert takes a measure, > or <, and a number, not ‘\(text)’; \(Self.known)")
            }
            return MetricAlarm(threshold, hysteresis: hysteresis)
        }
    }

    func failures() throws -> [MetricThreshold] {
        try failAbove.map { try failure($0, .above) } + failBelow.map { try failure($0, .below) }
    }

    private func failure(_ text: String, _ comparison: MetricThreshold.Comparison) throws -> MetricThreshold {
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, let threshold = MetricThreshold(named: parts[0], comparison, parts[1]) else {
            throw ValidationError("A limit is a measure, = and a number, not ‘\(text)’; \(Self.known)")
        }
        return threshold
    }

    static func unknown(_ name: String) -> ValidationError {
        let near = nearestNames(to: name, among: Metric.allCases.map(\.rawValue))
        return ValidationError(
            "There is no measure ‘\(name)’; " + (near.isEmpty ? known : "did you mean \(near.joined(separator: ", "))?")
        )
    }

    private static var known: String { "measures are \(Metric.allCases.map(\.rawValue).joined(separator: ", "))." }
}
