import ArgumentParser
import Customers
import Foundation
import Intake
import Phrases
import Store
import Terminal
import Workspace

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Imports files, lists imports, takes one back.",
        subcommands: [Files.self, List.self, Undo.self], defaultSubcommand: Files.self)
}

/// What an import did with a file, as JSON.
private struct ImportJSON: Encodable {
    let file, kind, source: String
    let rows, inserted, updated, duplicates, rejected: Int
    let seconds: Double
    let rejects: String?
    let importId: Int?
    let firstRejects: [String]

    init(_ summary: ImportSummary) {
        file = summary.file
        kind = summary.kind
        source = summary.source
        rows = summary.rows
        inserted = summary.inserted
        updated = summary.updated
        duplicates = summary.duplicates
        rejected = summary.rejected
        seconds = summary.seconds
        rejects = summary.rejectsPath
        importId = summary.importID
        firstRejects = summary.firstRejects.map(\.description)
    }
}

extension ImportCommand {
    struct Files: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "files", abstract: "Imports CSV and JSON Lines files, plain or gzip.")

        @OptionGroup var store: StoreOptions
        @OptionGroup var printing: PrintOptions
        @Option(
            name: .customLong("as"), help: "profiles, events, orders, order-lines, products or consents; else guessed.")
        var kind: String?
        @Option(name: .long, help: "The name of the source; else the file's name.") var source: String?
        @Option(name: .long, help: ArgumentHelp("A mapping in TOML.", valueName: "file")) var mapping: String?
        @Option(
            name: .long,
            help: ArgumentHelp(
                "What is decided about one column, as in a mapping: 'total = { to = \"revenue\" }'. Any number of times.",
                valueName: "decision"))
        var column: [String] = []
        @Flag(name: .long, help: "Reads everything, tells what an import would do, and keeps nothing.")
        var dryRun = false
        @Option(
            name: .long,
            help: ArgumentHelp(
                "Where rejected rows go; of several files, each to this name and its own.", valueName: "file"))
        var rejects: String?
        @Argument(help: "The files.") var files: [String]

        func run() throws {
            let kind = try self.kind.map { word in
                guard let kind = FileKind(named: word) else {
                    throw UsageProblem(
                        message:
                            "‘\(word)’ is no kind of file; write \(FileKind.allCases.map(\.word).joined(separator: ", "))."
                    )
                }
                return kind
            }
            var mapping = try self.mapping.map { try MappingFile(path: $0).read() } ?? Mapping()
            mapping.columns += try MappingFile.columns(column)
            for file in files where !FileManager.default.fileExists(atPath: file) {
                throw IntakeError.unreadable(path: file, reason: "there is no such file")
            }
            let isNew = !FileManager.default.fileExists(atPath: store.path)
            let path = store.path
            let line = ProgressLine(isWanted: !printing.noProgress && !printing.quiet)
            let requests = files.map { file in
                let name = (file as NSString).lastPathComponent
                return ImportRequest(
                    path: file, kind: kind, source: source, mapping: mapping,
                    rejectsPath: rejects.map { files.count == 1 ? $0 : "\($0).\(name)" }, isDryRun: dryRun)
            }
            let isQuiet = printing.quiet
            let summaries = try waitingForInterrupts {
                let session = try Session(path: path, author: Places.author)
                do {
                    let summaries = try await Self.importAll(requests, into: session, line: line, isQuiet: isQuiet)
                    session.moveLogIntoFile()
                    if isNew { _ = try session.discardIfUnused() }
                    return summaries
                } catch {
                    // A store that was made for this import does not outlive it where nothing came in.
                    if isNew { _ = try? session.discardIfUnused() }
                    throw error
                }
            }
            try print(summaries)
        }

        /// Imports one file after the other, customers first, so that the others find them; what one import has learnt of
        /// the store is handed to the next.
        private static func importAll(
            _ requests: [ImportRequest], into session: Session, line: ProgressLine, isQuiet: Bool
        ) async throws -> [ImportSummary] {
            var handover: ImportHandover?
            var summaries: [ImportSummary] = []
            let plans: [FilePlan]
            do {
                plans = try await session.plans(for: requests)
            } catch is CancellationError {
                throw ImportInterrupted(kept: [])
            }
            var planned = zip(requests, plans).map { (request: $0, plan: $1) }
            if !isQuiet, try await session.settings().isGiven("sample") {
                Printer.note("note: this is the store of the made-up shop")
            }
            let order = FileKind.allCases
            planned.sort { (order.firstIndex(of: $0.plan.kind) ?? 0) < (order.firstIndex(of: $1.plan.kind) ?? 0) }
            for (request, plan) in planned {
                if !isQuiet { PlanText(plan: plan, path: request.path).note() }
                do {
                    defer { line.end() }
                    summaries.append(
                        try await session.run(request, plan: plan, at: .present, after: &handover) { line.show($0) })
                } catch is CancellationError {
                    throw ImportInterrupted(kept: summaries.filter { $0.importID != nil }.map(\.file))
                }
            }
            guard !Task.isCancelled else {
                throw ImportInterrupted(kept: summaries.filter { $0.importID != nil }.map(\.file))
            }
            _ = try await session.summary()
            return summaries
        }

        private func print(_ summaries: [ImportSummary]) throws {
            switch printing.format ?? .text {
            case .json:
                try Printer.json(summaries.map(ImportJSON.init))
            case .csv:
                Printer.csv(
                    ["file", "kind", "source", "rows", "inserted", "updated", "duplicates", "rejected", "seconds"],
                    summaries.map {
                        [
                            $0.file, $0.kind, $0.source, "\($0.rows)", "\($0.inserted)", "\($0.updated)",
                            "\($0.duplicates)", "\($0.rejected)", "\($0.seconds)",
                        ]
                    })
            case .text:
                printTable(summaries)
            }
        }

        private func printTable(_ summaries: [ImportSummary]) {
            var table = TextTable([
                ("file", .left), ("kind", .left), ("rows", .right), ("inserted", .right), ("updated", .right),
                ("duplicates", .right), ("rejected", .right), ("seconds", .right), ("rows/s", .right),
            ])
            for summary in summaries {
                table.append([
                    (summary.file as NSString).lastPathComponent, summary.kind, Numbers.grouped(summary.rows),
                    Numbers.grouped(summary.inserted), Numbers.grouped(summary.updated),
                    Numbers.grouped(summary.duplicates), Numbers.grouped(summary.rejected),
                    Numbers.decimal(summary.seconds, places: 2),
                    Numbers.grouped(Int(Double(summary.rows) / max(summary.seconds, 0.001))),
                ])
            }
            table.print()
            for summary in summaries where summary.rejected > 0 {
                let place = summary.rejectsPath.map { "were set aside in \($0)" } ?? "would be set aside:"
                Printer.note("\(Numbers.grouped(summary.rejected)) rows \(place)")
                for reason in summary.firstRejects { Printer.note("  \(reason)") }
            }
            if dryRun { Printer.note("dry run, nothing kept") }
        }
    }
}
