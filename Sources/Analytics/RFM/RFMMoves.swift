/// Who was in which group before and is in which one now.
public struct RFMMoves: Hashable, Sendable {
    /// Profiles that went the same way.
    public struct Move: Hashable, Sendable {
        /// The group before, none for those who had bought nothing.
        public let from: RFMGroup?
        /// The group now, none for those whose purchases no longer count.
        public let to: RFMGroup?
        /// How many profiles went this way, 1 or more.
        public let profiles: Int
    }

    /// All ways that a profile went, those who stayed included, in the order of the groups; no group comes last.
    public let moves: [Move]

    /// Compares two reports on the same profiles.
    ///
    /// `isCounted`: which profiles, by row, the moves are limited to.
    ///
    /// - Precondition: both cover the same table of profiles.
    public init(
        from before: RFMReport, to now: RFMReport, counting isCounted: (Int) -> Bool = { _ in true }
    ) {
        let old = before.scores.groupCodes(by: before.groupMap)
        let new = now.scores.groupCodes(by: now.groupMap)
        precondition(old.count == new.count, "reports on different tables")
        let width = RFMGroup.allCases.count + 1
        var counts = [Int](repeating: 0, count: width * width)
        for (row, (from, to)) in zip(old, new).enumerated() where isCounted(row) {
            counts[Int(from) * width + Int(to)] += 1
        }
        let groups: [RFMGroup?] = RFMGroup.allCases + [nil]
        moves = groups.flatMap { from in
            groups.compactMap { to in
                let profiles = counts[Int(from?.code ?? 0) * width + Int(to?.code ?? 0)]
                return profiles == 0 || (from ?? to) == nil ? nil : Move(from: from, to: to, profiles: profiles)
            }
        }
    }
}
