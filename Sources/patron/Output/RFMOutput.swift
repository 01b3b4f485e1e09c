import Analytics
import Customers
import Filters
import Terminal

/// The RFM report as JSON.
struct RFMJSON: Encodable {
    struct Band: Encodable {
        let score, profiles: Int
        let lowest, highest: Double?
    }

    struct Borders: Encodable {
        let recency, frequency, monetary: [Band]
    }

    struct Cell: Encodable {
        let recency, frequency, monetary, profiles: Int
        let revenueMinor: Int64
        let group: String
        /// The filter that says the cell.
        let filter: String
    }

    struct Sums: Encodable {
        let recencyDays, frequency, monetaryMinor: Int64
    }

    let asOf: String
    let buyers: Int
    let currency: String
    let borders: Borders
    let sums: Sums
    let cells: [Cell]
    let moves: [RFMMoveRows.Row]?

    /// - `scope`: the filter to which the report is limited.
    init(
        _ report: RFMReport, _ variant: RFMVariant, in scope: Filter?, currency: String,
        moves: [RFMMoveRows.Row]? = nil
    ) {
        self.moves = moves
        asOf = report.asOf.description
        buyers = report.buyers
        self.currency = currency
        borders = Borders(
            recency: Self.bands(report.recency), frequency: Self.bands(report.frequency),
            monetary: Self.bands(report.monetary))
        sums = Sums(
            recencyDays: report.recencyTotal, frequency: report.frequencyTotal, monetaryMinor: report.revenueTotal)
        cells = report.cells.map {
            Cell(
                recency: $0.score.recency, frequency: $0.score.frequency, monetary: $0.score.monetary,
                profiles: $0.profiles, revenueMinor: $0.revenueMinor, group: $0.group.name,
                filter: Filter.rfm(cell: $0.score, of: variant).text(in: scope))
        }
    }

    private static func bands(_ borders: RFMBorders) -> [Band] {
        borders.bands.map { band in
            let value = { (ratio: Ratio) in Double(ratio.sum) / Double(ratio.count) }
            return Band(
                score: band.score, profiles: band.profiles, lowest: (band.values?.lowerBound).map(value),
                highest: (band.values?.upperBound).map(value))
        }
    }
}

/// The RFM report for people: the grid of recency and frequency, the borders, and the named groups.
struct RFMText {
    let report: RFMReport
    let variant: RFMVariant
    /// The filter to which the report is limited.
    let scope: Filter?
    let amounts: Amounts

    func print() {
        Printer.line("\(Numbers.grouped(report.buyers)) buyers as of \(report.asOf)")
        guard report.buyers > 0 else { return }
        Printer.line("")
        printGrid()
        Printer.line("")
        printBorders()
        Printer.line("")
        printGroups()
        guard let cell = report.cells.last else { return }
        Printer.line("")
        Printer.line("The last cell as a filter: \(Filter.rfm(cell: cell.score, of: variant).text(in: scope))")
    }

    private func printGrid() {
        let groups = report.options.groups
        var table = TextTable([("people", .left)] + (1...groups).map { ("F\($0)", .right) })
        for recency in (1...groups).reversed() {
            let row = (1...groups).map { frequency in
                let people = report.cells.filter { $0.score.recency == recency && $0.score.frequency == frequency }
                    .reduce(0) { $0 + $1.profiles }
                return people == 0 ? "·" : Numbers.grouped(people)
            }
            table.append(["R\(recency)"] + row)
        }
        table.print()
    }

    private func printBorders() {
        var table = TextTable([
            ("score", .left), ("days since the last purchase", .right), ("purchases", .right), ("revenue", .right),
        ])
        for score in (1...report.options.groups).reversed() {
            table.append([
                "\(score)", range(report.recency, score) { "\($0)" }, range(report.frequency, score) { "\($0)" },
                range(report.monetary, score) { amounts.money($0) },
            ])
        }
        table.print()
    }

    private func range(_ borders: RFMBorders, _ score: Int, _ text: (Int64) -> String) -> String {
        guard let values = borders.bands.first(where: { $0.score == score })?.values else { return "-" }
        let ends = [values.lowerBound, values.upperBound].map { text($0.rounded) }
        return ends[0] == ends[1] ? ends[0] : "\(ends[0]) … \(ends[1])"
    }

    private func printGroups() {
        var table = TextTable([("group", .left), ("people", .right), ("share", .right), ("revenue", .right)])
        for group in RFMGroup.allCases {
            let cells = report.cells.filter { $0.group == group }
            let people = cells.reduce(0) { $0 + $1.profiles }
            table.append([
                group.name, Numbers.grouped(people), Numbers.percent(Double(people) / Double(report.buyers)),
                amounts.money(cells.reduce(0) { $0 + $1.revenueMinor }),
            ])
        }
        table.print()
    }
}
