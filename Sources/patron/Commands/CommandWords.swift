import ArgumentParser
import Filters
import Screens

/// The words that may follow a command on a command line to name another one below it.
struct CommandWords {
    private var command: any ParsableCommand.Type = Patron.self
    /// The words that name the command, the program's own first.
    private var path = "patron"

    private init() {}

    /// Refuses a word that stands in the place of a command and is none.
    ///
    /// The argument parser takes such a word for an argument of what runs where no command is named, and shows its usage.
    static func check(_ arguments: [String]) throws {
        var words = CommandWords()
        for word in arguments {
            guard !word.hasPrefix("-"), !words.takes(word) else { return }
            guard words.descend(to: word) else { throw words.problem(with: word) }
        }
    }

    /// Whether a word that is no command may stand here.
    private func takes(_ word: String) -> Bool {
        guard path != "patron" else {
            return word == "help" || Application.screenNames.contains { $0.name == word } && named(word) == nil
        }
        return command.configuration.subcommands.isEmpty || command.configuration.defaultSubcommand != nil
    }

    private func named(_ word: String) -> (any ParsableCommand.Type)? {
        command.configuration.subcommands.first { $0._commandName == word }
    }

    private mutating func descend(to word: String) -> Bool {
        guard let next = named(word) else { return false }
        command = next
        path += " " + word
        return true
    }

    /// Every command below, near or far, by its last word and by all.
    private var all: [(name: String, path: String)] {
        let names = command.configuration.subcommands.map { $0._commandName }
        var all: [(name: String, path: String)] = []
        for name in names {
            var words = self
            guard words.descend(to: name) else { continue }
            all.append((name: name, path: words.path))
            all += words.all
        }
        guard path == "patron" else { return all }
        for screen in Application.screenNames.map(\.name) where !names.contains(screen) {
            all.append((name: screen, path: "patron \(screen)"))
        }
        return all
    }

    private func problem(with word: String) -> UsageProblem {
        let all = self.all
        let names = Set(all.map(\.name))
        let meant = names.contains(word) ? word : nearestNames(to: word, among: names, limit: 1).first
        let near = all.filter { $0.name == meant }.map { "`\($0.path)`" }.joined(separator: ", ")
        let help = "`\(path) --help`"
        return UsageProblem(
            message: "There is no command ‘\(word)’; "
                + (near.isEmpty ? "\(help) lists those there are." : "did you mean \(near)? \(help) lists them all."))
    }
}
