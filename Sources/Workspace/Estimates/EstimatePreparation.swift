import Columnar
public import Customers
import Segmentation

extension Session {
    /// Gets ready what estimates read, so that the first one takes no longer than the next.
    ///
    /// Nothing else waits for it, and it can be cancelled at any time.
    ///
    /// - Throws: `CancellationError`
    /// - Complexity: O(rows of all tables), once for every state of the store
    @concurrent
    public nonisolated func prepareEstimates(asOf: Instant) async throws {
        let state = try await current()
        let slice = state.slice
        _ = state.evaluator.base(asOf: asOf)
        try await slice.columns.prepare()
        for channel in Channel.allCases {
            try Task.checkCancellation()
            _ = try state.reachable(by: channel, asOf: asOf)
            await Task.yield()
        }
    }
}
