import Columnar
public import Customers
import Foundation
public import Intake
public import Store

extension Session {
    /// What would be done with a file, and why that does not do yet, for showing while it is edited.
    @concurrent
    public nonisolated func draft(for request: ImportRequest) async throws -> PlanDraft {
        var draft = try FilePlan.draft(request.path, as: request.kind, mapping: request.mapping)
        if let source = request.source { draft.plan.source = source }
        return draft
    }

    /// What will be done with a file.
    @concurrent
    public nonisolated func plan(for request: ImportRequest) async throws -> FilePlan {
        try FilePlan.guess(for: request)
    }

    /// What will be done with each of some files, which are looked at two at a time.
    ///
    /// - Throws: what is wrong with the first file that cannot be imported.
    @concurrent
    public nonisolated func plans(for requests: [ImportRequest]) async throws -> [FilePlan] {
        try shared(requests.count) { number throws in
            try Task.checkCancellation()
            return try FilePlan.guess(for: requests[number])
        }
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
        let batches = try BatchSource(
            path: request.path, plan: plan, conventions: try conventions(settings),
            keepsRows: plan.kind == .consents || CurrencyConversion.applies(to: plan))
        let standard = request.isDryRun ? nil : defaultRejectsPath(request.path)
        let rejects = RejectsWriter(path: request.rejectsPath ?? standard)
        let run = ImportRun(
            session: self, request: request, plan: plan, batches: batches, rejects: rejects, began: time,
            settings: settings)
        return try await run.run(after: &handover, progress: progress)
    }

    /// The finished imports.
    public func imports() throws -> [ImportEntry] { try store.imports() }

    /// Deletes the store where nothing came into it.
    ///
    /// - Returns: whether it is gone; nothing can be asked of the session then.
    public nonisolated func discardIfUnused() throws -> Bool {
        try store.discardIfUnused()
    }

    /// The kinds of identifiers by which people are known, in alphabetical order.
    public func identifierKinds() throws -> [String] { try current().cache.identifierKinds.sorted() }

    /// Takes back an import.
    public func undo(import number: Int, at time: Instant) throws {
        try store.undo(import: number, by: author, at: time)
    }

    private nonisolated func conventions(_ settings: Settings) throws -> Conventions {
        guard let calendar = settings.calendar else {
            throw StoreError.badSetting(
                key: "time_zone", reason: SettingFault.unknownZone(settings["time_zone"]).phrase)
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

extension FilePlan {
    fileprivate static func guess(for request: ImportRequest) throws -> FilePlan {
        var plan = try guess(request.path, as: request.kind, mapping: request.mapping)
        if let source = request.source { plan.source = source }
        return plan
    }
}
