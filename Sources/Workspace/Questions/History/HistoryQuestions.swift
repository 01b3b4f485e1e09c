import Columnar
public import Customers
import Filters
import Segmentation

extension Session {
    /// The members of a filter at some dates, rising, and who entered and left from one to the next.
    ///
    /// - `scope`: a filter to which the question is limited, asked at each date.
    /// - `progress`: takes the number of dates that are asked.
    @concurrent
    public nonisolated func history(
        of source: String, in scope: String? = nil, at dates: [Instant],
        progress: @Sendable (Int) -> Void = { _ in }
    ) async throws -> [SegmentHistoryPoint] {
        guard let last = dates.last else { return [] }
        let state = try await current()
        let filters = try [scope, source].compactMap(\.self).map { try state.checked($0, asOf: last) }
        let evaluator = state.evaluator
        var points: [SegmentHistoryPoint] = []
        var (before, base): (CountedSet?, CountedSet?) = (nil, nil)
        try evaluator.history(of: filters.count == 1 ? filters[0] : .all(filters), at: dates) { date, members in
            let present = CountedSet(members, after: before)
            let existing = CountedSet(evaluator.base(asOf: date), after: base)
            let stayed = before.map(present.countShared)
            points.append(
                SegmentHistoryPoint(
                    time: date, members: present.count, base: existing.count,
                    entered: stayed.map { present.count - $0 },
                    left: stayed.flatMap { stayed in before.map { $0.count - stayed } }))
            (before, base) = (present, existing)
            progress(points.count)
        }
        return points
    }

    /// Who entered and left a filter between two dates, and by the change of which conditions.
    @concurrent
    public nonisolated func difference(
        of source: String, in scope: String? = nil, from earlier: Instant, to later: Instant
    ) async throws -> SegmentDifference {
        let state = try await current()
        return try state.evaluator.difference(
            of: try state.checked(source, asOf: later), in: try scope.map { try state.checked($0, asOf: later) },
            from: earlier, to: later)
    }

    /// Who enters and leaves at a date when one rule takes the place of another.
    @concurrent
    public nonisolated func difference(
        from old: String, to new: String, in scope: String? = nil, asOf: Instant
    ) async throws -> SegmentDifference {
        let state = try await current()
        return try state.evaluator.difference(
            from: try state.checked(old, asOf: asOf), to: try state.checked(new, asOf: asOf),
            in: try scope.map { try state.checked($0, asOf: asOf) }, asOf: asOf)
    }
}

/// A set with the number of its members, which is not counted anew while the set stays the same from date to date.
private struct CountedSet {
    let members: Bitmap
    let count: Int

    init(_ members: Bitmap, after before: CountedSet?) {
        self.members = members
        count = before.flatMap { $0.members.isSame(as: members) ? $0.count : nil } ?? members.count
    }

    func countShared(with other: CountedSet) -> Int {
        members.isSame(as: other.members) ? count : members.countShared(with: other.members)
    }
}
