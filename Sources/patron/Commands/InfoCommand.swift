import ArgumentParser
import Customers
import Terminal
import Workspace

struct InfoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "info", abstract: "Says what a store holds.")

    @OptionGroup var store: StoreOptions
    @OptionGroup var printing: PrintOptions

    private struct Info: Encodable {
        let records, profiles, events, orders: Int
        let eventCounts: [String: Int]
        let sources: [String]
        let firstEvent, lastEvent: String?
        let bytes, cacheBytes: Int64
        let timeZone, currency: String
        let version: Int
        let widened: [String]
    }

    func run() throws {
        let session = try store.open()
        let summary = try waiting { try await session.summary() }
        let info = Info(
            records: summary.records, profiles: summary.profiles, events: summary.events, orders: summary.orders,
            eventCounts: summary.eventCounts, sources: summary.sources, firstEvent: summary.firstEvent?.description,
            lastEvent: summary.lastEvent?.description, bytes: summary.bytes, cacheBytes: summary.cacheBytes,
            timeZone: summary.timeZone, currency: summary.currency, version: summary.version, widened: summary.widened)
        switch printing.format ?? .text {
        case .json: try Printer.json(info)
        case .csv, .text: printRows(info, isCSV: printing.format == .csv)
        }
    }

    private func printRows(_ info: Info, isCSV: Bool) {
        let number = { (value: Int) in isCSV ? "\(value)" : Numbers.grouped(value) }
        let rows = [
            ["records", number(info.records)], ["profiles", number(info.profiles)],
            ["events", number(info.events)], ["orders", number(info.orders)],
            ["sources", info.sources.joined(separator: ", ")], ["first_event", info.firstEvent ?? "-"],
            ["last_event", info.lastEvent ?? "-"], ["bytes", number(Int(info.bytes))],
            ["cache_bytes", number(Int(info.cacheBytes))], ["time_zone", info.timeZone],
            ["currency", info.currency], ["version", "\(info.version)"],
        ]
        guard !isCSV else { return Printer.csv(["key", "value"], rows) }
        var table = TextTable([("what", .left), ("value", .left)])
        for row in rows { table.append([row[0].replacing("_", with: " "), row[1]]) }
        table.print()
        for (name, count) in info.eventCounts.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
            Printer.line("  \(name)  \(Numbers.grouped(count))")
        }
        if !info.widened.isEmpty {
            Printer.note("Read as text because files disagree about the type: \(info.widened.joined(separator: ", ")).")
        }
    }
}
