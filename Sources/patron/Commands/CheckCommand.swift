import ArgumentParser
import Store
import Workspace

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Verifies a store: the file, blocks against the log, counts by two ways, the cache against the truth."
    )

    @OptionGroup var store: StoreOptions
    @OptionGroup var printing: PrintOptions

    private struct Finding: Encodable {
        let place, problem: String
    }

    private struct Report: Encodable {
        let ok: Bool
        let findings: [Finding]
        /// What is not wrong but may not be meant.
        let notes: [String]
    }

    func run() throws {
        let session = try store.open()
        let findings = try waiting { try await session.check() }
        let notes = try waiting { try await session.uncountedRefunds() }?.sentences ?? []
        switch printing.format ?? .text {
        case .json:
            try Printer.json(
                Report(
                    ok: findings.isEmpty, findings: findings.map { Finding(place: $0.place, problem: $0.description) },
                    notes: notes))
        case .csv: Printer.csv(["place", "problem"], findings.map { [$0.place, $0.description] })
        case .text:
            for finding in findings { Printer.line("\(finding.place): \(finding.description)") }
            if findings.isEmpty { Printer.line("The store is sound.") }
            for note in notes { Printer.note(note) }
        }
        guard findings.isEmpty else { throw NegativeAnswer(message: "") }
    }
}
