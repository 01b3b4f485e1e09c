import Columnar
public import Customers
import Store

/// How many people a saved segment held at some dates.
public struct SegmentSizes: Hashable, Sendable {
    public let name: String
    /// In the order of the dates.
    public let sizes: [Int]
}

extension Session {
    /// How many people each saved segment held at some dates; one whose rule no longer fits the store is left out.
    @concurrent
    public nonisolated func sizes(
        ofSegmentsAt dates: [Instant], in scope: String? = nil
    ) async throws -> [SegmentSizes] {
        let state = try await current()
        var sizes: [SegmentSizes] = []
        for segment in try store.segments() {
            try Task.checkCancellation()
            do {
                let counts = try dates.map { try state.members(of: segment.source, in: scope, asOf: $0).count }
                sizes.append(SegmentSizes(name: segment.name, sizes: counts))
            } catch is FilterProblem {
                continue
            }
        }
        return sizes
    }
}
