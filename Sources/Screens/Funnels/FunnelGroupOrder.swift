import Analytics
import Terminal

/// The order of the table of groups.
extension FunnelScreen {
    /// The groups by their numbers in the report, in the order that was chosen.
    var orderedGroups: [Int] {
        guard let report else { return [] }
        return groupOrder.sorted(Array(report.groups.indices)) { group, place in
            let part = report.groups[group]
            switch place {
            case 0: return valueName(of: group).map { TableKey($0) }
            case 1: return TableKey(part.entered)
            case 2: return TableKey(part.converted)
            default: return .number(FunnelShares(part, at: part.steps.count - 1).ofFirst)
            }
        }
    }

    /// The value of a group; none for other values, and for those without one.
    private func valueName(of group: Int) -> String? {
        guard let groups = report?.split?.groups, group < groups.count, case .value = groups[group].kind else {
            return nil
        }
        return groups[group].name
    }

    func groupTitles(_ context: Context) -> [String] {
        [
            context.say("funnel.group", "group"), context.say("funnel.entered", "entered"),
            context.say("funnel.converted", "converted"), context.say("funnel.share", "share"),
        ]
    }

    /// Offers the orders of the groups, where there are some.
    mutating func chooseOrder(_ context: inout Context) {
        guard let report, !report.groups.isEmpty else {
            return context.tell(
                context.say("funnel.unsorted", "Steps stand in their order; b breaks down into groups."), .warning)
        }
        if !isInGroups { (isInGroups, group) = (true, group ?? orderedGroups.first) }
        context.steps.append(.show(.menu(groupOrder.menu(groupTitles(context), context))))
    }

    mutating func sort(byColumn place: Int, _ context: inout Context) -> Bool {
        guard isInGroups, groupTitles(context).indices.contains(place) else { return false }
        arrange(by: place)
        return true
    }

    /// Puts the groups in the order of a column, or as they come.
    mutating func arrange(by place: Int?) {
        groupOrder.turn(to: place, descending: place ?? 0 > 0)
        group = orderedGroups.first
    }
}
