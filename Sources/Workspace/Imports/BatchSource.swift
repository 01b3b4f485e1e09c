import Intake

/// The batches of a file, one read ahead on another thread while the one before it is written.
actor BatchSource {
    private let reader: IntakeReader

    /// Opens the file.
    ///
    /// `keepsRows`: whether batches bring the raw text of their rows.
    init(path: String, plan: FilePlan, conventions: Conventions, keepsRows: Bool) throws(IntakeError) {
        reader = try IntakeReader(path: path, plan: plan, conventions: conventions, keepsRows: keepsRows)
    }

    private func next() throws -> IntakeBatch? { try reader.next() }

    /// Calls `body` with every batch in the order of the file.
    ///
    /// - Throws: `CancellationError` where the task was cancelled, what the file or `body` throws.
    nonisolated func forEach(_ body: (IntakeBatch) throws -> Void) async throws {
        var upcoming = Task { @concurrent in try await next() }
        defer { upcoming.cancel() }
        while let batch = try await upcoming.value {
            try Task.checkCancellation()
            upcoming = Task { @concurrent in try await next() }
            try body(batch)
        }
    }
}
