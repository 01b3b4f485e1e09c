import Customers
import Terminal

/// The order of the table of overlaps.
extension SegmentEditor {
    /// The overlaps in the order that was chosen.
    var overlaps: [SegmentOverlap] {
        overlapOrder.sorted(figures.overlaps.value ?? []) { overlap, place in
            switch place {
            case 0: TableKey(overlap.segment)
            case 1, 2: TableKey(overlap.shared)
            // Fewer are only here where more are in both.
            case 3: TableKey(-overlap.shared)
            default: TableKey(overlap.size - overlap.shared)
            }
        }
    }

    /// The titles of the table; how many there are hangs on the room.
    func overlapTitles(isWide: Bool, _ context: Context) -> [String] {
        let titles = [
            context.say("overlap.segment", "segment"), context.say("overlap.both", "in both"), "%",
        ]
        guard isWide else { return titles }
        return titles + [context.say("overlap.here", "only here"), context.say("overlap.there", "only there")]
    }

    /// Offers the orders of the overlaps.
    func chooseOverlapOrder(_ context: inout Context) {
        let titles = overlapTitles(isWide: true, context).enumerated().map { (column: $0.offset, title: $0.element) }
        context.steps.append(.show(.menu(overlapOrder.menu(titles, context))))
    }

    mutating func sort(byColumn place: Int, _ context: inout Context) -> Bool {
        guard pane == .overlap, overlapTitles(isWide: true, context).indices.contains(place) else { return false }
        overlapOrder.turn(to: place, descending: place > 0)
        overlapScroll.select(0)
        return true
    }

    /// Takes an entry of the menu, the first of which is the overlaps as they come.
    mutating func sort(byEntry place: Int, _ context: inout Context) {
        guard place > 0 else {
            overlapOrder = TableOrder()
            return overlapScroll.select(0)
        }
        _ = sort(byColumn: place - 1, &context)
    }
}
