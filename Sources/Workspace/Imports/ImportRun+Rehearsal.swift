import Customers
import Intake
import Store

extension ImportRun {
    /// Reads the whole file and counts what an import would do to the store as it is.
    func rehearse(_ progress: @Sendable (ImportProgress) -> Void) async throws -> ImportSummary {
        var tally =
            plan.kind == .products || plan.kind == .consents ? try await table(progress) : try await rows(progress)
        tally.rows += rejects.count
        tally.rejected = rejects.count
        return summary(tally, importID: nil)
    }

    private func rows(_ progress: @Sendable (ImportProgress) -> Void) async throws -> ImportTally {
        let assembly = BatchAssembly(plan)
        guard let family = assembly.family else { return ImportTally() }
        let rehearsal = try ImportRehearsal(of: session.store, family: family, source: plan.source)
        try await forEachBatch(progress) { try rehearsal.append(assembly.incoming($0)) }
        return rehearsal.tally
    }

    private func table(_ progress: @Sendable (ImportProgress) -> Void) async throws -> ImportTally {
        let rehearsal = try TableRehearsal(of: session.store, source: plan.source)
        let rows = tableRows
        try await forEachBatch(progress) { batch in
            if plan.kind == .products {
                try rehearsal.append(try rows.products(batch))
            } else {
                let (rows, faulty) = rows.consents(batch)
                try rejects.append(faulty)
                rehearsal.append(rows)
            }
        }
        return rehearsal.tally
    }
}
