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
        let rows = report.figures.indices.map { row($0) }
        switch format {
        case .json:
            try Printer.json(
                Report(asOf: asOf.description, gapSeconds: report.gap / 1000, total: row(nil), rows: rows))
        case .csv:
            Printer.csv(
                [
                    "start", "end", "sessions", "people", "events", "events_per_session", "median_seconds",
                    "mean_seconds", "single_event_sessions", "most_sessions", "buyers", "conversion",
                ], rows.map(\.fields))
        case .text: printTable(rows)
        }
    }

    private func printTable(_ rows: [Row]) {
        var table = TextTable(
            [("from", .left)]
                + [
                    "visits", "people", "events", "a visit", "half within", "mean", "of one event", "most", "buyers",
                    "conversion",
                ].map {
                    ($0, .right)
                })
        let seconds = { (seconds: Double?) in seconds.map { "\(Numbers.grouped(Int($0.rounded()))) s" } ?? "-" }
        func append(_ name: String, _ period: Int?) {
            let figures = report.figures(in: period)
            table.append([
                name, Numbers.grouped(figures.sessions), Numbers.grouped(figures.people),
                Numbers.grouped(figures.events),
                figures.eventsPerSession.map { Numbers.decimal($0, places: 1) } ?? "-", seconds(figures.medianSeconds),
                seconds(figures.meanSeconds), Numbers.grouped(figures.single), Numbers.grouped(figures.most),
                report.buyers(in: period).map { Numbers.grouped($0) } ?? "-",
                report.conversion(in: period).map { Numbers.percent($0) } ?? "-",
            ])
        }
        for (period, row) in rows.enumerated() { append(row.start, period) }
        append("all", nil)
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

    /// The figures of a period, or of all of the time.
    private func row(_ period: Int?) -> Row {
        let (figures, days) = (report.figures(in: period), report.days(in: period))
        return Row(
            start: "\(days.lowerBound)", end: "\(days.upperBound)", sessions: figures.sessions, people: figures.people,
            events: figures.events, eventsPerSession: figures.eventsPerSession, medianSeconds: figures.medianSeconds,
            meanSeconds: figures.meanSeconds, singleEventSessions: figures.single, mostSessions: figures.most,
            buyers: report.buyers(in: period), conversion: report.conversion(in: period),
            steps: steps.isEmpty ? nil : figures.reached,
            peopleFilter: report.people(in: period).map { $0.text(in: scope) },
            buyersFilter: report.buyersFilter(in: period).map { $0.text(in: scope) })
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
        let buyers: Int?
        let conversion: Double?
        /// Visits that took each step.
        let steps: [Int]?
        let peopleFilter, buyersFilter: String?

        var fields: [String] {
            let shares = [eventsPerSession, medianSeconds, meanSeconds].map { $0.map { "\($0)" } ?? "" }
            return [start, end] + [sessions, people, events].map { "\($0)" } + shares
                + ["\(singleEventSessions)", "\(mostSessions)", buyers.map { "\($0)" } ?? ""]
                + [conversion.map { "\($0)" } ?? ""]
        }
    }
}
