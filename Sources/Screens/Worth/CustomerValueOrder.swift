import Analytics
import Terminal

extension CustomerValue {
    /// The rows in the order that was chosen.
    var rows: [ValueFigures.Row] { order.sorted(figures.value?.rows ?? []) { Self.key(of: $0, place: $1) } }

    var isSortable: Bool { if case .trait = view { true } else { false } }

    /// What a value of a trait is ordered by in a column; as ``titles(_:)`` has them.
    private static func key(of row: ValueFigures.Row, place: Int) -> TableKey? {
        guard case .group(let group) = row.figures else { return nil }
        switch place {
        case 0: return row.value.isEmpty ? nil : TableKey(row.value)
        case 1: return TableKey(Int(group.revenue))
        case 2: return group.perProfile.map { TableKey(Int($0)) }
        case 3: return TableKey(group.profiles)
        case 4: return TableKey(group.buyers)
        default: return group.margin.map { TableKey(Int($0)) }
        }
    }

    mutating func sort(byColumn place: Int, _ context: inout Context) -> Bool {
        guard isSortable, titles(context).indices.contains(place) else { return false }
        arrange(by: place)
        return true
    }

    /// Puts the rows in the order of a column, or as they come.
    mutating func arrange(by place: Int?) {
        order.turn(to: place, descending: place ?? 0 > 0)
        scroll.select(0)
    }
}
