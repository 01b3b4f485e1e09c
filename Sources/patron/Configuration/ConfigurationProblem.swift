import Analytics
import Phrases

/// What is wrong with a line of `config.toml`.
enum ConfigurationProblem: Hashable {
    /// Why none of it was read.
    case unreadable(path: String, reason: Phrase)
    case unknownKey(String, path: String, known: [String])
    case noLanguage(String)
    case noRefundDating(String)
    case noPreset(String)
    /// No folder for themes holds one of the name.
    case noTheme(String, folders: [String])
}

extension ConfigurationProblem {
    /// What is wrong and what can stand there, as one sentence.
    var phrase: Phrase {
        switch self {
        case .unreadable(let path, let reason):
            Phrase("config.wrong.unreadable", "The configuration %1 cannot be read: %2.", path).with(reason)
        case .unknownKey(let key, let path, let known):
            Phrase(
                "config.wrong.key", "The configuration %1 has an unknown key ‘%2’; known are %3.", path, key,
                known.joined(separator: ", "))
        case .noLanguage(let name):
            Phrase(
                "config.wrong.language", "There is no language ‘%1’ of the interface; there are %2.", name,
                Language.allCases.map(\.rawValue).joined(separator: ", "))
        case .noRefundDating(let name):
            Phrase(
                "config.wrong.refunds", "Refunds count in no reports by ‘%1’; there are %2 and %3.", name,
                RefundDating.ownDate.rawValue, RefundDating.orderDate.rawValue)
        case .noPreset(let name):
            Phrase(
                "config.wrong.preset", "There is no preset of keys ‘%1’; there are standard and vim.", name)
        case .noTheme(let name, let folders):
            Phrase("config.wrong.theme", "there is no theme ‘%1’ in %2", name).with(Self.either(folders))
        }
    }

    /// Folders of which one is meant.
    private static func either(_ folders: [String]) -> Phrase {
        folders.dropFirst().reduce(Phrase(verbatim: folders.first ?? "")) { all, folder in
            Phrase("config.either", "%2 or %1", folder).with(all)
        }
    }
}
