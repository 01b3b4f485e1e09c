import ArgumentParser
import Curses
import Customers
import Foundation
import Glibc
import Phrases
import Screens
import Store
import Terminal
import Workspace

struct OpenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open", abstract: "Opens the screens, or one of them by its name.",
        discussion: "There are \(Application.screenNames.map(\.name).joined(separator: ", ")).")

    @OptionGroup var store: StoreOptions
    @Option(name: .long, help: ArgumentHelp("Asks as of this date.", valueName: "date")) var asOf: String?
    @Flag(name: .long, help: "Speaks in plain sentences, for screen readers and simple terminals.") var linear = false
    @Argument(help: "The screen to show first.") var screen: String?

    func run() throws {
        let first = try firstScreen()
        let path = store.path
        let isThere = FileManager.default.fileExists(atPath: path)
        guard isThere || store.store == nil else {
            throw StoreError.cannotOpen(path: path, reason: Phrase(verbatim: "there is no such file"))
        }
        let session = isThere ? try Session(path: path, author: Places.author) : nil
        try Screenful.open(session, first: first, asOf: try moment(), linear: linear)
    }

    /// The screen that was asked for; none for the one that was left the last time.
    private func firstScreen() throws -> Action? {
        guard let screen else { return nil }
        if let known = Application.screenNames.first(where: { $0.name == screen }) { return known.action }
        if Patron.configuration.subcommands.contains(where: { $0.configuration.commandName == screen }) {
            throw UsageProblem(message: "Options stand after the command: `patron \(screen) --store …`.")
        }
        throw UsageProblem(
            message:
                "There is no screen ‘\(screen)’; there are \(Application.screenNames.map(\.name).joined(separator: ", "))."
        )
    }

    private func moment() throws -> Moment {
        guard let asOf else { return .now }
        guard let date = CivilDate(parsing: asOf) else {
            throw UsageProblem(message: "--as-of takes a date such as 2026-01-01 here.")
        }
        return .day(date)
    }
}

/// Opens the screens on a session.
enum Screenful {
    /// - `first`: the screen to begin with; none for the one that was left the last time.
    static func open(_ session: Session?, first: Action? = nil, asOf: Moment = .now, linear: Bool = false) throws {
        guard isatty(0) == 1, isatty(1) == 1 else {
            throw UsageProblem(
                message: "The screens need a terminal; `patron --help` lists the commands that do without.")
        }
        EventLoop.blockSignals()
        var configuration = TerminalConfiguration.read()
        let drafts = DraftFile()
        let workbench = Workbench(session: session, drafts: drafts)
        defer { try? workbench.leave() }
        var setup = Setup(store: try session.map { try store($0, drafts) }, guesses: guesses)
        setup.keys = configuration.keys
        setup.options = configuration.options
        if let session {
            let (kept, note) = StateFile().read(for: session.path)
            setup.kept = kept
            if let note { configuration.problems.append(note) }
        }
        setup.first = first ?? setup.kept.screen
        setup.asOf = asOf
        var options = ScreenOptions.environment()
        options.synchronizes = setup.options.synchronizes
        if setup.options.wantsDirectColour, options.depth > .mono { options.depth = .direct }
        if !setup.options.hasMouse { setup.kept.hasMouse = false }
        if !setup.kept.hasMouse { options.modes.remove(.mouse) }
        guard !linear, case .screen(let terminal) = try CursesTerminal.open(options) else {
            return try MainActor.assumeIsolated { [configuration] in
                try LinearRunner(setup, workbench: workbench, problems: configuration.problems).run()
            }
        }
        setup.drawing =
            terminal.drawsUnicode
            ? Drawing(characters: .unicode, ambiguousIsWide: setup.options.ambiguousIsWide) : .ascii
        setup.drawing.borders = setup.options.hasBorders
        try MainActor.assumeIsolated { [configuration] in
            try Runner(setup, workbench: workbench, terminal: terminal, configuration: configuration).run()
        }
    }

    private static func store(_ session: Session, _ drafts: DraftFile) throws -> OpenStore {
        try waiting { try await session.openStore(drafts: drafts.read(for: session.path)) }
    }

    /// What a workspace that has not been set up is likely to want.
    private static var guesses: WorkspaceSettings {
        WorkspaceSettings(
            timeZone: TimeZone.current.identifier == "GMT" ? "UTC" : TimeZone.current.identifier,
            currency: Locale.current.currency?.identifier ?? "EUR", firstWeekday: .monday)
    }
}
