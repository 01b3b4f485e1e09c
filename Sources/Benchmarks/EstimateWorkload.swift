import Customers
import Workspace

/// How soon an estimate of a sequence of three steps stands while the exact count is under way, as the editor asks both.
struct EstimateWorkload {
    let session: Session

    private static let chain = "did session_start then product_view within %1 hours then add_to_cart within 1 hour"
    private static let runs = 9

    /// The first time, when columns have yet to be gathered, and the median of later ones.
    func all() async throws -> [Measurement] {
        var estimates: [Measurement] = []
        var counts: [Measurement] = []
        for run in 0..<Self.runs {
            // Another length of time each run, so that nothing is known before.
            let filter = Self.chain.replacing("%1", with: "\(run + 1)")
            try await session.forgetAnswers()
            async let count = Measurement.once("estimate exact") {
                [Int64(try await session.count(filter, asOf: StoreWorkloads.now).count)]
            }
            estimates.append(
                try await Measurement.once("estimate first") {
                    let size = try await session.estimatedCount(filter, asOf: StoreWorkloads.now)
                    return [Int64(size.count), Int64(size.margin)]
                })
            counts.append(try await count)
        }
        return [
            estimates[0], .percentile(50, of: Array(estimates.dropFirst()), as: "estimate later"),
            .percentile(50, of: counts, as: "estimate exact"),
        ]
    }
}
