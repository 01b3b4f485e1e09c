public import Customers
import Foundation
public import Intake
public import Store

extension Session {
    /// What will be done with a file.
    @concurrent
    public nonisolated func plan(for request: ImportRequest) async throws -> FilePlan {
        var plan = try FilePlan.guess(request.path, as: request.kind, mapping: request.mapping)
        if let source = request.source { plan.source = source }
        return plan
    }

    /// Imports a file: all of it becomes visible at the end, or nothing.
    ///
    /// A cancelled task leaves the store as it was.
    ///
    /// - `time`: now.
    /// - `handover`: what the import before this one knows; taken over by the next.
    /// - `progress`: told after every batch.
    @concurrent
    public nonisolated func run(
        _ request: ImportRequest, plan: FilePlan, at time: Instant, after handover: inout ImportHandover?,
        progress: @Sendable (ImportProgress) -> Void = { _ in }
    ) async throws -> ImportSummary {
        let settings = try await settings()
        let batches = try BatchSource(path: request.path, plan: plan, conventions: try conventions(settings))
        let rejects = RejectsWriter(path: request.rejectsPath ?? defaultRejectsPath(request.path))
        let run = ImportRun(
            session: self, request: request, plan: plan, batches: batches, rejects: rejects, began: time,
            settings: settings)
        return try await run.run(after: &handover, progress: progress)
    }

    /// The finished imports.
    public func imports() throws -> [ImportEntry] { try store.imports() }

    /// Takes back an import.
    public func undo(import number: Int, at time: Instant) throws {
        try store.undo(import: number, by: author, at: time)
    }

    private nonisolated func conventions(_ settings: Settings) throws -> Conventions {
        guard let calendar = settings.calendar else {
            throw StoreError.badSetting(
                key: "time_zone", reason: "‘\(settings["time_zone"])’ is not known on this machine")
        }
        let local = LocalTime { day, milliseconds in
            calendar.instant(of: CivilDate(dayNumber: day), milliseconds: Int(milliseconds)).milliseconds
        }
        let calling = settings["default_country"]
        return Conventions(
            localTime: calendar.zone == "UTC" ? .utc : local,
            currencyDigits: settings.currency.fractionDigits,
            callingCode: calling.isEmpty ? nil : calling)
    }

    private nonisolated func defaultRejectsPath(_ path: String) -> String {
        let name = (path as NSString).lastPathComponent
        let folder = (store.path as NSString).deletingLastPathComponent
        return (folder.isEmpty ? "." : folder) + "/" + name + ".rejects.csv"
    }
}

/// One run over a file.
final class ImportRun {
    private let session: Session
    private let request: ImportRequest
    private let plan: FilePlan
    private let batches: BatchSource
    private var rejects: RejectsWriter
    private let began: Instant
    private let settings: Settings
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
        guard !request.isDryRun else { return try await dryRun(progress) }
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

    private func forEachBatch(
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

    private func dryRun(_ progress: @Sendable (ImportProgress) -> Void) async throws -> ImportSummary {
        var tally = ImportTally()
        try await forEachBatch(progress) { tally.rows += $0.rows }
        tally.rows += rejects.count
        tally.rejected = rejects.count
        return summary(tally, importID: nil)
    }

    private func runTable(_ progress: @Sendable (ImportProgress) -> Void) async throws -> ImportSummary {
        let table = try TableImport(
            into: session.store, file: (request.path as NSString).lastPathComponent, kind: plan.kind.rawValue,
            source: plan.source, author: session.author, at: began)
        do {
            let calling = settings["default_country"]
            let rows = TableRows(plan, callingCode: calling.isEmpty ? nil : calling)
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

    private func summary(_ tally: ImportTally, importID: Int?) -> ImportSummary {
        ImportSummary(
            file: request.path, kind: plan.kind.rawValue, source: plan.source, rows: tally.rows,
            inserted: tally.inserted, updated: tally.updated, duplicates: tally.duplicates, rejected: tally.rejected,
            seconds: seconds, rejectsPath: rejects.writtenPath, importID: importID)
    }
}
