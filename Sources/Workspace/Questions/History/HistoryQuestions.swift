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
        var before: Bitmap?
        try evaluator.history(of: filters.count == 1 ? filters[0] : .all(filters), at: dates) { date, members in
            points.append(
                SegmentHistoryPoint(
                    time: date, members: members.count, base: evaluator.base(asOf: date).count,
                    entered: before.map { members.count - members.countShared(with: $0) },
                    left: before.map { $0.count - members.countShared(with: $0) }))
            before = members
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
