import Analytics
import Customers
import Filters
import Terminal

/// Who moved between groups, as commands print it.
struct RFMMoveRows {
    struct Row: Encodable {
        /// None for those who had bought nothing, or whose purchases no longer count.
        let from, to: String?
        let profiles: Int
        /// The filter that holds the people.
        let filter: String
    }

    let rows: [Row]
    private let earlier: Instant

    /// - `scope`: the filter to which the report is limited.
    init(_ moves: RFMMoves, since earlier: Instant, _ variant: RFMVariant, in scope: Filter?) {
        self.earlier = earlier
        rows = moves.moves.map {
            Row(
                from: $0.from?.name, to: $0.to?.name, profiles: $0.profiles,
                filter: Filter.rfm(move: $0, since: earlier, of: variant).text(in: scope))
        }
    }

    /// The moves, the largest first; those who stayed are left out.
    func print() {
        Printer.line("")
        var table = TextTable([("since \(earlier)", .left), ("now", .left), ("people", .right)])
        for row in rows.filter({ $0.from != $0.to }).sorted(by: { $0.profiles > $1.profiles }) {
            table.append([row.from ?? "(no purchase)", row.to ?? "(no purchase)", Numbers.grouped(row.profiles)])
        }
        table.print()
    }
}
