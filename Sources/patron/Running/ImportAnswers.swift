import Customers
import Foundation
import Intake
import Phrases
import Screens
import Store
import Workspace

extension Session {
    /// What a file seems to hold, and what an import would make of it.
    nonisolated func preview(_ wish: ImportWish) async throws -> ImportPreview {
        let request = try wish.request(isDryRun: true)
        let draft = try await draft(for: request)
        let samples = try await self.samples(of: request, plan: draft.plan, rows: 5)
        let attributes = try FileManager.default.attributesOfItem(atPath: request.path)
        return ImportPreview(
            path: request.path, kind: draft.knowsKind ? draft.plan.kind.rawValue : "",
            kinds: FileKind.allCases.map(\.rawValue), source: draft.plan.source,
            format: draft.plan.format.words, bytes: (attributes[.size] as? NSNumber)?.int64Value ?? 0,
            columns: draft.plan.columns.map { column in
                ImportPreview.Column(
                    header: column.header, target: column.target, role: column.role.words, type: column.type,
                    samples: samples[column.header] ?? [], format: column.conversion.format?.pattern,
                    separator: column.conversion.separator.map(String.init))
            }, notes: draft.plan.notes.map(\.phrase), problem: draft.fault?.phrase,
            identifierKinds: try await identifierKinds())
    }

    /// Imports a file, or reads it without keeping anything.
    nonisolated func carryOut(
        _ wish: ImportWish, isDryRun: Bool, at now: Instant, progress: @escaping @Sendable (ImportProgress) -> Void
    ) async throws -> ImportSummary {
        let request = try wish.request(isDryRun: isDryRun)
        let plan = try await plan(for: request)
        var handover: ImportHandover?
        return try await run(request, plan: plan, at: now, after: &handover, progress: progress)
    }

    /// The finished imports, the newest first.
    func importRecords() throws -> [ImportRecord] {
        try imports().reversed().map { entry in
            let counts = ImportSummary(
                file: entry.file, kind: entry.kind, source: entry.source, rows: entry.tally.rows,
                inserted: entry.tally.inserted, updated: entry.tally.updated, duplicates: entry.tally.duplicates,
                rejected: entry.tally.rejected, seconds: entry.seconds, rejectsPath: nil, importID: entry.id)
            return ImportRecord(id: entry.id, counts: counts, author: entry.author, finished: entry.finished)
        }
    }
}

extension ImportWish {
    /// The wish as the workspace takes it.
    func request(isDryRun: Bool) throws -> ImportRequest {
        var kindNamed: FileKind?
        if let kind {
            guard let known = FileKind(named: kind) else {
                throw Failure(Phrase("failure.kind", "‘%1’ is no kind of file.", kind))
            }
            kindNamed = known
        }
        let columns = columns.map {
            Mapping.Column(
                header: $0.header, target: $0.target, role: $0.role, type: $0.type?.rawValue, format: $0.format,
                separator: $0.separator)
        }
        return ImportRequest(
            path: (path as NSString).expandingTildeInPath, kind: kindNamed, source: source,
            mapping: Mapping(columns: columns), isDryRun: isDryRun)
    }
}

extension FileFormat {
    /// The format in words: `comma`, `utf-8`, `gzip`.
    fileprivate var words: [Phrase] {
        var words: [Phrase] = []
        switch layout {
        case .csv(let dialect): words.append(dialect.delimiterPhrase)
        case .jsonLines: words.append(Phrase(verbatim: "JSON Lines"))
        }
        words.append(Phrase(verbatim: encoding.rawValue))
        if isCompressed { words.append(Phrase(verbatim: "gzip")) }
        return words
    }
}
