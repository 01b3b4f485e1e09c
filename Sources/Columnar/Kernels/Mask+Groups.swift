extension Lane<UInt32> {
    /// The members of group *i* are `self[i - 1]..<self[i]`: those of a run of groups.
    ///
    /// - Precondition: the values rise; the groups exist.
    public func members(of groups: Range<Int>) -> Range<Int> {
        guard !groups.isEmpty else { return 0..<0 }
        let start = groups.lowerBound == 0 ? 0 : Int(self[groups.lowerBound - 1])
        return start..<Int(self[groups.upperBound - 1])
    }
}

extension Mask {
    /// The rows that have a member in a mask of members, such as the orders with a line.
    ///
    /// - Parameters:
    ///   - rows: the groups to ask about, from a multiple of 64.
    ///   - members: a mask of all their members.
    ///   - ends: where each group's members end.
    /// - Complexity: O(groups + members)
    public init(rows: Range<Int>, withMemberIn members: Mask, ends: Lane<UInt32>) {
        self.init(rows: rows)
        guard !rows.isEmpty else { return }
        ends.withValues { ends in
            var row = rows.lowerBound
            members.forEach { member in
                while row < rows.upperBound, Int(ends[row]) <= member { row += 1 }
                if row < rows.upperBound, row == 0 || Int(ends[row - 1]) <= member { insert(row) }
            }
        }
    }

    /// The members of the groups in a mask of groups, such as the lines of orders.
    ///
    /// - Parameters:
    ///   - rows: the members to ask about, from a multiple of 64.
    ///   - groups: a mask of all their groups.
    ///   - ends: where each group's members end.
    /// - Complexity: O(groups + members)
    public init(rows: Range<Int>, inGroupsOf groups: Mask, ends: Lane<UInt32>) {
        self.init(rows: rows)
        ends.withValues { ends in
            groups.forEach { group in
                let start = max(group == 0 ? 0 : Int(ends[group - 1]), rows.lowerBound)
                let end = min(Int(ends[group]), rows.upperBound)
                for member in start..<max(start, end) { insert(member) }
            }
        }
    }
}
