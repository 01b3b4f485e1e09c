import ArgumentParser
import Customers
import Store
import Workspace

extension SegmentCommand {
    private struct Saved: Encodable {
        let name, filter, author, saved: String
        let version: Int

        init(_ segment: Segment) {
            name = segment.name
            filter = segment.source
            author = segment.author
            saved = segment.saved.description
            version = segment.version
        }
    }

    struct Save: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "save", abstract: "Keeps a filter under a name.")

        @OptionGroup var store: StoreOptions
        @OptionGroup var printing: PrintOptions
        @Argument(help: "The name.") var name: String
        @Argument(help: "The filter.") var filter: String

        func run() throws {
            let session = try store.open()
            let segment = try waiting { [name, filter] in
                try await session.save(segment: name, source: filter, at: .present)
            }
            if printing.format == .json {
                try Printer.json(Saved(segment))
            } else if !printing.quiet {
                Printer.line("Saved ‘\(segment.name)’, version \(segment.version).")
            }
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "The saved segments.")

        @OptionGroup var store: StoreOptions
        @OptionGroup var printing: PrintOptions

        func run() throws {
            let session = try store.open()
            let segments = try waiting { try await session.segments() }
            let format = printing.format ?? .text
            guard format != .text || !segments.isEmpty else {
                return Printer.note("No segment is saved yet; `patron segment save NAME FILTER` saves one.")
            }
            try SegmentCommand.print(segments, as: format)
        }
    }

    private static func print(_ segments: [Segment], as format: OutputFormat) throws {
        switch format {
        case .json: try Printer.json(segments.map(Saved.init))
        case .csv:
            Printer.csv(
                ["name", "version", "author", "saved", "filter"],
                segments.map { [$0.name, "\($0.version)", $0.author, $0.saved.description, $0.source] })
        case .text:
            var table = TextTable([
                ("name", .left), ("version", .right), ("author", .left), ("saved", .left), ("filter", .left),
            ])
            for segment in segments {
                table.append([
                    segment.name, "\(segment.version)", segment.author, segment.saved.description, segment.source,
                ])
            }
            table.print()
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "show", abstract: "The text of a saved segment.")

        @OptionGroup var store: StoreOptions
        @OptionGroup var printing: PrintOptions
        @Flag(name: .long, help: "Lists all versions, of a deleted segment too.") var versions = false
        @Argument(help: "The name.") var name: String

        func run() throws {
            let session = try store.open()
            guard !versions else {
                let all = try waiting { [name] in try await session.versions(of: name) }
                guard !all.isEmpty else { throw StoreError.noSegment(name) }
                return try SegmentCommand.print(all, as: printing.format ?? .text)
            }
            let segment = try waiting { [name] in try await session.segment(name) }
            if printing.format == .json { try Printer.json(Saved(segment)) } else { Printer.line(segment.source) }
        }
    }

    struct Delete: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "delete", abstract: "Deletes a saved segment; its history stays.")

        @OptionGroup var store: StoreOptions
        @OptionGroup var printing: PrintOptions
        @Argument(help: "The name.") var name: String

        func run() throws {
            let session = try store.open()
            try waiting { [name] in try await session.delete(segment: name, at: .present) }
            if !printing.quiet { Printer.line("Deleted ‘\(name)’.") }
        }
    }
}
