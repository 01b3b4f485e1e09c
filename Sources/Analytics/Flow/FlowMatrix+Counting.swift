public import Columnar

extension FlowMatrix {
    /// Counts everybody by where they were and where they are.
    ///
    /// - `before`, `after`: everybody who was in each state at the first date and is in it at the second.
    /// - `people`: who counts.
    /// - Complexity: O(states squared) passes over sets of people
    public init(period: FlowPeriod, states: [FlowState], before: [Bitmap], after: [Bitmap], people: Bitmap) {
        let (first, second) = (Partition(before, of: people), Partition(after, of: people))
        self.init(
            period: period, states: states,
            counts: first.parts.map { row in second.parts.map { row.countShared(with: $0) } },
            overlapping: (first.overlapping, second.overlapping), precedents: (first.precedents, second.precedents))
    }
}

/// People parted into states of which the first that holds them counts, and the rest.
private struct Partition {
    /// A part a state, and one of those in none.
    let parts: [Bitmap]
    /// People in more than one.
    let overlapping: Int
    let precedents: [[Int]]

    init(_ sets: [Bitmap], of people: Bitmap) {
        var taken = Bitmap(rows: people.rows)
        var several = Bitmap(rows: people.rows)
        parts =
            sets.map { set in
                var part = set & people
                several |= part & taken
                part.subtract(taken)
                taken |= part
                return part
            } + [people & ~taken]
        overlapping = several.count
        precedents = sets.indices.map { number in
            (0..<number).filter { sets[$0].countShared(with: sets[number]) > 0 }
        }
    }
}
