import Customers
import Foundation
import Intake
import Store

/// One run over a file.
final class ImportRun {
    let session: Session
    private let request: ImportRequest
    let plan: FilePlan
    private let batches: BatchSource
    var rejects: RejectsWriter
    private let began: Instant
    let settings: Settings
    private let clock = ContinuousClock()
    private let start: ContinuousClock.Instant
    private let fileBytes: Int64
    private var rows = 0

    init(
        session: Session, request: ImportRequest, plan: FilePlan, batches: BatchSource, rejects: RejectsWriter,
        began: Instant, settings: Settings
    ) {
        self.session = session
        self.request = request
        self.plan = plan
        self.batches = batches
        self.rejects = rejects
        self.began = began
        self.settings = settings
        start = clock.now
        var status = stat()
        fileBytes = stat(request.path, &status) == 0 ? Int64(status.st_size) : 0
    }

    private var seconds: Double { (clock.now - start).milliseconds / 1000 }

    private var now: Instant { Instant(milliseconds: began.milliseconds + Int64(seconds * 1000)) }

    func run(
        after handover: inout ImportHandover?, progress: @Sendable (ImportProgress) -> Void
    ) async throws -> ImportSummary {
        let assembly = BatchAssembly(plan)
        guard !request.isDryRun else { return try await rehearse(progress) }
        guard let family = assembly.family else {
            handover = nil
            return try await runTable(progress)
        }
        let writer = try ImportWriter(
            into: session.store, file: (request.path as NSString).lastPathComponent, kind: plan.kind.rawValue,
            family: family, source: plan.source, author: session.author, at: began, columns: assembly.columns,
            after: handover)
        do {
            try await forEachBatch(progress) { try writer.append(assembly.incoming($0)) }
            let number = try writer.finish(rejected: rejects.count, at: now, seconds: seconds)
            if number != nil { handover = writer.handover }
            return summary(writer.tally, importID: number)
        } catch {
            try writer.abandon()
            throw error
        }
    }

    func forEachBatch(
        _ progress: @Sendable (ImportProgress) -> Void, _ body: (IntakeBatch) throws -> Void
    ) async throws {
        var conversion = try settings.calendar.flatMap {
            try CurrencyConversion(plan, settings: settings, calendar: $0)
        }
        try await batches.forEach { read in
            let batch = conversion?.convert(read) ?? read
            try rejects.append(batch.rejects)
            if batch.rows > 0 { try body(batch) }
            rows += batch.rows + batch.rejects.count
            progress(
                ImportProgress(
                    file: request.path, bytesRead: Int64(batch.bytesRead), bytes: fileBytes, rows: rows,
                    seconds: seconds))
        }
    }

    var tableRows: TableRows {
        let calling = settings["default_country"]
        return TableRows(plan, callingCode: calling.isEmpty ? nil : calling)
    }

    private func runTable(_ progress: @Sendable (ImportProgress) -> Void) async throws -> ImportSummary {
        let table = try TableImport(
            into: session.store, file: (request.path as NSString).lastPathComponent, kind: plan.kind.rawValue,
            source: plan.source, author: session.author, at: began)
        do {
            let rows = tableRows
            try await forEachBatch(progress) { batch in
                if plan.kind == .products {
                    table.append(try rows.products(batch))
                } else {
                    let (rows, faulty) = rows.consents(batch)
                    try rejects.append(faulty)
                    try table.append(rows)
                }
            }
            let number = try table.finish(rejected: rejects.count, at: now, seconds: seconds)
            return summary(table.tally, importID: number)
        } catch {
            try table.abandon()
            throw error
        }
    }

    func summary(_ tally: ImportTally, importID: Int?) -> ImportSummary {
        ImportSummary(
            file: request.path, kind: plan.kind.rawValue, source: plan.source, rows: tally.rows,
            inserted: tally.inserted, updated: tally.updated, duplicates: tally.duplicates, rejected: tally.rejected,
            seconds: seconds, rejectsPath: rejects.writtenPath, importID: importID,
            firstRejects: rejects.first)
    }
}
