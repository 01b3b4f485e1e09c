import Analytics
import Customers
import Filters
import Terminal

/// A flow between two segments, printed.
struct FlowOutput {
    let report: FlowReport
    let start, end: String
    /// The filter to which the report is limited, which its filters say too.
    let limit: Filter?
    /// When refunds count.
    let refunds: RefundDating
    let amounts: Amounts

    private struct JSON: Encodable {
        struct Campaign: Encodable {
            let campaign: String
            let profiles: Int
            let filter: String
        }

        struct Arrival: Encodable {
            let time: String
            let profiles: Int
        }

        let start, end, from, to, startTime, endTime, refundDating, currency: String
        let started, moved: Int
        let share: Double?
        let medianSeconds: Int64?
        let revenueMinor: Int64
        let startedFilter, movedFilter: String
        let campaigns: [Campaign]
        let arrivals: [Arrival]
    }

    func print(as format: OutputFormat) throws {
        switch format {
        case .json: try Printer.json(json)
        case .csv:
            Printer.csv(
                ["start", "end", "started", "moved", "share", "median_seconds", "revenue_minor"],
                [
                    [
                        start, end, "\(report.started)", "\(report.moved)", report.share.map { "\($0)" } ?? "",
                        report.medianSeconds.map { "\($0)" } ?? "", "\(report.revenueMinor)",
                    ]
                ])
        case .text: printText()
        }
    }

    private var json: JSON {
        JSON(
            start: start, end: end, from: report.period.days.lowerBound.description,
            to: report.period.days.upperBound.description, startTime: report.period.start.description,
            endTime: report.period.end.description, refundDating: refunds.rawValue, currency: amounts.currency.code,
            started: report.started,
            moved: report.moved, share: report.share, medianSeconds: report.medianSeconds,
            revenueMinor: report.revenueMinor, startedFilter: report.startedFilter.text(in: limit),
            movedFilter: report.movedFilter.text(in: limit),
            campaigns: report.campaigns.map {
                JSON.Campaign(campaign: $0.name, profiles: $0.people, filter: $0.filter.text(in: limit))
            },
            arrivals: report.arrivals.filter { $0.people > 0 }.map {
                JSON.Arrival(time: $0.time.description, profiles: $0.people)
            })
    }

    private func printText() {
        var table = TextTable([("from \(start)", .left), ("to \(end)", .right)])
        table.append(["were in the first on \(report.period.days.lowerBound)", Numbers.grouped(report.started)])
        table.append(["of them came into the second by \(report.period.end)", Numbers.grouped(report.moved)])
        table.append(["share", report.share.map { Numbers.percent($0) } ?? "-"])
        table.append([
            "median time", report.medianSeconds.map { Durations.text(Double($0)) } ?? "-",
        ])
        table.append(["revenue in the period", amounts.money(report.revenueMinor)])
        table.print()
        if !report.campaigns.isEmpty {
            Printer.line("")
            var campaigns = TextTable([("campaign opened or clicked", .left), ("people", .right)])
            for campaign in report.campaigns { campaigns.append([campaign.name, Numbers.grouped(campaign.people)]) }
            campaigns.print()
        }
        Printer.line("")
        Printer.line("The people as a filter: \(report.movedFilter.text(in: limit))")
    }
}

/// A matrix of flows, printed.
struct FlowMatrixOutput {
    let matrix: FlowMatrix
    /// The filter to which the report is limited, which its filters say too.
    let limit: Filter?

    private struct JSON: Encodable {
        struct Overlapping: Encodable {
            let atStart, atEnd: Int
        }

        let from, to, startTime, endTime: String
        /// The names of rows and columns; the last one is of people in none.
        let states: [String]
        let matrix: [[Int]]
        let filters: [[String]]
        let started, ended: [Int]
        let startedFilters, endedFilters: [String]
        /// People in more than one state; the first named counts.
        let overlapping: Overlapping
    }

    private var names: [String] { matrix.states.map(\.name) + ["(none)"] }

    func print(as format: OutputFormat) throws {
        let rows = 0...matrix.none
        switch format {
        case .json:
            try Printer.json(
                JSON(
                    from: matrix.period.days.lowerBound.description, to: matrix.period.days.upperBound.description,
                    startTime: matrix.period.start.description, endTime: matrix.period.end.description, states: names,
                    matrix: matrix.counts,
                    filters: rows.map { row in rows.map { matrix.filter(from: row, to: $0).text(in: limit) } },
                    started: rows.map { matrix.started($0) }, ended: rows.map { matrix.ended($0) },
                    startedFilters: rows.map { matrix.filter(started: $0).text(in: limit) },
                    endedFilters: rows.map { matrix.filter(ended: $0).text(in: limit) },
                    overlapping: JSON.Overlapping(
                        atStart: matrix.overlapping.before, atEnd: matrix.overlapping.after)))
        case .csv:
            Printer.csv(
                ["from", "to", "profiles"],
                rows.flatMap { row in rows.map { [names[row], names[$0], "\(matrix.counts[row][$0])"] } })
        case .text: printText(rows)
        }
    }

    private func printText(_ rows: ClosedRange<Int>) {
        var table = TextTable(
            [("from \\ to", .left)] + names.map { ($0, .right) } + [("began as", .right)])
        for row in rows {
            table.append(
                [names[row]] + rows.map { Numbers.grouped(matrix.counts[row][$0]) }
                    + [Numbers.grouped(matrix.started(row))])
        }
        table.append(["ended as"] + rows.map { Numbers.grouped(matrix.ended($0)) } + [""])
        table.print()
        let several = matrix.overlapping
        if several.before + several.after > 0 {
            Printer.note(
                "\(Numbers.grouped(several.before)) people were in more than one at the start, "
                    + "\(Numbers.grouped(several.after)) at the end; the first named counts.")
        }
    }
}
