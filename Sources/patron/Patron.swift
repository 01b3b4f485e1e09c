import ArgumentParser
import Foundation

/// The program: customers in a terminal.
@main
struct Patron: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "patron",
        abstract: "See who your customers are, build segments, and act on them, in a terminal.",
        discussion: "Without a command the screens open on the default store.",
        version: "0.1.0",
        subcommands: [
            OpenCommand.self, DemoCommand.self, SampleCommand.self, ImportCommand.self, InfoCommand.self,
            SettingsCommand.self, CheckCommand.self, SegmentCommand.self, ProfileCommand.self, RFMCommand.self,
            FunnelCommand.self,
            RetentionCommand.self, LifecycleCommand.self, FlowCommand.self,
            MetricsCommand.self, LTVCommand.self, MailingsCommand.self, SessionsCommand.self,
        ],
        defaultSubcommand: OpenCommand.self)

    static func main() {
        do {
            let arguments = Array(CommandLine.arguments.dropFirst())
            try CommandWords.check(arguments)
            var command = try parseAsRoot(arguments)
            try command.run()
        } catch {
            end(with: error)
        }
    }

    /// Says what went wrong and ends with the status that stands for it.
    private static func end(with error: any Error) -> Never {
        if let status = Status(of: error) {
            if !status.message.isEmpty { FileHandle.standardError.write(Data((status.message + "\n").utf8)) }
            Foundation.exit(status.code)
        }
        let code = exitCode(for: error)
        let text = fullMessage(for: error)
        if !text.isEmpty {
            let target = code == .success ? FileHandle.standardOutput : .standardError
            target.write(Data((text + "\n").utf8))
        }
        Foundation.exit(code == .success ? 0 : 2)
    }
}
