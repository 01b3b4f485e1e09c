import Columnar
public import Customers
import Store

/// How many profiles each two of some filters share.
public struct FilterOverlap: Hashable, Sendable {
    /// Counts by row and column in the order of the filters; the diagonal holds the counts of each by itself.
    public let counts: [[Int]]
}

extension Session {
    /// How many profiles each two of some filters share.
    ///
    /// `scope`: a filter to which all counts are limited.
    /// - Complexity: an evaluation a filter, and a pass over two bitmaps a pair
    @concurrent
    public nonisolated func overlap(
        of filters: [String], in scope: String? = nil, asOf: Instant
    ) async throws -> FilterOverlap {
        let state = try await current()
        let sets = try filters.map { try state.members(of: $0, in: scope, asOf: asOf) }
        var counts = [[Int]](repeating: Array(repeating: 0, count: sets.count), count: sets.count)
        for (row, first) in sets.enumerated() {
            for column in row..<sets.count {
                let shared = first.countShared(with: sets[column])
                counts[row][column] = shared
                counts[column][row] = shared
            }
            try Task.checkCancellation()
        }
        return FilterOverlap(counts: counts)
    }

    /// How many people of a filter each saved segment holds too, the most first; a segment whose rule no longer fits the
    /// store is left out.
    ///
    /// - `segments`: the names to look at, in their own order; none for all segments.
    @concurrent
    public nonisolated func overlaps(
        of source: String, with segments: [String]? = nil, in scope: String? = nil, asOf: Instant
    ) async throws -> [SegmentOverlap] {
        let state = try await current()
        let members = try state.members(of: source, in: scope, asOf: asOf)
        let saved = try store.segments()
        let wanted = segments.map { names in names.compactMap { name in saved.first { $0.name == name } } } ?? saved
        var overlaps: [SegmentOverlap] = []
        for segment in wanted {
            try Task.checkCancellation()
            do {
                let others = try state.members(of: segment.source, in: scope, asOf: asOf)
                overlaps.append(
                    SegmentOverlap(
                        segment: segment.name, shared: members.countShared(with: others), size: others.count))
            } catch is FilterProblem {
                continue
            }
        }
        guard segments == nil else { return overlaps }
        return overlaps.sorted { ($1.shared, $0.segment) < ($0.shared, $1.segment) }
    }

    /// How many people each of some filters holds.
    @concurrent
    public nonisolated func sizes(
        of sources: [String], in scope: String? = nil, asOf: Instant
    ) async throws -> [Int] {
        let state = try await current()
        return try sources.map { source in
            try Task.checkCancellation()
            return try state.members(of: source, in: scope, asOf: asOf).count
        }
    }
}
