import Analytics
import Terminal

/// The order of the table of named groups.
extension RFM {
    /// The titles of the table of groups.
    func groupTitles(_ context: Context) -> [String] {
        [
            context.say("rfm.group", "group"), context.say("rfm.detail.people", "people"),
            context.say("rfm.share", "share"), context.say("rfm.detail.revenue", "revenue"),
        ]
    }

    /// Puts the groups in the order that was chosen; names count as the language has them.
    mutating func arrangeGroups(_ context: Context) {
        groups = groupOrder.sorted(squares.groups) { group, place in
            switch place {
            case 0: TableKey(context.say(group.group.phrase))
            case 3: TableKey(Int(group.revenueMinor))
            default: TableKey(group.profiles)
            }
        }
    }

    /// Offers the orders of the groups, which show then.
    mutating func chooseOrder(_ context: inout Context) {
        guard !groups.isEmpty else {
            return context.tell(context.say("rfm.unsorted", "There is no group yet to put in order."), .warning)
        }
        (group, isInDetail) = (group ?? 0, true)
        let titles = groupTitles(context).enumerated().map { (column: $0.offset, title: $0.element) }
        context.steps.append(.show(.menu(groupOrder.menu(titles, context))))
    }

    mutating func sort(byColumn place: Int, _ context: inout Context) -> Bool {
        guard group != nil, groupTitles(context).indices.contains(place) else { return false }
        groupOrder.turn(to: place, descending: place > 0)
        arrangeGroups(context)
        group = 0
        return true
    }

    /// Takes an entry of the menu, the first of which is the groups as they come.
    mutating func sort(byEntry place: Int, _ context: inout Context) {
        guard place > 0 else {
            groupOrder = TableOrder()
            arrangeGroups(context)
            return group = 0
        }
        _ = sort(byColumn: place - 1, &context)
    }
}
