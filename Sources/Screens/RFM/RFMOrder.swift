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
        context.steps.append(.show(.menu(groupOrder.menu(groupTitles(context), context))))
    }

    mutating func sort(byColumn place: Int, _ context: inout Context) -> Bool {
        guard group != nil, groupTitles(context).indices.contains(place) else { return false }
        arrange(by: place, context)
        return true
    }

    /// Puts the groups in the order of a column, or as they come.
    mutating func arrange(by place: Int?, _ context: Context) {
        groupOrder.turn(to: place, descending: place ?? 0 > 0)
        arrangeGroups(context)
        group = 0
    }
}
