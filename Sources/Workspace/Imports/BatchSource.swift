import Intake

/// The batches of a file, some of them read ahead on another thread while one before them is written.
actor BatchSource {
    private let reader: IntakeReader

    /// Batches read ahead, since now reading takes longer and now writing.
    private static let mostAhead = 3

    /// Opens the file.
    ///
    /// `keepsRows`: whether batches bring the raw text of their rows.
    init(path: String, plan: FilePlan, conventions: Conventions, keepsRows: Bool) throws(IntakeError) {
        reader = try IntakeReader(path: path, plan: plan, conventions: conventions, keepsRows: keepsRows)
    }

    private func next() throws -> IntakeBatch? { try reader.next() }

    /// Reads the next batch once the one before it has been read.
    private nonisolated func read(
        after last: Task<IntakeBatch?, any Error>?
    ) -> Task<IntakeBatch?, any Error> {
        Task { @concurrent in
            _ = try await last?.value
            return try await next()
        }
    }

    /// Calls `body` with every batch in the order of the file.
    ///
    /// - Throws: `CancellationError` where the task was cancelled, what the file or `body` throws.
    nonisolated func forEach(_ body: (IntakeBatch) throws -> Void) async throws {
        var upcoming = [read(after: nil)]
        defer { for task in upcoming { task.cancel() } }
        while true {
            while upcoming.count < Self.mostAhead { upcoming.append(read(after: upcoming.last)) }
            guard let batch = try await upcoming.removeFirst().value else { return }
            try Task.checkCancellation()
            try body(batch)
        }
    }
}
