import Analytics
import Customers
import Filters
import Terminal

/// The retention report as JSON.
struct RetentionJSON: Encodable {
    struct Cohort: Encodable {
        let cohort, from, to: String
        let size: Int
        let people: [Int?]
        let share: [Double?]
        let revenueMinor: [Int64?]
        /// The filter of the cohort's people, and those of the cells.
        let filter: String
        let filters: [String?]?
    }

    struct Average: Encodable {
        let size, people: [Int]
        let share: [Double?]
        let revenueMinor: [Int64]
        let perPersonMinor: [Int64?]
        let filters: [String?]?
    }

    let asOf, start, by, revenue, refundDating, currency: String
    let `return`: String
    let onOrAfter: Bool
    let people: Int
    let cohorts: [Cohort]
    let average: Average

    /// `scope`: the filter to which the report is limited, which its filters say too; `withCells`: whether each cell has one.
    init(_ report: RetentionReport, in scope: Filter?, currency: String, withCells: Bool) {
        asOf = report.asOf.description
        start = report.start.text
        `return` = report.returning.text
        by = report.options.unit.rawValue
        revenue = report.options.takesGross ? "gross" : "net"
        refundDating = report.options.refunds.rawValue
        self.currency = currency
        onOrAfter = report.options.countsLater
        people = report.people
        cohorts = report.cohorts.indices.map { Self.cohort($0, report, scope, withCells) }
        average = Average(
            size: report.averages.map(\.size), people: report.averages.map(\.people),
            share: report.averages.map(\.share), revenueMinor: report.averages.map(\.revenueMinor),
            perPersonMinor: report.averages.map(\.perPersonMinor),
            filters: withCells
                ? report.averages.indices.map { report.filter(average: $0)?.text(in: scope) } : nil)
    }

    private static func cohort(
        _ number: Int, _ report: RetentionReport, _ scope: Filter?, _ withCells: Bool
    ) -> Cohort {
        let cohort = report.cohorts[number]
        return Cohort(
            cohort: cohort.period.text, from: cohort.days.lowerBound.description,
            to: cohort.days.upperBound.description, size: cohort.size, people: cohort.people,
            share: cohort.people.indices.map { cohort.share($0) }, revenueMinor: cohort.revenueMinor,
            filter: report.filter(cohort: number).text(in: scope),
            filters: withCells
                ? cohort.people.indices.map { cell in
                    cohort.people[cell] == nil ? nil : report.filter(cohort: number, cell: cell).text(in: scope)
                } : nil)
    }
}

extension Filter {
    /// The filter's text within the one to which a report is limited.
    func text(in scope: Filter?) -> String { (scope.map { Filter.joining([$0, self]) } ?? self).text }
}

/// The retention report for people: the triangle with its average.
struct RetentionText {
    static let csvHeader = ["cohort", "size", "period", "people", "share", "revenue_minor"]

    let report: RetentionReport
    let measure: RetentionCommand.Measure
    let amounts: Amounts

    /// A row a cell that has figures.
    static func csvRows(_ report: RetentionReport) -> [[String]] {
        report.cohorts.flatMap { cohort in
            cohort.people.indices.compactMap { cell in
                guard let people = cohort.people[cell], let revenue = cohort.revenueMinor[cell] else { return nil }
                return [
                    cohort.period.text, "\(cohort.size)", "\(cell)", "\(people)",
                    cohort.share(cell).map { "\($0)" } ?? "", "\(revenue)",
                ]
            }
        }
    }

    /// Prints the first so many cells of every cohort.
    func print(most: Int) {
        let cells = min(most, report.averages.count)
        let later = report.options.countsLater ? " or later" : ""
        Printer.line(
            "\(Numbers.grouped(report.people)) people began with \(report.start.text); back with "
                + "\(report.returning.text), \(report.options.unit.rawValue) by \(report.options.unit.rawValue)\(later)"
        )
        guard cells > 0 else { return }
        Printer.line("")
        var table = TextTable(
            [("cohort", .left), ("people", .right)] + (0..<cells).map { ("+\($0)", .right) })
        for cohort in report.cohorts {
            table.append(
                [cohort.period.text, Numbers.grouped(cohort.size)]
                    + (0..<cells).map { cell in
                        text(cohort.people[cell], cohort.share(cell), cohort.perPersonMinor(cell))
                    })
        }
        table.append(
            ["average", ""]
                + (0..<cells).map { cell in
                    let average = report.averages[cell]
                    let people = average.size == 0 ? nil : average.people
                    return text(measure == .people ? nil : people, average.share, average.perPersonMinor)
                })
        table.print()
        if cells < report.averages.count {
            Printer.note("\(report.averages.count - cells) more periods: --periods \(report.averages.count)")
        }
    }

    private func text(_ people: Int?, _ share: Double?, _ money: Int64?) -> String {
        switch measure {
        case .share: share.map { Numbers.percent($0) } ?? ""
        case .people: people.map { Numbers.grouped($0) } ?? ""
        case .money: money.map { amounts.money($0) } ?? ""
        }
    }
}
