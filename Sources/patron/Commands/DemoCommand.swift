import ArgumentParser
import Customers
import Terminal
import Workspace

struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Makes a store of a made-up shop, once, and opens the screens on it.")

    @Flag(name: .long, help: "Prints what the store holds instead.") var headless = false
    @OptionGroup var printing: PrintOptions

    private struct Summary: Encodable {
        let path: String
        let profiles, events, orders: Int
    }

    func run() throws {
        if !headless, !printing.quiet {
            Printer.note("Opening the made-up shop; the first time it is made, which takes a moment.")
        }
        let session = try waiting { try await SampleStore.open(at: .present) }
        guard headless else { return try Screenful.open(session) }
        let summary = try waiting { try await session.summary() }
        if printing.format == .json {
            try Printer.json(
                Summary(path: session.path, profiles: summary.profiles, events: summary.events, orders: summary.orders))
        } else {
            Printer.line(
                "\(session.path): \(Numbers.grouped(summary.profiles)) people, \(Numbers.grouped(summary.events)) events, \(Numbers.grouped(summary.orders)) orders"
            )
        }
    }
}
