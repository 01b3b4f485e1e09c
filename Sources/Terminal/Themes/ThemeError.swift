public import Phrases

/// Why a theme cannot be read.
public enum ThemeError: Phrased, Hashable {
    case unknownRole(String)
    case badColor(String, name: String)
    case unknownWord(String, role: String)
    /// The terminal's own foreground on a background of ours may be illegible.
    case backgroundAlone(role: String)
}

extension ThemeError: CustomStringConvertible {
    public var description: String { phrase.description }

    /// One sentence that names the place, the reason and the way out.
    public var phrase: Phrase {
        switch self {
        case .unknownRole(let name):
            Phrase(
                "theme.wrong.role", "The theme names a role ‘%1’, which there is not; roles are %2.", name,
                Role.allCases.map(\.rawValue).joined(separator: ", "))
        case .badColor(let text, let name):
            Phrase(
                "theme.wrong.colour", "The colour ‘%1’ is given as ‘%2’; write #rrggbb or a number from 0 to 255.",
                name, text)
        case .unknownWord(let word, let role):
            Phrase(
                "theme.wrong.word",
                "The role ‘%1’ says ‘%2’, which is no colour of the theme and none of bold, underline, reverse, dim.",
                role, word)
        case .backgroundAlone(let role):
            Phrase(
                "theme.wrong.background",
                "The role ‘%1’ has a background and no foreground; name both, as the terminal's own may not show on it.",
                role)
        }
    }
}
