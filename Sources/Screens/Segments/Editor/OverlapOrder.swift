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
        context.steps.append(.show(.menu(overlapOrder.menu(overlapTitles(isWide: true, context), context))))
    }

    mutating func sort(byColumn place: Int, _ context: inout Context) -> Bool {
        guard pane == .overlap, overlapTitles(isWide: true, context).indices.contains(place) else { return false }
        arrange(by: place)
        return true
    }

    /// Puts the overlaps in the order of a column, or as they come.
    mutating func arrange(by place: Int?) {
        overlapOrder.turn(to: place, descending: place ?? 0 > 0)
        overlapScroll.select(0)
    }
}
