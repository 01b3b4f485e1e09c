import Customers
import Phrases
import Terminal

extension Contrast {
    /// The facts in the order that was chosen.
    var rows: [SegmentContrast.Fact] { order.sorted(figures.value?.facts ?? []) { Self.key(of: $0, place: $1) } }

    /// What a fact is ordered by in a column; as ``titles(_:)`` has them.
    private static func key(of fact: SegmentContrast.Fact, place: Int) -> TableKey? {
        switch place {
        case 0: TableKey(fact.subject)
        case 1: TableKey(fact.label.description)
        case 2: TableKey(fact.people.count)
        case 3: .number(fact.share)
        case 4: .number(fact.othersShare)
        default: fact.lift.map { .number($0) }
        }
    }

    mutating func sort(byColumn place: Int, _ context: inout Context) -> Bool {
        guard titles(context).indices.contains(place) else { return false }
        arrange(by: place)
        return true
    }

    /// Puts the rows in the order of a column, or as they come.
    mutating func arrange(by place: Int?) {
        order.turn(to: place, descending: place ?? 0 > 1)
        scroll.select(0)
    }

    mutating func choose(_ choice: Choice, for intent: Intent, _ context: inout Context) {
        if intent == .sort, case .item(let entry) = choice { arrange(by: TableOrder.column(ofEntry: entry)) }
    }
}
