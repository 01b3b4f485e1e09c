import ArgumentParser
import Customers
import Store
import Workspace

extension ImportCommand {
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "The imports of a store.")

        @OptionGroup var store: StoreOptions
        @OptionGroup var printing: PrintOptions

        private struct Entry: Encodable {
            let id: Int
            let file, kind, source, author, finished: String
            let rows, inserted, updated, duplicates, rejected: Int
            let seconds: Double
        }

        func run() throws {
            let session = try store.open()
            let entries = try waiting { try await session.imports() }.map {
                Entry(
                    id: $0.id, file: $0.file, kind: $0.kind, source: $0.source, author: $0.author,
                    finished: $0.finished.description, rows: $0.tally.rows, inserted: $0.tally.inserted,
                    updated: $0.tally.updated, duplicates: $0.tally.duplicates, rejected: $0.tally.rejected,
                    seconds: $0.seconds)
            }
            let cells = { (entry: Entry) in
                [
                    "\(entry.id)", entry.file, entry.kind, entry.source, entry.author, entry.finished, "\(entry.rows)",
                    "\(entry.inserted)", "\(entry.updated)", "\(entry.duplicates)", "\(entry.rejected)",
                ]
            }
            let header = [
                "id", "file", "kind", "source", "author", "finished", "rows", "inserted", "updated", "duplicates",
                "rejected",
            ]
            switch printing.format ?? .text {
            case .json: try Printer.json(entries)
            case .csv: Printer.csv(header, entries.map(cells))
            case .text:
                var table = TextTable(header.enumerated().map { ($1, (1...5).contains($0) ? .left : .right) })
                for entry in entries { table.append(cells(entry)) }
                table.print()
            }
        }
    }

    struct Undo: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "undo", abstract: "Takes back an import with all that it brought.")

        @OptionGroup var store: StoreOptions
        @OptionGroup var printing: PrintOptions
        @Argument(help: "Its number, as `patron import list` shows it.") var id: Int

        func run() throws {
            let session = try store.open()
            try waiting { [id] in
                try await session.undo(import: id, at: .present)
                _ = try await session.summary()
            }
            if !printing.quiet { Printer.line("Import \(id) is taken back.") }
        }
    }
}
