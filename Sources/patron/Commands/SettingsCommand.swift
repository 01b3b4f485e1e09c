import ArgumentParser
import Customers
import Workspace

struct SettingsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "settings", abstract: "Shows the settings of a store, or changes one.")

    @OptionGroup var store: StoreOptions
    @OptionGroup var printing: PrintOptions
    @Argument(help: "The setting.") var key: String?
    @Argument(help: "Its new value.") var value: String?

    func run() throws {
        let session = try store.open(making: value != nil)
        if let key, let value {
            try waiting { try await session.set(key, to: value, at: .present) }
        }
        let settings = try waiting { try await session.settings() }
        if let key {
            guard settings.all.contains(where: { $0.key == key }) else {
                throw UsageProblem(message: "There is no setting ‘\(key)’; `patron settings` lists them.")
            }
            return printing.format == .json ? try Printer.json([key: settings[key]]) : Printer.line(settings[key])
        }
        switch printing.format ?? .text {
        case .json: try Printer.json(Dictionary(uniqueKeysWithValues: settings.all.map { ($0.key, $0.value) }))
        case .csv: Printer.csv(["key", "value"], settings.all.map { [$0.key, $0.value] })
        case .text:
            var table = TextTable([("setting", .left), ("value", .left), ("what it is", .left)])
            for (key, value, purpose) in settings.all { table.append([key, value, purpose]) }
            table.print()
        }
    }
}
