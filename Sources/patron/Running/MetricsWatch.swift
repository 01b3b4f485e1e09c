import Analytics
import Customers
import Filters
import Foundation
import Terminal
import Workspace

/// Keeps printing the last period of a report: at every interval, and as soon as the store has changed.
struct MetricsWatch: Sendable {
    let session: Session
    let output: MetricsOutput
    let format: OutputFormat
    let seconds: Double
    let ask: @Sendable (Instant) async throws -> MeasureSeries

    /// How often the store is asked whether it has changed.
    private static let look = Duration.milliseconds(200)

    /// Goes on until an interrupt, which ends it with 130, or until a measure lies beyond a limit.
    func run(_ alarms: [MetricAlarm], command: String?, failures: [MetricThreshold]) throws {
        try waitingForInterrupts {
            do {
                try await follow(alarms, command: command, failures: failures)
            } catch is CancellationError {
                throw Interrupted()
            }
        }
    }

    private func follow(_ alarms: [MetricAlarm], command: String?, failures: [MetricThreshold]) async throws {
        let alerts = MetricAlerts(output: output, command: command, storePath: session.path)
        var alarms = alarms
        let clock = ContinuousClock()
        if format == .csv { Printer.csv(["time"] + output.columns, []) }
        while true {
            let mark = try session.mark()
            let next = clock.now + .seconds(seconds)
            let asOf = Instant.present
            let series = try await ask(asOf)
            if let period = series.figures.lastIndex(where: { $0 != nil }) {
                try show(series, period, asOf: asOf)
                try alerts.check(&alarms, series, period)
                try output.refuse(series, beyond: failures, from: period)
            }
            while clock.now < next, try session.mark() == mark {
                try await Task.sleep(for: min(Self.look, next - clock.now))
            }
            try Task.checkCancellation()
        }
    }

    private func show(_ series: MeasureSeries, _ period: Int, asOf: Instant) throws {
        switch format {
        case .json: try Printer.jsonLine(TimedRow(asOf: asOf.description, row: output.row(series, period)))
        case .csv: Printer.csvLine([asOf.description] + output.fields(series, period))
        case .text: Printer.line("\(asOf)  \(output.line(series, period))")
        }
    }

    private struct TimedRow: Encodable {
        let asOf: String
        let row: MetricsOutput.Row

        private enum CodingKeys: String, CodingKey {
            case asOf = "as_of"
        }

        func encode(to encoder: any Encoder) throws {
            try row.encode(to: encoder)
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(asOf, forKey: .asOf)
        }
    }
}

/// A command that goes on until it is interrupted, and was.
struct Interrupted: Error {}

/// Says when a measure crosses a limit, and runs the user's command.
struct MetricAlerts: Sendable {
    let output: MetricsOutput
    let command: String?
    let storePath: String

    /// Takes the figures of a period, and tells of every alarm that fires at them.
    func check(_ alarms: inout [MetricAlarm], _ series: MeasureSeries, _ period: Int) throws {
        for index in alarms.indices {
            let threshold = alarms[index].threshold
            let value = series.value(of: threshold.metric, in: period)
            guard let value, alarms[index].fires(at: value, minorUnits: output.minorUnits) else { continue }
            let days = series.periods.days(of: period)
            Printer.note(
                "alert: \(threshold): \(output.text(value)) in the \(output.by.rawValue) of \(days.lowerBound)")
            guard let command else { continue }
            try run(
                command,
                [
                    "PATRON_ALERT": threshold.description, "PATRON_MEASURE": threshold.metric.rawValue,
                    "PATRON_VALUE": "\(MetricThreshold.number(value, minorUnits: output.minorUnits))",
                    "PATRON_LIMIT": "\(threshold.limit)", "PATRON_START": "\(days.lowerBound)",
                    "PATRON_END": "\(days.upperBound)", "PATRON_STORE": storePath,
                    "PATRON_FILTER": output.filter(threshold.metric, series, period)?.text ?? "",
                ])
        }
    }

    private func run(_ command: String, _ facts: [String: String]) throws {
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        shell.arguments = ["-c", command]
        shell.environment = ProcessInfo.processInfo.environment.merging(facts) { _, fact in fact }
        shell.standardInput = FileHandle.nullDevice
        // What it prints must not stand between the rows.
        shell.standardOutput = FileHandle.standardError
        do {
            try shell.run()
        } catch {
            throw UsageProblem(message: "The command of --on-alert could not be started.")
        }
        shell.waitUntilExit()
        guard shell.terminationStatus != 0 else { return }
        Printer.note("The command of --on-alert ended with \(shell.terminationStatus).")
    }
}
