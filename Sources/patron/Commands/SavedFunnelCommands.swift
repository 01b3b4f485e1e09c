import ArgumentParser
import Customers
import Filters
import Terminal
import Workspace

extension FunnelCommand {
    struct Save: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "save", abstract: "Saves a funnel under a name, as a further version.")

        @OptionGroup var store: StoreOptions
        @OptionGroup var printing: PrintOptions
        @OptionGroup var options: FunnelOptions
        @Argument(help: "The name.") var name: String

        func run() throws {
            let session = try store.open()
            let funnel = try options.funnel()
            let saved = try waiting { [name] in try await session.save(funnel: name, funnel, at: .present) }
            switch printing.format ?? .text {
            case .json: try Printer.json(SavedFunnelRow(saved))
            case .csv: Printer.csv(SavedFunnelRow.header, [SavedFunnelRow(saved).cells])
            case .text: if !printing.quiet { Printer.line("‘\(saved.name)’ is saved in version \(saved.version).") }
            }
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "The saved funnels.")

        @OptionGroup var store: StoreOptions
        @OptionGroup var printing: PrintOptions

        func run() throws {
            let session = try store.open()
            let rows = try waiting { try await session.funnels() }.map(SavedFunnelRow.init)
            switch printing.format ?? .text {
            case .json: try Printer.json(rows)
            case .csv: Printer.csv(SavedFunnelRow.header, rows.map(\.cells))
            case .text:
                var table = TextTable([("name", .left), ("version", .right), ("saved", .left), ("funnel", .left)])
                for row in rows { table.append([row.name, "\(row.version)", row.saved, row.funnel]) }
                table.print()
            }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "show", abstract: "The steps of a saved funnel.")

        @OptionGroup var store: StoreOptions
        @OptionGroup var printing: PrintOptions
        @Argument(help: "The name.") var name: String

        func run() throws {
            let session = try store.open()
            let row = SavedFunnelRow(try waiting { [name] in try await session.funnel(named: name) })
            switch printing.format ?? .text {
            case .json: try Printer.json(row)
            case .csv: Printer.csv(SavedFunnelRow.header, [row.cells])
            case .text: Printer.line(Drawing.unicode.safe(row.funnel))
            }
        }
    }

    struct Delete: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "delete", abstract: "Deletes a saved funnel; its versions stay in the history.")

        @OptionGroup var store: StoreOptions
        @OptionGroup var printing: PrintOptions
        @Argument(help: "The name.") var name: String

        func run() throws {
            let session = try store.open()
            try waiting { [name] in try await session.delete(funnel: name, at: .present) }
            if !printing.quiet { Printer.note("‘\(Drawing.unicode.safe(name))’ is deleted.") }
        }
    }
}

/// A saved funnel as commands print it.
private struct SavedFunnelRow: Encodable {
    let name, funnel, author, saved: String
    let version: Int

    static let header = ["name", "funnel", "author", "saved", "version"]

    init(_ saved: SavedFunnel) {
        (name, funnel, author) = (saved.name, saved.source, saved.author)
        self.saved = saved.saved.description
        version = saved.version
    }

    var cells: [String] { [name, funnel, author, saved, "\(version)"] }
}
