import ArgumentParser
import Customers
import Foundation
import Phrases
import Store
import Workspace

/// How results are printed.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv
}

/// The store that a command works on.
struct StoreOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("The store file.", valueName: "path"))
    var store: String?

    var path: String { store ?? Places.standardStore }

    /// Opens the store; one that is not there is made only where the command may begin one.
    func open(making: Bool = false) throws -> Session {
        guard making || FileManager.default.fileExists(atPath: path) else {
            throw StoreError.cannotOpen(
                path: path, reason: Phrase(verbatim: "there is none; `patron import` or `patron demo` makes one"))
        }
        return try Session(path: path, author: Places.author)
    }
}

/// How a command prints.
struct PrintOptions: ParsableArguments {
    @Option(name: .long, help: "text for people, json or csv for programs.")
    var format: OutputFormat?

    @Flag(name: .long, help: "Prints nothing but the result.")
    var quiet = false

    @Flag(name: .long, help: "Prints without colour.")
    var noColor = false

    @Flag(name: .long, help: "Shows no progress.")
    var noProgress = false
}

/// The date of a question and the people to which it is limited.
struct QuestionOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("Asks as of this time: 2026-01-01, 2026-05-01T10:00, …", valueName: "time"))
    var asOf: String?

    @Option(
        name: .customLong("where"),
        help: ArgumentHelp("Limits the question to the people of a filter.", valueName: "filter"))
    var filter: String?

    @Option(name: .long, help: ArgumentHelp("Limits the question to a saved segment.", valueName: "name"))
    var segment: String?

    /// The date of the question; now is read here and nowhere else.
    func instant(_ session: Session) throws -> Instant {
        guard let asOf else { return .present }
        return try waiting { try await session.instant(of: asOf) }
    }

    /// The filter to which the question is limited.
    func scope(_ session: Session) throws -> String? {
        switch (filter, segment) {
        case (nil, nil): return nil
        case (let filter?, nil): return filter
        case (nil, let name?): return try waiting { try await session.segment(name).source }
        case (.some, .some): throw UsageProblem(message: "Write either --where or --segment, not both.")
        }
    }
}

extension Instant {
    /// The present instant.
    static var present: Instant { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }
}

extension CivilDate {
    /// The day that an option names.
    init(_ text: String, of option: String) throws {
        guard let day = CivilDate(parsing: text) else {
            throw UsageProblem(message: "\(option) takes a day such as 2026-01-31, not ‘\(text)’.")
        }
        self = day
    }
}
