import Customers
public import Intake

extension Session {
    /// The first values of each column, as texts under the names of their targets.
    @concurrent
    public nonisolated func samples(
        of request: ImportRequest, plan: FilePlan, rows: Int
    ) async throws -> [String: [String]] {
        let reader = try IntakeReader(path: request.path, plan: plan)
        guard let batch = try reader.next(maxRows: rows) else { return [:] }
        var samples: [String: [String]] = [:]
        for row in TableRows(plan).texts(batch) {
            for (target, text) in row { samples[target, default: []].append(text) }
        }
        return samples
    }
}
