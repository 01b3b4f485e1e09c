import Columnar
public import Customers

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
}
