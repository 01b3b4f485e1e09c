import Analytics
import Terminal

extension Mailings {
    /// The campaigns in the order that was chosen.
    var rows: [MailingRow] { order.sorted(mailings.value ?? []) { key(of: $0, place: $1) } }

    /// What a row is ordered by in a column; as ``titles(_:)`` has them.
    private func key(of row: MailingRow, place: Int) -> TableKey? {
        let share = { (share: Double?) in share.map { TableKey.number($0) } }
        switch place {
        case 0: return TableKey(row.campaign)
        case 1...5: return Figure(rawValue: place - 1).flatMap { count(of: $0, in: row) }.map { TableKey($0) }
        case 6: return share(row.figures.share(of: .opened))
        case 7: return share(row.figures.share(of: .clicked))
        case 8: return TableKey(Int(row.figures.revenue))
        case 9: return row.cost.map { TableKey(Int($0)) }
        default: return share(row.returnOnCost)
        }
    }

    /// The columns as a menu offers them.
    func sortable(_ context: Context) -> [(column: Int, title: String)] {
        titles(context).enumerated().map { place, title in
            // Two of them count people of an event, two are shares of the same name.
            (place, [6, 7].contains(place) ? "\(title) %" : title)
        }
    }

    mutating func sort(byColumn place: Int, _ context: inout Context) -> Bool {
        guard titles(context).indices.contains(place) else { return false }
        arrange(by: place)
        return true
    }

    /// Puts the rows in the order of a column, or as they come.
    mutating func arrange(by place: Int?) {
        order.turn(to: place, descending: place ?? 0 > 0)
        scroll.select(0)
    }

    mutating func choose(_ choice: Choice, for intent: Intent, _ context: inout Context) {
        if intent == .sort, case .item(let entry) = choice { arrange(by: TableOrder.column(ofEntry: entry)) }
    }
}
