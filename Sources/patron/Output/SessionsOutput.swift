import Analytics
import Customers
import Filters
import Terminal

/// Prints visits by period.
struct SessionsOutput {
    let report: SessionReport
    /// The steps as they were given.
    let steps: [String]
    let scope: Filter?
    let asOf: Instant

    func print(as format: OutputFormat) throws {
        let rows = report.figures.indices.map { row(report.figures[$0], report.periods.days(of: $0), filter($0)) }
        switch format {
        case .json:
            let days = report.periods.edges[0]...report.periods.edges[report.periods.count].adding(days: -1)
            try Printer.json(
                Report(
                    asOf: asOf.description, gapSeconds: report.gap / 1000,
                    total: row(report.total, days, report.everyone.map { $0.text(in: scope) }), rows: rows))
        case .csv:
            Printer.csv(
                [
                    "start", "end", "sessions", "people", "events", "events_per_session", "median_seconds",
                    "mean_seconds", "single_event_sessions", "most_sessions",
                ], rows.map(\.fields))
        case .text: printTable(rows)
        }
    }

    private func printTable(_ rows: [Row]) {
        var table = TextTable(
            [("from", .left)]
                + ["visits", "people", "events", "a visit", "half within", "mean", "of one event", "most"].map {
                    ($0, .right)
                })
        let seconds = { (seconds: Double?) in seconds.map { "\(Numbers.grouped(Int($0.rounded()))) s" } ?? "-" }
        func append(_ name: String, _ figures: SessionFigures) {
            table.append([
                name, Numbers.grouped(figures.sessions), Numbers.grouped(figures.people),
                Numbers.grouped(figures.events),
                figures.eventsPerSession.map { Numbers.decimal($0, places: 1) } ?? "-", seconds(figures.medianSeconds),
                seconds(figures.meanSeconds), Numbers.grouped(figures.single), Numbers.grouped(figures.most),
            ])
        }
        for (row, figures) in zip(rows, report.figures) { append(row.start, figures) }
        append("all", report.total)
        table.print()
        guard !steps.isEmpty else { return }
        Printer.line("")
        var way = TextTable([("step", .left), ("visits", .right), ("of the first", .right)])
        for (step, count) in zip(steps, report.total.reached) {
            let first = report.total.reached[0]
            way.append([
                step, Numbers.grouped(count), first > 0 ? Numbers.percent(Double(count) / Double(first)) : "-",
            ])
        }
        way.print()
    }

    private func filter(_ period: Int) -> String? { report.people(in: period).map { $0.text(in: scope) } }

    private func row(_ figures: SessionFigures, _ days: ClosedRange<CivilDate>, _ filter: String?) -> Row {
        Row(
            start: "\(days.lowerBound)", end: "\(days.upperBound)", sessions: figures.sessions, people: figures.people,
            events: figures.events, eventsPerSession: figures.eventsPerSession, medianSeconds: figures.medianSeconds,
            meanSeconds: figures.meanSeconds, singleEventSessions: figures.single, mostSessions: figures.most,
            steps: steps.isEmpty ? nil : figures.reached, peopleFilter: filter)
    }

    private struct Report: Encodable {
        let asOf: String
        let gapSeconds: Int64
        let total: Row
        let rows: [Row]
    }

    private struct Row: Encodable {
        let start, end: String
        let sessions, people, events: Int
        let eventsPerSession, medianSeconds, meanSeconds: Double?
        let singleEventSessions, mostSessions: Int
        /// Visits that took each step.
        let steps: [Int]?
        let peopleFilter: String?

        var fields: [String] {
            let shares = [eventsPerSession, medianSeconds, meanSeconds].map { $0.map { "\($0)" } ?? "" }
            return [start, end] + [sessions, people, events].map { "\($0)" } + shares
                + ["\(singleEventSessions)", "\(mostSessions)"]
        }
    }
}
