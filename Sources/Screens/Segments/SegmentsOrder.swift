import Customers
import Terminal

extension Segments {
    /// Whether the order hangs on numbers, which are counted one after the other.
    var needsAll: Bool { [.people, .share, .change].contains(order.column) }

    /// What the table shows, with the title of each; none where nothing is ordered by it.
    func titles(_ context: Context) -> [(column: Column?, title: String)] {
        var titles: [(Column?, String)] = [
            (.name, context.say("segments.name", "name")), (.people, context.say("segments.people", "people")),
            (.share, context.say("segments.share", "share")),
        ]
        if showsCourse(context) {
            titles += [(.change, context.say("segments.change", "in %1 d", "\(Self.historyDays)")), (nil, "")]
        }
        titles.append((.author, context.say("segments.author", "by")))
        // Ready segments alone leave the room to their names.
        if segments.value?.isEmpty == false { titles.append((.saved, context.say("segments.saved", "saved"))) }
        return titles
    }

    /// The columns as a menu offers them.
    func sortable(_ context: Context) -> [(column: Column, title: String)] {
        titles(context).compactMap { column, title in column.map { ($0, title) } }
    }

    /// What a segment is ordered by; none while it is not known.
    func key(of segment: ListedSegment, in column: Column) -> TableKey? {
        switch column {
        case .name: return TableKey(segment.name)
        case .people: return sizes[segment.name]?.value.map { TableKey($0.count) }
        case .share: return sizes[segment.name]?.value.map { .number($0.share) }
        case .change:
            guard let points = histories[segment.name]?.value, let first = points.first, let last = points.last
            else { return nil }
            return TableKey(last.members - first.members)
        case .author: return segment.saved.map { TableKey($0.author) }
        case .saved: return segment.saved.map { .number(Double($0.saved.milliseconds)) }
        }
    }

    mutating func sort(byColumn place: Int, _ context: inout Context) -> Bool {
        let titles = titles(context)
        guard titles.indices.contains(place), let column = titles[place].column else { return false }
        order.turn(to: column, descending: column != .name && column != .author)
        arrange()
        scroll.select(0)
        return true
    }

    /// Takes an entry of the menu, the first of which is the segments as they come.
    mutating func sort(byEntry place: Int, _ context: Context) {
        let columns = sortable(context).map(\.column)
        if place == 0 {
            order = TableOrder()
        } else if columns.indices.contains(place - 1) {
            let column = columns[place - 1]
            order.turn(to: column, descending: column != .name && column != .author)
        }
        arrange()
        scroll.select(0)
    }
}
